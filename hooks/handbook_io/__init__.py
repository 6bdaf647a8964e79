"""The edges: disk, processes, Git, PDFs, tables of words."""
