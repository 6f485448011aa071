"""What `import` tells: how much came in, and what was decided differently here and there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.chronicle import Recorded, decode
from timeline.cli.telling.subjects import Subjects
from timeline.projection import Sentence, Sheet
from timeline.projection.coverage import plural
from timeline.projection.sheet import Table
from timeline.review.telling import deed

if TYPE_CHECKING:
    from timeline.events import AnyEvent
    from timeline.query import Library
    from timeline.transfer import Clash, Imported

COLUMNS = ("what", "ours", "theirs")
NAMES = ("name", "alias", "child", "actor", "subject")
"""Fields of events about actors and occasions that name what they are about."""


def sheet(came: "Imported", file: str, library: "Library") -> Sheet:
    """The sheet of one import; `library` tells what conflicts are about."""
    did = "copied" if came.how == "copy" else "merged"
    first = (
        f"{plural(came.events, 'event')} and {plural(came.articles, 'article')} {did} from {file};"
        f" {came.known:,} known already, {len(came.clashes):,} in conflict. The store ends at"
        f" #{came.head}."
    )
    if not came.clashes:
        return (Sentence(first, "count"),)
    told = Sentence(
        "Each of these goes on differently here and there. Ours stays; nothing of theirs was"
        " merged, there and after.",
        "warning",
    )
    held = records(came, library)
    rows = tuple(tuple(str(one[name]) for name in COLUMNS) for one in held)
    return Sentence(first, "count"), told, Table(COLUMNS, rows)


def records(came: "Imported", library: "Library") -> Iterator[dict[str, Any]]:
    """Each conflict: where it is and on what, what we hold, what they say."""
    for one in came.clashes:
        yield {
            "stream": one.theirs.stream,
            "version": one.theirs.version,
            "line": one.line,
            "what": _what(one, library),
            "ours": _told(one.ours, f"#{one.ours.position}") if one.ours else "not here",
            "theirs": _told(one.theirs, f"line {one.line}"),
        }


def _what(one: "Clash", library: "Library") -> str:
    """What both decided on, by the name that people know it by; here, where it is here."""
    event = (decode(one.ours) if one.ours else None) or decode(one.theirs)
    if event is None:
        return "something that was erased"
    held = dict(event)
    if known := Subjects(library, ()).of(held):
        return known
    named = next((str(held[name]) for name in NAMES if held.get(name)), "")
    return f"“{named}”" if named else one.theirs.stream


def _told(recorded: Recorded, where: str) -> str:
    event: AnyEvent | None = decode(recorded)
    if event is None:
        return f"something that was erased ({where})"
    return f"{event.by} {deed(event)}, {event.at[:16].replace('T', ' ')} ({where})"
