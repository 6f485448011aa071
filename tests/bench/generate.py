"""Makes chronicles as news would: few actors speak often, many once, over five years.

One assertion in fifty is accepted later, one in a hundred corrected, one in two hundred retracted;
one article in ten arrives late, one in twenty reports an occasion, now and then somebody adds an
alias. States are written as the chronicle writes them; a test decodes and encodes them again.
"""

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic_core import to_json

from timeline.actors import shipped
from timeline.chronicle import Chronicle, streams

FIRST = dt.date(2020, 1, 1)
DAYS = 5 * 365
KNOWN = (
    "NATO", "China", "Russia", "Ukraine", "United States", "European Union", "Iran", "Japan",
    "United Kingdom", "France", "Germany", "India", "OPEC", "United Nations", "Israel", "Turkey",
    "North Korea", "South Korea", "Brazil", "Mexico", "Poland", "Sweden", "Canada", "Australia",
)  # fmt: skip
FAMILIES = ("accuse", "criticise", "concern", "warn", "ask", "state", "open", "support")
ROLES = ("Foreign Minister", "spokesperson", "Secretary-General", "President", "Ambassador")
SYLLABLES = (
    "ka",
    "ren",
    "to",
    "mi",
    "sol",
    "va",
    "der",
    "lin",
    "os",
    "ba",
    "ti",
    "gor",
    "en",
    "wu",
)
BATCH = 5000
Row = tuple[str, int, str, bytes]


class News:
    """A source of events, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        words = [
            "".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4)))
            for _ in range(20_000)
        ]
        self.words = words
        self.weights = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
        self.people = [
            f"{a.capitalize()} {b.capitalize()}"
            for a, b in zip(words[::2], words[1::2], strict=True)
        ]
        self.names = [*KNOWN, *self.people]
        self.fame = list(accumulate(1 / (rank + 1) ** 1.1 for rank in range(len(self.names))))
        self.roles = {name: self.random.choice(ROLES) for name in self.people}
        self.bodies = {name: self.random.choice(KNOWN) for name in self.people}
        self.versions: dict[str, int] = {}
        self.held: list[dict[str, Any]] = []
        self.clock = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)

    def uuid(self) -> str:
        """A random id."""
        return str(UUID(int=self.random.getrandbits(128)))

    def envelope(self, by: str) -> dict[str, str]:
        """At, by, nonce."""
        self.clock += dt.timedelta(milliseconds=self.random.randint(1, 200))
        at = self.clock.isoformat(timespec="microseconds").replace("+00:00", "Z")
        return {"at": at, "by": by, "nonce": f"{self.random.getrandbits(128):032x}"}

    def row(self, stream: str, name: str, event: dict[str, Any]) -> Row:
        """An event as stored: keys sorted, defaults left out."""
        version = self.versions[stream] = self.versions.get(stream, 0) + 1
        return stream, version, name, to_json(dict(sorted(event.items())))

    def somebody(self, count: int = 1) -> list[str]:
        """Actors, the famous ones more often."""
        return self.random.choices(self.names, cum_weights=self.fame, k=count)

    def article(self, number: int) -> Iterator[Row]:
        """An article, its reading, and what people then decide on earlier ones."""
        article, sha256 = self.uuid(), f"{self.random.getrandbits(256):064x}"
        day = FIRST + dt.timedelta(
            self.random.randrange(DAYS) if number % 10 == 0 else number * DAYS // self.total
        )
        stream = streams.article(article)
        yield self.row(stream, "article-admitted.1", {
            **self.envelope("Ada"), "article": article, "sha256": sha256, "commitment": sha256,
            "media_type": "text/plain", "extractor": "utf-8", "size": 4000, "name": f"{number}.txt",
        })  # fmt: skip
        yield self.row(stream, "article-dated.1", {
            **self.envelope("rules"), "article": article, "published": day.isoformat(), "basis": "stated",
        })  # fmt: skip
        count = self.random.randint(5, 35)
        stream = streams.reading(article, "rules", "1", "")
        yield self.row(stream, "article-read.1", {
            **self.envelope("rules"), "article": article, "reader": "rules", "version": "1",
            "configuration": "", "found": count, "refused": [], "findings": [],
        })  # fmt: skip
        occasion = f"summit {number}" if number % 20 == 0 else None
        start = 0
        for _ in range(count):
            event = self.assertion(article, sha256, day, occasion, start)
            start = event["asserted_end"] + 40
            if self.random.random() < 0.05:
                self.held.append(event)
            yield self.row(stream, "assertion-recorded.1", event)
        if occasion:
            yield self.row(streams.occasion(occasion), "occasion-dated.1", {
                **self.envelope("rules"), "occasion": occasion, "name": occasion,
                "date": day.isoformat(), "basis": "stated", "article": article,
            })  # fmt: skip
        yield from self.decisions(count)
        if number % 2000 == 1999:
            alias = self.random.choice(self.people)
            yield self.row(streams.actor("China"), "alias-added.1", {
                **self.envelope("Ada"), "alias": alias, "actor": "China",
            })  # fmt: skip

    def assertion(
        self, article: str, sha256: str, day: dt.date, occasion: str | None, start: int
    ) -> dict[str, Any]:
        """One assertion, some 900 bytes."""
        speaker, target = self.somebody(2)
        words = " ".join(
            self.random.choices(self.words, cum_weights=self.weights, k=self.random.randint(6, 22))
        )
        end = start + len(words)
        event: dict[str, Any] = {
            **self.envelope("rules"), "id": self.uuid(), "handle": f"{sha256[:8]}@{start}",
            "article": article, "passage_start": start, "passage_end": end + 30, "asserted": words,
            "asserted_start": start, "asserted_end": end, "speaker": speaker, "speaker_start": start,
            "speaker_end": start + len(speaker), "speaker_name": speaker, "speaker_name_start": 1,
            "speaker_name_end": 1 + len(speaker), "targets": [target], "targets_start": [start],
            "targets_end": [end], "targets_name": [target], "targets_name_start": [1],
            "targets_name_end": [5], "cue": words.split()[0], "cue_start": start, "cue_end": start + 3,
            "method": "rules/1", "pattern": "verb", "confidence": self.random.randint(50, 95),
        }  # fmt: skip
        if (family := self.random.choice(FAMILIES)) != "state":
            event |= {"family": family}
        if family in ("accuse", "criticise"):
            event |= {"act": "accuse", "sign": -1}
        if speaker not in KNOWN:
            event |= {
                "speaker_role": self.roles[speaker],
                "speaker_body": self.bodies[speaker],
                "speaker_kind": "person",
                "authority": "office",
            }
        if self.random.random() < 0.3:
            event |= {"form": "direct", "own": [start, end]}
        if self.random.random() < 0.4:
            event |= {
                "said": day.isoformat(),
                "said_basis": "stated",
                "said_rule": "weekday",
                "said_phrase": "on Thursday",
                "said_phrase_start": start,
                "said_phrase_end": start + 11,
            }
        else:
            event |= {"said": f"../{day.isoformat()}", "said_basis": "article"}
        if occasion and self.random.random() < 0.5:
            event |= {
                "occasion": occasion,
                "occasion_key": occasion,
                "occasion_start": 1,
                "occasion_end": 9,
            }
        return event

    def decisions(self, count: int) -> Iterator[Row]:
        """What people decide while so many assertions arrive."""
        for _ in range(count):
            chance = self.random.random()
            if chance > 0.035 or not self.held:
                continue
            one = self.random.choice(self.held)
            stream = streams.dossier(one["id"])
            if chance < 0.02:
                yield self.row(
                    stream, "assertion-accepted.1", {**self.envelope("Ada"), "id": one["id"]}
                )
            elif chance < 0.03:
                fixed = {**one, **self.envelope("Ada"), "family": "warn", "reason": "wrong verb"}
                yield self.row(stream, "assertion-corrected.1", fixed)
            else:
                yield self.row(
                    stream,
                    "assertion-retracted.1",
                    {**self.envelope("Ada"), "id": one["id"], "reason": "no"},
                )

    def rows(self, assertions: int) -> Iterator[Row]:
        """A chronicle of so many assertions, and all that comes with them."""
        self.total = max(1, assertions // 20)
        held = shipped()
        yield self.row(streams.STORE, "gazetteer-adopted.1", {
            **self.envelope("Ada"), "version": held.version, "sha256": held.sha256,
            "entries": list(held.entries),
        })  # fmt: skip
        done = number = 0
        while done < assertions:
            for row in self.article(number):
                done += row[2] == "assertion-recorded.1"
                yield row
            number += 1


def generate(path: Path, assertions: int, seed: int = 1) -> None:
    """Make a store of so many assertions; the same for the same seed."""
    Chronicle.create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    sql = "INSERT INTO stored_events (originator_id, originator_version, topic, state) VALUES (?, ?, ?, ?)"
    rows = News(seed).rows(assertions)
    while batch := [row for _, row in zip(range(BATCH), rows, strict=False)]:
        connection.execute("BEGIN")
        connection.executemany(sql, batch)
        connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
