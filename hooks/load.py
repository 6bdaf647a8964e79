"""Reads the handbook before anything else; leaves out what the last build has made already, after everything else."""

from bridge import keep_pages, load

on_config = load
on_files = keep_pages
