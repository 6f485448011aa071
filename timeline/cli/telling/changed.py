"""What `changes` tells: decisions with who and why, then what reads differently since."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timeline.chronicle import decode
from timeline.cli.telling.subjects import Subjects
from timeline.events import Noted
from timeline.projection import Sentence, Sheet
from timeline.projection.coverage import plural
from timeline.projection.sheet import Heading, Table
from timeline.query.several import paged
from timeline.review.telling import deed
from timeline.terms import undone
from timeline.when import When

if TYPE_CHECKING:
    from timeline.chronicle import Chronicle
    from timeline.events import AnyEvent
    from timeline.query import Changed, Decided, Difference, Library

SUCH_AS = 3
"""Handles that are named of the entries that changed alike."""
FOLLOWS = {
    "checked_by": "status", "counts": "status", "sides": "actor", "target_sides": "targets",
    "toward": "targets",
}  # fmt: skip
"""Fields of entries that are not told where that changed from which they follow."""
UNTOLD = ("at", "by", "nonce", "reason", "method", "pattern", "confidence")


def between(since: str | None, until: str | None) -> str:
    """Between which moments, as they were typed: a position is one by its `#`.

    >>> between("0", "5"), between(None, None)
    ('After #0, up to #5', 'Since the beginning')
    """
    first, last = (f"#{one}" if one and one.isdecimal() else one for one in (since, until))
    if last is None:
        return f"Since {first or 'the beginning'}"
    return f"After {first or 'the beginning'}, up to {last}"


def sheet(library: "Library", chronicle: "Chronicle", found: "Changed", asked: str) -> Sheet:
    """The sheet of what changed between two positions.

    Args:
        library: of the views.
        chronicle: the record.
        found: what changed.
        asked: between which moments, as `between` says it.
    """
    people = {one.event.get("by") for one in found.decisions}
    who = f", {len(people)} {'person' if len(people) == 1 else 'people'}" if people else ""
    first = f"{asked}: {plural(len(found.decisions), 'decision')}{who}"
    if found.articles or found.recorded:
        first += f"; {plural(found.articles, 'article')} and"
        first += f" {plural(found.recorded, 'assertion')} came in"
    blocks: list[Any] = [Sentence(f"{first}. (#{found.first} → #{found.last})", "count")]
    if found.decisions:
        pages = paged(found.decisions)
        rows = tuple(row for page in pages for row in _rows(library, chronicle, page, found.moved))
        blocks.append(Table(("position", "when", "who", "what"), rows))
    short = {one.sha256[:8]: one.short for one in library.articles()}
    if told := tuple(differing(found.differences, short)):
        blocks += [Heading("What reads differently")]
        blocks += [Table(("view", "entries", "what"), told)]
    return tuple(blocks)


def _rows(
    library: "Library",
    chronicle: "Chronicle",
    page: Sequence["Decided"],
    moved: Mapping[int, int],
) -> Iterator[tuple[str, ...]]:
    told = chronicle.these([one.position for one in page])
    events = {one.position: event for one in told if (event := decode(one)) is not None}
    subjects = Subjects(library, page)
    for one in page:
        event, many = events.get(one.position), moved.get(one.position, 0)
        yield _row(subjects, one, event, many) if event else (f"#{one.position}", "", "", "erased")


def _row(subjects: Subjects, one: "Decided", event: "AnyEvent", moved: int) -> tuple[str, ...]:
    when = event.at[:16].replace("T", " ")
    why = getattr(event, "reason", None)
    told = _did(subjects, one, event)
    told += f"; moves {plural(moved, 'assertion')}" if moved else ""
    if back := undone(why):
        told = f"undid #{back}: {told}"
    elif why:
        told += f"; why: {why}"
    return f"#{one.position}", when, event.by, told


def _did(subjects: Subjects, one: "Decided", event: "AnyEvent") -> str:
    """What was done to what."""
    told = deed(event.model_copy(update={"reason": None}))
    about = subjects.of(one.event)
    if isinstance(event, Noted):
        return f"noted on {about}: {event.text}"
    if about:
        told = told.replace(" it", f" {about}", 1) if " it" in told else f"{told}, {about}"
    if other := getattr(event, "other", None):
        told = told.replace(other, subjects.named(other))
    if one.name.startswith("assertion-corrected."):
        told += "".join(f"; {field}" for field in _corrected(subjects.before(one), one.event))
    return told


def _corrected(before: Mapping[str, Any], after: "Mapping[str, Any]") -> Iterator[str]:
    """Each field that a correction changed; places go with their words."""
    for name in sorted(before.keys() | after.keys()) if before else ():  # else it was erased
        was, now = before.get(name), after.get(name)
        if name not in UNTOLD and not name.endswith(("_start", "_end")) and was != now:
            yield f"{name.replace('_', ' ')}: {_told(was)} → {_told(now)}"


def differing(found: "tuple[Difference, ...]", short: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Rows of what reads differently: views, how many entries, what changed in which.

    Args:
        found: entries before and after.
        short: articles' short names by the start of their handles.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for one in found:
        article, _, offset = one.handle.partition("@")
        handle = f"{short.get(article, article)}@{offset}"
        for what in _what(one):
            alike.setdefault((one.view, what), []).append(handle)
    views: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (view, what), handles in alike.items():
        views.setdefault((what, tuple(handles)), []).append(view)
    for (what, told), names in views.items():
        such = ", ".join(told[:SUCH_AS]) + (", …" if len(told) > SUCH_AS else "")
        yield ", ".join(names), f"{len(told):,}", f"{what}: {such}"


def _what(one: "Difference") -> Iterator[str]:
    if one.before is None or one.after is None:
        yield "now here" if one.before is None else "no longer here"
        return
    before, after = one.before._asdict(), one.after._asdict()
    changed = [name for name, was in before.items() if was != after.get(name)]
    for name in changed:
        was, now = before[name], after.get(name)
        if name == "said":
            yield f"said {When.parse(str(was)).label} → {When.parse(str(now)).label}"
        elif FOLLOWS.get(name) not in changed:
            yield f"{name.replace('_', ' ')} {_told(was)} → {_told(now)}"


def _told(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "nothing"
    return (
        "nothing" if value in (None, "") else f"“{value}”" if isinstance(value, str) else f"{value}"
    )
