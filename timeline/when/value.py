"""`When`: a date as it is known, with the first and the last day that it can mean."""

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from timeline.when import edtf
from timeline.when.label import label

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class When:
    """A date that carries its doubt. Two are equal if they are written alike.

    Make one with `parse` or a constructor below, never by hand. `earliest` and `latest` are days,
    both inclusive; None is no bound. `approximate` is EDTF's `~`, `uncertain` its `?`.

    >>> When.parse("2019-12~").latest
    datetime.date(2019, 12, 31)
    >>> When.parse("../2024-07-11").label
    '≤2024-07-11'
    """

    text: str
    earliest: dt.date | None = field(compare=False)
    latest: dt.date | None = field(compare=False)
    widest: tuple[dt.date | None, dt.date | None] = field(compare=False, repr=False)
    approximate: bool = field(compare=False)
    uncertain: bool = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> "When":
        """The date written in EDTF; "unknown", and nothing, are one too.

        Raises: BadDate, saying why and what.
        """
        return _parse(text.strip())

    @classmethod
    def asked(cls, text: str, today: dt.date) -> "When":
        """What a person typed: EDTF, a label as we print it, `30d`, `2024-W28`, `11 July 2024`.

        `today` is the day from which `30d`, `yesterday` and the like count back.
        Raises: BadDate for anything else, and for what could be two days (07/08/2024).
        """
        from timeline.when.asked import understand  # here, since most dates are in EDTF

        return _parse(understand(text, today))

    @classmethod
    def day(cls, day: dt.date) -> "When":
        """One day. An instant is a day as well: that of its own zone."""
        return _parse(f"{day.year:04}-{day.month:02}-{day.day:02}")

    @classmethod
    def between(cls, earliest: dt.date | None, latest: dt.date | None) -> "When":
        """From the first day to the last, both inclusive; None is no bound."""
        if earliest is None and latest is None:
            return UNKNOWN
        ends = [".." if end is None else end.isoformat()[:10] for end in (earliest, latest)]
        return _parse("/".join(ends))

    @classmethod
    def not_after(cls, day: dt.date) -> "When":
        """That day or any before it."""
        return cls.between(None, day)

    @classmethod
    def unknown(cls) -> "When":
        """No date: an answer, never today."""
        return UNKNOWN

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """The date as people read it: ≤2024-07-11, 2024-07-06..11?, ~2019-12, no date."""
        return label(self.text)

    def show(self, *, ascii: bool = False) -> str:  # noqa: A002 - the word for it
        """The label; with `ascii` in signs that every terminal has (<=, >=)."""
        return label(self.text, ascii=ascii)

    @property
    def known(self) -> bool:
        """Whether there is any bound at all."""
        return self.earliest is not None or self.latest is not None

    @property
    def place(self) -> dt.date | None:
        """The day it is sorted under: its earliest, or with an open start its latest."""
        return self.earliest or self.latest

    @property
    def order(self) -> tuple[dt.date, dt.date, dt.date]:
        """The key to sort by (place, earliest, latest): an open start first, no date at the end."""
        low, high = dt.date.min, dt.date.max
        return self.place or high, self.earliest or low, self.latest or high

    def doubtful(self) -> "When":
        """The same date marked `?`: it rests on another article, or on a guess that is named."""
        return self if self.uncertain else self._marked("?")

    def about(self) -> "When":
        """The same date marked `~`: it is meant roughly."""
        return self if self.approximate else self._marked("~")

    def _marked(self, mark: str) -> "When":
        if not self.known:
            return self
        if self.text[0] == "[":
            inner = self.text[1:-1].replace("..", ",..,").split(",")
            marked = ",".join(_marked(part, mark) for part in inner).replace(",..,", "..")
            return _parse(f"[{marked}]")
        return _parse("/".join(_marked(part, mark) for part in self.text.split("/")))

    def certainly_before(self, other: "When | dt.date") -> bool:
        """Whether every day it can mean lies before every day the other can mean."""
        that = _when(other)
        if self.uncertain or that.uncertain:
            return False
        end, start = self.widest[1], that.widest[0]
        return end is not None and start is not None and end < start

    def possibly_before(self, other: "When | dt.date") -> bool:
        """Whether some day it can mean lies before some day the other can mean."""
        start, end = self.widest[0], _when(other).widest[1]
        return start is None or end is None or start < end

    def certainly_after(self, other: "When | dt.date") -> bool:
        """Whether every day it can mean lies after every day the other can mean."""
        return _when(other).certainly_before(self)

    def possibly_after(self, other: "When | dt.date") -> bool:
        """Whether some day it can mean lies after some day the other can mean."""
        return _when(other).possibly_before(self)

    def overlaps(self, other: "When | dt.date") -> bool:
        """Whether both can mean one day: `--possible`. The unknown can mean any."""
        (start, end), (first, last) = self.widest, _when(other).widest
        return not (start and last and last < start) and not (end and first and end < first)

    def within(self, other: "When | dt.date") -> bool:
        """Whether every day it can mean lies in the other: `--certain`. Never so for the unknown.

        A bound that is missing in the other is no limit; one that is missing here lies outside.
        """
        that = _when(other)
        if self.uncertain or that.uncertain or not that.known:
            return False
        start, end = self.widest
        begins = that.earliest is None or (start is not None and that.earliest <= start)
        return begins and (that.latest is None or (end is not None and end <= that.latest))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> "CoreSchema":
        """A pydantic field of this type takes EDTF or a `When`, and serialises to EDTF."""
        from pydantic_core import core_schema as schema

        text = schema.no_info_after_validator_function(cls.parse, schema.str_schema())
        return schema.json_or_python_schema(
            json_schema=text,
            python_schema=schema.union_schema([schema.is_instance_schema(cls), text]),
            serialization=schema.to_string_ser_schema(),
        )

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


@lru_cache(maxsize=65536)
def _parse(text: str) -> When:
    return When(*edtf.read(text))


def _when(other: When | dt.date) -> When:
    return other if isinstance(other, When) else When.day(other)


def _marked(part: str, mark: str) -> str:
    if part in ("", "..") or part[-1] in ("%", mark):
        return part
    return part[:-1] + "%" if part[-1] in ("~", "?") else part + mark


UNKNOWN = _parse("unknown")
