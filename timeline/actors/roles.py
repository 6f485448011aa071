"""What a role says of who holds it: whether it is a person, and whether it speaks for a state."""

import re

from timeline.actors.lexicon import lexicon, roles
from timeline.actors.spelling import fold

COMPLEMENT = re.compile(r" (?:to|for|at|in|of) ")
LONGEST = 4
"""Words in the longest role of the lexicon."""


def speaks(role: str) -> bool:
    """Whether who holds such a role speaks for a state that it is introduced with.

    >>> speaks("Foreign Minister"), speaks("Ambassador to NATO"), speaks("professor")
    (True, True, False)
    """
    words = lexicon()
    silent = words.private | words.thing | words.title
    for part in (role, COMPLEMENT.split(role)[0]):
        for phrase in _endings(part):
            if phrase in words.official:
                return True
            if phrase in silent:
                return False
    return True


def names_person(role: str) -> bool:
    """Whether only a person can hold that role."""
    return any(phrase in roles() for phrase in _endings(COMPLEMENT.split(role)[0]))


def once(role: str) -> bool:
    """Whether a role is a former one: "former US President"."""
    return fold(role).partition(" ")[0] in lexicon().former


def _endings(role: str) -> list[str]:
    words = fold(role).split()
    return [" ".join(words[-size:]) for size in range(min(LONGEST, len(words)), 0, -1)]
