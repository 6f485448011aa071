"""One proposal on a screen: its words in their passage, and all that a person decides on."""

from collections.abc import Sequence
from typing import NamedTuple

from timeline.cli.draw.page import Page, wrapped
from timeline.cli.draw.safe import flat
from timeline.cli.options import Format
from timeline.projection import Sentence, Sheet, Standing
from timeline.projection.sheet import Table
from timeline.query import ArticleStanding, Found
from timeline.when import When

LABEL = 10
AROUND = 160
"""Code points of the article shown on each side of the passage, where there is room."""
KEYS = (
    ("a", "accept"), ("x", "reject"), ("A X", "whole statement"), ("e", "edit"),
    ("l", "link"), ("n", "new"), ("space", "skip"), ("u", "undo"), ("o", "source"), ("q", "quit"),
    ("?", "help"),
)  # fmt: skip
SIGNED = {-1: "-1", 0: "0", 1: "+1"}
FORM = {
    "direct": "direct: the speaker's own words, as the article prints them",
    "mixed": "mixed: partly the speaker's own words",
    "indirect": "indirect: the article's words, not the speaker's",
    "action": "action: done, not said",
    "narrative": "narrative: the article's own voice",
    "headline": "headline",
}


class Shown(NamedTuple):
    """All that a screen shows."""

    found: Found
    handle: str
    article: ArticleStanding
    text: str
    alike: tuple[tuple[str, str], ...]
    """Handles and words of others like it."""
    place: str
    """How far one is: "3 of 117"."""
    message: str = ""
    """What came of the last key."""


def screen(shown: Shown, page: Page, rows: int) -> list[str]:
    """The lines of a screen, at most so many: what there is no room for is the context."""
    foot = ["", *keys(page)]
    if shown.message:
        foot[1:1] = wrapped(flat(shown.message), page)
    head = _head(shown, page)
    facts = _facts(shown, page)
    room = max(3, rows - 1 - len(head) - len(facts) - len(foot))
    return [*head, *_passage(shown, page, room), *facts, *foot]


def keys(page: Page) -> list[str]:
    """The line of keys, broken where the page is narrow."""
    told = "  ".join(f"{key}\u00a0{what}" for key, what in KEYS)
    return [line.replace("\u00a0", " ") for line in wrapped(told, page)]


def _head(shown: Shown, page: Page) -> list[str]:
    left = f"{shown.handle}  {flat(shown.found.standing.status)}"
    gap = max(2, page.width - len(left) - len(shown.place))
    return [f"{left}{' ' * gap}{shown.place}", ""]


def _passage(shown: Shown, page: Page, room: int) -> list[str]:
    """The passage with the asserted words marked; more of the article where there is room."""
    record, text = shown.found.record, shown.text
    start, end = record["asserted_start"], record["asserted_end"]
    first, last = record["passage_start"], record["passage_end"]
    asserted = page.signs.quoted(text[start:end])
    for around in (AROUND, 0):
        begin, stop = max(0, first - around), min(len(text), last + around)
        before, after = flat(text[begin:start]), flat(text[end:stop])
        marks = ("… " if begin else "", " …" if stop < len(text) else "")
        told = f"{marks[0]}{before}{_gap(text, start)}{flat(asserted)}{_gap(text, end)}{after}"
        lines = wrapped(told + marks[1], page, "  ")
        if len(lines) < room:
            return [*lines, ""]
    lines = wrapped(flat(asserted), page, "  ")
    if len(lines) >= room:
        lines = [*lines[: room - 2], f"  {page.signs.cut} (o shows all)"]
    return [*lines, ""]


def _gap(text: str, at: int) -> str:
    """The space between two stretches that are flattened apart."""
    return " " if text[at - 1 : at].isspace() or text[at : at + 1].isspace() else ""


def _facts(shown: Shown, page: Page) -> list[str]:
    one, record = shown.found.standing, shown.found.record
    arrow = page.signs.arrow
    speaker = one.actor + (f" (as written: {one.mention})" if _other(one) else "")
    if one.side and one.side != one.actor:
        speaker += f", for {one.side}"
    rows = [("who", speaker), ("about", ", ".join(one.targets) or "nobody named")]
    if one.reporters:
        rows.append(("through", ", ".join(one.reporters)))
    cue = f" {arrow} cue {page.signs.quoted(one.cue)}" if one.cue else ""
    rows.append(("act", f"{one.act}, {one.family}, stance {SIGNED[one.sign]}{cue}"))
    rows.append(("words", FORM[one.form] + ("" if one.mode == "said" else f"; {one.mode}")))
    rows.append(("said", _date(shown, page)))
    if one.occasion_name:
        rows.append(("on", one.occasion_name))
    if one.reply:
        rows.append(("answers", f"{page.signs.quoted(one.reply)} {one.answers}".strip()))
    rows.append(("found", f"by {record.get('method', '')}, right {one.confidence} times of 100"))
    rows += [("alike" if not at else "", f"{h}  {w}") for at, (h, w) in enumerate(shown.alike)]
    lines = []
    for label, value in rows:
        told = wrapped(flat(value), page, f"{label:<{LABEL}}", " " * LABEL)
        lines += told[:1] if label in ("alike", "") else told[:2]
    return lines


def _other(one: Standing) -> bool:
    return bool(one.mention) and one.mention != one.actor


def _date(shown: Shown, page: Page) -> str:
    one, record = shown.found.standing, shown.found.record
    label = When.parse(one.said).show(ascii=page.signs.ascii)
    why: list[str] = [one.basis]
    if record.get("said_phrase"):
        why.append(page.signs.quoted(record["said_phrase"]))
    if record.get("said_rule"):
        why.append(f"rule {record['said_rule']}")
    if record.get("said_anchor"):
        why.append(f"from {record['said_anchor']}")
    return f"{label}   ({', '.join(why)}; article {shown.article.published or 'unknown'})"


HELP = (
    "a      accept: it is right, words and speaker and all",
    "x      reject: it is wrongly read; asks why",
    "A      accept the whole statement: all its points, in all articles",
    "X      reject the whole statement; asks why",
    "e      edit: FIELD=VALUE, Tab completes; asks why; then accept it",
    "l      link: answers|repeats|contradicts ID",
    "n      new: assert what the reader missed here",
    "space  skip: nothing is decided, and the next review asks again",
    "u      undo: your last decision is taken back, of a whole statement all of it",
    "o      source: the article around it; any key comes back",
    "q      quit: all decisions are kept; review goes on where you stopped",
)


def listed(found: Sequence[Standing], handles: Sequence[str], how: Format) -> Sheet:
    """All of them as the rows of a table, for --list; on a page only what there is room for."""
    many = Sentence(f"{len(found)} to look at", "count")
    each = list(zip(handles, found, strict=True))
    if how is Format.TABLE:
        columns: tuple[str, ...] = ("id", "said", "who → about", "act", "words")
        return many, Table(columns, tuple(_brief(handle, one) for handle, one in each))
    columns = ("id", "status", "form", "said", "who", "about", "act", "confidence", "words")
    return many, Table(columns, tuple(_whole(handle, one) for handle, one in each))


def _brief(handle: str, one: Standing) -> tuple[str, ...]:
    toward = f" → {', '.join(one.targets)}" if one.targets else ""
    said = When.parse(one.said).label
    return handle, said, f"{one.actor}{toward}", one.act, one.asserted


def _whole(handle: str, one: Standing) -> tuple[str, ...]:
    who = one.actor, " | ".join(one.targets)
    sure = str(one.confidence)
    return handle, one.status, one.form, one.said or "unknown", *who, one.act, sure, one.asserted


__all__ = ["HELP", "Shown", "keys", "listed", "screen"]
