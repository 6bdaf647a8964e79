"""The folder `words/`: read by builds, written by `handbook words update` with analysers of each language."""
