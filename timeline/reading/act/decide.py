"""Deciding the act in two stages: what the cue says, then what the words asserted say."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.assertion import Act, Family
from timeline.reading.act.holding import holds, negated
from timeline.reading.act.lexicon import Acts, Content, Cue, Sign
from timeline.reading.issues import Issue, Issues
from timeline.reading.phrases import Hits
from timeline.reading.values import Span
from timeline.reading.vocabulary import Words as Index

FAMILIES: dict[Sign, Family] = {-1: "warn", 0: "state", 1: "open"}
"""In which column a plan is shown."""
PASSING = ("state", "accuse", "support", "announce", "request")
"""What an intention may have in its words and stays an intention."""
PLAIN = Cue("state", "state", 0, "inside", object=False)
EARLY, EARLY_RANK = 16, 0.5
"""Code points: "he disagreed with the view that" begins with what is done by saying it."""
ISSUE_RANK = 4.5
"""Between what the words ask or threaten and what they accuse of: see the order in acts.toml."""


class Deed(NamedTuple):
    """What is done by saying it."""

    act: Act
    family: Family
    sign: Sign


class Lexicons(NamedTuple):
    """The words of acts, and those of the field."""

    acts: Acts
    issues: Issues


class Page(NamedTuple):
    """One text with the phrases of the lexicons that stand in it, found once."""

    low: str
    """The folded copy of the whole text, of the same length."""
    lexicons: Lexicons
    contents: Hits[Content]
    issues: Hits[Issue]

    @classmethod
    def of(cls, words: Index, lexicons: Lexicons) -> "Page":
        """Look for them."""
        contents, issues = lexicons.acts.contents, lexicons.issues.phrases
        return cls(words.low, lexicons, contents.scan(words), issues.scan(words))


class Words(NamedTuple):
    """What is asserted, as the decision looks at it."""

    page: Page
    spans: tuple[Span, ...]
    own: bool
    """Whether these are the speaker's own words: then "we call on" means the speaker."""
    intends: bool = False
    """Whether they say first what the speaker's own side will do."""
    toward: frozenset[str] = frozenset()
    """The sides of the one it is about."""
    named: bool = False
    """Whether somebody is called so: "called him a liar" needs no "is"."""


class Sense(NamedTuple):
    """What one phrase says; the lowest rank, then the first in the text, decides."""

    rank: float
    start: int
    deed: Deed


def decide(lemma: str, words: Words) -> Deed:
    """What act these words are, under a cue of this base form."""
    acts = words.page.lexicons.acts
    cue = cue_of(acts, lemma)
    deed = Deed(cue.act, cue.family, cue.sign)
    if cue.look == "sign":
        return _intention(acts, deed, words)
    if cue.look == "inside":
        senses = _senses(words)
        if cue.foretells:
            senses = (sense for sense in senses if sense.deed.act != "announce")
        best = min(senses, default=None)
        deed = _joined(deed, best.deed) if best else deed
        if words.intends and deed.act in PASSING:
            deed = _intention(acts, Deed("announce", "state", deed.sign), words)
            if cue.family == "warn" and deed.sign < 0:
                deed = Deed("threaten", "warn", -1)  # of what one will do oneself
    return _request(acts, deed, words) if deed.act == "request" else deed


def cue_of(acts: Acts, lemma: str) -> Cue:
    """The cue's entry; of several words unknown together, that of the last or first known one."""
    if found := acts.cues.get(lemma):
        return found
    words = lemma.split()
    if found := acts.cues.get(" ".join(words[:-1])):
        return found  # "push back" of "push back on"
    for word in (*reversed(words[1:]), *words[:1]):
        found = acts.cues.get(word) or acts.cues.get(word.removesuffix("s"))
        if found:
            return found
    return PLAIN


def _joined(cue: Deed, inside: Deed) -> Deed:
    # Praise or blame in passing colours an announcement, and leaves it one; a warning stays one.
    if cue.family == "warn":
        threat = inside.act in ("threaten", "request")
        blame = inside.act == "accuse"
        return inside if threat else Deed("accuse" if blame else cue.act, "warn", inside.sign)
    if inside.act != "state" or cue.act == "state":
        return inside
    return Deed(cue.act, inside.family if inside.sign else cue.family, inside.sign)


def _senses(words: Words) -> Iterator[Sense]:
    for span in words.spans:
        for hit in words.page.contents.within(*span):
            sign = holds(hit, words.page.low, span, own=words.own, named=words.named)
            if sign is None:
                continue
            value = hit.value
            first = value.early and hit.start - span.start <= EARLY
            deed = Deed(value.act, value.family, value.sign)
            if sign != value.sign:
                deed = Deed("accuse", "criticise", sign)  # "is no good"
            yield Sense(EARLY_RANK if first else value.rank, hit.start, deed)
        yield from _issues(words, span)


def _issues(words: Words, span: Span) -> Iterator[Sense]:
    for issue in words.page.issues.within(*span):
        sign, toward = issue.value.sign, issue.value.toward
        if not sign or (toward and not toward & words.toward):
            continue
        if sign > 0:
            yield Sense(ISSUE_RANK, issue.start, Deed("support", "support", 1))
        elif not negated(words.page.low, issue.start):
            yield Sense(ISSUE_RANK, issue.start, Deed("accuse", "accuse", -1))


def _request(acts: Acts, deed: Deed, words: Words) -> Deed:
    wrong = any(acts.presupposes.first(words.page.low, *span) for span in words.spans)
    return deed._replace(sign=-1) if wrong else deed


def _intention(acts: Acts, deed: Deed, words: Words) -> Deed:
    hits = [hit.value for span in words.spans for hit in acts.intends.find(words.page.low, *span)]
    if hits:  # to help one against another is to be against the other
        value = min(hits, key=lambda value: value.sign)
        return Deed(value.act or deed.act, FAMILIES[value.sign], value.sign)
    return Deed(deed.act, FAMILIES[deed.sign], deed.sign)
