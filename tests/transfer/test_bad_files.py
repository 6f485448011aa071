"""What a file may not be: one line with file, line and reason, and nothing is stored."""

import base64
import gzip
import json

import pytest

from tests.transfer.ground import (
    FIRST,
    NEWS,
    OTHER,
    SAID,
    SECOND,
    accepted,
    decide,
    exported,
    imported,
    new,
    resealed,
)
from timeline import events as e
from timeline.errors import BadInput
from timeline.transfer import form


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    with new(tmp_path_factory.mktemp("ours"), FIRST, SECOND) as chronicle:
        decide(chronicle, accepted(0))
        yield exported(chronicle)


@pytest.fixture
def empty(tmp_path):
    with new(tmp_path / "empty") as chronicle:
        yield chronicle


@pytest.fixture
def refused(empty):
    """Imports what is bad; gives the line and the reason."""

    def refused(content):
        with pytest.raises(BadInput) as fault:
            imported(content, empty)
        assert empty.head() == 0
        name, line, reason = str(fault.value).split(":", 2)
        assert name == "news.jsonl"
        assert "\n" not in reason
        assert fault.value.code == 3
        return int(line), reason.strip()

    return refused


def edited(content, line, **fields):
    """One line with other values, and a footer that fits."""
    lines = content.splitlines(keepends=True)
    held = json.loads(lines[line - 1])
    lines[line - 1] = json.dumps({**held, **fields}, ensure_ascii=False).encode() + b"\n"
    return resealed(b"".join(lines))


def edited_state(content, line, **fields):
    """One event that says something else, canonically written."""
    state = json.loads(json.loads(content.splitlines()[line - 1])["state"])
    state = {name: value for name, value in {**state, **fields}.items() if value is not None}
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return edited(content, line, state=text)


def line_of(content, *parts):
    """The line on which all of these stand."""
    lines = enumerate(content.decode().splitlines(), 1)
    return next(number for number, line in lines if all(part in line for part in parts))


@pytest.fixture
def quoting(content):
    return line_of(content, "assertion-recorded.1", SAID[0].id)


def test_the_file_itself_is_taken(content, empty):
    assert imported(resealed(content), empty).events == 11


def test_a_hand_edited_quote_is_refused_with_its_line(content, refused, quoting):
    line, reason = refused(edited_state(content, quoting, asserted="China may stop "))
    assert line == quoting
    assert reason == "asserted: the article has «China must stop» at 87, not «China may stop »"


@pytest.mark.parametrize(("fields", "reason"), [
    ({"speaker": "Jens"}, "speaker: the article has"),
    ({"speaker_name": "Somebody Else"}, "speaker_name: the article has"),
    ({"speaker_name_start": None, "speaker_name_end": None}, "speaker_name: words without a place"),
    ({"targets": ["Chinb"]}, "targets: the article has"),
    ({"targets": ["China", "China"]}, "targets: the lists do not run in parallel"),
    ({"asserted_start": 9000, "asserted_end": 9015}, "asserted: 9000-9015 is no place"),
    ({"passage_start": 100}, "passage: 100-104 does not hold"),
    ({"own": [0, 4]}, "own: not in order within 87-102"),
    ({"own": [87]}, "own: not in order"),
    ({"speaker_role": "Emperor"}, "speaker_role: «Emperor» stands nowhere"),
    ({"said": "yesterday"}, "said: "),
    ({"said": "2024-02-30"}, "said: "),
    ({"sign": 7}, "sign: "),
    ({"mood": "bad"}, "mood: Extra inputs"),
    ({"id": None}, "id: Field required"),
    ({"confidence": 2**53}, "beyond 2^53"),
    ({"at": "2024-07-11"}, "at: '2024-07-11' is no instant in UTC"),
    ({"at": "2024-02-30T00:00:00.000000Z"}, "at: "),
    ({"nonce": "7"}, "nonce: "),
    ({"by": "\u001b[31m"}, "by: "),
    ({"article": OTHER.id}, "stands in reading:"),
], ids=str)  # fmt: skip
def test_an_event_that_cannot_be_is_refused(content, refused, quoting, fields, reason):
    line, told = refused(edited_state(content, quoting, **fields))
    assert line == quoting
    assert reason in told


@pytest.mark.parametrize(("fields", "reason"), [
    ({"name": "evil_module.Class"}, "'evil_module.Class' is no event that is known here"),
    ({"name": "assertion-recorded.2"}, "was written by a newer version; update timeline"),
    ({"name": "noted.1"}, "Field required"),
    ({"stream": "somewhere"}, "'somewhere' is the name of no stream"),
    ({"stream": f"article:{NEWS.id}"}, "recorded in a reading or a dossier"),
    ({"version": 9}, "goes on with 9, where 2 is next"),
    ({"version": 0}, "counted from 1"),
    ({"position": 1}, "position 1 comes after"),
    ({"position": 99}, "lies beyond the head"),
    ({"position": 2**53}, "beyond 2^53"),
    ({"position": 1.5}, "no integer"),
    ({"position": True}, "position: true is no int"),
    ({"position": "5"}, 'position: "5" is no int'),
    ({"state": "{"}, "Input data was truncated"),
    ({"state": "[]"}, "no JSON object"),
    ({"state": "\ud83d"}, "half a character"),
    ({"admin": 1}, "'admin' does not belong to an event"),
], ids=str)  # fmt: skip
def test_a_line_that_cannot_be_is_refused(content, refused, quoting, fields, reason):
    if "\ud83d" in str(fields.get("state")):
        lines = content.splitlines(keepends=True)
        lines[quoting - 1] = (
            json.dumps({**json.loads(lines[quoting - 1]), **fields}).encode() + b"\n"
        )
        bad = b"".join(lines)
    else:
        bad = edited(content, quoting, **fields)
    line, told = refused(bad)
    assert line == quoting
    assert reason in told


def test_a_state_that_is_written_otherwise_was_changed(content, refused, quoting):
    state = json.loads(content.splitlines()[quoting - 1])["state"]
    for other in (
        state.replace(":", ": ", 1),
        state[:-1] + ',"sign":0}',
        state.replace('"id"', '"id" '),
    ):
        line, told = refused(edited(content, quoting, state=other))
        assert (line, "not canonical JSON" in told) == (quoting, True)


def raw(content, line, change):
    lines = content.splitlines(keepends=True)
    lines[line - 1] = change(lines[line - 1])
    return b"".join(lines)


@pytest.mark.parametrize(("change", "reason"), [
    (lambda line: b'{"version":1,' + line[1:], "a key stands twice"),
    (lambda line: line.replace(b'"version":2', b'"version":NaN'), "NaN is no integer"),
    (lambda line: line.replace(b'"version":2', b'"version":1e999'), "1e999 is no integer"),
    (lambda line: line.replace(b'"version":2', b'"version":' + b"9" * 5000), "beyond 2^53"),
    (lambda line: b"[" * 100_000 + b"\n", "nested too deep"),
    (lambda line: b'{"more":"' + b"a" * form.LONGEST + b'"}\n', "longer than 1,000,000 bytes"),
    (lambda line: line + b"{} {}\n", "no JSON: Extra data"),
    (lambda line: line[:-2] + b"\n", "no JSON: Expecting"),
    (lambda line: line.replace(b"China", "Chiné".encode("latin-1")), "not UTF-8: byte"),
    (lambda line: line[:-1] + b"\r\n", "CR LF"),
    (lambda line: b'"words"\n', "no JSON object"),
    (lambda line: b"\n", "no JSON: Expecting value"),
    (lambda line: b"{}\n", "an event without 'position'"),
], ids=lambda one: one if isinstance(one, str) else "")  # fmt: skip
def test_json_that_others_take_is_refused(content, refused, quoting, change, reason):
    line, told = refused(raw(content, quoting, change))
    assert line - quoting in (0, 1)
    assert reason in told


def test_what_goes_on_without_having_begun_is_refused(content, refused):
    line, told = refused(raw(content, 2, lambda line: b'{"more":"x"}\n' + line))
    assert (line, told) == (2, "goes on with what did not begin")


@pytest.mark.parametrize("lost", [1, 2, 5])
def test_half_a_file_is_told(content, refused, lost):
    half = b"".join(content.splitlines(keepends=True)[:-lost])
    assert refused(half)[1].startswith("ends without its footer: half a file")


@pytest.mark.parametrize("bytes_", [1, 40, 1000])
def test_a_file_cut_within_a_line_is_told(content, refused, bytes_):
    assert "half a file" in refused(content[:-bytes_])[1]


def test_a_line_missing_moved_or_changed_is_told_by_the_footer(content, refused):
    lines = content.splitlines(keepends=True)
    last = len(lines)
    missing = b"".join([*lines[:-2], lines[-1]])
    assert refused(missing) == (last - 1, refused(missing)[1])
    assert "lines are missing" in refused(missing)[1]
    changed = content.replace(b'"media_type', b'"media_typf', 1)
    assert refused(changed)[0] == 2
    reworded = content.replace(b"test\\", b"tess\\", 1)
    assert reworded != content
    assert refused(reworded) == (
        last,
        "its lines are not those that were written: the SHA-256 differs",
    )


def test_what_comes_after_the_end_is_refused(content, refused):
    assert refused(content + b"{}\n") == (len(content.splitlines()) + 1, "goes on after its footer")


@pytest.mark.parametrize(("bad", "reason"), [
    (b"", "empty"),
    (b"\n", "no JSON"),
    (b"{}\n", "no chronicle/1"),
    (b'{"schema":"assertion/1","id":"x"}\n', "assertion/1 is a report and goes out only"),
    (b'{"schema":"chronicle/2"}\n', "chronicle/2, of another version of timeline"),
    (b'{"schema":7}\n', "no chronicle/1"),
    (gzip.compress(b"{}", mtime=0), "compressed with gzip"),
    ("{}\n".encode("utf-16"), "UTF-16"),
    ("{}\n".encode("utf-16-be"), "UTF-16"),
    (b"SQLite format 3\0" + b"\0" * 90, "a database"),
    (b"PK\x03\x04", "a zip archive"),
    (b"NATO said so.\n", "no JSON"),
], ids=str)  # fmt: skip
def test_what_is_no_chronicle_is_named(refused, bad, reason):
    line, told = refused(bad)
    assert line == 1
    assert reason in told


def test_an_article_that_is_admitted_twice_is_refused_with_its_line(content, refused):
    head = json.loads(content.splitlines()[0])["head"] + 1
    first, *body, last = edited(content, 1, head=head).splitlines(keepends=True)
    admitted = line_of(content, e.ArticleAdmitted.NAME, NEWS.id) - 2
    again = json.dumps({**json.loads(body[admitted]), "position": head}).encode() + b"\n"
    line, told = refused(resealed(b"".join([first, *body, again, body[admitted + 1], last])))
    assert line == len(body) + 2
    assert "goes on with 1, where 3 is next" in told


def test_a_newer_store_is_refused_by_its_format(content, refused):
    line, told = refused(edited(content, 1, format=99))
    assert (line, told[:35]) == (1, "written by a newer version (format ")


def test_a_byte_order_mark_in_front_is_passed_over(content, empty):
    assert imported(b"\xef\xbb\xbf" + content, empty).events == 11


def test_bytes_that_are_not_the_admitted_ones_are_refused(content, refused):
    line = line_of(content, '"bytes"')
    other = base64.b64encode(b"Other words altogether.").decode()
    assert "SHA-256 is" in refused(edited(content, line, bytes=other))[1]
    salt = base64.b64encode(b"0" * 32).decode()
    assert "the commitment is to other bytes" in refused(edited(content, line, salt=salt))[1]
    assert refused(edited(content, line, salt="x?")) == (
        line,
        refused(edited(content, line, salt="x?"))[1],
    )


def test_quotes_without_their_article_are_refused(content, refused):
    lines = content.splitlines(keepends=True)
    del lines[line_of(content, '"bytes"') - 1]
    line, told = refused(resealed(b"".join(lines)))
    assert told == f"quotes article {NEWS.id}, whose bytes are not here"
    assert line == line_of(content, "assertion-recorded.1", SAID[0].id) - 1


def test_a_decision_on_what_nobody_recorded_is_refused(content, refused):
    lines = content.splitlines(keepends=True)
    ghost = lines[-2].replace(SAID[0].id.encode(), b"0" * 8 + SAID[0].id[8:].encode())
    line, told = refused(resealed(b"".join([*lines[:-2], ghost, lines[-1]])))
    assert line == len(lines) - 1
    assert told.startswith("decides on 00000000")
