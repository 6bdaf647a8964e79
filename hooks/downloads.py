"""What can be printed, and where."""

from bridge import add_pages
from handbook.render.downloads import downloads

on_files = add_pages(downloads)
