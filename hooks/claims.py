"""The figures that sources claim, side by side."""

from bridge import add_pages
from handbook.render import nothing_else
from handbook.render.claims import claims

on_files = add_pages(claims, rests_on=nothing_else)
