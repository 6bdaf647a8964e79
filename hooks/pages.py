"""Each page: its title, then its text, made from the blocks that were read and cleaned."""

from bridge import page_content, read_page

on_page_markdown = read_page
on_page_content = page_content
