"""Which lines of an article can carry its own date, and what else may stand on such a line."""

import re
from collections.abc import Iterator
from itertools import islice

FIRST, LAST, LONGEST, FOOT = 14, 4, 400, 2000
"""Lines at the head, lines at the foot, code points of a line, code points of the foot."""
LABEL = re.compile(
    r"(?P<label>first published|last (?:updated|modified)|date of publication|publication date"
    r"|release date|date published|date posted|published|posted|updated|modified|issued|released"
    r"|filed|created|publish date|pub date|pubdate|date|dated|for immediate release)"
    r"(?: (?:on|at))?(?P<colon> ?:)? {0,3}$"
)
LATER = ("updated", "modified", "last updated", "last modified")
BYLINE = re.compile(
    r"(?:^|[|•·] ?|- )(?:written |reported |edited |story )?by {1,3}[^.!?;]{2,120}$"
)
_CITY = r"[A-Z][a-z'’-]*[A-Z.][A-Za-z.'’-]*"
_WORD = r"[A-Z][\w.&’'-]*(?: (?:of|the|and|&)(?= ))?"
_NAME = rf"{_WORD}(?: {_WORD}){{0,5}} ?"
"""Up to six words. Between words, as between cities, stands something: otherwise a run of capitals
could be parted anywhere, and a line of them would take hours."""
DATELINE = re.compile(
    rf"^{_CITY}(?:(?: |/|, ){_CITY}){{0,3}}(?: |/|, )?(?:[A-Z][A-Za-z. ]{{2,20}})?"
    r"(?: ?\([A-Za-z ./]{2,30}\) ?)?[,-]? ?(?:[-–—]+ ?)?$"
)
SOURCE = re.compile(rf"^(?:\([A-Z][\w.&’' -]{{1,30}}\) ?|{_NAME}[|•·/:–—-] ?)$")
OUTLET = re.compile(rf"^{_NAME}(?:\([A-Z][\w. ’'-]{{1,30}}\))?, ?$")
"""What stands before the date on a line that has but a name besides: "The Guardian, 3 May 2024"."""
NAMED = re.compile(rf"^(?P<name>{_NAME}(?:\([A-Z][\w. ’'-]{{1,30}}\))?)[,|•·/:–—-]? ?$")
"""A line, or what stands before the date on one, that has but a name."""
PLACED = re.compile(r"^[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, [A-Z][\w.' ’-]{1,20})?, ?$")
"""What stands before the date on a line under a byline: "Brussels, 4 October 2024"."""
_SENT = r"[,.]? ?(?:\({agency}{{2,40}}\) ?)?[{signs}]"
SENT = re.compile(_SENT.format(agency=r"[^()\n]", signs="-–—:|"))
"""What follows the day of a dateline, before its story: " (Reuters) - "."""
SENT_ON_LINE = re.compile(_SENT.format(agency="[A-Za-z0-9 ./&-]", signs="-–—:"))
"""The same on a line that is looked at whole, where | parts a date from what else stands there."""
DATELINED = 80
"""Code points of a line before its day."""
PICTURE = re.compile(r"(?i)photo|image|picture|credit|caption|copyright|©|getty|file |video|source")
CLEAN = re.compile(
    r"^[\s|•·,;/()–—-]*(?:\(?(?i:updated|modified|published|last|first|by|at|edited)\b[^!?]{0,160}"
    r"|[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,5} ?[|•·]?"
    r"|[A-Za-z]{2,14} ?:.*|[0-9]+ min(?:ute)?s? read.*"
    r"|(?i:comments?|share|print|read|subscribe)\b.{0,60})?[\s|•·,;/()–—-]*$",
    re.DOTALL,
)


def header_lines(text: str, upto: int | None = None) -> Iterator[tuple[int, str]]:
    """The lines at the head of the text, and the last few, with the offset of each.

    A long line is given by its beginning only. With `upto` only lines that begin before it count.
    """
    stop = len(text) if upto is None else upto
    after = 0
    for start, line in islice(_lines(text, 0, stop), FIRST):
        after = start + len(line)
        yield start, line[:LONGEST]
    if upto is None:
        foot = list(_lines(text, max(after, len(text) - FOOT), len(text)))
        for start, line in foot[-LAST:]:
            yield start, line[:LONGEST]


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Lines that are not blank, with their offsets."""
    while start < stop:
        end = text.find("\n", start, stop)
        end = stop if end < 0 else end
        if line := text[start:end].rstrip():
            yield start, line
        start = end + 1
