"""The reading commands that installed projections bring, told without importing them.

Names, words and help stand in a projection's file as plain text; reading them there keeps
`timeline --help` fast. The one that is called is imported, as it will be to answer.
"""

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

from timeline.installed import offered


class Question(NamedTuple):
    """A projection as its command tells it."""

    name: str
    takes: tuple[str, ...]
    help: str


def question(name: str) -> Question:
    """The projection of this name; one that cannot be imported, as its file tells it.

    Raises:
        KeyError: none is called so.
    """
    from timeline.catalogue import catalogue

    projection = catalogue().projections.get(name)
    if projection is None:
        return questions()[name]
    return Question(name, projection.takes, cleandoc(projection.__doc__ or ""))


def questions() -> dict[str, Question]:
    """All projections installed, by name; the first of a name counts."""
    found: dict[str, Question] = {}
    for point in offered():
        for path in _modules(point.value):
            for one in _read(path):
                found.setdefault(one.name, one)
    return dict(sorted(found.items()))


def _modules(package: str) -> Iterator[Path]:
    """The files of a package, or the one of a module, without importing it."""
    try:
        spec = find_spec(package.partition(":")[0].strip())
    except (ImportError, ValueError):
        return
    if spec and spec.has_location and spec.origin:
        yield Path(spec.origin)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        yield from sorted(path for path in Path(folder).glob("*.py") if path.name[0] != "_")


def _read(path: Path) -> Iterator[Question]:
    """The projections in one file: classes that state a name; a file with a fault has none."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            stated = dict(_stated(node))
            name, takes = stated.get("name"), stated.get("takes", ())
            if isinstance(name, str) and isinstance(takes, tuple) and "version" in stated:
                yield Question(name, takes, ast.get_docstring(node) or "")


def _stated(node: ast.ClassDef) -> Iterator[tuple[str, object]]:
    """What a class body assigns: names and their plain values, None for any other value."""
    for line in node.body:
        match line:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                pairs = zip(names, values, strict=False)
            case ast.Assign(targets=[name], value=value):
                pairs = zip((name,), (value,), strict=True)
            case ast.AnnAssign(target=name, value=ast.expr() as value):
                pairs = zip((name,), (value,), strict=True)
            case _:
                continue
        for one, what in pairs:
            if isinstance(one, ast.Name):
                yield one.id, _plain(what)


def _plain(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
