"""The reader by rules, and what any reader is: text in, candidates, findings and dates out.

Readers plug in through the entry-point group `timeline.readers`; none knows another, and whatever
one proposes, the gate judges.
"""

from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, Protocol

from timeline.actors import Directory, shipped
from timeline.article import Article
from timeline.assertion import Candidate, Finding
from timeline.reading import act, issues
from timeline.reading.account import account
from timeline.reading.act import Lexicons
from timeline.reading.candidates import candidate
from timeline.reading.dates import Found, header, other_digits, templates
from timeline.reading.doubts import apart
from timeline.reading.ground import Ground, ground
from timeline.reading.guess import GUESS
from timeline.reading.issues import Issues
from timeline.reading.who import Who
from timeline.when import When


class OccasionDate(NamedTuple):
    """An occasion that the article dates: the fields of an `OccasionDated` event."""

    key: str
    name: str
    date: str
    """EDTF."""
    rule: str
    anchor: str | None
    phrase: str
    phrase_start: int
    phrase_end: int


class Reading(NamedTuple):
    """All that a reader got out of one article."""

    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    occasions: tuple[OccasionDate, ...]


class Reader(Protocol):
    """What reads an article."""

    @property
    def name(self) -> str:
        """Short and stable: `rules`."""

    @property
    def version(self) -> str:
        """Raised whenever the same article can read otherwise."""

    @property
    def configuration(self) -> str:
        """SHA-256, in hexadecimal, of whatever the reader was set to."""

    def read(self, article: Article) -> Reading:
        """Read it; pure: the same article gives the same reading."""


class Rules:
    """Our own reader: deterministic, offline, its words in lexicons."""

    name = "rules"
    version = "1"

    def __init__(self, lexicon: Path | None = None) -> None:
        """Read by the shipped issue lexicon, or by a user's own.

        Raises: BadInput if the file is no lexicon.
        """
        self._issues: Issues | None = None if lexicon is None else Issues.load(lexicon)

    def with_lexicon(self, lexicon: Path) -> "Rules":
        """The same reader by a user's issue lexicon. Raises: BadInput if the file is none."""
        return Rules(lexicon)

    @cached_property
    def configuration(self) -> str:
        """SHA-256 over the hashes of the lexicons and of the shipped actors."""
        folder = files("timeline.reading").joinpath("lexicons")
        lexicons = sorted(
            (item.name, item.read_bytes())
            for item in folder.iterdir()
            if item.name.endswith(".toml") and item.name != "issues.toml"
        )
        parts = [f"{name} {sha256(content).hexdigest()}" for name, content in lexicons]
        parts += [f"issues {self._lexicons.issues.hash}", f"actors {shipped().sha256}"]
        return sha256("\n".join(parts).encode()).hexdigest()

    def read(self, article: Article) -> Reading:
        """Read an article; the anchor of its relative dates is `article.published`."""
        base = ground(article, self._who, self._lexicons)
        method = f"{self.name}/{self.version}"
        return Reading(
            tuple(candidate(base, told, method) for told in account(base)),
            _findings(base, When.parse(article.published)),
            _occasions(base),
        )

    def dates(self, article: Article) -> tuple[Found, ...]:
        """What the phrases of an article mean, as `read` takes them: by its date, or a guess."""
        return tuple(ground(article, self._who, self._lexicons).time.found)

    @cached_property
    def _lexicons(self) -> Lexicons:
        return Lexicons(act.shipped(), self._issues or issues.shipped())

    @cached_property
    def _who(self) -> Who:
        return Who(Directory.of(shipped().entries))


def _findings(base: Ground, published: When) -> tuple[Finding, ...]:
    stated = header(base.text)
    # "Nov. 19" at the head is no riddle once the article is known to be of that day.
    known = {
        date.start
        for date in base.time.found
        if date.anchor == "published" and date.when.known and not apart(date.when, published)
    }
    faults = [
        *templates(base.text),
        *other_digits(base.text),
        *(fault for fault in (stated.findings if stated else ()) if fault.start not in known),
    ]
    told = [(fault.start, fault.end, fault.phrase, fault.reason) for fault in faults]
    told += [
        (date.start, date.end, date.phrase, date.problem)
        for date in base.time.found
        if date.problem
    ]
    guess = next((date for date in base.time.found if (date.anchor or "").startswith(GUESS)), None)
    if guess is not None:
        words = (guess.anchor or "").removeprefix(GUESS)
        why = f"states no year: taken from {words} and marked ?, for the article has no date"
        told.append((guess.start, guess.end, guess.phrase, why))
    found = {fault[:2]: Finding(*fault) for fault in told}
    return tuple(found[place] for place in sorted(found))


def _occasions(base: Ground) -> tuple[OccasionDate, ...]:
    text = base.text
    return tuple(
        OccasionDate(
            date.key,
            text[slice(*date.name)],
            date.date,
            date.rule,
            date.anchor,
            text[slice(*date.phrase)],
            *date.phrase,
        )
        for date in base.dated
    )
