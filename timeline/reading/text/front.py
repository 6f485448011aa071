"""Front matter: the fields between two fences `---` with which a file of Markdown may begin."""

import re

from timeline.reading.values import Block

_FENCED = re.compile(
    r"[\ufeff\s]*---[ \t\r]*\n"
    r"(?:(?:[\w-]+:(?:[ \t\r].*)?|[ \t]+\S.*|-[ \t].*|#.*|[ \t\r]*)\n){1,40}?"
    r"---[ \t\r]*(?=\n|$)"
)
"""Each line a field, or what goes on from one: a text that begins with a rule has others."""
_TITLE = re.compile(
    r"^(?:title|headline):[ \t]+(?P<quote>[\"'])?"
    r"(?P<words>[^\s>|].*?)(?(quote)(?P=quote))[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)


def front(copy: str) -> list[Block]:
    """The blocks of the front matter: the title is a headline, all else is no prose; mostly none.

    Args:
        copy: the shadow copy of a text.
    """
    fenced = _FENCED.match(copy)
    if fenced is None:
        return []
    title = _TITLE.search(copy, fenced.start(), fenced.end())
    if title is None:
        return [Block("boilerplate", fenced.start(), fenced.end())]
    start, end = title.span("words")
    return [
        Block("boilerplate", fenced.start(), start),
        Block("headline", start, end),
        Block("boilerplate", end, fenced.end()),
    ]
