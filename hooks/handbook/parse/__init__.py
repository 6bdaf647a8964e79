"""One file's text in, one noun out; every mistake a Problem."""
