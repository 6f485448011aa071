"""Checking a stored event, from a file or a disk: known, canonical, in its place, verbatim."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from pydantic_core import from_json, to_json

from timeline import events as e
from timeline.assertion import Assertion
from timeline.chronicle import Recorded, decode, encode
from timeline.chronicle.upcasters import UPCASTERS
from timeline.errors import BadDate, BadInput, StoreError
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
HOME = {"article": "article", "reading": "article", "dossier": "id"}
"""By kind of stream: the field that says whose stream it is."""


def fault(recorded: Recorded, text_of: TextOf) -> str | None:
    """Why an event cannot stand in a record; None if it can. One that was erased can.

    Args:
        recorded: as stored, or as a file says that it was.
        text_of: asked for the texts of the articles that it quotes.
    """
    if reason := _unknown(recorded.name) or _stray(recorded):
        return reason
    if recorded.state is None:
        return None
    try:
        event = decode(recorded)
    except StoreError as damaged:
        return str(damaged).partition("damaged: ")[2] or str(damaged)
    if event is None:
        return None
    return (
        _uncanonical(recorded, event)
        or _envelope(event)
        or _dates(event)
        or _misplaced(recorded, event)
        or _misquoted(recorded, event, text_of)
    )


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


def _uncanonical(recorded: Recorded, event: "e.AnyEvent") -> str | None:
    """Equal events have equal bytes: what is written otherwise was not written by us."""
    if recorded.name in e.EVENTS:
        try:
            same = encode(event) == recorded.state
        except BadInput as bad:
            return str(bad)
    else:
        held: dict[str, Any] = from_json(recorded.state or b"")
        same = to_json(dict(sorted(held.items()))) == recorded.state
    return None if same else "its state is not canonical JSON: it was changed, or written by others"


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
