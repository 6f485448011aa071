"""Assertions as reports: what the reading commands show, for other programs and other people."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeGuard, get_args

from pydantic import BaseModel

from timeline.export.links import Links
from timeline.export.models import Report
from timeline.export.report import Reports
from timeline.projection import Standing
from timeline.projection.spoken import SPEECH, Spoken
from timeline.query import ArticleStanding, Filters, Found, Library
from timeline.query.held import held, standings
from timeline.terms import STANDING

__all__ = [
    "FEW", "Report", "among", "columns", "export", "linked", "many", "report", "schema", "shown",
]  # fmt: skip

MANY = 100_000
"""Assertions among which an export looks for repetitions and answers."""
FEW = 20_000
"""Assertions among which they are looked for to tell of a single one."""
NOT_LINKED = (
    "There are more than {most:,} assertions: what repeats and what answers was not looked for, so"
    " `origins` is null, `same_as` is empty, and of answers only what a person linked is told, or"
    " what the text names."
)
Say = Callable[[str], None]


def shown(standing: Standing, filters: Filters) -> bool:
    """Whether an export holds it by default: speech that counts; all of it with `everything`.

    What a person withdrew is left out unless its status is asked for, and so is, until a person
    accepts it, a nameless accusation at third hand.
    """
    if filters.status or filters.everything:
        return filters.everything or standing.form in SPEECH
    return standing.form in SPEECH and standing.counts


def export(
    library: Library, filters: Filters, say: Say = lambda _: None
) -> Iterator[dict[str, Any]]:
    """The reports of all assertions that pass, in the order of their first events.

    Repetitions and answers are looked for among all assertions, not only those that pass.

    Args:
        library: of the record.
        filters: limit and order are the caller's matter.
        say: told if repetitions and answers are not looked for.
    """
    reports = _reports(library, filters.as_of, MANY, say)
    for found in held(library, filters):
        if shown(found.standing, filters):
            yield reports.of(found).model_dump(mode="json", by_alias=True)


def schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "assertion/1",
        **Report.model_json_schema(by_alias=True, mode="serialization"),
    }


def columns() -> list[str]:
    """The columns of a report in CSV: its fields, objects flattened by dots."""
    return list(_columns(Report, ""))


def _columns(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        told = prefix + (field.alias or name)
        kinds = (field.annotation, *get_args(field.annotation))
        part = next((kind for kind in kinds if _is_model(kind)), None)
        if told.endswith("passage"):
            yield from (f"{told}.start", f"{told}.end")
        elif part is None:
            yield told
        else:
            yield from _columns(part, f"{told}.")


def _is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def linked(library: Library, as_of: str | int | None, most: int) -> Links | None:
    """What repeats and what answers among all assertions; None where there are more than `most`.

    They are gathered anew each time, as no view holds them; of very many it would take too long.
    """
    if many(library.articles(as_of), most):
        return None
    return among(standings(library, Filters(as_of=as_of)))


def many(articles: Iterable[ArticleStanding], most: int) -> bool:
    """Whether more than `most` assertions were found in articles."""
    return sum(one.found for one in articles) > most


def among(every: Iterable[Standing]) -> Links:
    """What repeats and what answers among all assertions, whatever their status."""
    return Links.of(Spoken.of(one) for one in every if one.status in STANDING)


def report(
    library: Library, word: str, as_of: str | int | None = None, say: Say = lambda _: None
) -> dict[str, Any]:
    """The report of one assertion, by id or handle; `say` as in `export`. Raises: NotFound."""
    one, record = library.standing(word, as_of), library.recorded(word, as_of)
    told = _reports(library, as_of, FEW, say).of(Found(one, record))
    return told.model_dump(mode="json", by_alias=True)


def _reports(library: Library, as_of: str | int | None, most: int, say: Say) -> Reports:
    """What makes reports of assertions as they stand at a position, from what was known there."""
    links = linked(library, as_of, most)
    if links is None:
        say(NOT_LINKED.format(most=most))
    articles = {one.id: one for one in library.articles(as_of)}
    return Reports(articles, library.directory(as_of), links)
