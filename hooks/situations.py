"""A page for each situation, with its playbooks."""

from bridge import add_pages
from handbook.render.situations import situations

on_files = add_pages(situations)
