"""Where the store is, how much it holds, and which of its views are behind."""

from typing import Any

from timeline.cli import options
from timeline.cli.door import Door
from timeline.cli.options import Format
from timeline.cli.tree import sub
from timeline.errors import BadUse

app = sub()


@app.command()
def status(
    how: options.AsCard = Format.AUTO,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Where the store is, how much it holds, and which of its views are behind.

    timeline status
    timeline status --json
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        chosen = options.chosen(how, options.CARD, json=json)
        state = gathered(door)
        if chosen in options.RECORDS:
            from timeline.cli.draw.machine import dumps

            door.out([dumps(state)])
        else:
            from timeline.cli.reading import show
            from timeline.projection.sheet import Table

            views = state.pop("views")
            told_as = {
                "size": f"{state['size']:,} bytes",
                "writable": "yes" if state["writable"] else "no",
                "user": state["user"] or "not known",
            }
            rows = tuple(
                (name.replace("_", " "), told_as.get(name, str(value)))
                for name, value in state.items()
                if name != "schema"
            )
            behind = [
                f"{one['name']}: {one['state']}"
                + (f", {one['behind']} behind" if one["behind"] else "")
                for one in views
            ]
            told = (Table(("what", "is"), (*rows, ("views", "; ".join(behind)))),)
            show(door, told, chosen, state)
            door.hint("Next: timeline log")


def gathered(door: Door) -> dict[str, Any]:
    """All that status tells; `position` is the chronicle's head."""
    from timeline.query.shorts import Shorts

    chronicle, library = door.chronicle, door.library
    assertions = library.count()  # first: it brings the views up to date
    return {
        "schema": "status/1",
        "store": str(door.chosen.path.resolve()),
        "store_chosen_by": door.chosen.why,
        "views_file": str(door.chosen.views.resolve()),
        "position": chronicle.head(),
        "size": door.chosen.path.stat().st_size,
        "writable": chronicle.writable,
        "articles": len(Shorts(library.engine, None)),
        "assertions": assertions,
        "user": _user(door),
        "views": [
            {name: getattr(one, name)
             for name in ("name", "version", "position", "behind", "state", "digest", "error")}
            for one in library.projections()
        ],
    }  # fmt: skip


def _user(door: Door) -> str | None:
    """Who is at work; None, and a hint, where that cannot be stored: looking needs no name."""
    from timeline.who import who

    try:
        return who()
    except BadUse as fault:
        door.hint(str(fault))
        return None
