"""Originals in the place of missing translations."""

from bridge import add_pages
from handbook.render.fallbacks import fallbacks

on_files = add_pages(fallbacks)
