"""One command a file: its docstring is its line in `timeline --help`, `app` its command."""
