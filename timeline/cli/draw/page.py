"""A page for people: as wide as the terminal, no colour, no boxes; words are wrapped."""

import textwrap
from typing import NamedTuple

from timeline.cli.draw.safe import flat
from timeline.cli.draw.signs import Signs
from timeline.projection.sheet import Statement

DATE = 16
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


def who(one: Statement, page: Page, *, full: bool = False) -> str:
    """Speaker, side and whom it is about: `Macron, France → NATO`."""
    speaker = one.who + (f", {one.side}" if one.side and one.side not in one.who else "")
    if full and one.through:
        speaker += f", {one.through}"
    toward = ", ".join(one.toward[:3]) + (", …" if len(one.toward) > 3 else "")
    return flat(f"{speaker} {page.signs.arrow} {toward}" if toward else speaker)


def refs(one: Statement, page: Page, width: int) -> str:
    """The leading point's handle, and the further articles that carry the statement."""
    handle, others = one.points[0].handles[0], one.sources[1:]
    told = " ".join((handle, *others))
    return told if len(told) <= width else f"{handle} {page.signs.times}{len(one.sources)}"
