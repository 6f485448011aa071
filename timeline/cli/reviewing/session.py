"""A review: proposals in order, a key for each decision, each stored at once."""

from collections.abc import Callable, Sequence

from timeline.cli.draw.page import Page, wrapped
from timeline.cli.draw.safe import flat
from timeline.cli.reviewing.asking import edited, linked, new
from timeline.cli.reviewing.draw import HELP, Shown, screen
from timeline.cli.reviewing.terminal import END, Terminal
from timeline.errors import TimelineError
from timeline.events import AssertionReopened
from timeline.projection import Standing
from timeline.projection.coverage import plural
from timeline.query import Filters, Found
from timeline.query.held import standings
from timeline.review import Done, Plan, take, take_all
from timeline.review.desk import Desk
from timeline.review.dossier import Dossier
from timeline.review.queue import Queue, alike
from timeline.review.undo import undo, undone
from timeline.review.verdict import accept, reject
from timeline.review.whole import whole

QUIT = ("q", END)
Ask = Callable[[Desk, Terminal, Found, Dossier], Plan | None]
"""Asks for what is typed, and plans it."""


class Session:
    """One person going through a queue."""

    def __init__(
        self, desk: Desk, queue: Queue, terminal: Terminal, page: Callable[[], Page]
    ) -> None:
        self.desk, self.queue, self.terminal, self.page = desk, queue, terminal, page
        self.checked = self.at = 0
        self.message = ""
        self._texts: dict[str, str] = {}
        self._seen: Dossier | None = None
        self._taken: set[int] = set()
        """The positions of what was decided here, and not taken back."""
        self._skipped: set[str] = set()
        self._passed: set[str] = set()
        """What was decided with its whole statement, and need not be looked at again."""

    def run(self) -> str:
        """Go through the queue; what was done, in a sentence."""
        total = len(self.queue.todo)
        while self.at < total:
            if self.queue.todo[self.at].id in self._passed:
                self.at += 1
                continue
            one = self._fresh(self.queue.todo[self.at])
            self._seen = self.desk.dossier_of(one.standing.id)
            self._draw(one, total)
            self.message = ""
            try:
                key = self.terminal.key()
            except KeyboardInterrupt:
                break
            if key in QUIT:
                break
            self._press(key, one)
        left = sum(one.id not in self._passed for one in self.queue.todo[self.at :])
        return f"{len(self._taken)} decided, {len(self._skipped)} skipped, {left} left to look at"

    def _press(self, key: str, one: Found) -> None:
        """Do what a key says; what cannot be done is told, and the proposal stays."""
        does: dict[str, Callable[[], object]] = {
            "a": lambda: self._take(accept(self._dossier, self.desk.stamp()), 1),
            "x": self._reject,
            "A": lambda: self._statement(one, "accept"),
            "X": lambda: self._statement(one, "reject"),
            " ": lambda: self._skip(one),
            "?": lambda: self._read(HELP),
            "o": lambda: self._read(self._source(one)),
            "u": self._undo,
            "e": lambda: self._typed(edited, one),
            "l": lambda: self._typed(linked, one),
            "n": lambda: self._typed(new, one),
        }
        try:
            does.get(key, self._unknown)()
        except TimelineError as fault:
            self.message = str(fault)

    def _reject(self) -> None:
        if why := self.terminal.line("Why? (empty: not rejected) "):
            self._take(reject(self._dossier, self.desk.stamp(), why), 1)

    def _statement(self, one: Found, verdict: str) -> None:
        """Decide on all points of the statement, in one transaction."""
        why = "" if verdict == "accept" else self.terminal.line("Why? (empty: not rejected) ")
        if verdict == "reject" and not why:
            return
        points = whole(standings(self.desk.library, Filters()), {one.standing.id}, verdict)
        dossiers = [self.desk.dossier_of(each.id) for each in points]
        decision = {"accept": accept, "reject": reject}[verdict]
        done = take_all(
            self.desk.chronicle, [decision(each, self.desk.stamp(), why) for each in dossiers]
        )
        stored = {place for each in done for place in each.positions}
        self._taken |= stored
        self.checked += len(stored)
        self._passed |= {each.id for each in points}
        self._skipped -= self._passed
        self.message = f"{verdict}ed {plural(len(stored), 'point')} of the statement"

    def _skip(self, one: Found) -> None:
        self.at += 1
        self._skipped.add(one.standing.id)

    def _typed(self, ask: Ask, one: Found) -> None:
        if plan := ask(self.desk, self.terminal, one, self._dossier):
            self._take(plan, 0)

    def _unknown(self) -> None:
        self.message = "No such key; ? tells them all"

    @property
    def _dossier(self) -> Dossier:
        """The version that is on the screen: the one that a decision is taken on."""
        assert self._seen is not None
        return self._seen

    def _take(self, plan: Plan, forward: int) -> None:
        done: Done = take(self.desk.chronicle, plan)
        self._taken |= set(done.positions[-1:])  # what is asserted by hand is so with a second one
        self.checked += forward if done.stored else 0
        self.message = "; ".join((str(done), *done.more))
        if forward:
            self._skipped.discard(self._dossier.id)
            self.at += forward

    def _undo(self) -> None:
        """Take one's last decision back, and look at that proposal again if it is one of these."""
        plans = undo(self.desk)
        done = take_all(self.desk.chronicle, plans)
        self.message = "; ".join(map(str, done))
        batches = [batch for plan in plans for batch in plan.batches]
        streams = {batch.stream for batch in batches}
        events = [event for batch in batches for event in batch.events]
        self._taken -= {undone(event) for event in events}
        self._passed -= {stream.removeprefix("dossier:") for stream in streams}
        self.checked -= sum(isinstance(event, AssertionReopened) for event in events)
        for at, one in enumerate(self.queue.todo[: self.at]):
            if f"dossier:{one.id}" in streams:
                self.at = at
                break

    def _draw(self, one: Found, total: int) -> None:
        page = self.page()
        _, rows = self.terminal.size
        article = self.desk.article(one.standing.article)
        near = tuple(
            (self.desk.handle(other.handle, other.article), other.asserted)
            for other in alike(one.standing, self.queue.every, 2)
        )
        place = f"{self.at + 1} of {total}, {self.queue.checked + self.checked} checked"
        shown = Shown(
            one, self._handle(one), article, self._text(article.id), near, place, self.message
        )
        lines = screen(shown, page, rows)
        self.terminal.show([self.terminal.strong(lines[0]), *lines[1:]])

    def _handle(self, one: Found) -> str:
        return self.desk.handle(one.standing.handle, one.standing.article)

    def _fresh(self, one: Standing) -> Found:
        """As it stands now: an edit, or somebody else, may have changed it."""
        library = self.desk.library
        return Found(library.standing(one.id), library.recorded(one.id))

    def _text(self, article: str) -> str:
        if article not in self._texts:
            self._texts[article] = self.desk.text_of(article).text
        return self._texts[article]

    def _source(self, one: Found) -> list[str]:
        """The article around the passage, as much as the screen holds."""
        page, (_, rows) = self.page(), self.terminal.size
        text, start = self._text(one.standing.article), one.record["asserted_start"]
        end = one.record["asserted_end"]
        words = page.signs.quoted(text[start:end])
        lines: list[str] = []
        mark = begins = 0
        for line in f"{text[:start]}{words}{text[end:]}".split("\n"):
            if begins <= start:
                mark = len(lines)
            begins += len(line) + 1
            lines += wrapped(flat(line), page) if line.strip() else [""]
        first = max(0, min(mark - rows // 3, len(lines) - rows + 2))
        return lines[first : first + rows - 2]

    def _read(self, lines: Sequence[str]) -> None:
        self.terminal.show([*lines, "any key"])
        self.terminal.key()
