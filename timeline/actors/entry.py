"""An entry of the gazetteer: one actor with its names and what it belongs to, one line of JSON."""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["person", "office", "group", "media", "organisation", "country"]
"""Of the kinds of actors, those that a gazetteer can hold."""
Relation = Literal["part of", "member of", "speaks for"]


class Value(BaseModel):
    """Immutable, and without fields that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Affiliation(Value):
    """What an actor is part of, is a member of, or speaks for, between two EDTF dates."""

    relation: Relation
    parent: str
    """A canonical name."""
    since: str = ""
    """Empty: always, as far as we know."""
    until: str = ""
    """Empty: still, as far as we know."""


class Entry(Value):
    """One actor. `name` is canonical: it is what views show and what queries ask for."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    """"Chinese"; the first names its offices: "Chinese Embassy"."""
    seats: tuple[str, ...] = ()
    """Capitals and palaces that stand for a government: "Beijing"."""
    capital: str = ""
    """Where embassies are, also where the bare name of the city would be misread."""
    short: str = ""
    """The name inside other names, with its article: "the EU"."""
    code: str = ""
    """ISO 3166."""
    affiliations: tuple[Affiliation, ...] = ()

    @property
    def label(self) -> str:
        """What stands before the name of its offices: "Chinese", "EU", "NATO"."""
        if self.adjectives:
            return self.adjectives[0]
        return self.short.removeprefix("the ") or self.name

    def line(self) -> str:
        """The entry as canonical JSON, one string of `GazetteerAdopted.entries`."""
        fields = self.model_dump(exclude_defaults=True)
        return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def read(cls, line: str) -> "Entry":
        """The entry that `line` wrote. Raises: pydantic.ValidationError."""
        return cls.model_validate_json(line)
