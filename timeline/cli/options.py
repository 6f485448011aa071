"""Options that mean the same in every command, and what is made of them."""

import datetime as dt
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from timeline import terms
from timeline.errors import BadUse

if TYPE_CHECKING:
    from timeline.query import Filters
    from timeline.when import When


class Format(StrEnum):
    """How an answer is written; `auto` is a page on a terminal and lines in a pipe."""

    AUTO = "auto"
    TABLE = "table"
    LINES = "lines"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    MD = "md"


CARD = (Format.TABLE, Format.LINES, Format.JSON, Format.NDJSON, Format.MD)
"""How what is no list can be written: never as CSV."""
RECORDS = (Format.JSON, Format.NDJSON, Format.CSV)
"""How records are written for programs."""
STAMPED = (*RECORDS, Format.MD)
"""What says what it rests on."""


def _one_of(*forms: Format) -> Any:  # noqa: ANN401 - typer's own
    """The option of a command that writes only these formats, as its help says."""
    return typer.Option(
        "--format", envvar="TIMELINE_FORMAT", metavar=f"<{'|'.join((Format.AUTO, *forms))}>",
        help="How to write it.",
    )  # fmt: skip


def chosen(how: str, forms: tuple[Format, ...], *, json: bool) -> Format:
    """The format asked for, `auto` if none was. Raises: BadUse, with those that there are."""
    if json:
        return Format.JSON
    if how not in (Format.AUTO, *forms):
        says = ", as TIMELINE_FORMAT says" if how == os.environ.get("TIMELINE_FORMAT") else ""
        raise BadUse(f"no format {how} here{says}: one of {', '.join((Format.AUTO, *forms))}")
    return Format(how)


def typed(ctx: typer.Context, name: str) -> bool:
    """Whether an option was typed, rather than left as it is, or set for all by the shell."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


Store = Annotated[Path | None, typer.Option("--store", metavar="FILE", help="The store.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No hints on stderr.")]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, help="-vv: tracebacks of faults.")
]
As = Annotated[Format, typer.Option("--format", envvar="TIMELINE_FORMAT", help="How to write it.")]
AsCard = Annotated[str, _one_of(*CARD)]
AsRecords = Annotated[str, _one_of(*RECORDS)]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
By = Annotated[
    list[str] | None, typer.Option("--by", metavar="WHO", help="Said by WHO, or for it.")
]
About = Annotated[list[str] | None, typer.Option("--about", metavar="WHO", help="Said about WHO.")]
Act = Annotated[
    list[str] | None, typer.Option("--act", metavar="ACT", help="An act or family: accuse, ask.")
]
Topic = Annotated[list[str] | None, typer.Option("--topic", metavar="TOPIC", help="On TOPIC.")]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ARTICLE", help="In ARTICLE: its name, id or publisher."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Said then or later: 2024-07, 30d.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Said then or earlier.")]
Possible = Annotated[
    bool, typer.Option("--possible", help="Any day it may have been said lies within.")
]
Certain = Annotated[bool, typer.Option("--certain", help="All days it may have been said do.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="WHEN", help="As held then: a day, an instant, or #POSITION."),
]
Status = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="S", help="proposed, accepted, corrected, rejected, retracted or all."
    ),
]
MinConfidence = Annotated[
    int, typer.Option("--min-confidence", metavar="N", min=0, max=100, help="Right N of 100 times.")
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="At most N of them.")
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Newest first.")]
Points = Annotated[bool, typer.Option("--points", help="Open statements into their points.")]
Everything = Annotated[
    bool, typer.Option("--all", help="Also headlines, articles' own voice, acts merely done.")
]
STATUSES = (*terms.STANDING, "corrected", "rejected", "retracted")


def filters(**given: Any) -> "Filters":  # noqa: ANN401 - the options above, as typer gives them
    """The filters that the options mean. Raises: BadUse, with what would be understood."""
    from timeline.query import Filters

    possible, certain = given.pop("possible"), given.pop("certain")
    if possible and certain:
        raise BadUse("--possible and --certain exclude each other")
    plain: dict[str, Any] = {
        name: tuple(value or ()) if name in MANY else value for name, value in given.items()
    }
    plain["since"], plain["until"] = _date(given["since"]), _date(given["until"])
    plain["mode"] = "possible" if possible else "certain" if certain else "place"
    plain["as_of"] = held_at(given["as_of"])
    usual = () if given["everything"] else terms.STANDING
    plain["status"] = statuses(plain["status"] or usual)
    _known_acts(plain["act"])
    return Filters(**plain)


def statuses(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The statuses that are meant; none for all. Raises: BadUse for what is none."""
    for one in asked:
        if one not in (*STATUSES, "all"):
            raise BadUse(f"no status {one}: one of {', '.join(STATUSES)}, all")
    return () if "all" in asked else asked


def _known_acts(asked: tuple[str, ...]) -> None:
    """A word that is no act finds nothing, which would read as if nobody had done it."""
    known = dict.fromkeys((*get_args(terms.Act), *get_args(terms.Family)))
    for one in asked:
        if one.lower() not in known:
            raise BadUse(f"no act {one}: one of {', '.join(known)}")


def held_at(text: str | None) -> str | int | None:
    """A position is an int or `#11`; four digits alone may be a year, and are left to be asked."""
    return int(text) if text and text.isdecimal() and len(text) != 4 else text


MANY = ("by", "about", "act", "topic", "source", "status")


def _date(text: str | None) -> "When | None":
    from timeline.when import When

    return None if text is None else When.asked(text, dt.datetime.now(dt.UTC).date())
