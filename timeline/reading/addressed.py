"""Whom a verb has for its object of whom nothing is known: "urged ministers", "asked them"."""

import re

from timeline.reading import discussed, targets
from timeline.reading.case import Case, asked_of
from timeline.reading.lexicons import load
from timeline.reading.mentioned import Mark
from timeline.reading.values import Span

OF = frozenset({"of", "for", "in", "at", "from", "to", "with", "that", "who", "which"})
PHRASE = re.compile(r"(?:(?:the|its|their|his|her|all|both) )?((?:[a-z][\w'-]* ){0,4}[a-z][\w-]*s)")
MUST = re.compile(r" (?:should|must|needs? to|ought to|ha(?:s|ve) to)\b")


def addressed(case: Case) -> list[Mark]:
    """Whom a verb names of whom nothing is known else: "accused Brussels of", "urged Stavex to"."""
    named = case.one.object
    if named is None or case.one.frame not in ("accusing", "urging"):
        return []
    found = targets.unknown(case.ground.cast, case.voice, named, [])
    if found or any(True for _ in case.ground.cast.within(*named)):
        return found
    found = discussed.discussed(case.ground.scene, asked_of(case)._replace(content=()))
    return found or _verbatim(case, named)


def requested(case: Case) -> list[Mark]:
    """Of whom it is asked, without a name: "appealed to all parties to", "councils must"."""
    named = case.one.object
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
    if plain is None or words.lower() in targets.PRONOUNS:
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
