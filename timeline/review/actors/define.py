"""A name that is somebody: a person, an office, a group, an occasion."""

from typing import cast, get_args

from timeline import events as e
from timeline.actors import key
from timeline.assertion import Kind
from timeline.chronicle import Envelope
from timeline.errors import BadUse
from timeline.review.actors.scene import Scene
from timeline.review.near import perhaps
from timeline.review.values import Plan, reason_of

KINDS: tuple[str, ...] = tuple(kind for kind in get_args(Kind) if kind != "unknown")


def a_kind(typed: str) -> Kind:
    """The kind that is meant. Raises: BadUse, with what was perhaps meant."""
    word = typed.strip().lower()
    if word not in KINDS:
        known = ", ".join(KINDS)
        raise BadUse(f"No kind {typed!r}.{perhaps(word, KINDS)} It is one of {known}")
    return cast("Kind", word)


def define(scene: Scene, name: str, kind: str, stamp: Envelope, reason: str | None = None) -> Plan:
    """From now on a name is somebody here, of this kind.

    Raises:
        BadUse: no name, no such kind, the name means somebody else, or it is so already.
    """
    name = " ".join(name.split())
    if not name:
        raise BadUse("An actor needs a name")
    wanted = a_kind(kind)
    means = scene.directory.find(name)
    if means is not None and key(means) != key(name):
        raise BadUse(
            f"{name} means {means}; take that back first: timeline actors unalias “{name}”"
        )
    actor = means or name
    event = e.ActorDefined(**stamp, actor=actor, kind=wanted, reason=reason_of(reason))
    before = scene.directory.kind(actor)
    if means is not None and before == wanted:
        return scene.so_already(actor, event, f"{actor} is known as {wanted} already")
    more = (f"before: {before}",) if means is not None else ()
    return scene.plan(actor, event, f"defined {actor} as {wanted}", *more)
