"""The desk that decisions are taken at: what a word means, and what a decision is taken on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline.article import Article
from timeline.assertion import Assertion
from timeline.chronicle import Chronicle, Recorded, decode, streams
from timeline.errors import NotFound, StoreError
from timeline.query import Filters, Library
from timeline.query.held import held, standings
from timeline.review import dossier as dossiers
from timeline.review.article import Ahead
from timeline.review.article import read as read_article
from timeline.review.correct import Case, Ground, standing_record
from timeline.review.dossier import Dossier
from timeline.review.register import Register
from timeline.review.values import Plan

if TYPE_CHECKING:
    from timeline.query import ArticleStanding


class Desk(Register):
    """One person at one store. Every look-up is of now: what it gives is what a plan is made on."""

    def __init__(self, chronicle: Chronicle, library: Library, by: str) -> None:
        """Sit down: see `Register`."""
        super().__init__(chronicle, library, by)
        self._articles: dict[str, ArticleStanding] = {}

    # Assertions.
    def dossier(self, word: str, version: int | None = None) -> Dossier:
        """The dossier of the assertion that a word means, or as it was at an earlier version.

        Raises:
            NotFound: none, or several; then the message lists them.
        """
        standing = self.library.standing(word)
        found = self.dossier_of(standing.id, self.handle(standing.handle, standing.article))
        return found if version is None else found.at(version)

    def dossiers(self, words: Iterable[str]) -> list[Dossier]:
        """The dossiers of several, each once."""
        return list({one.id: one for one in map(self.dossier, words)}.values())

    def dossier_of(self, assertion: str, handle: str = "") -> Dossier:
        """The dossier of an assertion by its id."""
        if not handle:
            standing = self.library.standing(assertion)
            handle = self.handle(standing.handle, standing.article)
        return dossiers.read(self.chronicle, assertion, handle)

    def handle(self, handle: str, article: str) -> str:
        """A handle as it is shown: the article's short name before the offset."""
        return f"{self.article(article).short}@{handle.partition('@')[2]}"

    def case(self, word: str) -> Case:
        """The whole assertion that a word means, as it stands, with its dossier."""
        dossier = self.dossier(word)
        return Case(dossier, standing_record(self.library.recorded(dossier.id), dossier))

    def record_before(self, assertion: str, position: int) -> Assertion:
        """The whole assertion as it stood before a position."""
        recorded = [
            one.event
            for one in self.library.history(assertion)
            if one.position < position and one.name.startswith("assertion-recorded")
        ]
        history = dossiers.read(self.chronicle, assertion, "").history
        before = [one for one in history if one.position < position]
        return standing_record(recorded[-1], dossiers.of(assertion, "", before))

    # Articles.
    def article(self, word: str) -> "ArticleStanding":
        """What is known of the article that a word means; kept, for handles are shown often."""
        if word not in self._articles:
            found = self.library.article(word)
            self._articles[word] = self._articles[found.id] = found
        return self._articles[word]

    def is_article(self, word: str) -> bool:
        """Whether a word means an article: handles have an @."""
        if "@" in word:
            return False
        try:
            self.library.article(word)
        except NotFound:
            return False
        return True

    def text_of(self, article: str) -> Article:
        """An article with its text, by its id. Raises: StoreError where it was erased."""
        known = self.library.article(article)
        held = self.chronicle.bytes_of(known.id)
        if held is None:
            raise StoreError(f"{known.short} is not here any more: its text was erased")
        made = Article.of(held.content, known.name)
        if not isinstance(made, Article):
            raise StoreError(str(made))
        published = "" if known.published == "unknown" else known.published
        return made.model_copy(update={"published": published})

    def ground(self, article: str, at: int | None = None) -> Ground:
        """What a correction of an assertion of this article stands on."""
        return Ground(
            self.text_of(article),
            self.today,
            names=self.names,
            knows=self.directory.known,
            occasions=tuple((one.key, one.name) for one in self.library.occasions()),
            introduced=tuple(self._introduced(article)),
            at=at,
        )

    def _introduced(self, article: str) -> "list[tuple[str, str, str, str, str]]":
        found = {}
        for one in self.cases_of(article):
            record = one.record
            if record.speaker_name and (record.speaker_role or record.speaker_body):
                found[record.speaker_name] = (
                    record.speaker_name, record.speaker_role or "", record.speaker_body or "",
                    record.speaker_kind, record.authority,
                )  # fmt: skip
        return list(found.values())

    def cases_of(self, article: str) -> list[Case]:
        """All assertions of an article as they stand, each with its dossier."""
        made = []
        for found in held(self.library, self._all_of(article)):
            standing = found.standing
            dossier = self.dossier_of(standing.id, self.handle(standing.handle, article))
            made.append(Case(dossier, standing_record(found.record, dossier)))
        return made

    def known_in(self, article: str) -> list[tuple[str, str, int]]:
        """Id, handle and offset of every assertion that an article has."""
        return [
            (one.id, self.handle(one.handle, article), one.asserted_start)
            for one in standings(self.library, self._all_of(article))
        ]

    def _all_of(self, article: str) -> Filters:
        return Filters(source=(article,), everything=True, points=True)

    def shown_in(self, plan: Plan, article: "ArticleStanding") -> Plan:
        """The same plan, its handle as it is shown."""
        handle = self.handle(plan.about, article.id)
        return plan._replace(says=plan.says.replace(plan.about, handle), about=handle)

    def ahead(self, word: str) -> Ahead:
        """All of an article that a correction may move."""
        from timeline.reading import RULES

        known = self.library.article(word)
        return Ahead(
            read_article(self.chronicle, known.id, known.short),
            tuple(self.cases_of(known.id)),
            lambda article: RULES.read(article).occasions,
            lambda key: self.chronicle.stream_version(streams.occasion(key)),
        )

    # Anything.
    def shown(self, row: Recorded) -> str:
        """What an event is about, as it is shown."""
        kind, _, subject = row.stream.partition(":")
        if kind == "dossier":
            return self.dossier_of(subject).handle
        if kind == "article":
            return self.article(subject).short
        event = decode(row)
        names = ("name", "alias", "child", "actor", "subject")
        told = (getattr(event, name) for name in names if hasattr(event, name))
        return str(next(told, subject))
