"""What `verify` tells: what was gone through, and what is not as it was recorded."""

from typing import TYPE_CHECKING

from timeline.projection import Sentence, Sheet
from timeline.projection.coverage import plural
from timeline.projection.sheet import Table

if TYPE_CHECKING:
    from timeline.transfer import Compared, Counts, Flaw


def sheet(counts: "Counts", flaws: "list[Flaw]", views: "list[Compared]") -> Sheet:
    """The sheet of one verification."""
    erased = f", {counts.erased:,} erased" if counts.erased else ""
    gone = f"{plural(counts.events, 'event')}{erased}, {plural(counts.articles, 'article')}"
    verdict = f"{plural(len(flaws), 'flaw')}" if flaws else "all as recorded"
    first = Sentence(
        f"{gone}, every quote again, {plural(len(views), 'view')}: {verdict}.", "count"
    )
    rows = [(flaw.where, flaw.reason) for flaw in flaws]
    rows += [(one.view, _told(one)) for one in views if not one.flaws]
    if flaws and not views:
        rows.append(("views", "not compared: the record comes first"))
    return (first, Table(("where", "what"), tuple(rows)))


def _told(one: "Compared") -> str:
    if one.why_not:
        return f"not compared: {one.why_not}"
    return f"as the record, up to #{one.position}; digest {one.digest[:12]}"
