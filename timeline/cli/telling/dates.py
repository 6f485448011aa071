"""Why a date is what it is, in a sentence: the receipt, for people."""

from typing import Any

from timeline.projection import Standing
from timeline.query import ArticleStanding
from timeline.when import When


def said(
    one: Standing, record: dict[str, Any], article: ArticleStanding, lenders: tuple[str, ...]
) -> list[str]:
    """Sentences: the date, how it was found, and what would move it.

    Args:
        one: the assertion as it stands.
        record: its last whole record.
        article: where it stands.
        lenders: short names of the articles on which the date of its occasion rests.
    """
    when = When.parse(one.said)
    told = [f"{when.label if when.known else 'NO DATE'}  {_why(one, record, article)}"]
    if when.uncertain and one.basis in ("stated", "inherited"):
        told.append("? the year is a guess: the article states no date of its own. To settle it:")
        told.append(f"timeline correct {article.short} published=DATE -m WHY")
    elif when.uncertain:
        whose = f"on {', '.join(lenders)}" if lenders else "on a guess that is named"
        told.append(f"? rests {whose}; {article.short} itself does not say. To settle it:")
        told.append(f'timeline date "{one.occasion_name or one.occasion}" DATE -m WHY')
    if not when.known and not When.parse(article.published).known:
        told.append(f"{article.short} states no date of its own. If you know it:")
        told.append(f"timeline correct {article.short} published=DATE -m WHY")
    return told


def _why(one: Standing, record: dict[str, Any], article: ArticleStanding) -> str:
    phrase, rule = record.get("said_phrase"), record.get("said_rule")
    quoted = f"«{phrase}»" if phrase else "its words"
    anchor = _anchor(record.get("said_anchor"), article)
    rules = f" (rule {rule})" if rule else ""
    match one.basis:
        case "stated":
            return f"The text says so: {quoted}{anchor}{rules}."
        case "inherited":
            return f"Taken over from the saying before it, {quoted}{anchor}{rules}."
        case "occasion":
            name = one.occasion_name or "its occasion"
            return f"The day of «{name}», with which it moves{_offset(one)}{rules}."
        case "article":
            return "Not said; the article came out then, so no later."
        case "person":
            return "Set by a person: see history."
        case _:
            return f"{quoted} is all that the text says." if phrase else "The text does not say."


def _anchor(anchor: str | None, article: ArticleStanding) -> str:
    if anchor != "published":
        return f", counted from {anchor}" if anchor else ""
    published = When.parse(article.published)
    return f", counted from the article's own date, {published.label}" if published.known else ""


def _offset(one: Standing) -> str:
    """How many days from its occasion, where it is not the same day."""
    if not one.days or set(one.days) == {0}:
        return ""
    first, last = one.days[0], one.days[-1]
    return f", {first:+} days" if first == last else f", {first:+} to {last:+} days"


def about(record: dict[str, Any]) -> str:
    """What time its content speaks of; empty where it does not say."""
    if not record.get("about"):
        return ""
    phrase = record.get("about_phrase")
    because = f"  «{phrase}», from inside the words." if phrase else ""
    return f"{When.parse(record['about']).label}{because}"


def published(article: ArticleStanding) -> str:
    """When an article came out, and how that is known."""
    when = When.parse(article.published)
    if not when.known:
        return "NOT STATED: relative dates in it hang in the air."
    because = f"«{article.phrase}»" if article.phrase else article.basis
    rules = f" (rule {article.rule})" if article.rule else ""
    return f"{when.label}  {because}{rules}"
