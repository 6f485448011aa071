"""The terms by which an assertion is classified: closed lists of words, and nothing else.

They stand apart from the models that hold them, so that what only reads starts no pydantic.
"""

from typing import Literal

Act = Literal[
    "state", "announce", "accuse", "request", "support",
    "reject", "threaten", "consult", "agree", "cooperate",
]  # fmt: skip
"""What kind of act it is, after PLOVER (Open Event Data Alliance)."""
Family = Literal["accuse", "criticise", "concern", "warn", "ask", "state", "open", "support"]
"""The column of a stance view, from hostile to friendly."""
Form = Literal["direct", "mixed", "indirect", "action", "narrative", "headline"]
"""Whose words they are; `narrative` is the article's own voice, never an actor's."""
Mode = Literal["said", "planned", "conditional", "asked", "hedged"]
"""Only `said` counts as said: a plan or a condition never does."""
Authority = Literal["agreed", "office", "member", "unnamed"]
"""On what ground a speaker speaks for a side: agreed text, an office, one member, no name."""
Basis = Literal["stated", "inherited", "occasion", "article", "person", "unknown"]
"""What a date rests on; `article` means: no later than the article came out."""
Kind = Literal[
    "person", "office", "group", "media", "organisation", "country", "occasion", "unknown"
]
"""What an actor is."""
Status = Literal["proposed", "accepted", "rejected", "retracted"]
"""Where people have left it: what nobody has decided on is proposed."""
STANDING: tuple[Status, ...] = ("proposed", "accepted")
"""What nobody withdrew: it is shown unless another status is asked for."""
UNDO = "undo of #"
"""How the reason of a reverse begins; the position of what is reversed follows."""


def undone(reason: str | None) -> int | None:
    """The position of what an event with this reason reverses; None if it reverses nothing.

    >>> undone("undo of #12"), undone("third hand")
    (12, None)
    """
    number = (reason or "").removeprefix(UNDO)
    return int(number) if number != reason and number.isdecimal() else None
