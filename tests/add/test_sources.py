"""Which files are taken, in which order."""

import os

import pytest

from timeline.add.sources import Passed, Source, load, sources
from timeline.article import LARGEST, Unusable


def names(folder, *more):
    return [str(each.name).removeprefix(f"{folder}/") for each in sources([folder, *more])]


def test_a_folder_gives_its_text_files_and_those_below_sorted(files):
    folder = files({"b.txt": "b", "a.md": "a", "c/d.txt": "d", "c/a": "a", "e.TXT": "e"})
    assert names(folder) == ["a.md", "b.txt", "e.TXT", "c/a", "c/d.txt"]


def test_hidden_files_pictures_and_stores_are_passed_over_in_folders(files):
    folder = files(
        {"a.txt": "a", ".hidden.txt": "x", ".git/b.txt": "b", "photo.jpg": "x", "timeline.db": "x"}
    )
    assert list(sources([folder])) == [
        Source(folder / "a.txt", str(folder / "a.txt")), Passed(str(folder), (".jpg",)),
    ]  # fmt: skip


def test_a_file_that_is_named_may_be_called_anything(files):
    folder = files({"a.log": "a", ".b": "b"})
    given = [folder / "a.log", folder / ".b"]
    assert list(sources(given)) == [Source(path, str(path)) for path in given]


@pytest.mark.parametrize(
    ("contents", "says"),
    [
        ({"a.jpg": "x", "b/c.pdf": "x"}, "2 files, but none of them .txt, .text, .md"),
        ({".hidden": "x"}, "no file of .txt, .text, .md"),
    ],
)
def test_a_folder_without_articles_is_told(files, contents, says):
    folder = files(contents)
    [told] = sources([folder])
    assert isinstance(told, Unusable)
    assert told.reason.startswith(f"a folder without articles: {says}")


def test_links_that_lead_in_a_circle_are_not_followed(files):
    folder = files({"a.txt": "a"})
    (folder / "circle").symlink_to(folder)
    (folder / "b.txt").symlink_to(folder / "a.txt")
    assert names(folder) == ["a.txt", "b.txt"]


def test_what_is_no_file_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert load(Source(tmp_path / "pipe.txt", "pipe.txt")) == Unusable("pipe.txt", "not a file")


def test_too_large_a_file_is_not_even_read(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    monkeypatch.setattr(type(path), "read_bytes", None)
    reason = "10,485,761 bytes; an article has at most 10,485,760"
    assert load(Source(path, "large.txt")) == Unusable("large.txt", reason)


@pytest.mark.parametrize("begins", ["<!DOCTYPE HTML>", "\ufeff <html>", "%PDF-1.7", "{\\rtf1"])
def test_signs_that_are_no_words_are_refused(tmp_path, begins):
    path = tmp_path / "a.txt"
    path.write_text(begins + "China: hello", "utf-8")
    assert "not plain text" in str(load(Source(path, "a.txt")))


def test_a_name_that_is_no_text_becomes_one(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text("China: hello")
    except OSError:
        pytest.skip("this file system has no such names")
    article, _ = load(Source(path, str(path)))
    assert article.name == "caf\ufffd.txt"
