"""A condition on rows: SQL with its values, and whether an index finds what meets it."""

from typing import Any, NamedTuple


class Condition(NamedTuple):
    """SQL with its values; parts are joined by AND."""

    sql: str = "1"
    values: tuple[Any, ...] = ()
    narrow: bool = False
    """Whether rows are found by it: they are then sorted, and else read in their order."""

    def __and__(self, other: "Condition") -> "Condition":
        """Both."""
        if self.sql == "1":
            return other
        if other.sql == "1":
            return self
        narrow = self.narrow or other.narrow
        return Condition(f"{self.sql} AND {other.sql}", self.values + other.values, narrow)


ALL = Condition()
