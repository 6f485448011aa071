"""The five seeds, read as a person would: what must be true of what is said about them."""

import csv
import io
import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.cli.conftest import SEEDS

TEXTS = {path.name[:3]: path.read_bytes().decode() for path in SEEDS.iterdir()}


def test_every_line_of_the_log_can_be_shown(ask):
    lines = ask("log", "--by", "China", "--since", "2024-07").stdout.splitlines()
    assert lines
    for line in lines:
        handle = line.split("\t")[1]
        done = ask("show", handle, "--format", "table")
        assert done.exit_code == 0, done.output
        assert "(checked now)" in done.stdout
        assert "checked by nobody" in done.stdout


def test_all_words_shown_stand_in_an_article_letter_for_letter(ask):
    lines = ask("log", "--points").stdout.splitlines()
    assert len(lines) > 50
    for line in lines:
        cells = line.split("\t")
        for part in cells[10].split(" | ")[0].split(" … "):
            assert part in TEXTS[cells[1][:3]], line


def test_own_words_stand_inside_quotation_marks(ask):
    reports = [json.loads(line) for line in ask("export", "--all").stdout.splitlines()]
    quoted = [one for one in reports if one["form"] in ("direct", "mixed")]
    assert quoted
    for one in quoted:
        text = TEXTS[one["handle"] and SHORT[one["source"]["sha256"][:4]]]
        for start, _ in one["own"]:
            before = text[text.rfind("\n", 0, start) + 1 : start]
            assert before.count("“") > before.count("”") or '"' in before, before
    assert all(not one["own"] for one in reports if one["form"] == "indirect")


SHORT = {"8229": "000", "f115": "001", "8e2b": "002", "49a0": "003", "4503": "004"}


def test_every_exported_report_is_valid_and_quotes_its_source(ask):
    schema = json.loads(ask("export", "--schema").stdout)
    validator = Draft202012Validator(schema)
    for line in ask("export", "--all", "--format", "ndjson").stdout.splitlines():
        one = json.loads(line)
        assert [error.message for error in validator.iter_errors(one)] == []
        text = TEXTS[SHORT[one["source"]["sha256"][:4]]]
        assert text[one["source"]["start"] : one["source"]["end"]] == one["quote"]


def test_csv_and_json_hold_the_same_assertions(ask):
    rows = list(csv.DictReader(io.StringIO(ask("export", "--format", "csv").stdout)))
    told = json.loads(ask("export", "--json").stdout)
    assert [row["id"] for row in rows] == [one["id"] for one in told["assertions"]]


def test_the_first_line_counts_and_says_that_nobody_checked(ask):
    for words in (["log"], ["stance", "NATO", "China"], ["responses", "China"]):
        told = " ".join(ask(*words, "--format", "table").stdout.split("\n\n")[0].split())
        assert "CHECKED BY A PERSON: 0." in told


def test_natos_stance_shows_marks_words_and_what_was_looked_at(ask):
    told = ask("stance", "NATO", "China", "--format", "table").stdout
    assert re.search(r"^ when +accuse", told, re.MULTILINE)
    assert "■ accuse «" in told
    assert "▒ accuse «" in told
    assert "NO DATE (" in told
    assert "Articles here: 2023-07 (1), 2024-07 (2), undated (2)." in told
    assert "an empty year is not a silent NATO." in " ".join(told.split())
    assert max(map(len, told.splitlines())) <= 80


def test_each_chinese_answer_stands_once_with_the_words_that_make_it_one(ask):
    told = json.loads(ask("responses", "China", "--json").stdout)
    answers = [
        answer["statement"]["points"][0]["ids"][0]
        for block in told["sheet"] if block["block"] == "thread" for answer in block["answers"]
    ]  # fmt: skip
    assert answers
    assert len(answers) == len(set(answers))
    text = ask("responses", "China", "--format", "table").stdout
    assert text.count("link: ") == text.count("delay: ") == len(answers)


def test_the_views_may_be_deleted_at_any_time(ask, seeded: Path):
    before = ask("stance", "NATO", "China", "--json").stdout
    for path in seeded.parent.glob("timeline.views.db*"):
        path.unlink()
    assert ask("stance", "NATO", "China", "--json").stdout == before


def test_a_replay_gives_the_same_digest(ask):
    before = json.loads(ask("log", "--json").stdout)["digest"]
    assert ask("projection", "replay", "log").exit_code == 0
    assert json.loads(ask("log", "--json").stdout)["digest"] == before


def test_a_view_by_its_name_answers_as_its_command(ask):
    assert ask("view", "stance", "NATO", "China").stdout == ask("stance", "NATO", "China").stdout


def test_only_where_a_text_is_named_are_words_told_as_agreed_text(ask):
    """«NATO increasingly believes that …»; «… said the Washington Summit Declaration»."""
    believes = " ".join(ask("show", "000@108", "--format", "table").stdout.split())
    assert "nobody who spoke for it, and no text of it, is named" in believes
    assert "agreed text of NATO" in ask("show", "003@923", "--format", "table").stdout


def test_findings_are_shown_and_nothing_is_guessed(ask):
    assert "[Current Date]" in ask("show", "002", "--format", "table").stdout
    assert "CET" in ask("show", "004", "--format", "table").stdout
    assert "NOT STATED" in ask("show", "003", "--format", "table").stdout


def test_status_names_the_position_and_what_chose_the_store(ask, seeded: Path):
    told = json.loads(ask("status", "--json").stdout)
    assert told["position"] > 100
    assert told["articles"] == 5
    assert (told["store"], told["store_chosen_by"]) == (str(seeded), "TIMELINE_STORE")


def test_a_backup_is_whole_and_never_written_over(ask, tmp_path: Path):
    copy = tmp_path / "copy.db"
    assert ask("backup", str(copy)).exit_code == 0
    again = ask("backup", str(copy))
    assert again.exit_code == 4
    assert ask("log", "--store", str(copy)).stdout == ask("log").stdout


def test_limit_and_reverse_take_the_newest(ask):
    whole = ask("log").stdout.splitlines()
    dated = [line for line in whole if not line.startswith("unknown\t")]
    (first,) = ask("log", "--reverse", "--limit", "1").stdout.splitlines()
    assert first.split("\t")[1] == dated[-1].split("\t")[1]


def test_since_and_until_ask_of_the_place(ask):
    def places(*words):
        return {line.split("\t")[0] for line in ask("log", *words).stdout.splitlines()}

    assert places("--until", "2023") <= places()
    assert all(place.lstrip("./").startswith("2024") for place in places("--since", "2024"))
    assert "unknown" not in places("--since", "2019")


def test_what_no_measure_knows_claims_no_frequency(ask):
    """What was done, not said, no corpus marks: its line says so, and those of speech say theirs."""
    told = {"doing": set(), "clause.that": set()}
    for line in ask("export", "--all", "--format", "ndjson").stdout.splitlines():
        one = json.loads(line)
        if one.get("pattern") in told and not told[one["pattern"]]:
            shown = ask("show", one["handle"], "--format", "table").stdout
            told[one["pattern"]].add(" ".join(shown.split()))
    assert all("was never measured" in text for text in told["doing"])
    assert all("of 100 like it" in text for text in told["clause.that"])
    assert all(told.values())
