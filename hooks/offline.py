"""Each language as an app that works without a network. Runs last: its lists name every file."""

from bridge import add_pages, write_offline
from handbook.render.offline import offline

on_files = add_pages(offline)
on_post_build = write_offline
