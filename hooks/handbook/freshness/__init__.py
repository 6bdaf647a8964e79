"""Originals, translations and lock files in; which passage of which page is out of date out."""
