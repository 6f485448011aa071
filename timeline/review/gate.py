"""The gate for people: their words must stand in the article too; only names may be theirs."""

from typing import Any

from timeline.admission import admit
from timeline.article import Article
from timeline.assertion import Assertion, Candidate, Refusal
from timeline.errors import BadInput

LISTS = ("targets", "reporters")
SINGLE = ("speaker_name", "occasion")
IDENTITY = ("id", "handle", "article")


def checked(record: dict[str, Any], article: Article) -> Assertion:
    """An assertion whose identity is kept and whose words stand in the article.

    Args:
        record: all its fields; names without a place are the person's, and not looked for.
        article: where the words must stand.

    Raises:
        BadInput: the gate refuses it, with the reason.
    """
    judged = admit(Candidate.model_validate(_verbatim(record)), article)
    if isinstance(judged, Refusal):
        raise BadInput(f"refused: {judged.reason}")
    return Assertion.model_validate(record)


def _verbatim(record: dict[str, Any]) -> dict[str, Any]:
    """The same without what a person knows and the article does not say."""
    kept = {name: value for name, value in record.items() if name not in IDENTITY}
    for field in SINGLE:
        if kept[f"{field}_start"] is None:
            kept[field] = None
    if kept["occasion"] is None:
        kept["occasion_key"] = None
    for field in LISTS:
        for words in (field, f"{field}_name"):
            rows = zip(
                kept[words], kept[f"{words}_start"], kept[f"{words}_end"],
                kept[field], kept[f"{field}_start"], kept[f"{field}_end"], strict=True,
            )  # fmt: skip
            placed = [row[:3] if row[1] >= 0 else row[3:] for row in rows]
            columns = list(zip(*placed, strict=True)) or [(), (), ()]
            for name, column in zip(
                (words, f"{words}_start", f"{words}_end"), columns, strict=True
            ):
                kept[name] = list(column)
        _drop_unplaced(kept, field)
    return kept


def _drop_unplaced(kept: dict[str, Any], field: str) -> None:
    stays = [at for at, start in enumerate(kept[f"{field}_start"]) if start >= 0]
    for words in (field, f"{field}_name"):
        for name in (words, f"{words}_start", f"{words}_end"):
            kept[name] = [kept[name][at] for at in stays]
