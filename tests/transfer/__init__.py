"""Carrying the record from one store to another, and checking it."""
