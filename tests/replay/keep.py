"""The plainest projection that there is: it keeps the words of whatever anybody says."""

from timeline.projection import Change, Entry, Projection, View


class Kept(Entry):
    """An assertion's words."""

    asserted: str


class Keep(Projection[Kept]):
    """Whatever anybody says."""

    name, version, entry = "keep", 1, Kept

    def apply(self, change: Change, view: View[Kept]) -> None:
        """Keep it as it now stands."""
        if change.after:
            view[change.id] = Kept.of(change.after)
        else:
            view.pop(change.id, None)
