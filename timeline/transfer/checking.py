"""Checking a stored event, from a file or a disk: known, canonical, in its place, verbatim."""

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from timeline import events as e
from timeline.assertion import Assertion
from timeline.chronicle import Recorded, fields
from timeline.chronicle.state import is_far
from timeline.chronicle.upcasters import UPCASTERS
from timeline.errors import BadDate, StoreError
from timeline.transfer.words import PHRASED, misquoted
from timeline.when import When

TextOf = Callable[[str], str | None]
"""An article's text by its id; None where its bytes are not there."""
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
NONCE = re.compile(r"[0-9a-f]{32}")
STREAM = re.compile(
    r"(article|dossier|actor|occasion):[0-9a-f-]{36}|reading:[0-9a-f-]{36}:\w+|store"
)
DATES = ("published", "said", "about", "date", "since", "until")
TYPES = {"stream": str, "version": int, "name": str, "state": bytes | None}
HOME = {"article": "article", "reading": "article", "dossier": "id"}
"""By kind of stream: the field that says whose stream it is."""


class Examined(NamedTuple):
    """An event, and why it cannot stand in a record."""

    event: "e.AnyEvent | None"
    """None if it was erased, or cannot be read."""
    reason: str | None = None


def examine(recorded: Recorded, text_of: TextOf) -> Examined:
    """Read an event, and tell why it cannot stand in a record, if it cannot.

    Args:
        recorded: as stored, or as a file says that it was.
        text_of: asked for the texts of the articles that it quotes.
    """
    if reason := _mistyped(recorded) or _unknown(recorded.name) or _stray(recorded):
        return Examined(None, reason)
    if recorded.state is None:
        return Examined(None)
    try:
        read = fields(recorded)
        event = _event(*read) if read else None
    except StoreError as damaged:
        return Examined(None, str(damaged).partition("damaged: ")[2] or str(damaged))
    except ValidationError as fault:
        first = fault.errors()[0]
        return Examined(None, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    if read is None or event is None:
        return Examined(None)
    return Examined(
        event,
        _uncanonical(recorded, read[1])
        or _envelope(event)
        or _dates(event)
        or _misplaced(recorded, event)
        or _misquoted(recorded, event, text_of),
    )


def _event(name: str, held: dict[str, Any]) -> "e.AnyEvent":
    kind = e.EVENTS[name]
    # With its defaults given: pydantic copies those that are lists, twenty of them, deeply.
    return kind.model_validate({**_defaults(kind), **held}, strict=True)


@cache
def _defaults(kind: "type[e.AnyEvent]") -> dict[str, Any]:
    return {
        name: field.default for name, field in kind.model_fields.items() if not field.is_required()
    }


def _mistyped(recorded: Recorded) -> str | None:
    """SQLite keeps in a column what it is given, whatever the table declares."""
    for name, kind in TYPES.items():
        if not isinstance(value := getattr(recorded, name), kind):
            return f"{name}: {str(value)[:40]!r} is of another type: written by others"
    return None


def _unknown(name: str) -> str | None:
    if name in e.EVENTS or name in UPCASTERS:
        return None
    kind, _, version = name.rpartition(".")
    if version.isdigit() and any(known.rpartition(".")[0] == kind for known in e.EVENTS):
        return f"{name[:80]!r} was written by a newer version; update timeline to read it"
    return f"{name[:80]!r} is no event that is known here"


def _stray(recorded: Recorded) -> str | None:
    if not STREAM.fullmatch(recorded.stream):
        return f"{recorded.stream[:80]!r} is the name of no stream"
    return None


def _uncanonical(recorded: Recorded, held: dict[str, Any]) -> str | None:
    """Equal events have equal bytes: what is written otherwise was not written by us."""
    state = recorded.state or b""
    if recorded.name not in e.EVENTS:
        held = from_json(state)
        defaults: dict[str, Any] = {}
    else:
        defaults = _defaults(e.EVENTS[recorded.name])
    if is_far(state, held.values()):
        return "a number beyond 2^53, which not all readers of JSON keep"
    same = to_json(dict(sorted(held.items()))) == state
    if same and not any(held[name] == defaults[name] for name in held.keys() & defaults.keys()):
        return None
    return "its state is not canonical JSON: it was changed, or written by others"


def _envelope(event: "e.AnyEvent") -> str | None:
    if not INSTANT.fullmatch(event.at):
        return f"at: {event.at[:40]!r} is no instant in UTC"
    try:
        datetime.fromisoformat(event.at)
    except ValueError:
        return f"at: {event.at!r} is no instant"
    if not NONCE.fullmatch(event.nonce):
        return f"nonce: {event.nonce[:40]!r} is not 128 bits in hexadecimal"
    if not event.by.strip() or not event.by.isprintable():
        return f"by: {event.by[:40]!r} is no name"
    return None


def _dates(event: "e.AnyEvent") -> str | None:
    held = event.__dict__
    for name in DATES:
        if held.get(name):
            try:
                When.parse(held[name])
            except BadDate as bad:
                return f"{name}: {bad}"
    return None


def _misplaced(recorded: Recorded, event: "e.AnyEvent") -> str | None:
    kind, _, subject = recorded.stream.partition(":")
    whose = event.__dict__.get(HOME.get(kind, ""))
    if whose is not None and whose != subject.partition(":")[0]:
        return f"stands in {recorded.stream}, but is of {str(whose)[:40]}"
    if isinstance(event, e.ArticleAdmitted) != (kind == "article" and recorded.version == 1):
        return "an article's stream, and no other, begins with its admission"
    if isinstance(event, e.AssertionRecorded) and kind not in ("reading", "dossier"):
        return f"an assertion is recorded in a reading or a dossier, not in {recorded.stream}"
    return None


def _misquoted(recorded: Recorded, event: "e.AnyEvent", text_of: TextOf) -> str | None:
    if not isinstance(event, (Assertion, *PHRASED)) or event.article is None:
        return None
    if not isinstance(event, Assertion) and event.phrase_start is None:
        return None
    text = text_of(event.article)
    if text is None:
        return f"quotes article {event.article}, whose bytes are not here"
    return misquoted(event, text, by_person=recorded.stream.startswith("dossier:"))
