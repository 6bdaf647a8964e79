"""A site in, what stands on paper out: the data of every printed edition, its name and its version."""
