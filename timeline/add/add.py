"""The use case: put articles in, one transaction each, so that it may be stopped and done again."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from timeline.add import again
from timeline.add.admitted import (
    Origin,
    article_batch,
    dated,
    judge,
    method,
    reading_batch,
)
from timeline.add.adopt import adoption
from timeline.add.given import NOTHING, Given, doubted
from timeline.add.sheet import Sheet
from timeline.add.sources import Passed, Source, load, sources
from timeline.add.values import Added, Describe, Known, Outcome
from timeline.article import Article, Unusable
from timeline.chronicle import ArticleBytes, Batch, Chronicle, streams
from timeline.errors import BadInput, Conflict
from timeline.reading.describe import describe as describe_head

if TYPE_CHECKING:
    from timeline.reading.reader import Reader, Reading

TRIES = 3
"""Of one article, when others write of it at the same time."""


class _Desk:
    """Where articles are put in, by whom, and who reads them."""

    def __init__(self, chronicle: Chronicle, by: str, reader: "Reader", describe: Describe) -> None:
        self.chronicle, self.by, self.reader, self.describe = chronicle, by, reader, describe
        self._adopted = False

    def write(self, batches: list[Batch], articles: Sequence[ArticleBytes] = ()) -> Sequence[int]:
        """Append, the first time after the shipped actors, if the record has none so new."""
        adopted = None if self._adopted else adoption(self.chronicle)
        if adopted is not None:
            batches = [adopted, *batches]
        positions = self.chronicle.append(*batches, articles=articles)
        self._adopted = True
        return positions[1:] if adopted else positions

    def is_read(self, article: Article) -> bool:
        """Tell whether this reader, as it is set, has read an article."""
        reader = self.reader
        stream = streams.reading(article.id, reader.name, reader.version, reader.configuration)
        return bool(self.chronicle.stream_version(stream))

    def read(self, article: Article) -> "Reading | str":
        """Read an article, or tell how the reader failed."""
        try:
            return self.reader.read(article)
        except Exception as fault:  # noqa: BLE001 — a reader may be anybody's; the next file goes on
            said = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
            return f"the reader {method(self.reader)} failed ({said})"


def add(  # noqa: PLR0913 — one door, and each word that may be said at it has a name
    chronicle: Chronicle,
    names: Iterable[str | Path],
    by: str,
    *,
    given: Given = NOTHING,
    sheet: Sheet | None = None,
    reader: "Reader | None" = None,
    describe: Describe = describe_head,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Put articles in; what becomes of each is told when it is on disk.

    One file that cannot be used stops no other, and nothing of it is stored. A known article is
    told as such; by a newer reader, or one set otherwise, it is read again: what is new is
    appended, what is there keeps its id, and what is no longer found is marked so and stays.

    Args:
        chronicle: where to; made by `Chronicle.create`.
        names: files, folders, and `-` for standard input; none: the files of the sheet.
        by: who adds them.
        given: what that person says of all of them.
        sheet: what that person says of each; it stands above `given`.
        reader: reads them; our own rules if None.
        describe: reads their heads.
        stdin: what `-` means; the program's own standard input if None.

    Raises:
        StoreError: the store cannot be written; what was told before is kept.
    """
    if reader is None:
        from timeline.reading import RULES

        reader = RULES
    desk = _Desk(chronicle, by, reader, describe)
    faults, unmet = (dict(sheet.faults), dict(sheet.rows)) if sheet else ({}, {})
    yield from faults.values()
    for source in sources(list(names) or (sheet.files() if sheet else [])):
        if isinstance(source, Passed | Unusable):
            yield source
            continue
        resolved = source.path.resolve() if source.path else Path()
        if resolved in faults:
            continue
        row = sheet.rows.get(resolved) if sheet else None
        unmet.pop(resolved, None)
        yield _one(desk, source, row.given.over(given) if row else given, stdin)
    for row in unmet.values():
        yield Unusable(f"{sheet.path if sheet else ''}:{row.line}", f"{row.file} was not added")


def _one(desk: _Desk, source: Source, given: Given, stdin: BinaryIO | None) -> Outcome:
    loaded = load(source, stdin)
    if isinstance(loaded, Unusable):
        return loaded
    article, content = loaded
    for attempt in range(TRIES):
        try:
            if desk.chronicle.stream_version(streams.article(article.id)):
                return _known(desk, source, article, given)
            return _new(desk, source, article, content, given)
        except Conflict:
            # Somebody adds the same article, or adopts the same gazetteer: now it is there.
            if attempt == TRIES - 1:
                raise
        except BadInput as fault:
            return Unusable(source.name, str(fault))
    raise AssertionError


def _new(desk: _Desk, source: Source, article: Article, content: bytes, given: Given) -> Outcome:
    origin = Origin(given, desk.describe(article.text))
    article = origin.of(article)
    reading = desk.read(article)
    if isinstance(reading, str):
        return Unusable(source.name, reading)
    judged = judge(reading, article, origin.described)
    kept = ArticleBytes.of(article.id, content)
    occasions = dated(article, desk.reader, reading)
    batches = [
        article_batch(article, origin, kept, desk.by, desk.reader),
        reading_batch(article, desk.reader, judged, judged.admitted, occasions),
    ]
    doubts = doubted(given, origin.described, judged.admitted)
    return Added(article, origin.basis, *judged, desk.write(batches, [kept]), doubts)


def _known(desk: _Desk, source: Source, article: Article, given: Given) -> Outcome:
    article = again.known(desk.chronicle, article)
    differs = given.differs(article)
    if desk.is_read(article):
        return Known(source.name, article, given, differs)
    reading = desk.read(article)
    if isinstance(reading, str):
        return Unusable(source.name, reading)
    judged = judge(reading, article, desk.describe(article.text))
    earlier = again.before(desk.chronicle, article.id)
    found = again.matched(judged.admitted, earlier.assertions.values())
    recorded = tuple(one for one in found if again.differs(one, earlier.assertions.get(one.id)))
    occasions = again.anew(dated(article, desk.reader, reading), earlier.occasions)
    again_there = {one.id for one in found}
    missed = tuple(one for one in earlier.assertions if one not in again_there)
    desk.write([reading_batch(article, desk.reader, judged, recorded, occasions, missed)])
    fresh = tuple(one for one in recorded if one.id not in earlier.assertions)
    changed = tuple(one for one in recorded if one.id in earlier.assertions)
    return Known(source.name, article, given, differs, method(desk.reader), fresh, changed, missed)
