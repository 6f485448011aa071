"""A small world told in events: articles, assertions, decisions, straight into a chronicle."""

import hashlib
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from timeline.actors import shipped
from timeline.chronicle import Batch, Chronicle, streams
from timeline.chronicle.hardening import Hardening
from timeline.events import (
    ActorsMerged,
    ActorsParted,
    AliasAdded,
    AliasRemoved,
    ArticleAdmitted,
    ArticleDated,
    ArticleRead,
    AssertionAccepted,
    AssertionCorrected,
    AssertionDated,
    AssertionLinked,
    AssertionRecorded,
    AssertionRejected,
    AssertionReopened,
    AssertionRestored,
    AssertionRetracted,
    AssertionUnlinked,
    GazetteerAdopted,
    OccasionDated,
)  # fmt: skip
from timeline.query import Library

QUICK = Hardening(full=False)
"""What a power cut takes is not tried here."""
DEFAULTS: dict[str, Any] = {"method": "rules/1", "pattern": "test", "confidence": 80}


class World:
    """A chronicle that grows sentence by sentence; time passes a minute at a time."""

    def __init__(self, folder: Path, gazetteer: bool = True) -> None:
        self.folder = folder
        self.chronicle = Chronicle.create(folder / "timeline.db", hardening=QUICK)
        self.minutes = 0
        self.ids: list[str] = []
        self.said: dict[str, dict[str, Any]] = {}
        if gazetteer:
            held = shipped()
            self.tell(
                streams.STORE,
                GazetteerAdopted(
                    **self.envelope(), version=held.version, sha256=held.sha256,
                    entries=list(held.entries),
                ),
            )  # fmt: skip

    def envelope(self, by: str = "Ada") -> dict[str, str]:
        """An instant a minute after the last one."""
        self.minutes += 1
        days, minutes = divmod(self.minutes, 1440)
        at = f"2026-01-{days + 1:02}T{minutes // 60:02}:{minutes % 60:02}:00.000000Z"
        return {"at": at, "by": by, "nonce": "0" * 32}

    def tell(self, stream: str, *events: Any) -> None:
        """Append events to a stream."""
        version = self.chronicle.stream_version(stream)
        self.chronicle.append(Batch(stream, version, events))

    def article(
        self, name: str, *said: dict[str, Any], published: str = "", reader: str = "1"
    ) -> str:
        """An article and what a reader finds in it; its id."""
        sha256 = hashlib.sha256(name.encode()).hexdigest()
        article = str(uuid5(NAMESPACE_URL, sha256))
        stream = streams.article(article)
        if not self.chronicle.stream_version(stream):
            self.tell(
                stream,
                ArticleAdmitted(
                    **self.envelope(), article=article, sha256=sha256, commitment="0" * 64,
                    media_type="text/plain", extractor="utf-8", size=len(name), name=name,
                ),
                ArticleDated(**self.envelope(), article=article, published=published, basis="stated"),
            )  # fmt: skip
        read = ArticleRead(
            **self.envelope(), article=article, reader="rules", version=reader, configuration="",
            found=len(said), refused=[], findings=[],
        )  # fmt: skip
        events = [self.assertion(article, sha256, at, one) for at, one in enumerate(said)]
        self.tell(streams.reading(article, "rules", reader, ""), read, *events)
        return article

    def assertion(
        self, article: str, sha256: str, at: int, one: dict[str, Any]
    ) -> AssertionRecorded:
        """An event for what somebody said: `by`, `about`, `words` and any other field."""
        told = dict(one)
        by, about = told.pop("by", "China"), told.pop("about", ())
        about = [about] if isinstance(about, str) else list(about)
        words, start = told.pop("words", f"words {at}"), told.pop("start", at * 100)
        id_ = str(uuid5(NAMESPACE_URL, f"{article} {start}"))
        if id_ not in self.ids:
            self.ids.append(id_)
        self.said[id_] = one
        fields = {
            "id": id_, "handle": f"{sha256[:8]}@{start}", "article": article,
            "passage_start": start, "passage_end": start + len(words),
            "asserted": words, "asserted_start": start, "asserted_end": start + len(words),
            "speaker": by, "speaker_start": start, "speaker_end": start + 1,
            "speaker_name": by, "speaker_name_start": start, "speaker_name_end": start + 1,
            "targets": about, "targets_start": [start] * len(about), "targets_end": [start] * len(about),
            "targets_name": about, "targets_name_start": [start] * len(about),
            "targets_name_end": [start] * len(about),
        }  # fmt: skip
        return AssertionRecorded(**self.envelope("rules"), **DEFAULTS, **{**fields, **told})

    def decide(self, number: int, what: str, **fields: Any) -> None:
        """A person's decision on the assertion with this number, from 0."""
        id_ = self.ids[number]
        stream = streams.dossier(id_)
        match what:
            case "accept":
                event: Any = AssertionAccepted(**self.envelope(), id=id_)
            case "reject":
                event = AssertionRejected(**self.envelope(), id=id_, reason="no")
            case "reopen":
                event = AssertionReopened(**self.envelope(), id=id_)
            case "retract":
                event = AssertionRetracted(**self.envelope(), id=id_, reason="no")
            case "restore":
                event = AssertionRestored(**self.envelope(), id=id_)
            case "date":
                event = AssertionDated(**self.envelope(), id=id_, basis="person", **fields)
            case _:
                event = self.corrected(id_, fields)
        self.tell(stream, event)

    def corrected(self, id_: str, fields: dict[str, Any]) -> AssertionCorrected:
        """The whole assertion with some fields changed."""
        library = self.library()
        held = library.recorded(id_)
        library.close()
        for name in ("at", "by", "nonce", "reason"):
            held.pop(name, None)
        return AssertionCorrected(**self.envelope(), reason="wrong", **{**held, **fields})

    def link(self, number: int, relation: str, other: int, remove: bool = False) -> None:
        """A person links two assertions, or takes that back."""
        kind = AssertionUnlinked if remove else AssertionLinked
        one, two = self.ids[number], self.ids[other]
        self.tell(
            streams.dossier(one), kind(**self.envelope(), id=one, relation=relation, other=two)
        )

    def alias(self, alias: str, actor: str, remove: bool = False) -> None:
        """Another name means an actor, or no longer does."""
        kind = AliasRemoved if remove else AliasAdded
        self.tell(streams.actor(actor), kind(**self.envelope(), alias=alias, actor=actor))

    def merge(self, actor: str, into: str, part: bool = False) -> None:
        """Two actors are one, or are no longer."""
        kind = ActorsParted if part else ActorsMerged
        self.tell(streams.actor(actor), kind(**self.envelope(), actor=actor, into=into))

    def occasion(self, key: str, date: str, article: str | None = None) -> None:
        """An occasion was on a date, as an article or a person says."""
        basis = "stated" if article else "person"
        self.tell(
            streams.occasion(key),
            OccasionDated(
                **self.envelope(), occasion=key, name=key, date=date, basis=basis, article=article
            ),
        )

    def library(self, views: str = "timeline.views.db", **more: Any) -> Library:
        """The library over this world."""
        return Library(self.chronicle, self.folder / views, **more)
