"""An exchange on a page: what was said, and each answer hung on it with link and delay."""

from collections.abc import Iterator

from timeline.cli.draw.page import Page, refs, who, wrapped
from timeline.cli.draw.safe import flat
from timeline.cli.draw.statement import points
from timeline.projection.sheet import Reply, Thread


def thread(block: Thread, page: Page) -> Iterator[str]:
    """What was said, and hung on it each answer with its link and its delay."""
    for i, one in enumerate(block.question):
        date = page.signs.date(one.said).strip() or "no date"
        told = f"{who(one, page)}, {date} ({refs(one, page, page.width)})"
        yield from wrapped(told if i == 0 else f"and {told}", page, "" if i == 0 else " ", "   ")
    for i, each in enumerate(block.answers):
        yield from reply(each, page, last=i == len(block.answers) - 1)


def reply(each: Reply, page: Page, *, last: bool) -> Iterator[str]:
    """One answer on its branch."""
    one = each.statement
    branch = page.signs.last if last else page.signs.fork
    rail = "     " if last else f"  {page.signs.rail:<3}"
    date = page.signs.date(one.said).strip() or "no date"
    head = f"{date}  {who(one, page)}  {refs(one, page, page.width)}"
    yield from wrapped(head, page, f"  {branch:<2} ", rail)
    yield from points(one, page, rail)
    yield from wrapped(f"link: {flat(each.link)}", page, rail, rail + "  ")
    yield from wrapped(f"delay: {flat(each.delay)}", page, rail, rail + "  ")
