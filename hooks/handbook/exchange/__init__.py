"""The glossary for other programs, and back: TBX, CSV, SKOS."""
