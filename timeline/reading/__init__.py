"""Reading: text in, candidates out; pure functions that emit spans."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.reading.reader import Rules

    RULES: Rules


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever a module attribute may be
    """`RULES`, our reader, made when first asked for: lexicons cost start-up time."""
    if name != "RULES":
        raise AttributeError(name)
    from timeline.reading.reader import Rules

    globals()["RULES"] = Rules()
    return globals()["RULES"]
