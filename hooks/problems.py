"""What the messages of `handbook check` mean."""

from bridge import add_pages
from handbook.render.problems import problems

on_files = add_pages(problems)
