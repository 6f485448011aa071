"""Two actors that are one, and parting them again."""

from timeline import events as e
from timeline.actors import key
from timeline.chronicle import Envelope
from timeline.errors import BadUse
from timeline.review.actors.scene import Scene
from timeline.review.values import Plan, reason_of


def merge(scene: Scene, actor: str, into: str, stamp: Envelope, reason: str | None = None) -> Plan:
    """From now on an actor is shown as another.

    Args:
        scene: who is who.
        actor: the canonical name of one.
        into: that of the other, as which both are shown.
        stamp: who, and when.
        reason: why, if they say.

    Raises:
        BadUse: they are one already.
    """
    event = e.ActorsMerged(**stamp, actor=actor, into=into, reason=reason_of(reason))
    if standing(scene, actor) == into:
        return scene.so_already(actor, event, f"{actor} is merged into {into} already")
    if key(actor) == key(into):
        raise BadUse(f"{actor} and {into} are one already")
    plan = scene.plan(actor, event, f"{actor} is shown as {into} from now on")
    # A circle cannot be closed from the other side in the meantime.
    return plan._replace(batches=(*plan.batches, scene.batch(into)))


def part(scene: Scene, actor: str, into: str, stamp: Envelope, reason: str | None = None) -> Plan:
    """A merge is taken back.

    Args:
        scene: who is who.
        actor: the name of the one that was merged.
        into: a name of the other; its own also where that is shown as a third by now.
        stamp: who, and when.
        reason: why, if they say.

    Raises:
        BadUse: it was not merged so.
    """
    merged, means = standing(scene, actor), scene.directory.find(into) or into
    other = merged if merged and key(merged) == key(into) else means
    event = e.ActorsParted(**stamp, actor=actor, into=other, reason=reason_of(reason))
    if merged != other:
        elsewhere = f", but into {merged}" if merged else ""
        return scene.so_already(actor, event, f"{actor} is not merged into {into}{elsewhere}")
    return scene.plan(actor, event, f"{actor} and {other} are two again")


def standing(scene: Scene, actor: str) -> str | None:
    """The actor that people merged this one into, and did not part from it again."""
    merged: list[str] = []
    for one in scene.look(actor):
        match one.event:
            case e.ActorsMerged() as event if key(event.actor) == key(actor):
                merged.append(event.into)
            case e.ActorsParted() as event if event.into in merged:
                merged.remove(event.into)
            case _:
                pass
    return merged[-1] if merged else None
