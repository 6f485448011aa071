"""Correct an assertion or an article: the correction is added, what was there stays."""

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import deciding, options
from timeline.cli.door import Door
from timeline.cli.tree import sub
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.review import Done, Plan
    from timeline.review.desk import Desk
    from timeline.review.dossier import Dossier

app = sub()


@app.command()
def correct(
    words: Annotated[list[str] | None, typer.Argument(metavar="ID… FIELD=VALUE…")] = None,
    why: deciding.Why = None,
    at: deciding.At = None,
    copies: deciding.Copies = False,
    fields: Annotated[bool, typer.Option("--fields", help="Which fields there are.")] = False,
    user: deciding.User = None,
    json: deciding.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> None:
    """Correct an assertion or an article: the correction is added, what was there stays.

    Several are corrected at once, all or none. Words must stand in the article, letter for
    letter; names need not. An article has published, title, publisher and url; with another
    date, all that hangs on it moves.

        timeline correct 004@1114 "speaker=Chinese Mission to the EU" -m "their own statement"
        timeline correct 004@1593 002@2720 act=reject -m "they deny it"
        timeline correct 003@923 speaker=NATO --copies -m "wherever it is printed"
        timeline correct 003 published=2024-07-10 -m "the paper's archive"
    """
    with Door(store, quiet=quiet, verbose=verbose) as door:
        given = words or []
        first = next((nth for nth, word in enumerate(given) if "=" in word), len(given))
        ids, pairs = given[:first], given[first:]
        if fields:
            of_article = any(deciding.desk(door, user).is_article(word) for word in ids)
            _fields(door, article=of_article)
            return
        if not ids:
            raise BadUse("Correct what? Write: timeline correct ID FIELD=VALUE -m WHY")
        if not pairs:
            last = f"; {ids[-1]} is none" if len(ids) > 1 else ""
            like = "speaker=NATO" if "@" in ids[0] else "published=2024-07-11"
            raise BadUse(f"Nothing to correct: give FIELD=VALUE, like {like}{last}")
        desk = deciding.desk(door, user)
        articles = [word for word in ids if desk.is_article(word)]
        if articles and len(ids) > 1:
            raise BadUse("Articles are corrected one by one, for each what hangs on it moves")
        if articles and copies:
            raise BadUse("--copies is of assertions: an article is corrected alone")
        if articles:
            deciding.tell(door, _article(desk, articles[0], pairs, why), json=json)
            return
        _assertions(door, desk, ids, pairs, why, at=at, copies=copies, json=json)


def _assertions(
    door: Door, desk: "Desk", ids: list[str], pairs: list[str], why: str | None,
    *, at: int | None, copies: bool, json: bool,
) -> None:  # fmt: skip
    """Correct assertions, and their copies in other articles or what to say of these."""
    from timeline.review import copies as found
    from timeline.review.correct import correct as plan

    if copies:
        found.check_places(pairs, at)

    def planned(one: "Dossier") -> "Plan":
        case = desk.case(one.id)
        return plan(case, pairs, why, desk.ground(case.record.article, at), desk.stamp())

    chosen = list({one.id: one.handle for one in map(desk.dossier, ids)})
    others, left = found.correctable(desk, found.copies(desk, chosen, "correct"), pairs)
    deciding.on_assertions(door, desk, chosen, others, planned, copies=copies, json=json)
    for reason in left if copies else ():
        door.hint(reason)


def _article(desk: "Desk", word: str, pairs: list[str], why: str | None) -> "Done":
    """Correct an article, with all that hangs on it."""
    from timeline.review.article import correct_article
    from timeline.review.retry import while_it_moves

    ground = desk.ground(desk.article(word).id)

    def again() -> "Plan":
        return correct_article(desk.ahead(word), pairs, why, ground, desk.stamp())

    return while_it_moves(desk.chronicle, desk.ahead(word).known, again)


def _fields(door: Door, *, article: bool) -> None:
    from timeline.review.article.correct import FIELDS as OF_ARTICLE
    from timeline.review.correct import FIELDS

    told = dict.fromkeys(OF_ARTICLE, "") if article else {n: f.help for n, f in FIELDS.items()}
    door.out(f"{name:<10} {help_}".rstrip() for name, help_ in told.items())
