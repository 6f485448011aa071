"""The engine: events become changes, changes become views."""
