"""Measures that anyone can run again; none is a timed test."""
