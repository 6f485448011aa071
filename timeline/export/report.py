"""From an assertion as it stands, with its record, to its report."""

from collections.abc import Iterator
from typing import Any

from timeline.actors import Directory
from timeline.export.links import Links
from timeline.export.models import (
    About,
    Answers,
    Link,
    Noted,
    Published,
    Report,
    Reporter,
    Said,
    Source,
    Speaker,
    Target,
)  # fmt: skip
from timeline.query import ArticleStanding, Found
from timeline.when import When

ANSWERS = "answers"


class Reports:
    """Makes reports of assertions, all from one state of the store."""

    def __init__(
        self, articles: dict[str, ArticleStanding], directory: Directory, links: Links | None
    ) -> None:
        """Take what is told of articles, names and, where it was looked for, what goes together."""
        self._articles = articles
        self._directory = directory
        self._looked = links is not None
        self._links = links or Links({}, {}, {}, {}, {})

    def of(self, found: Found) -> Report:
        """The report of one assertion."""
        one, record = found.standing, found.record
        get = record.get
        own = get("own") or []
        return Report(
            id=one.id,
            handle=one.handle,
            status=one.status,
            checked_by=one.checked_by,
            quote=one.asserted,
            own=list(zip(own[::2], own[1::2], strict=True)),
            form=one.form,
            mode=one.mode,
            speaker=Speaker(
                mention=get("speaker"),
                name=get("speaker_name"),
                actor=one.actor,
                for_=one.side,
                authority=one.authority,
                role=one.role or None,
            ),
            targets=self._targets(found),
            act=one.act,
            family=one.family,
            cue=get("cue"),
            stance=one.sign,
            topics=list(one.topics),
            occasion=one.occasion_name or None,
            said=_said(found),
            about=_about(record),
            answers=self._answers(found),
            same_as=list(self._links.same.get(one.id, ())),
            origins=self._links.origins.get(one.id, 1) if self._looked else None,
            reported_by=self._reporters(record),
            source=_source(self._articles[one.article], record),
            method=record["method"],
            pattern=record["pattern"],
            confidence=record["confidence"],
            recorded=Noted(position=one.position, at=record["at"]),
            answered_by=self._answered_by(one.id),
            links=list(self._linked(found)),
        )

    def _targets(self, found: Found) -> list[Target]:
        record, when = found.record, When.parse(found.standing.said)
        told = []
        for mention, name in _named(record, "targets"):
            actor = self._directory.actor(name)
            sides = self._directory.sides(actor, when=when)
            side = sides[-1] if sides else actor
            told.append(Target(mention=mention, name=name, actor=actor, for_=side))
        return told

    def _reporters(self, record: dict[str, Any]) -> list[Reporter]:
        return [
            Reporter(mention=mention, name=name, actor=self._directory.actor(name))
            for mention, name in _named(record, "reporters")
        ]

    def _answers(self, found: Found) -> list[Answers]:
        one = found.standing
        pairs = (link.partition(" ") for link in one.links)
        if linked := [other for relation, _, other in pairs if relation == ANSWERS]:
            return [Answers(to=id_, basis="person", cue=None) for id_ in linked]
        to, basis = self._links.answers.get(one.id, ((), "inferred"))
        told = [Answers(to=id_, basis=basis, cue=one.reply or None) for id_ in to]
        if one.reply and one.answers and not told:
            told.append(Answers(to=one.answers, basis="stated", cue=one.reply))
        return told

    def _answered_by(self, id_: str) -> list[str]:
        """The other end of `answers`, first of those that a person linked."""
        by_person = [
            end for relation, end in self._links.linked.get(id_, ()) if relation == ANSWERS
        ]
        return list(dict.fromkeys((*by_person, *self._links.answered.get(id_, ()))))

    def _linked(self, found: Found) -> Iterator[Link]:
        one = found.standing
        for link in one.links:
            relation, _, to = link.partition(" ")
            yield Link.model_validate({"relation": relation, "from": one.id, "to": to})
        for relation, end in self._links.linked.get(one.id, ()):
            yield Link.model_validate({"relation": relation, "from": end, "to": one.id})


def _named(record: dict[str, Any], what: str) -> list[tuple[str, str]]:
    mentions = record.get(what) or []
    names = record.get(f"{what}_name") or mentions
    return list(zip(mentions, names, strict=True))


def _said(found: Found) -> Said:
    one, record = found.standing, found.record
    when = When.parse(one.said)
    return Said(
        edtf=when.text if when.known else None,
        earliest=when.earliest and when.earliest.isoformat(),
        latest=when.latest and when.latest.isoformat(),
        basis=one.basis,
        phrase=record.get("said_phrase"),
        rule=record.get("said_rule"),
        anchor=record.get("said_anchor"),
    )


def _about(record: dict[str, Any]) -> About | None:
    if not record.get("about"):
        return None
    when = When.parse(record["about"])
    return About(
        edtf=when.text,
        earliest=when.earliest and when.earliest.isoformat(),
        latest=when.latest and when.latest.isoformat(),
        phrase=record.get("about_phrase"),
        rule=record.get("about_rule"),
        anchor=record.get("about_anchor"),
    )


def _source(article: ArticleStanding, record: dict[str, Any]) -> Source:
    published = When.parse(article.published)
    return Source(
        article=article.id,
        sha256=article.sha256,
        title=article.title or None,
        publisher=article.publisher or None,
        url=article.url or None,
        published=Published(
            edtf=published.text if published.known else None, raw=article.phrase or None
        ),
        start=record["asserted_start"],
        end=record["asserted_end"],
        passage={"start": record["passage_start"], "end": record["passage_end"]},
    )
