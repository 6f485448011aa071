"""From a name as introduced to an actor, and from an actor to the sides it counts under; pure."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

from timeline.actors.composed import OF, compose
from timeline.actors.entry import Affiliation, Entry
from timeline.actors.heads import Composed, has_head
from timeline.actors.introduction import Introduced, introduced
from timeline.actors.lexicon import lexicon
from timeline.actors.record import Record
from timeline.actors.roles import names_person, once, speaks
from timeline.actors.spelling import bare, fold, key
from timeline.actors.ties import SIDES, holds
from timeline.when import When

Memory = dict[tuple[str, str], tuple[Any, set[str]]]
"""What many questions ask on their way, with the keys it hangs on: good until the next event."""
T = TypeVar("T")


class Sides(NamedTuple):
    """The sides of an actor, and whether they are others at another time."""

    sides: tuple[str, ...]
    dated: bool


class Resolver:
    """Answers one question from a record, and notes the keys that the answer hangs on."""

    def __init__(self, record: Record, memory: Memory) -> None:
        self._record, self._memory = record, memory
        self.tried: set[str] = set()

    def find(self, name: str) -> str | None:
        """The actor that a name means."""
        return self._record.names.find(name, self.tried)

    def entry(self, actor: str) -> Entry | None:
        """What the gazetteer says of an actor."""
        self.tried.add(key(actor))
        return self._record.entries.get(key(actor))

    def kind(self, actor: str) -> str:
        """What an actor is; "unknown" where nothing says so."""
        self.tried.add(key(actor))
        if kind := self._record.kinds.get(key(actor)):
            return kind
        if entry := self.entry(actor):
            return entry.kind
        made = compose(actor, self)
        return made.kind if made else "unknown"

    def actor(self, name: str, role: str | None, body: str | None, kind: str) -> str:
        """The canonical actor; a name that nobody knows stays as it is, without its article."""
        text = bare(name)
        person = kind == "person" or bool(role and names_person(role))
        hit = self.find(text)
        if hit and not (person and self._no_person(hit)):
            return hit
        if body and (head := _head_before(text, body)) and self.find(body) is None:
            made = compose(head, self, self._plain(body))
            return self._shown(made) if made else f"{bare(body)} {head}"
        taken = introduced(text)
        if inner := self._inner(taken, text):
            return inner
        if not person or (taken.role and taken.name == text):
            owner = self._plain(body) if body else None
            if made := compose(text, self, owner):
                return self._shown(made)
        return self._record.names.merged(text, self.tried)

    def sides(
        self,
        actor: str,
        role: str | None,
        body: str | None,
        when: When | None,
        *,
        ever: bool = False,
    ) -> Sides:
        """The actor and all that it counts under, parents behind their children.

        With `ever`, at whatever date: for the keys on which the answer at any date hangs.
        """
        order: list[str] = []
        dated, seen = False, {actor}
        vague = when is None or not when.known
        past = bool(role) and once(role or "")
        above = None if past else self._body(role, body)

        def visit(one: str) -> None:
            nonlocal dated
            parents = [above] if above and one == actor else []
            for tie in self._ties(one) if one == actor else self._once("ties", one, Resolver._ties):
                dated |= bool(tie.since or tie.until)
                told = one == actor and vague and (above or past) and (tie.since or tie.until)
                if ever or (not told and holds(tie, when)):
                    parents.append(self._plain(tie.parent))
            for parent in parents:
                if parent not in seen:
                    seen.add(parent)
                    visit(parent)
            order.append(one)

        visit(actor)
        return Sides(tuple(reversed(order)), dated)

    def _plain(self, name: str) -> str:
        """The actor of a name that stands alone."""
        return self._once("actor", name, lambda one, text: one.actor(text, None, None, "unknown"))

    def _once(self, what: str, name: str, ask: Callable[["Resolver", str], T]) -> T:
        """Ask once, and remember the answer with its keys."""
        if (found := self._memory.get((what, name))) is None:
            other = Resolver(self._record, self._memory)
            found = self._memory[what, name] = ask(other, name), other.tried
        self.tried |= found[1]
        return cast("T", found[0])

    def _ties(self, actor: str) -> list[Affiliation]:
        made = None if self.entry(actor) else compose(actor, self)
        absorbed = list(self._record.names.absorbed(actor))
        self.tried.update(absorbed)
        implied = made.parent if made and made.parent != actor else None
        return [tie for tie in self._record.ties.of(absorbed, implied) if tie.relation in SIDES]

    def _body(self, role: str | None, body: str | None) -> str | None:
        """The side that an introduction names; a Chinese professor does not speak for China."""
        if not body:
            return None
        if role:
            if fold(role).rpartition(" ")[2].rstrip(".") in lexicon().alone:
                return None
            taken = introduced(f"{body} {role}")
            if taken.former or (not taken.body and taken.role == f"{body} {role}"):
                return None  # "Water Minister": what it is of is nobody
            wider = taken.body
            if wider and (wider.startswith(f"{body} ") <= has_head(wider)):
                body = wider  # "Chinese Foreign Ministry", no "Pilots Union regional"
        above = self._plain(body)
        private = role is not None and not speaks(role)
        return None if private and self.kind(above) == "country" else above

    def _inner(self, taken: Introduced, text: str) -> str | None:
        """The person inside an introduction: "President Biden"; none in "General Motors"."""
        name, words = taken.name, lexicon()
        if not taken.role or name == text or (not name[:1].isupper() and name[:1] != "("):
            return None
        found = self.find(name)
        if found and not self._no_person(found):
            return found
        last = fold(name).split()[-1:]
        if last and (last[0] in words.office or last[0] in words.thing):
            return None
        role = fold(taken.role)
        if role in words.royal or (role in words.doubtful and not taken.body and " " not in name):
            return None
        return self._record.names.merged(bare(name), self.tried)

    def _no_person(self, actor: str) -> bool:
        entry = self.entry(actor)
        return entry is not None and entry.kind != "person"

    def _shown(self, made: Composed) -> str:
        found = self.find(made.name)
        return found or self._record.names.merged(made.name, self.tried)


def _head_before(text: str, body: str) -> str:
    """The head of "spokesman for the Department for Transport", where that is the body."""
    before = text.removesuffix(bare(body))
    joint = OF.search(before + "x") if before != text else None
    return before[: joint.start()] if joint and joint.end() == len(before) else ""
