"""The edges: disk, processes, the build and the command line."""
