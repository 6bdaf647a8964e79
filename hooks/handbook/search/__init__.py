"""Records of the handbook in, the files of a search index and its engine out."""
