"""Who speaks, how often, first and last; their own words apart from what is reported of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from timeline.projection import Asked, Change, Projection, Sentence, Sheet, Table, View
from timeline.projection.coverage import checked, coverage, plural
from timeline.projection.spoken import SPEECH, Spoken
from timeline.projection.standing import UNNAMED
from timeline.projection.statements import Group, group

COLUMNS = ("who", "for", "statements", "own", "undated", "first", "last")
"""`own`: statements with the speaker's own words in them."""


class Voices(Projection[Spoken]):
    """Who speaks (of ABOUT), how often, first and last; how much of it in their own words.

    A plan is not counted as said, nor what nameless people say at third hand.

        timeline voices
        timeline voices China --since 2024
    """

    name, version, entry = "voices", 1, Spoken
    takes = ("ABOUT",)

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """Keep what anybody says, as it now stands."""
        if change.after and change.after.form in SPEECH:
            view[change.id] = Spoken.of(change.after)
        else:
            view.pop(change.id, None)

    def select(self, entry: Spoken, asked: Asked) -> bool:
        """Whether it is about ABOUT."""
        return not asked.words or entry.is_about(asked.words[0])

    def arrange(self, entries: Iterable[Spoken], asked: Asked) -> Sheet:
        """One row a voice, the most frequent first; those that are nobody counted apart."""
        held = list(entries)
        said = [one for one in held if one.counts and one.mode != "planned"]
        voices: dict[tuple[str, str], list[Group]] = defaultdict(list)
        for one in group(said):
            side = one.lead.side
            voices[_who(one), "" if side in (_who(one), *UNNAMED) else side].append(one)
        nobody = sum(len(voices.pop((name, ""), ())) for name in UNNAMED)
        ranked = sorted(voices.items(), key=lambda voice: (-len(voice[1]), voice[0]))
        return (
            Sentence(_counts(len(voices), held, said, asked), "count"),
            *_unnamed(nobody),
            Table(COLUMNS, tuple((who, side, *_row(spoken)) for (who, side), spoken in ranked)),
            coverage(asked),
        )


def _who(one: Group) -> str:
    """Of agreed text the side, else the actor."""
    return one.lead.side if one.lead.authority == "agreed" else one.lead.actor


def _counts(voices: int, held: list[Spoken], said: list[Spoken], asked: Asked) -> str:
    about = f" on {asked.words[0]}" if asked.words else ""
    withdrawn = sum(one.withdrawn for one in held)
    left = len(held) - len(said) - withdrawn
    return (
        f"{plural(voices, 'voice')}{about}, {plural(len(said), 'assertion')}."
        f" {checked(sum(one.status == 'accepted' for one in said))}."
        + (f" Not counted ({left:,}): only planned, or nameless at third hand." if left else "")
        + (f" Withdrawn, and not counted: {withdrawn:,}." if withdrawn else "")
    )


def _unnamed(nobody: int) -> Iterator[Sentence]:
    if nobody:
        yield Sentence(f"{plural(nobody, 'statement')} more of nobody that is named.")


def _row(spoken: list[Group]) -> tuple[str, ...]:
    """Counts and dates of one voice: a statement is own words if one of its points is."""
    dated = sorted((one for one in spoken if one.said.known), key=Group.order)
    own = sum(any(entry.mark == "own" for entry in one.entries) for one in spoken)
    ends = [one.said.label for one in (*dated[:1], *dated[-1:])] or ["no date", "no date"]
    return str(len(spoken)), str(own), str(len(spoken) - len(dated)), *ends
