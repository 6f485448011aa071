"""Fields that are words of the article: asserted, passage, own words, mention, cue, reply."""

import re
from collections.abc import Sequence

from timeline.errors import BadInput, BadUse
from timeline.projection.spoken import SPEECH
from timeline.reading.text.quotes import quotes
from timeline.reading.text.shadow import shadow
from timeline.review.correct import plain
from timeline.review.correct.ground import Ground
from timeline.review.correct.plain import Fields, one
from timeline.review.places import Place, the_place

QUOTED = {"mixed": "not all of them stand between", "indirect": "none of them stands between"}
SPAN = re.compile(r"(\d+)\s*(?:-|\.\.)\s*(\d+)")


def placed(name: str, words: str, ground: Ground, within: tuple[int, int] | None) -> Place:
    """The place of words, or of a span written START-END. Raises: BadInput."""
    if match := SPAN.fullmatch(words):
        start, end = int(match[1]), int(match[2])
        if not 0 <= start < end <= len(ground.article.text):
            raise BadInput(
                f"{name}: {start}-{end} is no place in a text of {len(ground.article.text)}"
            )
        return Place(start, end)
    return the_place(ground.article.text, words, at=ground.at, within=within)


def asserted(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """The asserted words; the passage grows to hold them, own words and form are found anew."""
    passage = record["passage_start"], record["passage_end"]
    place = placed(name, one(name, values), ground, passage)
    text = ground.article.text
    return {
        "asserted": text[place.start : place.end],
        "asserted_start": place.start,
        "asserted_end": place.end,
        "passage_start": min(passage[0], place.start),
        "passage_end": max(passage[1], place.end),
        "repeats": [],
    } | _spoken(record, text, place, own_within(text, *place))


def passage(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """The passage that carries it. Raises: BadUse where it would not hold what is asserted."""
    place = placed(name, one(name, values), ground, None)
    if place.start > record["asserted_start"] or place.end < record["asserted_end"]:
        raise BadUse("The passage must hold the asserted words; correct words= as well")
    return {"passage_start": place.start, "passage_end": place.end, "repeats": []}


def own(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """The speaker's own words, each of them; one empty value for none."""
    within = record["asserted_start"], record["asserted_end"]
    found = sorted(placed(name, value, ground, within) for value in values if value.strip())
    if any(place.start < within[0] or place.end > within[1] for place in found):
        raise BadInput("own words must lie within the asserted words")
    spans = [offset for place in found for offset in place]
    return _spoken(record, ground.article.text, Place(*within), spans)


def form(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """How it is said. Raises: BadUse where more would be the speaker's own than there is."""
    chosen: str = plain.choice(name, values)["form"]
    start, end = record["asserted_start"], record["asserted_end"]
    there = form_of(ground.article.text, start, end, record["own"])
    if chosen in SPEECH and SPEECH.index(chosen) < SPEECH.index(there):
        raise BadUse(
            f"These words are {there}, not {chosen}: {QUOTED[there]} quotation marks."
            " If others are meant, correct words= as well"
        )
    return {name: chosen}


def _spoken(record: Fields, text: str, place: Place, own: list[int]) -> Fields:
    """The own words, and with them the form of what is said; what is done keeps its form."""
    found = form_of(text, *place, own) if record["form"] in SPEECH else record["form"]
    return {"own": own, "form": found}


def single(name: str, field: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    """Words with one place: the mention of the speaker, the cue, the reply, what it answers."""
    words = one(name, values)
    if not words:
        return {field: None, f"{field}_start": None, f"{field}_end": None}
    place = placed(name, words, ground, (record["passage_start"], record["passage_end"]))
    stands = ground.article.text[place.start : place.end]
    return {field: stands, f"{field}_start": place.start, f"{field}_end": place.end}


def bare(name: str, field: str, values: Sequence[str]) -> Fields:
    """Words that need no place, only to stand somewhere: role and body. The gate looks."""
    return {field: one(name, values) or None}


def own_within(text: str, start: int, end: int) -> list[int]:
    """The stretches of a span that stand between quotation marks: start, end, start, end."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    found = quotes(shadow(text), begin, len(text) if stop < 0 else stop)
    spans = ((max(start, quote.inner_start), min(end, quote.inner_end)) for quote in found)
    return [offset for span in spans if span[0] < span[1] for offset in span]


def form_of(text: str, start: int, end: int, spans: Sequence[int]) -> str:
    """Direct, mixed or indirect: how much of a span the speaker's own words are."""
    if not spans:
        return "indirect"
    bare_words = text[start:end]
    for first, last in zip(spans[-2::-2], spans[::-2], strict=True):
        bare_words = bare_words[: first - start] + bare_words[last - start :]
    return "mixed" if any(sign.isalnum() for sign in bare_words) else "direct"
