"""What can go wrong in use: few exceptions, each of which says what to do next.

Faults of data (a bad file, a refused quote) are values, collected and reported; see
`timeline.article.Unusable` and `timeline.assertion.Refusal`.
"""

LONGEST = 300
"""Characters told of what a stranger's code raised."""


class TimelineError(Exception):
    """The root of all of them; `code` is the exit code that the command line ends with."""

    code = 4


class BadUse(TimelineError):
    """A request that cannot be understood: exit code 2."""

    code = 2


class BadDate(BadUse, ValueError):
    """A date that is not one, or that could be two."""


class BadInput(TimelineError):
    """Input that is not usable: exit code 3; the message says file, line and reason."""

    code = 3


class StoreError(TimelineError):
    """The store or its views are not usable: exit code 4."""


class StoreMissing(StoreError):
    """There is no store at this path, and reading never makes one."""


class StoreNewer(StoreError):
    """The store was written by a newer version than this one."""


class StoreLocked(StoreError):
    """Another process holds the store."""


class Conflict(StoreError):
    """Somebody else was first; nothing was saved."""


class ViewError(StoreError):
    """A view cannot be read or built; the record is untouched."""


class NotFound(TimelineError):
    """No such article, assertion, actor or view: exit code 5."""

    code = 5


def unreadable(path: object, fault: OSError) -> BadInput:
    """That a file cannot be read, and why not.

    >>> print(unreadable("sheet.csv", FileNotFoundError()))
    sheet.csv: no such file
    """
    missing = isinstance(fault, FileNotFoundError)
    return BadInput(f"{path}: {'no such file' if missing else f'cannot be read: {fault.strerror}'}")


def raised(fault: BaseException) -> str:
    r"""What somebody else's code raised, in one line that can be stored: its type and message.

    >>> raised(ValueError("no\nsuch thing"))
    'ValueError: no such thing'
    >>> raised(SystemExit())
    'SystemExit'
    """
    try:
        said = " ".join(str(fault).split())
    except Exception:  # noqa: BLE001 - its message is a stranger's code as well
        said = ""
    said = said.encode("utf-8", "backslashreplace").decode()
    cut = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    return f"{type(fault).__name__}: {cut}" if cut else type(fault).__name__
