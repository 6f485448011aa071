"""An assertion told in full: words, who, about whom, why this verb and date, where it stands."""

from collections.abc import Iterator
from typing import Any

from timeline.cli.telling import dates
from timeline.cli.telling.beside import Beside
from timeline.cli.telling.card import Card
from timeline.projection import Standing
from timeline.query import ArticleStanding

FORMS = {
    "direct": "in quotation marks in {article}: the speaker's own, as {article} prints them.",
    "mixed": "partly quoted; the rest is {article}'s summary. Own words: {own}.",
    "indirect": "NOT a quote: {article}'s words, not the speaker's. Do not print them between"
    " quotation marks with the speaker's name.",
    "action": "an act done, not said; {article}'s words.",
    "narrative": "{article}'s own voice: nobody is quoted.",
    "headline": "a headline: it repeats, and confirms nothing.",
}
MODES = {
    "planned": "announced, not yet said: it is not counted as said",
    "conditional": "a condition, not an act: it is not counted as said",
    "asked": "a question",
    "hedged": "hedged in the text",
}
AUTHORITIES = {
    "agreed": "agreed text of {side}",
    "office": "by office",
    "member": "a member, who does not speak for the whole",
    "unnamed": "no name given, or none with an office",
}
NO_MOUTH = "nobody who spoke for it, and no text of it, is named"
NAMELESS = (
    "an accusation from nobody with a name, at third hand: kept out of counts and exports until a"
    " person accepts it"
)
MISSED = "the last reading of the article, {by}, does not find it any more; nobody withdrew it"
NAMED = "named by analyst; not a name that the article has"
UNTOLD = "whom no text names here"


def card(
    one: Standing, record: dict[str, Any], article: ArticleStanding,
    history: tuple[str, ...], *, stands: bool | None, near: Beside, lenders: tuple[str, ...],
    missed: str = "",
) -> Card:  # fmt: skip
    """All that is known of an assertion.

    Args:
        one: as it stands.
        record: its last whole record.
        article: where it stands.
        history: what happened to it, oldest first, as sentences.
        stands: whether its words stand in the stored bytes now; None if those were erased.
        near: what says the same, what it answers, what a person linked.
        missed: which reading no longer found it, if the last one did not.
        lenders: short names of the articles on which the date of its occasion rests.
    """
    short = article.short
    handle = one.handle.partition("@")[2]
    # A handle outlives a correction of its words: then its offset is not where they begin.
    begins = handle.partition(".")[0] == str(one.asserted_start)
    end = f"-{record['asserted_end']}" if begins else ""
    fields = [
        ("words", _words(one, short)),
        ("who", _who(one, record)),
        *_reporters(one, record),
        ("about", _about(one, record)),
        ("verb", _verb(one, record)),
        *(("said", text) for text in dates.said(one, record, article, lenders)),
        *((("content", text),) if (text := dates.about(record)) else ()),
        *(("also", text) for text in near.also),
        *(("answers", text) for text in near.answers),
        *(("analyst", text) for text in near.links),
        ("source", _source(one, record, article, stands=stands)),
        *(("history", text) for text in history),
        *_warnings(one, missed),
    ]
    checked = f", by {one.checked_by}" if one.checked_by else ", checked by nobody"
    return Card(
        f"{short}@{handle}{end}",
        one.status.upper() + checked,
        one.asserted,
        tuple(fields),
    )


def _words(one: Standing, article: str) -> str:
    own = ", ".join(f"«{words}»" for words in one.own)
    mode = f" {MODES[one.mode].capitalize()}." if one.mode in MODES else ""
    return FORMS[one.form].format(article=article, own=own) + mode


def _who(one: Standing, record: dict[str, Any]) -> str:
    mention, name = record.get("speaker"), record.get("speaker_name")
    if not name:
        return f"«{mention}», {UNTOLD}" if mention else one.actor
    chain = f"«{mention}»" if mention and _stands(record, "speaker") else ""
    if name != mention or not chain:
        told = f"«{name}»" if _stands(record, "speaker_name") else f"{name} ({NAMED})"
        chain += f" = {told}" if chain else told
    chain += f" = {one.actor}" if one.actor != name else ""
    role = f", «{record['speaker_role']}»" if record.get("speaker_role") else ""
    side = f", for {one.side}" if one.side != one.actor else ""
    ground = AUTHORITIES[one.authority].format(side=one.side)
    if one.authority == "agreed" and one.occasion in ("", one.article):
        ground = NO_MOUTH
    return f"{chain}{role}{side}; {ground}"


def _reporters(one: Standing, record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for actor, written in _written("reporters", one.reporters, record):
        yield "   by", f"{actor}, {written}" if written else actor


def _about(one: Standing, record: dict[str, Any]) -> str:
    names = (
        f"{actor}, {written}" if written and written != f"written «{actor}»" else actor
        for actor, written in _written("targets", one.targets, record)
    )
    return "; ".join(names) or "nobody named"


def _stands(record: dict[str, Any], field: str) -> bool:
    """Whether the words of a field have a place in the article; without one, a person gave them."""
    return record.get(f"{field}_start") is not None


def _written(
    field: str, actors: tuple[str, ...], record: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """Each actor, with how the article has it, or that a person named it."""
    mentions, starts = record.get(field) or [], record.get(f"{field}_start") or []
    named = record.get(f"{field}_name_start") or starts
    for actor, mention, start, name in zip(actors, mentions, starts, named, strict=False):
        told = f"written «{mention}»" if start >= 0 else ""
        yield actor, "; ".join(filter(None, (told, NAMED if name < 0 else "")))


def _verb(one: Standing, record: dict[str, Any]) -> str:
    whom = " and ".join(one.targets) or "anyone named"
    sign = {-1: "against ", 0: "neither for nor against ", 1: "for "}[one.sign]
    cue = f" ← «{record['cue']}»" if record.get("cue") else ""
    family = f", shown under {one.family}" if one.family != one.act else ""
    return f"{one.act}{family}, {sign}{whom}{cue}"


def _source(
    one: Standing, record: dict[str, Any], article: ArticleStanding, *, stands: bool | None
) -> str:
    titled = f"«{article.title}»" if article.title else "no title"
    publisher = article.publisher or "no publisher"
    now = {
        True: "checked now", None: "not checked: the bytes were erased",
        False: "AND DO NOT STAND THERE NOW",
    }[stands]  # fmt: skip
    return (
        f"{article.short}, {titled}, {publisher}. sha256 {article.sha256}. The words stand at"
        f" {one.asserted_start}-{record['asserted_end']} of the stored text ({now})."
    )


def _warnings(one: Standing, missed: str) -> Iterator[tuple[str, str]]:
    if one.status == "proposed" and not one.counts:
        yield "warning", NAMELESS
    if missed:
        yield "warning", MISSED.format(by=missed)
