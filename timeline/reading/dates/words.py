"""The lexicon of `words.toml`, and the pieces of pattern that every rule is put together from."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files

DATA = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
MONTHS: dict[str, int] = DATA["months"]
WEEKDAYS: dict[str, int] = DATA["weekdays"]
NUMBERS: dict[str, int] = DATA["numbers"]
ORDINALS: dict[str, int] = DATA["ordinals"]
DECADES: dict[str, int] = DATA["decades"]
VAGUE: dict[str, tuple[int, int]] = {word: tuple(span) for word, span in DATA["vague"].items()}
DAYS_OF: dict[str, int] = DATA["days_of"]
SEASONS: dict[str, int] = DATA["seasons"]
HOLIDAYS: dict[str, str] = DATA["holidays"]
GUARDS: dict[str, list[str]] = DATA["guards"]
TENSE: dict[str, list[str]] = DATA["tense"]
OCCASIONS: list[str] = DATA["occasions"]["heads"]


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first; those that begin alike share that."""
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        tails.setdefault(word[:3], []).append(word[3:])
    heads = sorted(tails, key=lambda head: -len(head))
    return "(?:" + "|".join(head + _one_of(tails[head]) for head in heads) + ")"


def _one_of(tails: list[str]) -> str:
    if len(tails) == 1:
        return tails[0]
    some = "|".join(tail for tail in tails if tail)
    return f"(?:{some})" + ("?" if "" in tails else "")


# In what follows, and in the patterns of rules, `_` stands for a gap (see `rule.Rule.pattern`).
SHORT = [name for name in MONTHS if len(name) <= 4 and name not in ("may", "june", "july")]
MONTH = rf"(?:{any_of(MONTHS.keys() - SHORT)}|{any_of(SHORT)}\.?)"
WEEKDAY = any_of(word for word in WEEKDAYS if word.endswith("day"))
ANY_WEEKDAY = any_of(WEEKDAYS) + r"\.?"
YEAR = r"[12][0-9]{3}(?![0-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z])"
_SPELT = any_of(word for word in NUMBERS if word not in ("a", "an"))
NUMBER = rf"(?:[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|{_SPELT}(?:[- ]{_SPELT})?)"
COUNT = rf"(?:{any_of(VAGUE).replace(' ', '_')}|half_an?|an?|{NUMBER})"
UNIT = r"(?:days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|century|centuries)"
PERIOD = r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century)"
SEASON = any_of(SEASONS)
PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midnight|midday)"
TO = r"_?(?:-|to|through|until|till|and)_?"
ZONE = (
    r"(?:gmt|utc|z|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|bst|cet|cest|eet|eest|msk|ist|jst|kst|hkt"
    r"|aest|aedt|local_time|eastern(?:_time)?)(?![a-z])"
)
HALF = r"_?(?:a\.?m(?:\.|(?![a-z]))|p\.?m(?:\.|(?![a-z])))"
CLOCK = (
    rf"(?:(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:{HALF})?"
    rf"|(?:1[0-2]|0?[1-9])(?![0-9:.]){HALF}|(?:[01][0-9]|2[0-4])[0-5][0-9](?=_?(?:gmt|utc|hours)))"
    rf"(?:,?_?\(?{ZONE}(?:_?[+-]_?[0-9]{{1,2}})?\)?)?"
)
STARTS_MONTH = frozenset(MONTHS)
STARTS_WEEKDAY = frozenset(word for word in WEEKDAYS if word.endswith("day"))
STARTS_COUNT = frozenset(NUMBERS) | {word.split()[0] for word in VAGUE} | {"half", "#"}
