"""Reads the handbook before anything else."""

from bridge import load

on_config = load
