"""Another name for an actor, and taking it back."""

from timeline import events as e
from timeline.actors import key
from timeline.chronicle import Envelope
from timeline.errors import BadUse
from timeline.review.actors.effect import effect
from timeline.review.actors.scene import Scene
from timeline.review.values import Plan, reason_of


def alias(scene: Scene, name: str, actor: str, stamp: Envelope, reason: str | None = None) -> Plan:
    """From now on a name means this actor.

    Args:
        scene: who is who.
        name: as articles write it.
        actor: its canonical name.
        stamp: who, and when.
        reason: why, if they say.

    Raises:
        BadUse: it is the actor's own name, no name at all, or means that actor already.
        BadInput: it would change nothing here; see `effect`.
    """
    name = " ".join(name.split())
    if not name:
        raise BadUse("An alias needs a name")
    if key(name) == key(actor):
        raise BadUse(f"{name} is the actor's own name")
    event = e.AliasAdded(**stamp, alias=name, actor=actor, reason=reason_of(reason))
    before = scene.directory.find(name)
    if before == actor:
        return scene.so_already(name, event, f"{name} means {actor} already")
    told = f"“{name}” means {actor} from now on"
    more = f"before, it meant {before}" if before else "before, it meant nobody known here"
    return scene.plan(name, event, told, more, *effect(scene, event))


def unalias(scene: Scene, name: str, stamp: Envelope, reason: str | None = None) -> Plan:
    """A name no longer means the actor that it means.

    Raises:
        BadUse: it means nobody, it is the actor's own name, or it means that actor by a merge.
    """
    name = " ".join(name.split())
    means = scene.directory.find(name)
    event = e.AliasRemoved(
        **stamp, alias=name, actor=_given(scene, name) or means or "", reason=reason_of(reason)
    )
    if means is None or key(name) == key(means):
        told = "means nobody known here" if means is None else "is an actor's own name"
        for one in reversed(scene.look(name)):
            removed = one.event
            if isinstance(removed, e.AliasRemoved) and removed.by == stamp["by"]:
                event = event.model_copy(update={"actor": removed.actor})
                return scene.so_already(name, event, f"{name} does not mean {removed.actor}")
        raise BadUse(f"{name} is no alias: it {told}")
    after = scene.directory.after(event).find(name)
    if after == means:
        raise BadUse(f"{name} means {means} by a merge or an affiliation, not as an alias")
    more = f"it means {after} again" if after else "it means nobody known here now"
    return scene.plan(name, event, f"“{name}” no longer means {event.actor}", more)


def _given(scene: Scene, name: str) -> str | None:
    """The actor that a person said it means, by the alias in force."""
    standing: list[str] = []
    for one in scene.look(name):
        match one.event:
            case e.AliasAdded() as added:
                standing.append(added.actor)
            case e.AliasRemoved() as removed if removed.actor in standing:
                standing.remove(removed.actor)
            case _:
                pass
    return standing[-1] if standing else None
