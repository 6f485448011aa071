"""Assertions as reports: what the reading commands show, for other programs and other people."""

from collections.abc import Iterator
from typing import Any, TypeGuard, get_args

from pydantic import BaseModel

from timeline.export.links import Links
from timeline.export.models import Report
from timeline.export.report import Reports
from timeline.projection import Standing
from timeline.projection.spoken import SPEECH, Spoken
from timeline.query import Filters, Found, Library
from timeline.query.held import held
from timeline.terms import Status

__all__ = ["FEW", "Report", "columns", "export", "linked", "report", "schema", "shown"]

MANY = 100_000
"""Assertions among which an export looks for repetitions and answers."""
FEW = 20_000
"""Assertions among which they are looked for to tell of a single one."""
STANDING: tuple[Status, ...] = ("proposed", "accepted")


def shown(standing: Standing, filters: Filters) -> bool:
    """Whether an export holds it by default: speech that counts; all of it with `everything`.

    What a person withdrew is left out unless its status is asked for, and so is, until a person
    accepts it, a nameless accusation at third hand.
    """
    if filters.status or filters.everything:
        return filters.everything or standing.form in SPEECH
    return standing.form in SPEECH and standing.counts


def export(library: Library, filters: Filters) -> Iterator[dict[str, Any]]:
    """The reports of all assertions that pass, in the order of their first events.

    Repetitions and answers are looked for among all assertions, not only those that pass.
    """
    articles = {one.id: one for one in library.articles()}
    links = linked(library, filters.as_of, MANY) or Links({}, {}, {})
    reports = Reports(articles, library.directory(), links)
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
    if sum(one.found for one in library.articles()) > most:
        return None
    everything = Filters(as_of=as_of, status=STANDING, everything=True)
    return Links.of(Spoken.of(one.standing) for one in held(library, everything))


def report(library: Library, word: str, as_of: str | int | None = None) -> dict[str, Any]:
    """The report of one assertion, by id or handle. Raises: NotFound."""
    one, record = library.standing(word, as_of), library.recorded(word, as_of)
    articles = {article.id: article for article in library.articles()}
    links = linked(library, as_of, FEW) or Links({}, {}, {})
    told = Reports(articles, library.directory(), links).of(Found(one, record))
    return told.model_dump(mode="json", by_alias=True)
