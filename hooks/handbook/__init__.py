"""The pure core of the handbook: text in, text out. No MkDocs, no files, no git, no logging."""
