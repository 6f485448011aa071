"""What was not said is no assertion: "did not say whether", "never accused", "neither criticised".

A denial, a refusal and an attitude are something of their own, also where they are negated: "has
not ruled out", "does not support", "does not believe that" stay.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from timeline.reading.act import Lexicons, cue_of
from timeline.reading.lexicons import load
from timeline.reading.values import Attribution, Sentence, Span

ASIDES = (
    r"(?:(?!(?:on|mere|simp|sole)ly\b)(?:\w+ly|yet|so far|ever|even|once|again|\w+sel(?:f|ves)),? )"
)
DID = r"(?:did|do|does|has|have|had|is|are|was|were|will|would|can|could|should|may|might)"
NOT = r"(?:\b(?:not|never|cannot|neither|nor)|n't)"
TO = r"(?:want|wish|dare|intend|choose|go (?:so|as) far as|bother|mean|care|feel able) to"
SHORT = (
    r"(?<!not )(?<!n't )(?<!never )\b(?:(?:refus|declin)(?:e|es|ed|ing) to|fail(?:s|ed|ing)? to"
    r"|(?:unwilling|reluctant|unable) to|yet to|st(?:op|ops|opped|opping) short of|without"
    r"|instead of|rather than|far from|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)? from)"
)
BEFORE = re.compile(rf"(?:{NOT}|{NOT} {ASIDES}*{TO}|{SHORT}) {ASIDES}{{0,4}}$")
"""Before a verb: "has not yet publicly", "stopped short of"."""
JOINED = re.compile(rf"{NOT} {ASIDES}{{0,3}}(?P<verb>[a-z]+) n?or {ASIDES}{{0,3}}$")
"""Before the second of two verbs: "did not condemn or"."""
VERSION = re.compile(r"\bversions? of this (?:article|story|report|post|piece|column|dispatch)$")
"""Who speaks: what the article no longer says."""
NOBODY = re.compile(r"(?:nobody|no[ -]one|no(?! ?\d|\.)|none|neither|nor|not (?:one|an?|any))\b")
"""Who speaks: "no minister", and not "No 10"."""
OF = re.compile(
    rf"\b(?:(?:nor|neither|none of|not one of|neither of|no)|(?:nor|never|not once|nowhere"
    rf"|at no (?:time|point|stage)|on no occasion|in no way) {DID}) (?:(?:the|an?|its|their) )?$"
)
"""Before who speaks: "neither Italy nor", "nor did the"."""
ENOUGH = re.compile(r"[^.;:]{0,80}?\b(?:enough|more|too (?:often|strongly|highly|much))\b")
"""Behind "cannot": who cannot stress it enough does stress it."""
CANNOT = re.compile(r"\b(?:cannot|can't|can not|could not|couldn't) $")
FRAMES = frozenset(
    {"clause", "accusing", "urging", "judging", "intending", "passive", "doing", "quoted_after"}
    | {"trailing"}
)
STANDING = frozenset({"support", "agree", "cooperate", "reject"})
"""Acts that not doing them is a position as well."""
FAR, APART = 64, 40


def without_unsaid(
    low: str, lexicons: Lexicons, sentences: Sequence[Sentence], told: Iterable[Attribution]
) -> Iterator[Attribution]:
    """Those that were said, and who told of the others: "Norvia said they never accused it"."""
    for one in told:
        if one.speaker is not None and VERSION.search(low, *one.speaker):
            continue
        if not unsaid(low, lexicons, sentences[one.sentence], one):
            yield one
        elif one.reporters and one.speaker:
            yield _passed_on(low, one, one.speaker)


def _passed_on(low: str, one: Attribution, silent: Span) -> Attribution:
    """That somebody did not say something, as said by who told of it."""
    (speaker, name), *others = one.reporters[::-1]
    end = one.content[0].end
    if silent.start < speaker.start < end:  # "Norvia never accused it, Souza said"
        end = silent.start + len(low[silent.start : speaker.start].rstrip(" ,;-"))
    content = (Span(silent.start, end), *one.content[1:])
    passage = Span(min(speaker.start, one.passage.start), max(speaker.end, one.passage.end))
    return one._replace(
        speaker=speaker, name=name, content=content, lemma="say", cue=None, object=None,
        frame="clause", reporters=tuple(others[::-1]), passage=passage,
    )  # fmt: skip


def unsaid(low: str, lexicons: Lexicons, sentence: Sentence, one: Attribution) -> bool:
    """Whether an attribution tells what somebody did not say.

    Args:
        low: the folded copy of the text.
        lexicons: what the verbs do.
        sentence: the one in which it stands.
        one: as the frames read it.
    """
    if one.cue is None or one.frame not in FRAMES:
        return False
    start = max(sentence.start, one.cue.start - FAR)
    joined = JOINED.search(low, start, one.cue.start)
    if joined and joined["verb"].startswith("confirm"):
        return True  # nor denied
    if _stands(lexicons, one.lemma):
        return False
    if _nobody(low, sentence, one) or (joined and joined["verb"] not in minding()):
        return True
    if not BEFORE.search(low, start, one.cue.start):
        return False
    return not (CANNOT.search(low, start, one.cue.start) and ENOUGH.match(low, one.cue.end))


def _stands(lexicons: Lexicons, lemma: str) -> bool:
    return lemma in minding() or cue_of(lexicons.acts, lemma).act in STANDING


def _nobody(low: str, sentence: Sentence, one: Attribution) -> bool:
    if one.speaker is None:
        return False
    if NOBODY.match(low, *one.speaker):
        return True
    return (
        OF.search(low, max(sentence.start, one.speaker.start - APART), one.speaker.start)
        is not None
    )


@cache
def minding() -> frozenset[str]:
    """Verbs of the mind: "does not expect that" tells what is expected."""
    return frozenset(load("descriptions")["minding"]["lemmas"])
