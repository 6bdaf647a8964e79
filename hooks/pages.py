"""Each page: read with its context, cleaned after conversion."""

from bridge import clean_page, read_page

on_page_markdown = read_page
on_page_content = clean_page
