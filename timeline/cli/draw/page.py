"""A page for people: as wide as the terminal, no colour, no boxes; words are wrapped."""

import textwrap
from typing import NamedTuple

from timeline.cli.draw.safe import flat
from timeline.cli.draw.signs import Signs
from timeline.projection.sheet import Statement

DATE = 17
"""Columns of a date."""
NARROW = 80
"""Below so many columns a statement takes two lines."""


class Page(NamedTuple):
    """Where it is drawn."""

    width: int
    signs: Signs
    opened: bool = False
    """Whether every point of a statement is shown."""


def wrapped(text: str, page: Page, first: str = "", rest: str | None = None) -> list[str]:
    """A text in lines of the page's width."""
    return textwrap.wrap(
        text,
        page.width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def cut(text: str, width: int) -> str:
    """What fits, with `…` for what does not: `show` has it whole."""
    return text if len(text) <= width else text[: max(0, width - 1)].rstrip(" ,") + "…"


def who(one: Statement, page: Page) -> str:
    """Speaker, side, through what, and whom it is about, in full."""
    speaker = _speaker(one, side=True) + (f", {one.through}" if one.through else "")
    return _pair(speaker, one.toward, 3, page) + _state(one)


def who_in(one: Statement, page: Page, room: int) -> str:
    """Speaker and whom it is about, as full as fits: `Macron, France → NATO (retracted)`."""
    state = _state(one)
    room -= len(state)
    told = [
        _pair(_speaker(one, side=side), one.toward, most, page)
        for side, most in ((True, 3), (True, 1), (False, 2), (False, 1))
    ]
    return next((text for text in told if len(text) <= room), cut(told[-1], room)) + state


def _state(one: Statement) -> str:
    """The word beside it: no colour has to be seen."""
    return f" ({one.state})" if one.state else ""


def _speaker(one: Statement, *, side: bool) -> str:
    return f"{one.who}, {one.side}" if side and one.side and one.side not in one.who else one.who


def _pair(speaker: str, toward: tuple[str, ...], most: int, page: Page) -> str:
    if not toward:
        return flat(speaker)
    told = ", ".join(toward[:most]) + (f", {page.signs.cut}" if len(toward) > most else "")
    return flat(f"{speaker} {page.signs.arrow} {told}")


def refs(one: Statement, page: Page, width: int) -> str:
    """The leading point's handle, and the further articles that carry the statement."""
    handle = one.points[0].handles[0]
    first = handle.partition("@")[0]  # which may be another article than the earliest
    first = first if first in one.sources else one.sources[0]
    others = [source for source in one.sources if source != first]
    told = " ".join((handle, *others))
    return told if len(told) <= width else f"{handle} {page.signs.times}{len(one.sources)}"
