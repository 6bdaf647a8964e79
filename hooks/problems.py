"""What the messages of `handbook check` mean."""

from bridge import add_pages
from handbook.render import nothing_else
from handbook.render.problems import problems

on_files = add_pages(problems, rests_on=nothing_else)
