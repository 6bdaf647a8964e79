"""What the handbook rests on, place by place."""

from bridge import add_pages
from handbook.render.sources import citations, sources

on_files = add_pages(sources, rests_on=citations)
