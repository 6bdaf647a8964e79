"""How up to date each language is."""

from bridge import add_pages
from handbook.render.status import status

on_files = add_pages(status)
