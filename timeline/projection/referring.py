"""What an article means by "NATO's proposal", "that claim", "this move", where it is answered."""

import re

from timeline.projection.duplicates import FEWEST, stems
from timeline.projection.response import Index, Part, Response
from timeline.projection.spoken import Spoken

OWNER = re.compile(r"^(.+?)['’]s?\b")
"""Whose words are answered: "NATO’s accusations", "Renner's remarks"."""
ALONE = re.compile(r"^((?:[a-z]{1,4}-)?[A-Z]\S*(?: [A-Z]\S*)*)$")
"""Who alone is named as answered, with no word for what: "Renner"."""
DOING = frozenset({"announce", "cooperate", "consult", "agree"})
"""Acts that are moves rather than words about somebody."""


def moves(response: Response, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Of these only what was announced or done, where the text says that a move is answered.

    "NATO's decision" may be all that NATO said; "this move" is none of it that is no move.
    """
    if not response.of_plans:
        return parts
    moves = [
        (q, tuple(one for one in some if one.mode == "planned" or one.act in DOING))
        for q, some in parts
    ]
    rest = parts if OWNER.match(response.entry.answers) else ()
    return tuple((q, some) for q, some in moves if some) or rest


def owned(response: Response, index: Index) -> tuple[Part, ...]:
    """What was said in this article by whomever the reply names: "NATO's accusations".

    About anyone; the statements that share words with what it names, or with the reply itself, or
    the only one there is.
    """
    owner = OWNER.match(response.entry.answers) or ALONE.match(response.entry.answers)
    wanted = set(owner[1].casefold().split()) - {"the"} if owner else set()
    if not wanted:
        return ()
    told = stems(
        f"{response.entry.answers[owner.end() if owner else 0 :]} {response.entry.asserted}"
    )
    parts = [
        (q, tuple(one for one in some if wanted <= _names(one)))
        for q, some in _here(response, index)
    ]
    parts = [(q, some) for q, some in parts if some]
    near = [
        (q, tuple(one for one in some if len(stems(one.asserted) & told) >= FEWEST))
        for q, some in parts
    ]
    return tuple((q, some) for q, some in near if some) or tuple(parts if len(parts) == 1 else ())


def _names(one: Spoken) -> set[str]:
    """The words by which a speaker is called."""
    return set(f"{one.actor} {one.mention} {one.side}".casefold().split())


def last(response: Response, index: Index) -> tuple[Part, ...]:
    """The last that somebody else said, earlier in this article, that can be meant.

    By whom it is about, if that is known; else the words that it is about must be named, as in
    "that claim", or it rejects what was said of who says so.
    """
    entry = response.entry
    known = bool(entry.target_sides)
    if OWNER.match(entry.answers) or not (known or entry.answers or not entry.reply):
        return ()
    parts = [
        (q, said)
        for q, some in _here(response, index)
        if (said := tuple(one for one in some if _meant(response, one)))
    ]
    found = max(parts, key=lambda part: max(one.position for one in part[1]), default=None)
    return (found,) if found else ()


def _meant(response: Response, one: Spoken) -> bool:
    """Whether it can be what the reply answers: about its side, or hostile and naming nobody else.

    "The drivers" may be those who answer; a rejection that no word calls an answer is only one of
    what was said of who rejects.
    """
    entry = response.entry
    if one.position > entry.position or one.side == entry.side:
        return False
    if entry.target_sides and not {one.actor, one.side} & {*entry.targets, *entry.target_sides}:
        return False
    if not set(entry.sides).isdisjoint(one.target_sides):
        return bool(entry.reply) or one.sign < 0
    if not entry.reply or any(name[:1].isupper() for name in one.targets):
        return False
    return one.act in DOING if response.of_plans else one.sign < 0


def _here(response: Response, index: Index) -> list[Part]:
    """What stands in this article of statements that may be answered."""
    held = index.here.get(response.entry.article, {})
    return [(q, tuple(some)) for q, some in held.items() if response.may_be(q, index)]
