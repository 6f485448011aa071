"""The table of what may be corrected: field, what it is, and how its words become a record."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline.errors import BadUse
from timeline.review.correct import plain, whom, words
from timeline.review.correct.ground import Ground
from timeline.review.correct.plain import Fields
from timeline.review.near import perhaps

Set = Callable[[str, Sequence[str], Ground, Fields], Fields]


class Field(NamedTuple):
    """One thing that may be corrected."""

    help: str
    set: Set
    shows: tuple[str, ...]
    """The fields of the record that tell of it."""
    many: bool = False


def _chosen(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
    del ground, record
    return plain.choice(name, values)


def _choice(name: str) -> Field:
    return Field(" | ".join(plain.CHOICES[name]), _chosen, (plain.RECORD.get(name, name),))


def _single(field: str, help_: str) -> Field:
    def setter(name: str, values: Sequence[str], ground: Ground, record: Fields) -> Fields:
        return words.single(name, field, values, ground, record)

    return Field(help_, setter, (field,))


def _bare(field: str, help_: str) -> Field:
    return Field(help_, lambda name, values, _, __: words.bare(name, field, values), (field,))


FIELDS: dict[str, Field] = {
    "speaker": Field("who asserts; empty for nobody", whom.speaker, ("speaker_name", "speaker")),
    "target": Field(
        "about or toward whom; repeat it for several, the main one first",
        lambda _, values, ground, record: whom.targets(values, ground, record),
        ("targets_name",),
        many=True,
    ),
    "reporter": Field(
        "through whose hands it came",
        lambda _, values, ground, record: whom.reporters(values, ground, record),
        ("reporters_name",),
        many=True,
    ),
    "act": _choice("act"),
    "family": _choice("family"),
    "stance": Field("-1 | 0 | +1", lambda name, values, _, __: plain.sign(name, values), ("sign",)),
    "mode": _choice("mode"),
    "authority": _choice("authority"),
    "kind": _choice("kind"),
    "said": Field(
        "when it was asserted",
        lambda name, values, ground, _: plain.said(name, values, ground),
        ("said",),
    ),
    "time": Field(
        "what time its content speaks of",
        lambda name, values, ground, _: plain.about(name, values, ground),
        ("about",),
    ),
    "topic": Field(
        "what it is on; repeat it for several",
        lambda _, values, __, ___: plain.topics(values),
        ("topics",),
        many=True,
    ),
    "occasion": Field("at which, or the document in which", whom.occasion, ("occasion",)),
    "words": Field("the asserted words, verbatim, or START-END", words.asserted, ("asserted",)),
    "passage": Field(
        "the words that carry it, verbatim, or START-END",
        words.passage,
        ("passage_start", "passage_end"),
    ),
    "own": Field("the speaker's own words", words.own, ("own",), many=True),
    # After the words: these bring a form along, which a person may judge otherwise.
    "form": Field(" | ".join(plain.CHOICES["form"]), words.form, ("form",)),
    "mention": _single("speaker", "the speaker as written"),
    "cue": _single("cue", "the word that says what kind of act it is"),
    "reply": _single("reply", "the words that make it an answer"),
    "answers": _single("answers", "what the text says that it answers"),
    "role": _bare("speaker_role", "the speaker's role, as introduced"),
    "body": _bare("speaker_body", "whose role it is, as introduced"),
}
OTHERWISE = {
    "by": "speaker", "about": "target", "targets": "target", "sign": "stance",
    "asserted": "words", "span": "words", "quote": "words", "topics": "topic",
    "reporters": "reporter", "date": "said", "when": "said",
}  # fmt: skip
"""Other words for the same, those of the filters among them."""
KEPT = ("id", "handle", "article", "method", "pattern", "confidence", "status")
"""What a correction never changes."""


def field_of(typed: str) -> str:
    """The field that is meant. Raises: BadUse, with what was perhaps meant."""
    name = typed.strip().lower().replace("_", "-")
    name = OTHERWISE.get(name, name)
    if name in FIELDS:
        return name
    if name in KEPT:
        raise BadUse(f"{name} stays as it is: a correction keeps it")
    meant = perhaps(name, [*FIELDS, *OTHERWISE])
    raise BadUse(f"No field {typed!r}.{meant} Fields: {', '.join(FIELDS)}")


def asked(pairs: Sequence[str]) -> dict[str, list[str]]:
    """What is asked for, in the order of the table. Raises: BadUse for what is no FIELD=VALUE."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise BadUse(f"{pair!r} is no correction: write FIELD=VALUE, like speaker=NATO")
        found.setdefault(field_of(name), []).append(value)
    return {name: found[name] for name in FIELDS if name in found}


__all__ = ["FIELDS", "asked", "field_of"]
