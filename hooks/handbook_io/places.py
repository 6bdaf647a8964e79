"""Where a handbook keeps what its editors write: paths in its folder."""

FOLDERS = ("docs", "glossary", "rules", "sources", "translations")
SINGLE_FILES = ("handbook.yml",)
