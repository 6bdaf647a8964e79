"""A page for each situation, with its playbooks."""

from bridge import add_pages
from handbook.render.situations import cards, situations

on_files = add_pages(situations, rests_on=cards)
