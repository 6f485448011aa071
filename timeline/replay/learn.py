"""From events to the ledger: what a page teaches, and what decisions in it come to."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.json import encode

from timeline.replay.reads import RECORDED, Fields, Read
from timeline.replay.whom import KINDS, keys, seen
from timeline.views import Ledger, Lists, OccasionDate, Shelves
from timeline.views.ledger import Learnt

if TYPE_CHECKING:
    from timeline.actors import Directory

SUBJECTS = ("id", "subject", "occasion", "article", "actor", "child")
"""Where an event says what it is about, the closest first."""


class Learner:
    """Teaches a ledger, page by page, inside the caller's transaction."""

    def __init__(self, ledger: Ledger, shelves: Shelves, directory: "Directory") -> None:
        """Take the tables, and the directory as of the ledger's checkpoint, which it changes."""
        self.ledger, self.shelves, self.directory = ledger, shelves, directory
        self.casts = Lists(ledger.connection, "casts", partial(keys, directory))
        self.again = shelves.read_again()

    def learn(self, page: Sequence[Read]) -> None:
        """Note the first events of assertions, and what every other event is about."""
        assertions: list[Learnt] = []
        turns: list[tuple[int, str, str]] = []
        code = self.casts.code
        again = self.again
        for position, kind, event, told in page:
            if told is not None and kind == RECORDED and told.article not in again:
                who, whom = told.casts
                assertions.append(
                    Learnt(
                        position,
                        told.id,
                        told.handle,
                        code(who),
                        code(whom),
                        told.key,
                    )
                )
                continue
            turns.append((position, kind, told.id if told is not None else _subject(event)))
            if kind in KINDS:
                self._turn(kind, event)
            elif told is not None:
                for cast in told.casts:
                    code(cast)
            else:
                self._shelve(position, kind, event)
        self.ledger.learn(assertions, turns)
        if page:
            self.ledger.tick(page[-1].position, max(read.at for read in page))

    def _turn(self, kind: str, event: Fields) -> None:
        """Let names be found by what they hang on now, beside what they ever hung on."""
        for code in self.casts.holding(self.directory.apply(seen(kind, event))):
            self.casts.hang(code)

    def _shelve(self, position: int, kind: str, event: Fields) -> None:
        get, shelves = event.get, self.shelves
        match kind:
            case "article-admitted":
                shelves.admit(position, event)
            case "article-described":
                told = {name: get(name) or "" for name in ("title", "publisher", "url")}
                shelves.describe(event["article"], **told)
            case "article-dated":
                shelves.describe(
                    event["article"],
                    published=event["published"] or "unknown",
                    basis=event["basis"],
                    rule=get("rule") or "",
                    phrase=get("phrase") or "",
                    phrase_start=get("phrase_start"),
                    phrase_end=get("phrase_end"),
                )
            case "article-read":
                self._read(position, event)
            case "occasion-dated":
                shelves.date(
                    OccasionDate(
                        position,
                        event["occasion"],
                        event["name"],
                        get("article") or "",
                        event["date"],
                        event["basis"],
                        event["by"],
                    )
                )

    def _read(self, position: int, event: Fields) -> None:
        article = event["article"]
        self.shelves.read(position, article, event)
        self.shelves.describe(
            article,
            found=event["found"],
            refused=encode(event["refused"]).decode(),
            findings=encode(event["findings"]).decode(),
        )
        if since := self.shelves.second_reading(article):
            self.again[article] = since


def _subject(event: Fields) -> str:
    for name in SUBJECTS:
        if found := event.get(name):
            return str(found)
    return ""
