"""Whom a verb addresses that the gazetteer does not know: "urged ministers", "asked them"."""

import re
from collections.abc import Sequence

from timeline.reading import discussed, targets
from timeline.reading.act import cue_of
from timeline.reading.both import PAIR, both
from timeline.reading.case import Case, asked_of
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.values import Span

OF = frozenset({"of", "for", "in", "at", "from", "to", "with", "that", "who", "which"})
PHRASE = re.compile(r"(?:(?:the|its|their|his|her|all|both) )?((?:[a-z][\w'-]* ){0,4}[a-z][\w-]*s)")
FAR = 80
MUST = re.compile(r" (?:should|must|needs? to|ought to|ha(?:s|ve) to)\b")


def addressed(case: Case) -> list[Mark]:
    """Whom a verb names of whom nothing is known else: "accused Brussels of", "urged Stavex to"."""
    named = case.one.object or _warned(case)
    if named is not None and case.one.object is None:
        return _known(case, named)
    if named is None or case.one.frame not in ("accusing", "urging"):
        return _judged(case) if named else []
    found = targets.unknown(case.ground.cast, case.voice, named, [])
    if found or case.ground.cast.within(*named):
        return found
    found = discussed.discussed(case.ground.scene, asked_of(case)._replace(content=()))
    return found or meant_both(case, [named]) or _verbatim(case, named)


def _judged(case: Case) -> list[Mark]:
    """People without a name who are judged: "blasted Republicans for being late"."""
    named = case.one.object
    if named is None or not cue_of(case.ground.page.lexicons.acts, case.one.lemma).object:
        return []
    start = named.start + 4 * case.ground.page.low.startswith("the ", named.start)
    return discussed.people(case.ground.scene, asked_of(case), start)


def meant_both(case: Case, spans: Sequence[Span]) -> list[Mark]:
    """Whom "both sides" means in these words."""
    return both(case.ground.scene, asked_of(case), spans)


def _warned(case: Case) -> Span | None:
    """Who is told of a danger, between the verb and what it is: "warned the maker Zelvia that"."""
    one = case.one
    warning = load("descriptions")["warning"]["lemmas"]
    if one.cue is None or one.frame != "clause" or one.lemma not in warning:
        return None
    start = one.content[0].start
    return Span(one.cue.end, start) if one.cue.end < start < one.cue.end + FAR else None


def _known(case: Case, named: Span) -> list[Mark]:
    """Those in it who have a name."""
    cast = case.ground.cast
    marks = [*cast.within(*named), *cast.perhaps(*named)]
    return [mark for mark in marks if not (mark.place or targets.is_own(mark, case.voice))]


def requested(case: Case) -> list[Mark]:
    """Of whom it is asked, without a name: "appealed to all parties to", "councils must"."""
    named = case.one.object
    if pair := meant_both(case, case.one.content):
        return pair
    if named is None:
        span = case.one.content[0]
        must = MUST.search(case.ground.copy, *span)
        if must is None:
            return []
        asked = asked_of(case)._replace(content=(Span(span.start, must.start()),))
        return discussed.discussed(case.ground.scene, asked)
    end = case.ground.copy.find(" to ", *named)
    return _verbatim(case, Span(named.start, end)) if end > 0 else []


def _verbatim(case: Case, named: Span) -> list[Mark]:
    """People as they are called where nobody knows them: "the former owners"."""
    words = case.ground.copy[slice(*named)]
    plain = PHRASE.fullmatch(words)
    if plain is None or words.lower() in targets.PRONOUNS or PAIR.search(words):
        return []
    span = Span(named.start + plain.start(1), named.end)
    called = case.ground.text[slice(*span)].lower()
    return [Mark(*named, span, called, (called,), "group")]


def unnamed(case: Case) -> bool:
    """Whether a verb names somebody without a name: "criticised the lower court"."""
    named = case.one.object
    words = case.ground.copy[slice(*named)].lower().split() if named else []
    head = next((at for at, word in enumerate(words) if at and word in OF), len(words)) - 1
    nouns = load("roles")
    return head >= 0 and (
        words[head] in nouns["nouns"]["words"].split()
        and words[head].removesuffix("s") not in nouns["documents"]["words"].split()
    )
