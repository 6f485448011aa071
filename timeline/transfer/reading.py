"""Reading a file of `chronicle/1`, record by record: what it may not be is told with its line.

Nothing is believed yet of the events themselves; see `timeline.transfer.checking`.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from timeline.chronicle import ArticleBytes, Recorded
from timeline.chronicle.schema import FORMAT
from timeline.chronicle.state import LARGEST as LARGEST_INTEGER
from timeline.errors import BadInput
from timeline.transfer import form, objects
from timeline.transfer.objects import Object


class Reader:
    """Reads one file once; `footer` is there when all of it was read."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Take an open file, and what to call it in messages."""
        self._file, self.name = file, name
        self.line = 0
        self._sha256 = hashlib.sha256()
        self.footer: form.Footer | None = None
        self._lines = self._objects()
        self.header = self._header()

    def refuse(self, reason: str, line: int | None = None) -> NoReturn:
        """End with one line: which file, which line, why. Raises: BadInput."""
        raise BadInput(f"{self.name}:{self.line if line is None else line}: {reason}")

    def records(self) -> Iterator[form.Event | form.Bytes]:
        """The events and articles' bytes, whole, in the order of the file.

        Raises:
            BadInput: a line that is none, half a file, or one that was changed.
        """
        events = articles = 0
        for line, found in self._whole():
            if "end" in found:
                self._end(found, events, articles)
                return
            if "article" in found:
                articles += 1
                yield form.Bytes(line, self._article(line, found))
            else:
                events += 1
                yield form.Event(line, self._event(line, found))
        self.line += 1
        self.refuse("ends without its footer: half a file; nothing of it was stored")

    def _header(self) -> form.Header:
        found = next(self._lines, None)
        if found is None:
            self.line = 1
            self.refuse("empty; import takes what `timeline export --full` writes")
        if found["scope"] not in ("whole", "part"):
            self.refuse(f"scope: {found['scope'][:40]!r} is neither whole nor part")
        if found["format"] > FORMAT:
            self.refuse(
                f"written by a newer version (format {found['format']}; this one reads up to"
                f" {FORMAT}); update timeline to import it"
            )
        whole = found["scope"] == "whole"
        return form.Header(whole, found["texts"], found["format"], found["head"])

    def _whole(self) -> Iterator[tuple[int, Object]]:
        """Objects with their first lines, strings that go on put together."""
        held: Object | None = None
        parts: list[str] = []
        begun = size = 0
        for found in self._lines:
            if "more" in found:
                if not parts:
                    self.refuse("goes on with what did not begin")
                parts.append(found["more"])
                size += len(found["more"])
                if size > form.LARGEST:
                    self.refuse(f"longer than {form.LARGEST:,} characters", begun)
                continue
            if held is not None:
                yield begun, self._joined(held, parts)
            if "end" in found:
                yield self.line, found
                return
            held, begun = found, self.line
            text = found["bytes" if "article" in found else "state"]
            parts = [] if text is None else [text]
            size = len(text or "")
        if held is not None:
            yield begun, self._joined(held, parts)

    @staticmethod
    def _joined(held: Object, parts: list[str]) -> Object:
        if len(parts) > 1:
            held["bytes" if "bytes" in held else "state"] = "".join(parts)
        return held

    def _objects(self) -> Iterator[Object]:
        """Each line as a JSON object; the footer's own line is not hashed."""
        while line := self._file.readline(form.LONGEST + 1):
            self.line += 1
            try:
                line = objects.begins(line) if self.line == 1 else line
                found = objects.parse(line)
                objects.check("header" if self.line == 1 else objects.kind(found), found)
            except objects.BadLine as fault:
                self.refuse(str(fault))
            if "end" not in found:
                self._sha256.update(line)
            yield found

    def _event(self, line: int, found: Object) -> Recorded:
        if not 0 < found["position"] <= LARGEST_INTEGER or found["version"] < 1:
            self.refuse("position and version are counted from 1", line)
        if found["position"] > self.header.head:
            self.refuse(f"lies beyond the head that the header tells, {self.header.head}", line)
        state = None if found["state"] is None else found["state"].encode("utf-8")
        return Recorded(found["position"], found["stream"], found["version"], found["name"], state)

    def _article(self, line: int, found: Object) -> ArticleBytes:
        try:
            content = base64.b64decode(found["bytes"], validate=True)
            salt = base64.b64decode(found["salt"], validate=True)
        except (binascii.Error, ValueError) as fault:
            self.refuse(f"no base64: {fault}", line)
        if not self.header.texts:
            self.refuse("bytes of an article, though the header says that there are none", line)
        return ArticleBytes(found["article"], content, salt)

    def _end(self, found: Object, events: int, articles: int) -> None:
        foot = form.Footer(found["events"], found["articles"], found["sha256"])
        if found["end"] != form.SCHEMA:
            self.refuse(f"ends as {found['end'][:40]!r}, not {form.SCHEMA}")
        if (foot.events, foot.articles) != (events, articles):
            self.refuse(
                f"holds {events} events and {articles} articles, where its footer counts"
                f" {foot.events} and {foot.articles}: lines are missing, or too many"
            )
        if foot.sha256 != self._sha256.hexdigest():
            self.refuse("its lines are not those that were written: the SHA-256 differs")
        end = self.line
        if self._file.read(1):
            self.refuse("goes on after its footer", end + 1)
        self.footer = foot
