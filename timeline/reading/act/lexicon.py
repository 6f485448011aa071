"""The act lexicon: cue → act, family, sign; and what the words asserted say, for open cues."""

import tomllib
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Literal, NamedTuple

from timeline.assertion import Act, Family
from timeline.reading.phrases import Phrases

Look = Literal["no", "sign", "inside"]
"""Whether a cue says all, says the act but not the sign, or says little by itself."""
Sign = Literal[-1, 0, 1]


class Cue(NamedTuple):
    """What a reporting verb or noun says by itself."""

    act: Act
    family: Family
    sign: Sign
    look: Look
    object: bool
    """Whether its object is the one addressed: "accused Y of Z"."""
    foretells: bool = False
    """Whether what will be is only thought: "predicts that prices will rise"."""


class Content(NamedTuple):
    """What words asserted under an open cue say; the lower rank wins."""

    rank: int
    act: Act
    family: Family
    sign: Sign
    early: bool
    """Whether it decides where it stands among the first words: "they reject the claim that"."""
    only: Literal["", "own", "third", "judged"]
    """Holds only in the speaker's own words; only of a third party ("X should", not "we"); or
    only where somebody is said to be so ("X is terrible", not "terrible weather")."""


class Intent(NamedTuple):
    """What words say of something planned: its sign, and the act if it is no mere plan."""

    sign: Sign
    act: Act | None


class Acts(NamedTuple):
    """The loaded lexicon."""

    cues: dict[str, Cue]
    contents: Phrases[Content]
    presupposes: Phrases[bool]
    """What makes a request one that presupposes wrongdoing: "stop", "refrain from"."""
    intends: Phrases[Intent]
    """What is planned: "sanctions", "joint initiatives"."""
    hash: str


@lru_cache(maxsize=1)
def shipped() -> Acts:
    """The lexicon in `lexicons/acts.toml`."""
    content = files("timeline.reading").joinpath("lexicons", "acts.toml").read_bytes()
    data = tomllib.loads(content.decode("utf-8"))
    cues = {
        lemma: Cue(
            entry["act"],
            entry["family"],
            entry["sign"],
            entry.get("look", "no"),
            entry.get("object", False),
            entry.get("foretells", False),
        )
        for entry in data["cue"]
        for lemma in entry["lemmas"]
    }
    contents = [
        (
            phrase,
            Content(
                rank,
                entry["act"],
                entry["family"],
                entry["sign"],
                entry.get("early", False),
                entry.get("only", ""),
            ),
        )
        for rank, entry in enumerate(data["content"])
        for phrase in entry["phrases"]
    ]
    intends = [
        (phrase, Intent(entry["sign"], entry.get("act")))
        for entry in data["intends"]
        for phrase in entry["phrases"]
    ]
    presupposes = [(phrase, True) for phrase in data["presupposes"]["phrases"]]
    return Acts(
        cues,
        Phrases(contents),
        Phrases(presupposes),
        Phrases(intends),
        sha256(content).hexdigest(),
    )
