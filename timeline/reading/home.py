"""Home: the country that an article is about, known or not."""

import re
from collections import Counter
from collections.abc import Container, Iterable

from timeline.reading.cast import Cast
from timeline.reading.mentioned import Mark
from timeline.reading.speakers.kinds import known_kind
from timeline.reading.values import Name, Span
from timeline.reading.vocabulary import Words

LAND = re.compile(
    r"\b([A-Z][a-z]+)['’]s (?:[a-z]+ ){0,2}?(?:government|parliament|opposition|army|military"
    r"|president|prime minister|foreign minister|[a-z]+ ministry|ambassador|embassy|capital)\b"
    r"|^[A-Z][A-Z '’-]+, ([A-Z][a-z]+)(?:,| \(| —| –| -)",
    re.MULTILINE,
)
"""What owns a government, or where an article was written: "Norland's opposition"."""
FAR_MORE = 4
"""So many times as often as the next: then an article is about one country."""


def land(copy: str, words: Words, people: Iterable[Name]) -> tuple[Mark | None, int]:
    """The country that nobody knows, of which an article tells most, and how often it is named."""
    named = {word for name in people for word in copy[slice(*name.span)].split()}
    found: dict[str, tuple[int, Span]] = {}
    for match in LAND.finditer(copy):
        span = Span(*match.span(match.lastindex or 0))
        word = copy[slice(*span)]
        if word not in found and word not in named and known_kind(word.lower()) is None:
            found[word] = len(words.places.get(word.lower(), ())), span
    if not found:
        return None, 0
    word, (count, span) = max(found.items(), key=lambda item: item[1][0])
    return Mark(*span, span, word, (word,), "country"), count


def home(cast: Cast) -> Mark | None:
    """A mention of the known country that an article is about."""
    return _counted(cast)[0]


def known_or(unknown: tuple[Mark | None, int], cast: Cast, but: Container[str] = ()) -> Mark | None:
    """The country that an article is about, known or as `land` tells: which it names more often.

    `but`: sides that it cannot be.
    """
    known, often = _counted(cast, but)
    land, times = unknown
    return land if times > often else known


def several(cast: Cast) -> bool:
    """Whether an article is about more than one country: none is named far more often than all."""
    count = Counter(mark.side for mark in cast.marks if mark.kind == "country" and mark.side)
    (_, most), *others = [*count.most_common(2), ("", 0)][:2]
    return any(FAR_MORE * often > most > 0 for _, often in others)


def _counted(cast: Cast, but: Container[str] = ()) -> tuple[Mark | None, int]:
    """A mention of the country most often named, and how often."""
    countries: dict[str, Mark] = {}
    count: Counter[str] = Counter()
    for mark in cast.marks:
        if mark.kind in {"country", "office"} and mark.side and mark.side not in but:
            count[mark.side] += 1
            if mark.side not in countries or cast.text[slice(*countries[mark.side].name)].isupper():
                countries[mark.side] = mark  # rather than the capital in a dateline
    best = max(countries, key=lambda side: count[side], default=None)
    return (countries[best], count[best]) if best is not None else (None, 0)
