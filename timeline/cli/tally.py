"""The tally of an addition: what became of each file, told as it comes, and counted."""

from collections import Counter
from typing import TYPE_CHECKING

from timeline.cli.door import Door, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.add import Added, Known, Outcome

AGAIN = ("articles", "new", "otherwise", "no longer found")


class Tally:
    """What became of each file, told as it comes."""

    def __init__(self, door: Door, paths: "Iterable[str]") -> None:
        self._door = door
        self._total = _files(paths) if door.progress.heard else 0
        self.added: list[str] = []
        self.known = self.refused = 0
        self.doubts: dict[str, tuple[str, ...]] = {}
        """What speaks against the dates of new articles, by their ids."""
        self.passed: Counter[str] = Counter()
        """Files of other kinds that lie in the folders, by suffix."""
        self.again: Counter[str] = Counter()
        """Of known articles that were read again: how many, and what came of it."""

    def take(self, outcome: "Outcome") -> None:
        """Count one, and say what is wrong with it, if anything is."""
        from timeline.add import Added, Known, Passed

        if isinstance(outcome, Passed):
            self.passed.update(outcome.suffixes)
            return
        if isinstance(outcome, Added):
            self.added.append(outcome.article.id)
            name = outcome.article.name
            self._say_doubts(outcome)
        elif isinstance(outcome, Known):
            self.known += 1
            self._say_known(outcome)
            name = outcome.name
        else:
            self.refused += 1
            self._door.progress.end()
            say(f"timeline: {outcome}")
            name = outcome.name
        self._door.progress.article(name, self.done, self._total)

    @property
    def done(self) -> int:
        """Files gone through."""
        return len(self.added) + self.known + self.refused

    def say_passed(self) -> None:
        """Say what lies in the folders and was not looked at."""
        if count := self.passed.total():
            kinds = (
                f"{count:,} files of other kinds were"
                if count > 1
                else "1 file of another kind was"
            )
            self._door.hint(f"{kinds} not looked at ({', '.join(sorted(self.passed))})")

    def stopped(self) -> None:
        """Say what was done before a person stopped it."""
        self._door.progress.end()
        self._door.hint(
            f"stopped after {len(self.added):,} articles added, {self.known:,} known already,"
            f" {self.refused:,} refused"
        )

    def _say_doubts(self, outcome: "Added") -> None:
        if outcome.doubts:
            self.doubts[outcome.article.id] = outcome.doubts
            self._door.progress.end()
            self._door.hint(
                f"{outcome.article.name}: {'; '.join(outcome.doubts)}. If its date is wrong:"
                f" timeline correct {outcome.article.sha256[:8]} published=DATE -m WHY"
            )

    def _say_known(self, outcome: "Known") -> None:
        if outcome.differs:
            self._door.progress.end()
            self._door.hint(
                f"{outcome.name} is known already, with other {', '.join(outcome.differs)}, and"
                f" stays so. To correct it: {_correct(outcome)}"
            )
        if outcome.reader:
            found = {
                "new": len(outcome.fresh), "otherwise": len(outcome.again),
                "no longer found": len(outcome.missed),
            }  # fmt: skip
            self.again.update(articles=1, **found)
            told = ", ".join(f"{count} {what}" for what, count in found.items())
            self._door.progress.end()
            self._door.hint(f"{outcome.name} was read again by {outcome.reader}: {told}")


def _correct(outcome: "Known") -> str:
    """The command that corrects a known article as was asked."""
    from shlex import quote

    asked = outcome.given._asdict()
    asked["published"] = outcome.given.published and outcome.given.published.text
    pairs = " ".join(quote(f"{name}={asked[name]}") for name in outcome.differs)
    return f"timeline correct {outcome.article.sha256[:8]} {pairs} -m WHY"


def _files(paths: "Iterable[str]") -> int:
    """How many files will be gone through; 0 where a sheet names them."""
    from timeline.add.sources import Source, sources

    return sum(isinstance(one, Source) for one in sources(paths))
