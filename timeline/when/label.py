"""How a date is printed for people: `≤2024-07-11`, `2024-07-06..11?`, `~2019-12`, `no date`."""

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter", "40": "H1", "41": "H2"}
SEASONS |= {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4"}
DOUBT = {"~": ("~", ""), "?": ("", "?"), "%": ("~", "?")}


def label(text: str, *, ascii: bool = False) -> str:  # noqa: A002 - the word for it
    """The label of an EDTF text: what is about stands before the date, what is doubtful after.

    >>> label("2024-07-06?/2024-07-11?"), label("../2024-07~"), label("[2024-07-09,2024-07-10]")
    ('2024-07-06..11?', '≤~2024-07', '2024-07-09|2024-07-10')
    """
    if text == "unknown":
        return "no date"
    if text[0] == "[":
        return "|".join(_range(part) for part in text[1:-1].split(","))
    left, slash, right = text.partition("/")
    if not slash:
        return _point(text)
    if left in ("", ".."):
        return ("<=" if ascii else "≤") + _point(right)
    if right in ("", ".."):
        return (">=" if ascii else "≥") + _point(left)
    return _span(left, right)


def _range(text: str) -> str:
    return "..".join(_point(part) if part else "" for part in text.split(".."))


def _split(text: str) -> tuple[str, str, str]:
    """The sign before, the bare date, the sign after."""
    before, after = DOUBT.get(text[-1], ("", ""))
    return before, text[:-1] if text[-1] in DOUBT else text, after


def _bare(text: str) -> str:
    year, _, rest = text.partition("-")
    if rest in SEASONS:
        return f"{year}-{SEASONS[rest]}"
    if "X" in year:
        return year.replace("X", "0") + "s"
    return text


def _point(text: str) -> str:
    before, bare, after = _split(text)
    return before + _bare(bare) + after


def _span(left: str, right: str) -> str:
    (before, begin, after), (sign, end, mark) = _split(left), _split(right)
    if (before, after) != (sign, mark):
        return f"{_point(left)}..{_point(right)}"
    begin, end = _bare(begin), _bare(end)
    if len(begin) == len(end) and (begin + end).replace("-", "").isdigit():
        for cut in (8, 5):  # what both dates begin with is said once: the month, or the year
            if len(begin) > cut and begin[:cut] == end[:cut]:
                end = end[cut:]
                break
    return f"{before}{begin}..{end}{after}"
