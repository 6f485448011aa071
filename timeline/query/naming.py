"""What a person calls an actor, as the record's canonical name."""

from typing import TYPE_CHECKING

from timeline.errors import NotFound
from timeline.replay.engine import Engine
from timeline.replay.whom import KINDS

if TYPE_CHECKING:
    from timeline.actors import Directory

SPECIAL = ("(article)", "(unattributed)")


def canonical(engine: Engine, word: str) -> str:
    """The canonical name that a word means. Raises: NotFound, with what was perhaps meant."""
    if word in SPECIAL or (_plain(engine) and _spoken_of(engine, word)):
        return word
    # A name is mostly known as it stands; only composed ones need all that is known of actors.
    names = engine.who.names(engine.ledger.checkpoint()[0])
    if found := names.asked(word) or directory(engine).find(word):
        return found
    if spelt := _as_spelt(engine, word):
        return spelt
    near = list(dict.fromkeys([*_nearest(engine, word), *directory(engine).nearest(word)]))[:3]
    meant = f" Did you mean {', '.join(near)}?" if near else ""
    raise NotFound(f"There is no actor “{word}” here.{meant}")


def directory(engine: Engine) -> "Directory":
    """Whom names mean, as of the ledger."""
    return engine.who.as_of(engine.ledger.checkpoint()[0])


def _plain(engine: Engine) -> bool:
    """Whether nobody ever changed whom a name means, so that what was canonical still is."""
    return len(engine.ledger.turns(KINDS)) <= 1


def _spoken_of(engine: Engine, name: str) -> bool:
    sql = "SELECT 1 FROM lists_members WHERE name = ? LIMIT 1"
    return engine.file.connection.execute(sql, (name,)).fetchone() is not None


def _as_spelt(engine: Engine, word: str) -> str:
    """An actor that no gazetteer has, under the name by which views know it."""
    sql = "SELECT DISTINCT name FROM lists_members WHERE name = ? COLLATE NOCASE"
    found = [name for (name,) in engine.file.connection.execute(sql, (word,))]
    return found[0] if len(found) == 1 else word if word in found else ""


def _nearest(engine: Engine, word: str) -> list[str]:
    """Names that views know and that have this word in them."""
    escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    rows = engine.file.connection.execute(
        "SELECT DISTINCT name FROM lists_members WHERE name LIKE ? ESCAPE '!' ORDER BY"
        " length(name), name LIMIT 3",
        (f"%{escaped}%",),
    )
    return [name for (name,) in rows]
