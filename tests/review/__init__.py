"""Decisions of people, tried on a real chronicle."""
