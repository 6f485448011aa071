"""Words of blame that blame nobody: what happened to somebody, what kind of thing something is."""

import re

from timeline.reading.act.lexicon import Content
from timeline.reading.phrases import Hit
from timeline.reading.values import Span

HARM = re.compile(
    r"kill|damag|destroy|devastat|wreck|murder|poison|stole|raped|assault|pollut|crippl|ruin|harm|hurt"
    r"|endanger|jeopardi|exploit|shot|beat|bomb|shell|loot|evict"
)
"""What also happens without anybody's fault: "20 were killed", "the storm destroyed"."""
THING = re.compile(r"\b(?:the|of|no|any|this|that|some|much|more|further|less|from|and)\s+$")
"""Before harm as a noun: "the damage may last"."""
SUFFERED = re.compile(r"\b(?:is|are|was|were|been|being|be|get|got)\s+(?:\w+\s+)?$")
BY = re.compile(r"[^,;:.!?]{0,60}?\bby\b")
NATURE = re.compile(
    r"\b(?:storms?|floods?|flooding|floodwaters?|quakes?|earthquakes?|fires?|blazes?|wildfires?|winds?|rains?"
    r"|rainfall|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|tsunamis?|landslides?|avalanches?|droughts?|heat"
    r"|heatwaves?|frost|snow|ice|lightning|virus(?:es)?|disease|diseases|illness|outbreaks?|pandemic|cancer"
    r"|infections?|bacteria|accidents?|crash(?:es)?|collisions?|collapse|explosions?|blasts?|leaks?|eruptions?"
    r"|pests?|locusts?|weather|waves?|water)\b[^,;:.!?]*$"
)
COMPOUND = re.compile(
    r"[\s-]+(?:watch\s?list|lists?|victims?|survivors?|squad|unit|office|agency|experts?|prevention|reduction|rates?"
    r"|figures|statistics|laws?|charges?|trials?|cases?|investigat\w+|inquir\w+|probes?|scenes?|reports?"
    r"|wave|gangs?|groups?|suspects?|allegations?|claims?|fears?|concerns?)\b"
)
"""What a word is no more than the kind of: "crime figures", "the fraud trial"."""
AGAINST = re.compile(
    r"\b(?:fight\w*|combat\w*|tackl\w+|prevent\w*|curb\w*|counter\w*|against|reduc\w+|stamp\w* out"
    r"|root\w* out|crack\w* down on|investigat\w+|(?:victims?|survivors?|suspicion) of"
    r"|protect\w*|safety from)\s+(?:\w+\s+){0,2}$"
)
CLAUSE = 70


def blameless(hit: Hit[Content], low: str, span: Span) -> bool:
    """Whether a word of blame only tells what happened, or of what kind something is."""
    start = max(span.start, hit.start - CLAUSE)
    if COMPOUND.match(low, hit.end) or AGAINST.search(low, start, hit.start):
        return True
    if not HARM.match(low, hit.start):
        return False
    if THING.search(low, start, hit.start) and not BY.match(low, hit.end, span.end):
        return True
    suffered = SUFFERED.search(low, start, hit.start) and not BY.match(low, hit.end, span.end)
    return bool(suffered or NATURE.search(low, start, hit.start))
