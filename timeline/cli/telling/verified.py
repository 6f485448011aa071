"""What `verify` tells: what was gone through, and what is not as it was recorded."""

from typing import TYPE_CHECKING

from timeline.projection import Sentence, Sheet
from timeline.projection.coverage import plural
from timeline.projection.sheet import Table

if TYPE_CHECKING:
    from timeline.transfer import Compared, Comparison, Counts, Flaw


def sheet(counts: "Counts", flaws: "list[Flaw]", compared: "Comparison | None", file: str) -> Sheet:
    """The sheet of one verification.

    Args:
        counts: what was gone through.
        flaws: all that were found.
        compared: the views file beside the same made anew; None if it was not looked at.
        file: its name.
    """
    rows = [(flaw.where, flaw.reason) for flaw in flaws]
    if compared is None:
        rows.append(("views", "not compared: the record comes first"))
    else:
        looked = (*compared.views, compared.ledger, compared.words)
        rows += [(one.view, _told(one)) for one in looked if not one.flaws]
    first = Sentence(_count(counts, flaws, compared.views if compared else ()), "count")
    found = (first, Table(("where", "what"), tuple(rows)))
    if compared is None or not compared.disposable:
        return found
    again = f"{file} is disposable: delete it, and the next read builds it anew from the record."
    return (*found, Sentence(again, "warning"))


def _count(counts: "Counts", flaws: "list[Flaw]", views: "tuple[Compared, ...]") -> str:
    erased = f", {counts.erased:,} erased" if counts.erased else ""
    gone = f"{plural(counts.events, 'event')}{erased}, {plural(counts.articles, 'article')}"
    done = sum(not one.why_not for one in views)
    seen = f", {plural(done, 'view')}" if done else ""
    verdict = plural(len(flaws), "flaw") if flaws else "all as recorded"
    left = f"; {plural(len(views) - done, 'view')} not compared" if done < len(views) else ""
    return f"{gone}, every quote again{seen}: {verdict}{left}."


def _told(one: "Compared") -> str:
    if one.why_not:
        return f"not compared: {one.why_not}"
    behind = f", {one.behind:,} behind" if one.behind else ""
    digest = f"; digest {one.digest[:12]}" if one.digest else ""
    return f"as the record, up to #{one.position}{behind}{digest}"
