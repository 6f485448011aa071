"""Builds of views: which code made them, up to where, and which one answers."""

import sqlite3
from typing import NamedTuple

from timeline.projection import Entry
from timeline.views.codec import fingerprint


class Build(NamedTuple):
    """One build of a projection's view."""

    build: int
    projection: str
    version: int
    fingerprint: str
    """Names and types of the fields of its entries, as a JSON object."""
    position: int
    """Built up to here."""
    digest: str
    """Hexadecimal, of the live entries."""
    indexed: bool
    error: str
    """At which position it failed, and how; empty if it did not."""


COLUMNS = ", ".join(Build._fields)


class Builds:
    """The table of builds, and which is live: the switch is one statement."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def live(self, projection: str) -> Build | None:
        """The build that answers."""
        return self._one("build = (SELECT build FROM live WHERE projection = ?)", projection)

    def previous(self, projection: str) -> Build | None:
        """The build that answered before."""
        return self._one("build = (SELECT previous FROM live WHERE projection = ?)", projection)

    def waiting(self, projection: str) -> Build | None:
        """A build that is neither live nor the one before: begun, or finished and not switched."""
        return self._one(
            "projection = ? AND build NOT IN (SELECT build FROM live)"
            " AND build NOT IN (SELECT previous FROM live WHERE previous IS NOT NULL)"
            " ORDER BY build DESC LIMIT 1",
            projection,
        )

    def of(self, build: int) -> Build:
        """A build by its number. Raises: LookupError."""
        found = self.find(build)
        if found is None:
            raise LookupError(build)
        return found

    def find(self, build: int) -> Build | None:
        """A build by its number, if nobody dropped it."""
        return self._one("build = ?", build)

    def stands(self, build: Build) -> bool:
        """Whether it is there and at that position still: nobody moved or dropped it."""
        return self._one("build = ? AND position = ?", build.build, build.position) is not None

    def begin(self, projection: str, version: int, entry: type[Entry]) -> Build:
        """Enter a new, empty build of entries of this type."""
        cursor = self.connection.execute(
            "INSERT INTO builds (projection, version, fingerprint) VALUES (?, ?, ?)",
            (projection, version, fingerprint(entry)),
        )
        return self.of(cursor.lastrowid or 0)

    def advance(self, build: Build, position: int, digest: str) -> bool:
        """Move the checkpoint by compare-and-set: False if somebody else moved it."""
        cursor = self.connection.execute(
            "UPDATE builds SET position = ?, digest = ?, error = ''"
            " WHERE build = ? AND position = ?",
            (position, digest, build.build, build.position),
        )
        return cursor.rowcount == 1

    def fail(self, build: Build, error: str) -> None:
        """Note why it cannot go on."""
        self.connection.execute("UPDATE builds SET error = ? WHERE build = ?", (error, build.build))

    def indexed(self, build: Build) -> None:
        """Note that its indexes stand."""
        self.connection.execute("UPDATE builds SET indexed = 1 WHERE build = ?", (build.build,))

    def switch(self, build: Build) -> None:
        """Let this build answer; the one that did stays, to switch back to."""
        self.connection.execute(
            "INSERT INTO live VALUES (?, ?, NULL) ON CONFLICT (projection) DO UPDATE"
            " SET previous = live.build, build = excluded.build WHERE live.build <> excluded.build",
            (build.projection, build.build),
        )

    def unused(self, projection: str) -> list[int]:
        """Builds of a projection that are neither live, nor the one before."""
        return [
            number
            for (number,) in self.connection.execute(
                "SELECT build FROM builds WHERE projection = ?1 AND build NOT IN (SELECT build FROM"
                " live UNION SELECT previous FROM live WHERE previous IS NOT NULL)",
                (projection,),
            )
        ]

    def forget(self, build: int) -> None:
        """Strike a build off the table."""
        self.connection.execute("DELETE FROM builds WHERE build = ?", (build,))

    def _one(self, where: str, *values: object) -> Build | None:
        row = self.connection.execute(
            f"SELECT {COLUMNS} FROM builds WHERE {where}",  # noqa: S608 - our own words
            values,
        ).fetchone()
        found = Build._make(row) if row else None
        return found and found._replace(indexed=bool(found.indexed))
