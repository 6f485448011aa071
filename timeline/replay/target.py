"""A build that is being brought up to date: its projection, its rows, its checkpoint."""

from collections.abc import Sequence
from typing import Any

from timeline.projection import Change, Projection, Standing
from timeline.replay.preparing import ProjectionFault, Wanted
from timeline.views import Build, Builds, Codec, Ledger, Lists, Rows, Slot
from timeline.views.codec import hexadecimal
from timeline.views.positions import upto


class Target:
    """Feeds one build; inside the caller's transaction, span by span."""

    def __init__(
        self, projection: Projection[Any], build: Build, lists: Lists, ledger: Ledger
    ) -> None:
        self.projection, self.build, self._lists = projection, build, lists
        self.rows = Rows(ledger.connection, build.build, Codec(projection.entry, lists))
        self.rows.digest = int(build.digest or "0", 16)
        self.slot = Slot(self.rows, ledger.position)
        self.limit: int | None = None
        """The last position that it can take: the one before that at which it failed."""
        self.fault: ProjectionFault | None = None
        """Why it can go no further."""

    def wanted(self) -> Wanted:
        """What of new assertions it takes, and how."""
        codec, after = self.rows.codec, self.build.position
        return Wanted(self.projection, codec, after, upto(self.limit))

    def take(self, changes: Sequence[Change]) -> None:
        """Apply changes, in the order of the events behind them. Raises: ProjectionFault."""
        wanted = self.wanted()
        slot, apply = self.slot, self.projection.apply
        some = [change for change in changes if wanted.after < change.because <= wanted.upto]
        slot.ahead([one.position for one in map(_assertion, some) if one is not None])
        for change in some:
            slot.change = change
            try:
                apply(change, slot)
            except (KeyboardInterrupt, GeneratorExit):
                raise
            except BaseException as fault:  # whatever a stranger's code raises stops only itself
                at, why = slot.unfit() or (change.because, fault)
                raise ProjectionFault(self.projection, at, why) from fault
        try:
            slot.flush()
        except Exception as fault:
            found = slot.unfit()
            if found is None:
                raise
            raise ProjectionFault(self.projection, *found) from fault

    def fail(self, fault: ProjectionFault) -> None:
        """Go no further than the event before the one at which it failed."""
        self.limit, self.fault = fault.position - 1, fault

    def reset(self) -> None:
        """Be as before the span: its transaction was rolled back."""
        self.slot.forget()
        self._lists.forget()
        self.rows.digest = int(self.build.digest or "0", 16)

    def commit(self, builds: Builds, position: int) -> bool:
        """Move the checkpoint; False if another process did."""
        reached = position if self.limit is None else min(position, self.limit)
        on = reached > self.build.position
        if on and not builds.advance(self.build, reached, hexadecimal(self.rows.digest)):
            return False
        if self.fault is not None and (on or str(self.fault) != self.build.error):
            builds.fail(self.build, str(self.fault))
        return True

    def moved(self, builds: Builds) -> None:
        """Take the checkpoint as it was committed."""
        self.build = builds.of(self.build.build)


def _assertion(change: Change) -> Standing | None:
    return change.after or change.before
