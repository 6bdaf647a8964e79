"""Prints in, PDFs, cards and icons in the cache out."""
