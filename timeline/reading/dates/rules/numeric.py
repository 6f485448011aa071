"""Dates in figures with slashes or points, whose order differs by country: never chosen."""

from timeline.errors import BadDate
from timeline.reading.dates.rule import Match, Read, Site, rule
from timeline.reading.dates.rules.calendar import full
from timeline.reading.dates.spans import ymd
from timeline.when import UNKNOWN, When


@rule(
    "figures-year-first",
    {"#"},
    r"(?P<y>[12][0-9]{3})(?P<s>[/.])(?P<m>[01]?[0-9])(?P=s)(?P<d>[0-3]?[0-9])",
)
def year_first(match: Match, _at: Site) -> Read | None:
    """A date in figures that begins with the year is read year, month, day."""
    return full(match["y"], int(match["m"]), int(match["d"]), match[0])


@rule(
    "figures",
    {"#"},
    r"(?P<a>[0-3]?[0-9])(?P<s>[/.-])(?P<b>[0-3]?[0-9])(?P=s)(?P<y>[0-9]{4}|[0-9]{2})(?![/.-][0-9])",
)
def figures(match: Match, at: Site) -> Read | None:
    """A date in figures is read only where day and month cannot be mistaken for each other.

    If they can, both days are kept and none is chosen.
    """
    if len(match["y"]) == 2:
        if match["s"] != "/" or at.left(1) in ("$", "/"):
            return None
        return Read(UNKNOWN, problem=f"“{match[0]}”: two figures for a year name no century.")
    days = []
    for day, month in dict.fromkeys(((match["a"], match["b"]), (match["b"], match["a"]))):
        try:
            days.append(ymd(int(match["y"]), int(month), int(day)))
        except BadDate:
            continue
    if not days:
        return Read(UNKNOWN, problem=f"“{match[0]}” is no day, in whatever order it is read.")
    if len(days) == 1:
        return Read(days[0])
    either = When.parse(f"[{','.join(sorted(str(day) for day in days))}]")
    problem = f"“{match[0]}” is {days[0]} or {days[1]}, by who writes it; neither is chosen."
    return Read(either, problem=problem)
