"""Where words stand in an article: a person gives words, the text gives their place."""

import re
from typing import NamedTuple

from timeline.errors import BadInput

SHORTEST = 3
"""Words of fewer characters are not looked for where they almost stand."""
AROUND = 24
"""Code points shown on each side of words that stand more than once."""


class Place(NamedTuple):
    """A span of the text, end exclusive."""

    start: int
    end: int


def places(text: str, words: str) -> list[Place]:
    """All places of the words, code point for code point."""
    found: list[Place] = []
    start = text.find(words) if words else -1
    while start >= 0:
        found.append(Place(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def the_place(
    text: str, words: str, *, at: int | None = None, within: tuple[int, int] | None = None
) -> Place:
    """The one place of the words.

    Args:
        text: of the article.
        words: as they stand there.
        at: the offset at which they begin, where they stand more than once.
        within: a span to prefer; a place in it makes others outside not matter.

    Raises:
        BadInput: they stand nowhere, with what comes nearest; or more than once, with the offsets.
    """
    found = places(text, words)
    if at is not None:
        if (chosen := Place(at, at + len(words))) in found:
            return chosen
        raise BadInput(f"«{words[:60]}» does not stand at {at}" + _where(text, found))
    near = [one for one in found if within and within[0] <= one.start and one.end <= within[1]]
    if len(near) == 1:
        return near[0]
    if not found:
        raise BadInput(nearest(text, words))
    if len(found) > 1:
        raise BadInput(
            f"«{words[:60]}» stands {len(found)} times" + _where(text, near or found)
            + "; choose one with --at OFFSET"
        )  # fmt: skip
    return found[0]


def nearest(text: str, words: str) -> str:
    """Say that the words do not stand, and what comes nearest; it is never taken instead."""
    plain = f"«{words[:60]}» does not stand in the article, letter for letter"
    if not words.strip():
        return "No words were given"
    if len(words) < SHORTEST:
        return plain
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(words, text, score_cutoff=70)
    if found is None:
        return plain
    start, end = _whole(text, found.dest_start, found.dest_end)
    return f"{plain}; at {start} it has «{text[start:end]}»"


def name_near(text: str, name: str, near: int) -> Place | None:
    """The place of a name, whole words only, nearest to an offset; None where it is not there."""
    edges = [r"\b" if side.isalnum() else "" for side in (name[:1], name[-1:])]
    pattern = re.compile(edges[0] + re.escape(name) + edges[1])
    found = [Place(*match.span()) for match in pattern.finditer(text)] if name else []
    return min(found, key=lambda one: (abs(one.start - near), one.start), default=None)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span, grown to whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _where(text: str, found: list[Place]) -> str:
    if not found:
        return ""
    told = [
        f"at {one.start} «{' '.join(text[max(0, one.start - AROUND) : one.end + AROUND].split())}»"
        for one in found[:5]
    ]
    return ": " + ", ".join(told) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
