"""An assertion told in full: words, who, about whom, why this verb and date, where it stands."""

from collections.abc import Iterator
from typing import Any

from timeline.cli.telling import dates
from timeline.cli.telling.card import Card
from timeline.projection import Standing
from timeline.query import ArticleStanding, Decided

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
NAMELESS = (
    "an accusation from nobody with a name, at third hand: kept out of counts and exports until a"
    " person accepts it"
)
FOUND = {
    "assertion-recorded": "found by {by}",
    "assertion-dated": "dated by {by}",
    "assertion-accepted": "accepted by {by}",
    "assertion-rejected": "rejected by {by}",
    "assertion-reopened": "reopened by {by}",
    "assertion-corrected": "corrected by {by}",
    "assertion-retracted": "retracted by {by}",
    "assertion-restored": "restored by {by}",
}


def card(
    one: Standing, record: dict[str, Any], article: ArticleStanding, history: list[Decided],
    *, stands: bool | None, also: list[str], answers: list[str],
    lenders: tuple[str, ...],
) -> Card:  # fmt: skip
    """All that is known of an assertion.

    Args:
        one: as it stands.
        record: its last whole record.
        article: where it stands.
        history: its events, oldest first.
        stands: whether its words stand in the stored bytes now; None if those were erased.
        also: handles of what says the same.
        answers: what it answers, as sentences.
        lenders: short names of the articles on which the date of its occasion rests.
    """
    short = article.short
    fields = [
        ("words", _words(one, short)),
        ("who", _who(one, record)),
        *_reporters(one, record),
        ("about", _about(one, record)),
        ("verb", _verb(one, record)),
        *(("said", text) for text in dates.said(one, record, article, lenders)),
        *((("content", text),) if (text := dates.about(record)) else ()),
        *(("also", text) for text in also),
        *(("answers", text) for text in answers),
        ("source", _source(one, record, article, stands=stands)),
        *(("history", text) for text in _history(history, record)),
        *_warnings(one),
    ]
    checked = f", by {one.checked_by}" if one.checked_by else ", checked by nobody"
    return Card(
        f"{short}@{one.handle.partition('@')[2]}-{record['asserted_end']}",
        one.status.upper() + checked,
        one.asserted,
        tuple(fields),
    )


def _words(one: Standing, article: str) -> str:
    own = ", ".join(f"«{words}»" for words in one.own)
    mode = f" {MODES[one.mode].capitalize()}." if one.mode in MODES else ""
    return FORMS[one.form].format(article=article, own=own) + mode


def _who(one: Standing, record: dict[str, Any]) -> str:
    if not record.get("speaker"):
        return one.actor
    mention, name = record["speaker"], record.get("speaker_name") or record["speaker"]
    chain = f"«{mention}»" + (f" = «{name}»" if name != mention else "")
    chain += f" = {one.actor}" if one.actor != name else ""
    role = f", «{record['speaker_role']}»" if record.get("speaker_role") else ""
    side = f", for {one.side}" if one.side != one.actor else ""
    return f"{chain}{role}{side}; {AUTHORITIES[one.authority].format(side=one.side)}"


def _reporters(one: Standing, record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    mentions = record.get("reporters") or []
    for mention, actor in zip(mentions, one.reporters, strict=False):
        yield "   by", f"{actor}, written «{mention}»"


def _about(one: Standing, record: dict[str, Any]) -> str:
    mentions = record.get("targets") or []
    names = [
        actor if actor == mention else f"{actor}, written «{mention}»"
        for mention, actor in zip(mentions, one.targets, strict=False)
    ]
    return "; ".join(names) or "nobody named"


def _verb(one: Standing, record: dict[str, Any]) -> str:
    sign = {-1: "against", 0: "neither for nor against", 1: "for"}[one.sign]
    cue = f" ← «{record['cue']}»" if record.get("cue") else ""
    family = f", shown under {one.family}" if one.family != one.act else ""
    return f"{one.act}{family}{cue}; {sign} whom it is about"


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


def _history(history: list[Decided], record: dict[str, Any]) -> Iterator[str]:
    for each in history:
        event = each.event
        kind = each.name.rpartition(".")[0]
        told = FOUND.get(kind, kind).format(by=event.get("by", "?"))
        if kind == "assertion-recorded":
            told += (
                f", pattern {record['pattern']}; of 100 like it, {record['confidence']} had words"
                " and speaker right on news this program had not seen"
            )
        why = f": {event['reason']}" if event.get("reason") else ""
        yield f"#{each.position} {event.get('at', '')[:16].replace('T', ' ')}  {told}{why}"


def _warnings(one: Standing) -> Iterator[tuple[str, str]]:
    if one.status == "proposed" and not one.counts:
        yield "warning", NAMELESS
