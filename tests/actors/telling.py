"""Events about actors in few words."""

from timeline import events
from timeline.actors import GazetteerVersion

ENVELOPE = {"at": "2026-11-21T10:00:00.000000Z", "by": "user-1", "nonce": "0" * 32}


def alias(name, actor):
    return events.AliasAdded(**ENVELOPE, alias=name, actor=actor)


def unalias(name, actor):
    return events.AliasRemoved(**ENVELOPE, alias=name, actor=actor)


def merge(actor, into):
    return events.ActorsMerged(**ENVELOPE, actor=actor, into=into)


def part(actor, into):
    return events.ActorsParted(**ENVELOPE, actor=actor, into=into)


def tie(child, relation, parent, since="", until=""):
    return events.AffiliationSet(
        **ENVELOPE, child=child, relation=relation, parent=parent, since=since, until=until
    )


def untie(child, relation, parent):
    return events.AffiliationRemoved(**ENVELOPE, child=child, relation=relation, parent=parent)


def define(actor, kind):
    return events.ActorDefined(**ENVELOPE, actor=actor, kind=kind)


def adopt(version: GazetteerVersion):
    return events.GazetteerAdopted(
        **ENVELOPE, version=version.version, sha256=version.sha256, entries=list(version.entries)
    )
