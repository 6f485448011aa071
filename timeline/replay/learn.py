"""From events to the ledger: what a page teaches, and what decisions in it come to."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from timeline.chronicle import Recorded, fields
from timeline.chronicle.upcasters import UPCASTERS
from timeline.core import core
from timeline.replay.whom import KINDS, told
from timeline.views import Ledger, Lists, OccasionDate, Shelves
from timeline.views.ledger import Learnt

if TYPE_CHECKING:
    from timeline.actors import Directory

Fields = dict[str, Any]
DECISIONS = (
    "assertion-recorded", "assertion-dated", "assertion-accepted", "assertion-rejected",
    "assertion-reopened", "assertion-corrected", "assertion-retracted", "assertion-restored",
    "assertion-linked", "assertion-unlinked",
)  # fmt: skip
SUBJECTS = ("id", "subject", "occasion", "article", "actor", "child")
"""Where an event says what it is about, the closest first."""


class Read(NamedTuple):
    """An event taken apart: stored name without its version, and its fields."""

    position: int
    kind: str
    event: Fields


_read = cast("Callable[[tuple[int, str, Fields]], Read]", partial(tuple.__new__, Read))


def take_apart(page: Sequence[Recorded]) -> list[Read]:
    """The events of a page that were not erased. Raises: StoreError, for one that is damaged."""
    from_json = core().from_json
    found = []
    for recorded in page:
        position, _, _, name, state = recorded
        if state is not None and name not in UPCASTERS:
            # As `fields` has it, without its questions, which cost a replay a tenth.
            try:
                event = from_json(state)
            except ValueError:
                event = None
            if type(event) is dict:
                found.append(_read((position, _kind(name), event)))
                continue
        held = fields(recorded)
        if held is not None:
            found.append(Read(position, held[0].rpartition(".")[0], held[1]))
    return found


@cache
def _kind(name: str) -> str:
    return name.rpartition(".")[0]


def tip(recorded: Recorded | None) -> str:
    """Which event stood at a position, so that another chronicle is not taken for this one."""
    if recorded is None:
        return ""
    place = f"{recorded.position} {recorded.stream} {recorded.version} {recorded.name}"
    return hashlib.sha256(place.encode()).hexdigest()


class Learner:
    """Teaches a ledger, page by page, inside the caller's transaction."""

    def __init__(
        self, ledger: Ledger, shelves: Shelves, casts: Lists, directory: "Directory"
    ) -> None:
        """Take the tables, and the directory as of the ledger's checkpoint, which it changes."""
        self.ledger, self.shelves, self.casts = ledger, shelves, casts
        self.directory = directory
        self.again = shelves.read_again()

    def learn(self, page: Sequence[Read]) -> None:
        """Note the first events of assertions, and what every other event is about."""
        assertions: list[Learnt] = []
        turns: list[tuple[int, str, str]] = []
        code = self.casts.code
        again = self.again
        for position, kind, event in page:
            if kind == "assertion-recorded" and event["article"] not in again:
                who, whom = casts_of(event)
                assertions.append(
                    Learnt(
                        position,
                        event["id"],
                        event["handle"],
                        code(who),
                        code(whom),
                        event.get("occasion_key") or event.get("occasion"),
                    )
                )
                continue
            turns.append((position, kind, _subject(event)))
            if kind in KINDS:
                self._turn(kind, event)
            elif kind in ("assertion-recorded", "assertion-corrected"):
                for cast in casts_of(event):
                    code(cast)
            else:
                self._shelve(position, kind, event)
        self.ledger.learn(assertions, turns)
        if page:
            self.ledger.tick(page[-1].position, max(read.event["at"] for read in page))

    def _turn(self, kind: str, event: Fields) -> None:
        """Let names be found by what they hang on now, beside what they ever hung on."""
        for code in self.casts.holding(self.directory.apply(told(kind, event))):
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
            refused=core().to_json(event["refused"]).decode(),
            findings=core().to_json(event["findings"]).decode(),
        )
        if since := self.shelves.second_reading(article):
            self.again[article] = since


def casts_of(event: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an assertion's speaker resolves by, and its targets and reporters."""
    get = event.get
    who = (
        "who",
        get("speaker_name") or get("speaker") or "",
        get("speaker_role") or "",
        get("speaker_body") or "",
        get("speaker_kind", "unknown"),
    )
    return who, ("whom", *get("targets_name", ()), "", *get("reporters_name", ()))


def _subject(event: Fields) -> str:
    for name in SUBJECTS:
        if found := event.get(name):
            return str(found)
    return ""
