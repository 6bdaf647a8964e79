"""The glossary of each language, and the table of all of them."""

from bridge import add_pages
from handbook.render.glossary import glossary_and_terms, nothing_else

on_files = add_pages(glossary_and_terms, rests_on=nothing_else)
