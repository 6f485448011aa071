"""What `add` tells: each article, what was found in it, when it was said, what to look at."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from timeline.cli.articles import Begins, table, to_look_at
from timeline.projection import Block, Sentence, Sheet, Standing
from timeline.projection.coverage import plural
from timeline.projection.spoken import SPEECH
from timeline.query import ArticleStanding, OccasionStanding
from timeline.terms import Form
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
    added: list[ArticleStanding],
    known: int,
    refused: int,
    found: "Counts",
    occasions: Iterable[OccasionStanding],
    begins: Begins,
) -> Sheet:
    """The sheet of one call.

    Args:
        added: the articles that are new.
        known: how many were known already.
        refused: how many files could not be articles.
        found: the assertions of the new articles, counted.
        occasions: those with a name, with their dates.
        begins: how the text of one begins.
    """
    first = Sentence(
        f"{plural(len(added), 'article')} added, {known} known already, {refused} refused."
        + ("" if not added or any(one.publisher for one in added)
           else " No publisher is known for any."),
        "count",
    )  # fmt: skip
    if not added:
        return (first,)
    return (table(added, begins), first, *_found(found), *to_look_at(added, occasions))


class Counts(NamedTuple):
    """What was found, counted in one pass, however many they are."""

    forms: Counter[Form]
    dates: Counter[str]
    """`says`, `only` (no later than the article), `none`; and `doubtful` among them."""

    def told(self) -> dict[str, dict[str, int]]:
        """The same for programs, each count there."""
        dates = {kind: self.dates[kind] for kind in ("says", "only", "none", "doubtful")}
        return {"forms": {form: self.forms[form] for form in FORMS}, "dates": dates}


def count(found: Iterable[Standing]) -> Counts:
    """Count assertions by form and by what is known of their date."""
    counts = Counts(Counter(), Counter())
    for one in found:
        when = When.parse(one.said)
        counts.forms[one.form] += 1
        kind = "none" if not when.known else "only" if one.basis == "article" else "says"
        counts.dates[kind] += 1
        counts.dates["doubtful"] += when.uncertain
    return counts


def _found(counts: Counts) -> tuple[Block, ...]:
    total = counts.forms.total()
    if not total:
        return (Sentence("No assertion was found: who said what about whom stands nowhere."),)
    forms = counts.forms
    told = ", ".join(f"{forms[form]} {name}" for form, name in FORMS.items() if forms[form])
    hidden = sum(forms[form] for form in FORMS if form not in SPEECH)
    text = f"{plural(total, 'assertion')}: {told}. Nobody has checked one yet."
    if hidden:
        text += f" Not shown by default ({hidden}): headlines, own voice, things done: --all."
    return (Sentence(text, "count"), Sentence(_when(total, counts.dates), "count"))


def _when(total: int, dates: Counter[str]) -> str:
    """How many say when, how many only by when, how many not at all."""
    doubtful = dates["doubtful"]
    inner = f" ({doubtful} of them resting on a guess or another article: ?)" if doubtful else ""
    text = f"WHEN: {dates['says']} of {total} say when{inner};"
    text += f" {dates['only']} only “not after the article”;"
    none = dates["none"]
    return text + (f" {none} HAVE NO DATE: listed apart." if none else " none is without a date.")
