"""Words in; their folds, lemmas, compound parts and inflected forms out."""
