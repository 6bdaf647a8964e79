"""`python -m handbook_io` is the command `handbook`."""

from handbook_io.cli import main

main(prog_name="handbook")
