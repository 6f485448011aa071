"""The signs of a page, and a set for terminals and files that cannot carry them."""

from typing import NamedTuple

from timeline.projection.sheet import Mark
from timeline.when import When


class Signs(NamedTuple):
    """One set."""

    own: str
    reported: str
    begin: str
    end: str
    arrow: str
    none: str
    times: str
    cut: str
    fork: str
    last: str
    rail: str
    first: str
    ascii: bool

    def mark(self, mark: Mark) -> str:
        """■ or ▒."""
        return self.own if mark == "own" else self.reported

    @property
    def legend(self) -> str:
        """What the signs mean, in one line."""
        upto = "<=" if self.ascii else "≤"
        return (
            f"{self.own} own words as the article prints them  {self.reported} a reporter's words "
            f" {upto} no later than"
        )

    @property
    def change(self) -> str:
        """What stands below a grid that marks changes."""
        return f"{self.first} the first in its column, as far as dates tell"

    def quoted(self, words: str) -> str:
        """Words that stand in an article, letter for letter."""
        return f"{self.begin}{words}{self.end}"

    def date(self, edtf: str) -> str:
        """A date as people read it; nothing where there is none."""
        when = When.parse(edtf)
        if not when.known:
            return ""
        label = when.show(ascii=self.ascii)
        return label if label[:1] in "≤≥<>~" else f" {label}"


FULL = Signs("■", "▒", "«", "»", "→", "·", "×", "…", "├", "└", "│", "›", ascii=False)
PLAIN = Signs('"', ":", "<<", ">>", "->", ".", "x", "...", "|-", "`-", "|", ">", ascii=True)


def signs(encoding: str | None) -> Signs:
    """The full set where the encoding can carry it."""
    try:
        "".join(str(sign) for sign in (*FULL[:-1], "≤")).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return FULL
