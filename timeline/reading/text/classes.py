"""Word classes: which letter stands for a word, as the lexicons have it."""

from functools import cache

from timeline.reading.cues.inflect import forms
from timeline.reading.cues.lexicon import cue_verbs
from timeline.reading.lexicons import load


@cache
def classes() -> dict[str, str]:
    """Word in lower case → letter. Earlier lines give way to later ones."""
    table: dict[str, str] = {}
    table |= dict.fromkeys(load("roles")["nouns"]["words"].split(), "R")
    for base in load("words")["verbs"]["base"].split():
        for form, kind in forms(base):
            table[form] = "g" if kind == "g" else "V"
    table |= {form: "g" if kind == "g" else "V" for form, (_, kind) in cue_verbs().items()}
    for letter, words in load("words")["closed"].items():
        table |= dict.fromkeys(words.split(), letter)
    table |= dict.fromkeys(load("words")["numbers"]["words"].split(), "0")
    return table | {"to": "t"}


@cache
def verb_forms() -> dict[str, str]:
    """Every form of every verb known here → b(ase), z (third person), d (past), g(erund)."""
    table = {form: kind for form, (_, kind) in cue_verbs().items()}
    for base in load("words")["verbs"]["base"].split():
        for form, kind in forms(base):
            table.setdefault(form, kind)
    return table


@cache
def shortened() -> frozenset[str]:
    """Words after which a full stop ends no sentence: "Mr", "Jan"."""
    return frozenset(load("words")["abbreviations"]["words"].split())
