"""The shipped actors and the words of titles and offices: data in TOML, compiled for this house."""
