"""Cues: the words that tell that somebody says something, as the lexicon lists them."""
