"""Ministries: "the ministry", "the Foreign Ministry" by the name that tells whose it is."""

from timeline.reading.speakers.kinds import country_of
from timeline.reading.speakers.registry import Registry
from timeline.reading.values import Name

_COUNTRY = 3
"""Words that a country's name has at most: "South Korean", "United Arab Emirates"."""


def whole(tokens: tuple[str, ...], at: int, known: Registry) -> Name | None:
    """What an article has called so with its country; None if it has with several.

    Args:
        tokens: the words of the mention in lower case, without article: "foreign", "ministry".
        at: where the mention stands; what is named only behind it may be another's.
        known: the names of the article.
    """
    head = tokens[-1]
    if head != "ministry":
        return None
    found: dict[str, Name] = {}
    for entry in (*known.by_word.get(head, {}).values(), *known.by_head.get(head, ())):
        if known.since.get(entry.tokens, entry.at) >= at or entry.tokens[-len(tokens) :] != tokens:
            continue
        if country := _country(entry.tokens):
            found.setdefault(country, entry.name)
    return next(iter(found.values())) if len(found) == 1 else None


def _country(tokens: tuple[str, ...]) -> str | None:
    """Whose it is by its first words: "russia 's foreign ministry"."""
    named = (country_of(" ".join(tokens[:size])) for size in range(1, _COUNTRY + 1))
    return next(filter(None, named), None)
