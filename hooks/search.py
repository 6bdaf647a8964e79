"""What search can find in each language."""

from bridge import write_search

on_post_build = write_search
