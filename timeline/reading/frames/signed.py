"""A dash signs a quote: “We stay in the pact.” — Ana Souza."""

from timeline.reading.frames.site import Draft
from timeline.reading.speakers.phrases import right_end
from timeline.reading.speakers.subject import Subject
from timeline.reading.text.skeleton import Page, Skeleton


def signature(made: Page, sk: Skeleton, at: int) -> tuple[Skeleton, Draft] | None:
    """“…” — Name: behind the quote, or on a line of its own below it."""
    line, first = sk, at + 1
    if first >= len(sk.tags):
        if sk.sentence + 1 >= len(made.skeletons):
            return None
        line, first = made.skeletons[sk.sentence + 1], 0
    dashed = line.tags[first : first + 1] == "-" or (first == 0 and line.low[:1] == ["-"])
    if not dashed or line.tags[first + 1 : first + 2] not in {
        "N",
        "R",
        "D",
    }:
        return None
    last = right_end(line, first + 1)
    told = line.tags[last + 1 :] if last is not None else ""
    if last is None or any(tag in "VXS" for tag in told.partition(",")[0]):
        return None
    who = Subject(first + 1, last, "own")
    return line, Draft("signed", None, "(dash)", who, ((at, at),), None, "dash")
