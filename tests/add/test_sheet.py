"""A sheet says of many files what a person knows of them."""

import pytest

from timeline.add import Added, Sheet, Unusable
from timeline.errors import BadInput

SHEET = """\
file,published,title,publisher,url
a.txt,2024-07-11,"China, again",The Herald,https://example.org/a
b.txt,,,,
"""
TEXT = "China: will answer\n"


def write(path, text):
    path.write_text(text, "utf-8")
    return path


def test_each_file_gets_what_its_row_says(put, files, recorded):
    folder = files({"a.txt": TEXT, "b.txt": "NATO: hello\n", "sheet.csv": SHEET})
    put(folder, sheet=Sheet.read(folder / "sheet.csv"))
    assert [(one.title, one.publisher) for one in recorded("article-described")] == [
        ("China, again", "The Herald"),
        (None, None),
    ]
    assert [(one.published, one.basis) for one in recorded("article-dated")] == [
        ("2024-07-11", "person"),
        ("", "unknown"),
    ]


def test_without_names_the_files_of_the_sheet_are_added(put, files):
    folder = files({"a.txt": TEXT, "b.txt": "NATO: hello\n", "c.txt": "x", "sheet.csv": SHEET})
    told = put(sheet=Sheet.read(folder / "sheet.csv"))
    assert [(type(each), each.article.name) for each in told] == [
        (Added, "a.txt"),
        (Added, "b.txt"),
    ]


def test_a_row_stands_above_what_is_said_of_all(put, files):
    from timeline.add import Given

    folder = files({"a.txt": TEXT, "sheet.csv": SHEET})
    [added, _] = put(
        folder / "a.txt",
        sheet=Sheet.read(folder / "sheet.csv"),
        given=Given.of(published="2020", publisher="All"),
    )
    assert (added.article.published, added.article.publisher) == ("2024-07-11", "The Herald")


def test_a_bad_row_is_told_by_file_and_line_and_its_file_is_not_added(put, files, chronicle):
    rows = "a.txt,31 June 2024\nb.txt,2024-06-31\nc.txt,2024\n"
    folder = files(
        {
            "a.txt": TEXT,
            "b.txt": "NATO: hello\n",
            "c.txt": "EU: hello\n",
            "sheet.csv": "file,published\n" + rows,
        }
    )
    told = put(folder, sheet=Sheet.read(folder / "sheet.csv"))
    faults = [each for each in told if isinstance(each, Unusable)]
    assert [each.name for each in faults] == [f"{folder}/sheet.csv:{line}" for line in (2, 3)]
    assert [each.article.name for each in told if isinstance(each, Added)] == ["c.txt"]
    assert len(chronicle.streams("article:")) == 1


def test_a_row_whose_file_is_not_among_those_added_is_told(put, files):
    folder = files({"a.txt": TEXT, "sheet.csv": SHEET})
    told = put(folder, sheet=Sheet.read(folder / "sheet.csv"))
    assert str(told[-1]) == f"{folder}/sheet.csv:3: b.txt was not added"


def test_a_sheet_may_be_toml(put, files, recorded):
    text = """\
[[article]]
file = "a.txt"
published = 2024-07-11

[[article]]
file = "b.txt"
url = "ftp://example.org"
"""
    folder = files({"a.txt": TEXT, "b.txt": "NATO: hello\n", "sheet.toml": text})
    told = put(folder, sheet=Sheet.read(folder / "sheet.toml"))
    assert [one.published for one in recorded("article-dated")] == ["2024-07-11"]
    [fault] = [each for each in told if isinstance(each, Unusable)]
    assert str(fault).startswith(f"{folder}/sheet.toml:5: url: 'ftp://example.org' is no address")


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ("a.txt,,,,javascript:alert(1)", "url: 'javascript:alert(1)' is no address"),
        ("a.txt,,,,https://me:secret@example.org", "url: holds a user's name or password"),
        ("a.txt,,\x1b[31mred,,", "title: holds U+001B, which cannot be shown"),
        (f"a.txt,,{'x' * 2000},,", "title: 2,000 characters; at most 1,000"),
        (",2024,,,", "no file is named"),
        ("a.txt,yesterday,,,", "'yesterday' means another day tomorrow; write the date itself"),
        ("a.txt,03/04/2021,,,", "03/04/2021"),
        ("a.txt,2024-06-31,,,", "2024-06-31"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_line(tmp_path, cells, says):
    header = "file,published,title,publisher,url\n"
    sheet = Sheet.read(write(tmp_path / "sheet.csv", header + cells + "\n"))
    [fault] = sheet.faults.values()
    assert fault.name.endswith("sheet.csv:2")
    assert says in fault.reason


@pytest.mark.parametrize(
    ("typed", "means"),
    [("11 July 2024", "2024-07-11"), ("2024-07-11~", "2024-07-11~"), ("Unknown", "unknown")],
)
def test_dates_may_be_written_as_people_write_them(tmp_path, typed, means):
    sheet = Sheet.read(write(tmp_path / "s.csv", f"file,published\na.txt,{typed}\n"))
    [row] = sheet.rows.values()
    assert row.given.published.text == means


def test_a_file_named_twice_is_told_with_both_lines(tmp_path):
    sheet = Sheet.read(write(tmp_path / "s.csv", "file\na.txt\na.txt\n"))
    assert [str(each) for each in sheet.faults.values()] == [
        f"{tmp_path}/s.csv:3: a.txt stands in line 2 already"
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("s.csv", "", "s.csv:1: no column 'file'"),
        ("s.csv", "file,date\n", "s.csv:1: no column 'date'; there are file, published"),
        ("s.csv", "file,title\na.txt,China, again\n", "s.csv:2: 3 cells under 2 columns; put"),
        ("s.csv", 'file\n"a.txt\n', r"s.csv:\d: unexpected end of data"),
        ("s.toml", "file = ", r"s.toml: Invalid value \(at"),
        ("s.toml", 'file = "a.txt"', "s.toml: write one list of tables"),
        ("s.toml", "[[a]]\nfile = 3", "s.toml:1: file: not text"),
        ("s.toml", "a = [1]", "s.toml:1: not a table"),
        ("s.toml", "[[a]]\ntitle = 'x'", "s.toml:1: no column 'file'"),
    ],
)
def test_a_sheet_that_is_none_is_told_by_file_and_line(tmp_path, name, text, says):
    with pytest.raises(BadInput, match=says):
        Sheet.read(write(tmp_path / name, text))


def test_a_sheet_that_is_not_there_or_no_text_is_told(tmp_path):
    with pytest.raises(BadInput, match="No such file"):
        Sheet.read(tmp_path / "s.csv")
    (tmp_path / "s.csv").write_bytes(b"file\ncaf\xe9")
    with pytest.raises(BadInput, match="not UTF-8: byte 8"):
        Sheet.read(tmp_path / "s.csv")


def test_a_spreadsheets_byte_order_mark_is_no_part_of_a_column(tmp_path):
    (tmp_path / "s.csv").write_bytes(b"\xef\xbb\xbffile,published\r\na.txt,2024\r\n")
    [row] = Sheet.read(tmp_path / "s.csv").rows.values()
    assert (row.line, row.file, row.given.published.text) == (2, "a.txt", "2024")
