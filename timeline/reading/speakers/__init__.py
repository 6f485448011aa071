"""Speakers: noun phrases that speak, and the name that each mention refers to."""
