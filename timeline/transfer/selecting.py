"""Selecting: the part of a chronicle that some articles need to be read elsewhere."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from timeline.chronicle import Recorded, fields, streams
from timeline.projection import Standing
from timeline.query import Filters, Library
from timeline.query.held import held

Cast = tuple[str, str | None, str | None, str]
"""A name, with the role, the body and the kind with which an article introduces it."""


class Part(NamedTuple):
    """The articles that an answer quotes, and the streams that go with them."""

    articles: frozenset[str]
    assertions: set[str]
    """All of these articles, not only those of the answer; grows as they are met."""
    streams: frozenset[str]
    """Of the actors and occasions that these assertions name."""

    def carries(self, recorded: Recorded) -> bool:
        """Whether an event belongs to it; ask in the order of positions.

        Of what happened to the store only the gazetteers: whence other articles came is told to
        nobody.
        """
        kind, _, subject = recorded.stream.partition(":")
        match kind:
            case "article":
                return subject in self.articles
            case "reading":
                return subject.partition(":")[0] in self.articles
            case "dossier":
                return subject in self.assertions or self._by_hand(recorded)
            case "store":
                return recorded.name.startswith("gazetteer-adopted.")
            case _:
                return recorded.stream in self.streams

    def _by_hand(self, recorded: Recorded) -> bool:
        """Whether a person asserted it, in one of the articles."""
        if not recorded.name.startswith("assertion-recorded."):
            return False
        read = fields(recorded)
        if read is None or read[1]["article"] not in self.articles:
            return False
        self.assertions.add(read[1]["id"])
        return True


def part(library: Library, articles: Iterable[str]) -> Part:
    """Find what goes with these articles: readings, dossiers, and whom and what they name.

    Args:
        library: the views of the record.
        articles: ids.
    """
    wanted = frozenset(articles)
    assertions: set[str] = set()
    casts: set[Cast] = set()
    occasions: set[str] = set()
    for found in held(library, Filters(source=tuple(wanted), everything=True)) if wanted else ():
        one, record = found.standing, found.record
        assertions.add(one.id)
        occasions |= {one.occasion, record.get("occasion_key") or ""}
        casts |= _casts(one, record)
    depends = library.directory().depends
    keys = frozenset().union(*(depends(*cast) for cast in casts if cast[0]))
    named = {streams.actor(key) for key in keys}
    named |= {streams.occasion(key) for key in occasions if key}
    return Part(wanted, assertions, frozenset(named))


def _casts(one: Standing, record: dict[str, Any]) -> set[Cast]:
    """All that it names, each as `Directory.depends` is asked for it."""
    get = record.get
    name = get("speaker_name") or ""
    names = {one.actor, one.side, *one.sides, *one.targets, *one.target_sides, one.occasion_name}
    for field in ("targets", "targets_name", "reporters", "reporters_name"):
        names.update(get(field) or ())
    who = (name, get("speaker_role"), get("speaker_body"), get("speaker_kind") or "unknown")
    return {who, *((each, None, None, "unknown") for each in names)}
