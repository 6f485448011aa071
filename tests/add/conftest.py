"""A store, a folder of articles, and a reader of lines like `China: will answer`."""

import re

import pytest

from timeline.add import add
from timeline.assertion import Candidate
from timeline.chronicle import Chronicle, decode
from timeline.reading.reader import Reading

LINE = re.compile(r"^(?P<speaker>\w+): (?P<words>.+)$", re.MULTILINE)


class Lines:
    """Reads every line that a speaker begins; `cut` asserts so many characters less."""

    name = "lines"

    def __init__(self, version="1", configuration="c", cut=0, said="", seen=LINE):
        self.version, self.configuration = version, configuration
        self.cut, self.said, self.seen = cut, said, seen

    def read(self, article):
        found = self.seen.finditer(article.text)
        return Reading(tuple(self.candidate(one, article) for one in found), (), ())

    def candidate(self, one, article):
        start, end = one.start("words"), one.end("words") - self.cut
        return Candidate(
            passage_start=one.start(), passage_end=one.end(),
            asserted=article.text[start:end], asserted_start=start, asserted_end=end,
            speaker=one["speaker"], speaker_start=one.start(), speaker_end=one.end("speaker"),
            said=self.said or article.published,
            said_basis="stated" if self.said or article.published else "unknown",
            method=f"lines/{self.version}", pattern="line", confidence=90,
        )  # fmt: skip


@pytest.fixture
def lines():
    return Lines


@pytest.fixture
def chronicle(tmp_path):
    with Chronicle.create(tmp_path / "timeline.db") as chronicle:
        yield chronicle


@pytest.fixture
def files(tmp_path):
    """Write files into a folder: `files({"a.txt": "China: yes"})`."""

    def files(contents):
        folder = tmp_path / "articles"
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return files


@pytest.fixture
def put(chronicle):
    """Add, and tell what became of each file."""

    def put(*names, by="Ada", reader=None, **words):
        return list(add(chronicle, names, by, reader=reader or Lines(), **words))

    return put


@pytest.fixture
def recorded(chronicle):
    """All events of one kind."""

    def recorded(kind):
        found = [each for each in chronicle.after() if each.name.startswith(f"{kind}.")]
        return [decode(each) for each in found]

    return recorded
