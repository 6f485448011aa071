"""An entry of the gazetteer: one actor with its names and what it belongs to, one line of JSON."""

import json
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, Self

Kind = Literal["person", "office", "group", "media", "organisation", "country"]
"""Of the kinds of actors, those that a gazetteer can hold."""
Relation = Literal["part of", "member of", "speaks for"]


class Affiliation(NamedTuple):
    """What an actor is part of, is a member of, or speaks for, between two EDTF dates."""

    relation: Relation
    parent: str
    """A canonical name."""
    since: str = ""
    """Empty: always, as far as we know."""
    until: str = ""
    """Empty: still, as far as we know."""


class Entry(NamedTuple):
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
        fields = _stated(self)
        if self.affiliations:
            fields["affiliations"] = list(map(_stated, self.affiliations))
        return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def read(cls, line: str) -> Self:
        """The entry that `line` wrote; fields that a newer package added are let go.

        Raises: ValueError, where it holds no actor.
        """
        fields = _known(cls, json.loads(line))
        if not isinstance(fields.get("name"), str) or "kind" not in fields:
            raise ValueError(f"no actor: {line[:80]}")
        ties = fields.pop("affiliations", ())
        held: dict[str, Any] = {
            name: tuple(one) if isinstance(one, list) else one for name, one in fields.items()
        }
        made = [Affiliation(**_known(Affiliation, tie)) for tie in ties]
        return cls(**held, affiliations=tuple(made))


def _stated(value: Affiliation | Entry) -> dict[str, Any]:
    """The fields that are not at their defaults."""
    defaults = value._field_defaults
    return {name: one for name, one in value._asdict().items() if one != defaults.get(name)}


def _known(kind: type[Affiliation | Entry], fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in kind._fields if name in fields}
