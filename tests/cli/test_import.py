"""`export --full` and `import`: the record goes from one store to another."""

import json

import pytest
from typer.testing import CliRunner

from tests.cli.deciding import copied
from timeline.cli.root import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command on a store of this name, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(store, *words, **more):
        return CliRunner().invoke(app, [*words, "--store", f"{store}.db"], **more)

    return run


@pytest.fixture
def record(ask, tmp_path):
    """The seeds' record as a file."""
    done = ask("export", "--full", "-o", str(tmp_path / "seeds.jsonl"))
    assert (done.exit_code, done.stdout) == (0, ""), done.output
    return tmp_path / "seeds.jsonl"


def test_a_record_goes_into_a_new_store_and_comes_out_the_same(run, record):
    done = run("b", "import", "seeds.jsonl")
    assert done.exit_code == 0, done.output
    assert "5 articles copied from seeds.jsonl; 0 known already, 0 in conflict" in done.output
    assert run("b", "export", "--full").stdout_bytes == record.read_bytes()


def test_every_digest_is_the_same_there(run, ask, record):
    run("b", "import", "seeds.jsonl")
    digests = []
    for command in (ask, lambda *words: run("b", *words)):
        for view in ("log", "stance", "responses"):
            assert command(view, "-q").exit_code == 0
        told = json.loads(command("projection", "list", "--json").stdout)["projections"]
        digests.append({one["name"]: one["digest"] for one in told})
    assert digests[0] == digests[1]


def test_two_analysts_who_both_added_the_seeds_merge_without_a_conflict(run, record):
    from tests.cli.conftest import SEEDS

    assert run("b", "add", str(SEEDS)).exit_code == 0
    done = run("b", "import", "seeds.jsonl", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["how"], told["events"], told["clashes"]) == ("merge", 0, [])


def test_it_reads_from_a_pipe(run, record):
    done = run("b", "import", "-", input=record.read_bytes())
    assert done.exit_code == 0, done.output


def test_a_conflict_is_listed_on_both_sides_and_ends_with_one(run, record):
    run("b", "import", "seeds.jsonl")
    run("c", "import", "seeds.jsonl")
    assert run("b", "retract", "003@923", "-m", "withdrawn", "--user", "Ada").exit_code == 0
    assert run("c", "note", "003@923", "-m", "look again", "--user", "Ben").exit_code == 0
    assert run("c", "export", "--full", "-o", "c.jsonl").exit_code == 0
    done = run("b", "import", "c.jsonl")
    assert done.exit_code == 1
    what, ours, theirs = done.stdout.rstrip("\n").split("\t")
    assert what == "003@923 (NATO → China, Russia, Ukraine, accuse)"
    assert ours.startswith("Ada retracted it (withdrawn), 20")
    assert theirs.startswith("Ben noted: look again, 20")
    assert "1 in conflict" in done.stderr


def test_a_conflict_is_told_by_the_names_that_people_know_and_to_programs_by_its_stream_too(
    run, record
):
    given = (
        ("b", "Ada", "China", "2024-07-10", "A title"), ("c", "Ben", "NATO", "2024-07-09", "Another")
    )  # fmt: skip
    for store, user, actor, day, title in given:
        run(store, "import", "seeds.jsonl")
        for words in (
            ("actors", "alias", "The Pact", actor),
            ("date", "Washington Summit Declaration", day, "-m", "its heading"),
            ("correct", "003", f"title={title}", "-m", "it says so"),
        ):
            assert run(store, *words, "--user", user).exit_code == 0
    run("c", "export", "--full", "-o", "c.jsonl")
    done = run("b", "import", "c.jsonl", "--json")
    told = json.loads(done.stdout)["clashes"]
    assert [one["what"] for one in told] == ["“The Pact”", "“NATO’s summit”", "003"]
    assert [one["stream"].partition(":")[0] for one in told] == ["actor", "occasion", "article"]
    assert told[0]["theirs"].startswith("Ben said that The Pact means NATO, 20")


def test_a_hand_edited_quote_is_refused_with_file_line_and_reason_and_no_store_is_made(
    run, record, tmp_path
):
    text = record.read_text()
    record.write_text(text.replace("decisive enabler", "decisive opponent", 1))
    done = run("b", "import", "seeds.jsonl")
    assert done.exit_code == 3
    assert done.stdout == ""
    assert done.stderr.startswith("timeline: seeds.jsonl:")
    assert "not «" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "b.db").exists()


def test_half_a_file_is_refused_and_no_store_is_made(run, record, tmp_path):
    record.write_bytes(record.read_bytes()[:-100])
    done = run("b", "import", "seeds.jsonl")
    assert (done.exit_code, "half a file" in done.stderr) == (3, True)
    assert not (tmp_path / "b.db").exists()


@pytest.mark.parametrize("words", [["import", "nowhere.jsonl"], ["import", "."]])
def test_what_cannot_be_read_ends_with_three(run, words):
    done = run("b", *words)
    assert done.exit_code == 3
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_there_is_not_written_over(ask, tmp_path):
    (tmp_path / "held.jsonl").write_text("mine")
    done = ask("export", "--full", "-o", "held.jsonl")
    assert (done.exit_code, done.stderr.count("\n")) == (4, 1)
    assert (tmp_path / "held.jsonl").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["held.jsonl"]


def test_a_format_that_the_shell_sets_is_no_word_against_the_whole_record(ask, tmp_path):
    path = str(tmp_path / "whole.jsonl")
    done = ask("export", "--full", "--certain", "-o", path, TIMELINE_FORMAT="json")
    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "whole.jsonl").read_text().splitlines()[0])["scope"] == "whole"


@pytest.mark.parametrize("words", [
    ["--full", "--format", "csv"], ["--full", "--limit", "3"], ["--no-text"], ["-o", "x.jsonl"],
], ids=" ".join)  # fmt: skip
def test_what_does_not_go_together_is_a_usage_error(ask, words):
    assert ask("export", *words).exit_code == 2


def test_an_export_of_one_actor_carries_the_articles_that_it_quotes(ask, run, tmp_path):
    done = ask("export", "--full", "--by", "Macron")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0]["scope"] == "part"
    assert [
        line["state"].count("002") for line in lines if line.get("name") == "article-admitted.1"
    ] == [1]
    assert len([line for line in lines if "bytes" in line]) == 1
    (tmp_path / "macron.jsonl").write_bytes(done.stdout_bytes)
    assert run("b", "import", "macron.jsonl").exit_code == 0
    own = ask("log", "--by", "Macron", "--points", "-q").stdout
    assert own
    assert run("b", "log", "--by", "Macron", "--points", "-q").stdout == own


def test_what_was_decided_on_its_names_goes_with_a_part_and_tells_the_same_there(
    run, seeded, tmp_path
):
    """The spokesman is a man of his own, who is part of an office, which is merged into another."""
    copied(seeded, tmp_path)
    for words in (
        ("define", "Press Office", "--kind", "office"),
        ("define", "Information Office", "--kind", "office"),
        ("alias", "Kremlin spokesman", "Dmitry Peskov"),
        ("part-of", "Dmitry Peskov", "Press Office"),
        ("merge", "Press Office", "Information Office"),
    ):
        done = run("timeline", "actors", *words)
        assert done.exit_code == 0, done.output
    done = run("timeline", "export", "--full", "-o", "part.jsonl", "--source", "002")
    assert done.exit_code == 0, done.output
    assert run("b", "import", "part.jsonl").exit_code == 0
    ours, theirs = (
        json.loads(run(store, "log", "--source", "002", "--points", "--json").stdout)["entries"]
        for store in ("timeline", "b")
    )
    assert [one["sides"] for one in ours] == [one["sides"] for one in theirs]
    assert any("Information Office" in one["sides"] for one in theirs)


def test_without_text_no_bytes_go_out_and_who_has_the_article_can_take_it(
    ask, run, record, tmp_path
):
    done = ask("export", "--full", "--by", "Macron", "--no-text")
    assert '"bytes"' not in done.stdout
    (tmp_path / "macron.jsonl").write_bytes(done.stdout_bytes)
    refused = run("b", "import", "macron.jsonl")
    assert refused.exit_code == 3
    assert "add that article first" in refused.stderr
    run("c", "import", "seeds.jsonl")
    assert run("c", "import", "macron.jsonl").exit_code == 0


def test_an_export_as_of_a_position_ends_there(ask):
    lines = [
        json.loads(line) for line in ask("export", "--full", "--as-of", "#9").stdout.splitlines()
    ]
    assert lines[0]["head"] == 9
    assert max(line.get("position", 0) for line in lines) == 9
