"""A checklist page for each playbook that has steps, and their index."""

from bridge import add_pages
from handbook.render.checklists import checklists_and_index

on_files = add_pages(checklists_and_index)
