"""A views file: opened, checked, and thrown away where it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.errors import TimelineError, ViewError
from timeline.views.connecting import connect, format_of
from timeline.views.faults import Damaged, told
from timeline.views.schema import APPLICATION, FORMAT
from timeline.views.seal import Seal


class ViewsFile:
    """A connection to a views file that is ours, of this format, and whole enough to open.

    `warnings` holds a sentence for each thing that had to be thrown away. `writable` is False
    where the file can only be read.
    """

    def __init__(self, path: Path, *, as_found: bool = False) -> None:
        """Open the file, making it where it is missing.

        Args:
            path: of the file; `:memory:` for none.
            as_found: also if it is not as we left it, to say how it differs.

        Raises:
            ViewError: it can neither be opened nor made anew.
            StoreLocked: another process holds it.
        """
        self.path = path
        self.warnings: list[str] = []
        self.writable = True
        self.seal = Seal(path)
        if path.name != ":memory:" and not self.seal.take() and not as_found:
            self.warnings.append(f"{path.name} was damaged; the views are built again.")
            self._unlink()
        elif self.seal.lost:
            then = "." if as_found else "; the views are built again."
            self.warnings.append(f"{path.name} was {self.seal.lost}{then}")
            self.seal.replaced()
        self.connection = self._open()
        self._snapshots: set[sqlite3.Connection] = set()

    def close(self) -> None:
        """Let go of it; once more does no harm."""
        for snapshot in tuple(self._snapshots):
            self.drop(snapshot)
        with suppress(sqlite3.ProgrammingError):
            if self.connection.total_changes:
                self.seal.lift()
        self.connection.close()
        self.seal.close()

    def snapshot(self) -> sqlite3.Connection:
        """A connection that sees the views as they are now, whatever is switched meanwhile.

        Give it to `drop` when nothing more is read.
        """
        if self.path.name == ":memory:":
            return self.connection
        connection, _ = connect(self.path)
        self._snapshots.add(connection)
        connection.execute("BEGIN")
        connection.execute("SELECT position FROM ledger").fetchone()  # it begins with a reading
        return connection

    def drop(self, snapshot: sqlite3.Connection) -> None:
        """Let go of a snapshot."""
        if snapshot is not self.connection:
            self._snapshots.discard(snapshot)
            snapshot.close()

    def sound(self) -> bool:
        """Whether SQLite finds nothing wrong with it; takes seconds where it is large."""
        try:
            return bool(self.connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False

    @contextmanager
    def in_our_words(self) -> Iterator[None]:
        """Tell any fault of the file, whatever it led to, as one of ours.

        Raises:
            StoreLocked: another process is writing to it.
            Damaged: its content is not as we wrote it.
            ViewError: anything else.
        """
        try:
            yield
        except TimelineError:
            raise
        except (sqlite3.Error, UnicodeDecodeError) as fault:
            raise told(self.path, fault) from fault
        except Exception as fault:  # rows that are missing mislead whoever reads on
            if self.sound():
                raise
            raise Damaged(self.path, fault) from fault

    def throw_away(self, reason: str) -> None:
        """Delete the file and begin an empty one; the record is untouched."""
        with suppress(sqlite3.Error):
            self.connection.close()
        self.warnings.append(f"{self.path.name} {reason}; the views are built again.")
        self._unlink()
        self.connection = self._open()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing.

        Raises:
            StoreLocked: another process writes for over 5 s.
            ViewError: it cannot be written.
        """
        self.seal.lift()
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            raise told(self.path, fault) from fault
        try:
            yield self.connection
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _open(self) -> sqlite3.Connection:
        try:
            connection, self.writable = connect(self.path)
        except sqlite3.Error as fault:
            reason = told(self.path, fault)
            if not isinstance(reason, Damaged):  # a disk that fails, or is full, damages no views
                raise reason from fault
            self.warnings.append(f"{self.path.name} was damaged; the views are built again.")
            return self._again()
        if (found := format_of(connection)) != (APPLICATION, FORMAT):
            connection.close()
            whose = "of another version" if found[0] == APPLICATION else "no views of ours"
            self.warnings.append(f"{self.path.name} was {whose}; the views are built again.")
            connection = self._again()
        return connection

    def _again(self) -> sqlite3.Connection:
        self._unlink()
        try:
            connection, self.writable = connect(self.path)
        except sqlite3.Error as fault:
            raise ViewError(f"{self.path} cannot be written: {fault}.") from fault
        return connection

    def _unlink(self) -> None:
        self.seal.replaced()
        try:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        except OSError as fault:
            raise ViewError(f"{self.path} cannot be replaced: {fault.strerror}.") from fault
