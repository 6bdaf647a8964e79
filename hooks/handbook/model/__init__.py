"""The handbook's nouns, as frozen data."""
