"""Articles as they were described and dated at a position, where that was otherwise than now."""

from collections import Counter
from typing import Any

from timeline.replay.engine import Engine
from timeline.views.positions import EVER, upto


def dates(engine: Engine, as_of: int | None) -> Counter[str]:
    """How many articles appeared when, by EDTF, as they were dated then."""
    sql = "SELECT published, count(*) FROM articles{} GROUP BY published"
    before = "" if as_of is None else f" WHERE position <= {as_of:d}"  # of all, the index tells
    found = Counter[str](dict(engine.file.connection.execute(sql.format(before))))
    then = published(engine, as_of)
    now = dict(_retold(engine, "published", as_of)) if then else {}
    for article, date in then.items():
        found[now[article]] -= 1
        found[date] += 1
    return +found


def published(engine: Engine, as_of: int | None) -> dict[str, str]:
    """When articles appeared as they were dated then, of those that were dated anew after it."""
    return {
        article: (event and event["published"]) or "unknown"
        for article, event in _then(engine, "article-dated", as_of).items()
    }


def publishers(engine: Engine, as_of: int | None) -> dict[str, str]:
    """Who published articles, as they were described then; of those of which somebody said so."""
    sql = "SELECT id, publisher FROM articles WHERE publisher <> '' AND position <= ?"
    found = dict(engine.file.connection.execute(sql, (upto(as_of),)))
    then = _then(engine, "article-described", as_of)
    found |= {article: (event or {}).get("publisher") or "" for article, event in then.items()}
    return {article: publisher for article, publisher in found.items() if publisher}


def told(engine: Engine, as_of: int) -> dict[str, dict[str, Any]]:
    """All that was told of articles then, of those of which something was told after it.

    Fields as in `timeline.query.values.ArticleStanding`.
    """
    kinds = ("article-described", "article-dated", "article-read")
    later = dict.fromkeys(article for _, _, article in engine.ledger.turns(kinds, as_of))
    return {article: _told(*_last(engine, article, kinds, as_of)) for article in later}


def _last(engine: Engine, article: str, kinds: tuple[str, ...], as_of: int) -> list[dict[str, Any]]:
    """The last event of each kind; an empty one where there was none, or it was erased."""
    places = [engine.ledger.last(article, kind, as_of) for kind in kinds]
    return [(place and engine.fetch(place)) or {} for place in places]


def _told(origin: dict[str, Any], date: dict[str, Any], read: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: origin.get(name) or "" for name in ("title", "publisher", "url")},
        **{name: date.get(name) or "unknown" for name in ("published", "basis")},
        **{name: date.get(name) or "" for name in ("rule", "phrase")},
        **{name: date.get(name) for name in ("phrase_start", "phrase_end")},
        "found": read.get("found", 0),
        **{name: tuple(read.get(name, ())) for name in ("refused", "findings")},
    }


def _then(engine: Engine, kind: str, as_of: int | None) -> dict[str, dict[str, Any] | None]:
    """The events that counted then, of articles of which others do now; None if there was none."""
    if as_of is None:
        return {}
    last = engine.ledger.last
    found = {}
    for article, _ in _retold(engine, "id", as_of):
        then = last(article, kind, as_of)
        if then != last(article, kind, EVER):
            found[article] = None if then is None else engine.fetch(then)
    return found


def _retold(engine: Engine, column: str, as_of: int | None) -> list[tuple[str, str]]:
    """Articles that were described or dated again after they had been read."""
    sql = f"SELECT id, {column} FROM articles WHERE retold AND position <= ?"  # noqa: S608 - ours
    return engine.file.connection.execute(sql, (upto(as_of),)).fetchall()
