"""`python -m timeline.cli`: the command line where the script is not on the path."""

from timeline.cli import main

main()
