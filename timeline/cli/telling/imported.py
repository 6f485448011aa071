"""What `import` tells: how much came in, and what was decided differently here and there."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from timeline.chronicle import Recorded, decode
from timeline.projection import Sentence, Sheet
from timeline.projection.coverage import plural
from timeline.projection.sheet import Table
from timeline.review.telling import deed

if TYPE_CHECKING:
    from timeline.transfer import Clash, Imported

COLUMNS = ("stream", "line", "ours", "theirs")


def sheet(came: "Imported", file: str) -> Sheet:
    """The sheet of one import."""
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
    rows = tuple(tuple(str(one[name]) for name in COLUMNS) for one in records(came.clashes))
    return Sentence(first, "count"), told, Table(COLUMNS, rows)


def records(clashes: "Iterable[Clash]") -> Iterator[dict[str, Any]]:
    """Each conflict: where it is, what we hold, what they say."""
    for one in clashes:
        yield {
            "stream": one.theirs.stream,
            "version": one.theirs.version,
            "line": one.line,
            "ours": _told(one.ours, f"#{one.ours.position}") if one.ours else "not here",
            "theirs": _told(one.theirs, f"line {one.line}"),
        }


def _told(recorded: Recorded, where: str) -> str:
    event = decode(recorded)
    return f"{where} {event.by if event else 'somebody'} {deed(event)}"
