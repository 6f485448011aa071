"""The outlet that stands beside an article's date: told, and never taken for its publisher.

A paper prints what another wrote, and a section is called like a paper: "World News".
"""

import re

from timeline.assertion import Finding
from timeline.reading.dates import Header
from timeline.reading.dates.headers.lines import BYLINE, NAMED
from timeline.reading.lexicons import words

SETTLED = re.compile(r'timeline correct ID publisher="[^"]+" -m WHY$')
"""How a person says who the publisher is; where one is known, there is nothing to say."""
LETTERS = re.compile("[a-z]+")


def outlet(text: str, stated: Header, title: str | None) -> Finding | None:
    """The name of an outlet before the date on its line, or alone on the line above.

    Args:
        text: of the article.
        stated: its date, as its head states it.
        title: its headline, which is no outlet.
    """
    line = text.rfind("\n", 0, stated.start) + 1
    end = len(text[:line].rstrip())
    above = text.rfind("\n", 0, end) + 1
    for start, stop in ((line, stated.start), (above, end)):
        told = text[start:stop].strip("\ufeff *_#\t\r")
        named = NAMED.match(told)
        if named is None or told == title or BYLINE.match(told.lower()):
            continue
        name = named["name"].strip()
        if set(LETTERS.findall(name.lower())) & PAPERS:
            begins = text.index(name, start)
            says = (
                f"“{name}” stands beside the date. If it is the publisher:"
                f' timeline correct ID publisher="{name}" -m WHY'
            )
            return Finding(begins, begins + len(name), name, says)
    return None


PAPERS = words("names", "media") | words("names", "outlets")
"""Words in the names of papers."""
