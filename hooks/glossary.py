"""The glossary of each language, and the table of all of them."""

from bridge import add_pages
from handbook.render.glossary import glossary_and_terms, occurrences

on_files = add_pages(glossary_and_terms, rests_on=occurrences)
