"""Articles as they were described and dated at a position, where that was otherwise than now."""

from collections import Counter
from typing import Any

from timeline.replay.engine import Engine

NOW = 1 << 62


def upto(as_of: int | None) -> int:
    """The last position that counts."""
    return NOW if as_of is None else as_of


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


def _then(engine: Engine, kind: str, as_of: int | None) -> dict[str, dict[str, Any] | None]:
    """The events that counted then, of articles of which others do now; None if there was none."""
    if as_of is None:
        return {}
    last = engine.ledger.last
    found = {}
    for article, _ in _retold(engine, "id", as_of):
        then = last(article, kind, as_of)
        if then != last(article, kind, NOW):
            found[article] = None if then is None else engine.fetch(then)
    return found


def _retold(engine: Engine, column: str, as_of: int | None) -> list[tuple[str, str]]:
    """Articles that were described or dated again after they had been read."""
    sql = f"SELECT id, {column} FROM articles WHERE retold AND position <= ?"  # noqa: S608 - ours
    return engine.file.connection.execute(sql, (upto(as_of),)).fetchall()
