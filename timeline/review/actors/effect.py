"""What an alias comes to here: of whoever is introduced as a person, no name makes a country."""

from timeline.actors import Directory, key
from timeline.errors import BadInput
from timeline.events import AliasAdded
from timeline.projection.coverage import plural
from timeline.query.uses import Cast
from timeline.review.actors.scene import Scene


def effect(scene: Scene, event: AliasAdded) -> tuple[str, ...]:
    """Sentences on what an alias leaves as it is, though it is of the same name.

    Raises:
        BadInput: it would change nothing: all that are called so are introduced as persons, and
            the actor is none; with what to say instead.
    """
    after = scene.directory.after(event)
    casts = scene.uses.of(event.alias) if scene.uses else {}
    stay = [code for code, cast in casts.items() if _stays(after, cast, event.alias)]
    if not stay or scene.uses is None:
        return ()
    number, handle = scene.uses.count(stay)
    if not number:
        return ()
    such = f"“{event.alias}” is introduced as a person in {plural(number, 'assertion')}"
    where = handle if number == 1 else f"{handle} is one"
    told = f"{such} ({where}), and {event.actor} is {_a(after.kind(event.actor))}"
    if any(_moves(scene.directory, after, cast) for cast in casts.values()):
        return (f"{told}: there, it stays as it is",)
    if all(event.actor in _sides(after, list(casts[code][1:])) for code in stay):
        then = f"Whoever it is counts under {event.actor} already"
    else:
        then = f'Say whose side it is: timeline actors speaks-for "{event.alias}" "{event.actor}"'
    raise BadInput(f"{told}: this alias would change nothing. {then}")


def _stays(after: Directory, cast: Cast, name: str) -> bool:
    """Whether a speaker is shown under a name although that means another."""
    which, *names = cast
    return which == "who" and bool(names[0]) and key(_speaker(after, names)) == key(name)


def _moves(before: Directory, after: Directory, cast: Cast) -> bool:
    """Whether a cast comes to mean somebody else, or to count under others."""
    which, *names = cast
    if which != "who":
        return any(before.actor(name) != after.actor(name) for name in filter(None, names))
    return bool(names[0]) and _sides(before, names) != _sides(after, names)


def _sides(directory: Directory, names: list[str]) -> tuple[str, ...]:
    _, role, body, _ = names
    return directory.sides(_speaker(directory, names), role or None, body or None)


def _speaker(directory: Directory, names: list[str]) -> str:
    name, role, body, kind = names
    return directory.actor(name, role or None, body or None, kind)


def _a(kind: str) -> str:
    """A kind with its article; a name that stands for none of them is no person all the same."""
    if kind in ("unknown", "media"):
        return "no person" if kind == "unknown" else kind
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
