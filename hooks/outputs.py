"""Files that are not pages: handbook.json and the like."""

from bridge import write_outputs

on_post_build = write_outputs
