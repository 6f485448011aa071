"""The command line, as a person and as a pipe sees it."""
