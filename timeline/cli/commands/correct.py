"""Correct an assertion or an article: the correction is added, what was there stays."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub

if TYPE_CHECKING:
    from timeline.review import Plan

app = sub()


@app.command()
def correct(
    word: Annotated[str, typer.Argument(metavar="ID")],
    pairs: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE")] = None,
    why: deciding.Why = None,
    at: Annotated[
        int | None,
        typer.Option("--at", metavar="OFFSET", help="Where words begin that stand twice."),
    ] = None,
    fields: Annotated[bool, typer.Option("--fields", help="Which fields there are.")] = False,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Correct an assertion or an article: the correction is added, what was there stays.

    Words must stand in the article, letter for letter; names need not. An article has published,
    title, publisher and url; with another date, all that hangs on it moves.

        timeline correct 004@1114 "speaker=Chinese Mission to the EU" -m "their own statement"
        timeline correct 003 published=2024-07-10 -m "the paper's archive"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        desk = deciding.desk(door, user)
        if fields:
            _fields(door, article=desk.is_article(word))
            return
        from timeline.review.article import correct_article
        from timeline.review.correct import correct as plan
        from timeline.review.retry import while_it_moves

        if desk.is_article(word):
            article = desk.article(word)
            ground = desk.ground(article.id)

            def again() -> "Plan":
                return correct_article(desk.ahead(word), pairs or (), why, ground, desk.stamp())

            known = desk.ahead(word).known
            deciding.tell(door, while_it_moves(desk.chronicle, known, again), json=json)
            return
        case = desk.case(word)
        ground = desk.ground(case.record.article, at)
        deciding.done(door, desk, [plan(case, pairs or (), why, ground, desk.stamp())], json=json)


def _fields(door: Door, *, article: bool) -> None:
    from timeline.review.article.correct import FIELDS as OF_ARTICLE
    from timeline.review.correct import FIELDS

    told = dict.fromkeys(OF_ARTICLE, "") if article else {n: f.help for n, f in FIELDS.items()}
    door.out(f"{name:<10} {help_}".rstrip() for name, help_ in told.items())
