"""The figures that sources claim, side by side."""

from bridge import add_pages
from handbook.render.claims import claims

on_files = add_pages(claims)
