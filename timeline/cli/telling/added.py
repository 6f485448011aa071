"""What `add` tells: each article, what was found in it, when it was said, what to look at."""

from collections import Counter
from collections.abc import Iterable

from timeline.assertion import Form
from timeline.cli.articles import table, to_look_at
from timeline.projection import Block, Sentence, Sheet, Standing
from timeline.projection.coverage import plural
from timeline.projection.spoken import SPEECH
from timeline.query import ArticleStanding
from timeline.when import When

FORMS: dict[Form, str] = {
    "direct": "in direct quotes",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
    "action": "done, not said",
    "narrative": "the articles' own voice",
    "headline": "headlines",
}


def sheet(
    added: list[ArticleStanding], known: int, refused: int, found: Iterable[Standing]
) -> Sheet:
    """The sheet of one call.

    Args:
        added: the articles that are new.
        known: how many were known already.
        refused: how many files could not be articles.
        found: the assertions of the new articles.
    """
    first = Sentence(
        f"{plural(len(added), 'article')} added, {known} known already, {refused} refused."
        + ("" if not added or any(one.publisher for one in added)
           else " No publisher is known for any."),
        "count",
    )  # fmt: skip
    if not added:
        return (first,)
    return (table(added), first, *_found(list(found)), *to_look_at(added))


def _found(found: list[Standing]) -> tuple[Block, ...]:
    if not found:
        return (Sentence("No assertion was found: who said what about whom stands nowhere."),)
    forms = Counter(one.form for one in found)
    told = ", ".join(f"{forms[form]} {name}" for form, name in FORMS.items() if forms[form])
    hidden = sum(one.form not in SPEECH for one in found)
    text = f"{plural(len(found), 'assertion')}: {told}. Nobody has checked one yet."
    if hidden:
        text += f" Not shown by default ({hidden}): headlines, own voice, things done: --all."
    return (Sentence(text, "count"), Sentence(_when(found), "count"))


def _when(found: list[Standing]) -> str:
    """How many say when, how many only by when, how many not at all."""
    told = {id(one): When.parse(one.said or "unknown") for one in found}
    none = sum(not when.known for when in told.values())
    only = sum(one.basis == "article" and told[id(one)].known for one in found)
    says = len(found) - none - only
    doubtful = sum(when.uncertain for when in told.values())
    inner = f" ({doubtful} of them resting on a guess or another article: ?)" if doubtful else ""
    text = f"WHEN: {says} of {len(found)} say when{inner};"
    text += f" {only} only “not after the article”;"
    return text + (f" {none} HAVE NO DATE: listed apart." if none else " none is without a date.")
