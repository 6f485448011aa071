"""The story of issue and answer: decide, see it in every view at once, take it back, ask the past."""

import json
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from tests.cli.deciding import copied
from timeline.chronicle import Chronicle
from timeline.cli.root import app
from timeline.query import Library


@pytest.fixture(scope="module")
def warm(seeded, tmp_path_factory):
    """The seeded store with its views built."""
    store = copied(seeded, tmp_path_factory.mktemp("warm"))
    for words in (["log"], ["stance"], ["responses"]):
        assert CliRunner().invoke(app, [*words, "--store", str(store)]).exit_code == 0
    return store


@pytest.fixture
def store(warm, tmp_path):
    return copied(warm, tmp_path)


@pytest.fixture
def run(store, monkeypatch):
    """Run a command; Ada decides. Its output, or with `fails` its exit code and what it says."""
    monkeypatch.setenv("TIMELINE_STORE", str(store))

    def run(*words, user="Ada", fails=0):
        done = CliRunner().invoke(app, list(words), env={"TIMELINE_USER": user})
        assert done.exit_code == fails, done.output
        return done.stderr if fails else done.stdout

    return run


@pytest.fixture
def some(run):
    """Handles of what was said in an article, own words first."""

    def some(article="003", **wanted):
        rows = [
            json.loads(row)
            for row in run("review", "--list", "--json", "--source", article).splitlines()
        ]
        rows = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
        return [f"{article}@{row['handle'].partition('@')[2]}" for row in rows]

    return some


def record(run, handle):
    return json.loads(run("show", handle, "--json"))


def head(store):
    with Chronicle.open(store) as chronicle:
        return chronicle.head()


def test_a_date_of_an_article_moves_what_hangs_on_it_and_the_past_stays_askable(run, store):
    before, position = run("log", "--source", "000"), head(store)
    told = run("correct", "000", "published=2024-07-09", "-m", "the paper's archive")
    assert told.startswith(f"#{position + 1}-")
    assert "corrected 000: published no date → 2024-07-09" in told
    assert "moves " in told
    after = run("log", "--source", "000")
    assert "../2024-07-09" in after
    assert after != before
    assert run("log", "--source", "000", "--as-of", str(position)) == before
    assert "undid" in run("undo")
    assert run("log", "--source", "000") == before


def test_a_speaker_is_corrected_and_shown_with_its_history(run, some):
    one = some("004")[0]
    told = run("correct", one, "speaker=Fu Cong", "target=Russia", "-m", "the minutes name him")
    assert "→ Fu Cong" in told
    shown = run("show", one)
    assert "Fu Cong" in shown
    assert "corrected by Ada" in shown
    assert "the minutes name him" in shown
    assert "Fu Cong" in run("log", "--by", "Fu Cong")


def test_a_retraction_is_marked_and_counted_nowhere_until_it_is_restored(run, some):
    one = some(status="proposed")[0]
    run("retract", one, "-m", "the paper has withdrawn it")
    assert one in run("review", "--list", "--status", "retracted")
    assert "retracted" in run("show", one).lower()
    assert "already so" in run("retract", one, "-m", "the paper has withdrawn it")
    assert "restore it first" in run("review", "--accept", one, fails=2)
    run("restore", one)
    assert one not in run("review", "--list", "--status", "retracted")


def test_a_party_gets_its_place_and_loses_it_with_its_mention_always_shown(run):
    def of_china():
        return run("log", "--about", "China", "--points")

    before = of_china()
    run("actors", "part-of", "CCP", "China", "--remove")
    apart = of_china()
    assert apart != before
    assert "Chinese Communist Party" in run("log", "--about", "CCP")
    run("undo")
    assert of_china() == before


def test_an_alias_is_seen_in_every_view_at_the_next_read(run):
    before = run("stance", "NATO", "China")
    run("actors", "define", "The Pact", "--kind", "organisation")
    run("actors", "alias", "NATO", "The Pact", "-m", "a test")
    assert run("stance", "The Pact", "China") != ""
    assert "The Pact" in run("log", "--about", "The Pact")
    run("actors", "unalias", "NATO")
    assert run("stance", "NATO", "China") == before


def test_as_of_before_an_alias_its_name_is_asked_for_as_it_was(run, store):
    name, before = "Zhu Zhiqun", f"#{head(store)}"
    lists = {words: run(*words) for words in (("log", "--by", name), ("actors",), ("articles",))}
    run("actors", "alias", name, "Jens Stoltenberg")
    run("correct", "000", "published=2024-07-09", "-m", "the paper's archive")
    for words, told in lists.items():
        assert run(*words) != told
        assert run(*words, "--as-of", before) == told
    for words in (("actors",), ("articles",)):
        assert json.loads(run(*words, "--as-of", before, "--json"))["position"] == int(before[1:])
        done = CliRunner().invoke(app, [*words, "--as-of", "#0"])
        assert "Nothing was recorded here by then (#0)" in done.stderr


def test_an_alias_that_would_change_nothing_is_not_said_to_be_done(run, store):
    before, at = run("log", "--by", "Wang Wenbin"), head(store)
    refused = run("actors", "alias", "Wang Wenbin", "Sweden", fails=3)
    assert 'timeline actors speaks-for "Wang Wenbin" "Sweden"' in refused
    assert (run("log", "--by", "Wang Wenbin"), head(store)) == (before, at)
    run("actors", "speaks-for", "Wang Wenbin", "Sweden")
    assert "Wang Wenbin" in run("log", "--by", "Sweden")


def test_an_apostrophe_that_was_typed_finds_one_that_was_printed(run):
    straight, curly = (run("log", f"can{sign}t") for sign in "'’")
    assert "can’t have it both ways" in straight
    assert straight == curly


def test_what_the_reader_missed_is_asserted_through_the_gate_and_accepted(run):
    told = run(
        "assert", "003", "coercive tactics", "--by", "NATO", "--about", "China", "--act", "accuse",
        "--said", "2024-07-10",
    )  # fmt: skip
    handle = told.split()[-1]
    row = next(line for line in run("review", "--list", "--status", "accepted").splitlines())
    assert row.split("\t")[:4] == [handle, "accepted", "indirect", "2024-07-10"] or "direct" in row
    assert "is there already" in run(
        "assert", "003", "coercive tactics", "--by", "NATO", "--act", "accuse", user="Bob", fails=2
    )


def test_an_occasion_is_dated_once_for_all_articles(run):
    told = run("date", "Washington Summit Declaration", "2024-07-10", "-m", "it is headed so")
    assert "→ 2024-07-10" in told
    assert "hang on it" in told
    assert "2024-07-10\t" in run("log", "--source", "003")
    run("undo")
    assert "2024-07-10\t" not in run("log", "--source", "003")


def test_links_and_notes(run, some):
    one, other = some()[:2]
    run("link", one, "answers", other, "-m", "it names it")
    assert "circle" in run("link", other, "answers", one, fails=2)
    assert "itself" in run("link", one, "answers", one, fails=2)
    told = run("undo")
    assert (
        f": linked it: answers {other} (it names it) → took back the link: answers {other}" in told
    )
    run("link", one, "answers", other)
    run("unlink", one, "answers", other)
    nobody = run("note", "zzz", "-m", "mind the translation", fails=5)
    assert "no actor “zzz”" in nobody
    assert "an assertion" in nobody
    for subject in (one, "002", "NATO", "Washington Summit Declaration"):
        assert "noted on" in run("note", subject, "-m", "mind the translation")


def test_actors_go_out_as_toml_and_come_in_elsewhere(run, tmp_path):
    run("actors", "define", "Nemo", "--kind", "person")
    run("actors", "alias", 'Captain "X"', "Nemo")
    run("actors", "speaks-for", "Nemo", "NATO", "--since", "2020", "--until", "2021-06")
    run("actors", "merge", "Sweden", "NATO")
    file = tmp_path / "actors.toml"
    file.write_text(run("actors", "export"))
    elsewhere = str(tmp_path / "elsewhere.db")
    assert "took in 4 decisions" in run("actors", "import", str(file), "--store", elsewhere)
    assert "took in 0 decisions" in run("actors", "import", str(file), "--store", elsewhere)
    assert run("actors", "export", "--store", elsewhere) == file.read_text()


def test_of_a_name_that_was_given_twice_only_what_is_in_force_goes_out(run, store, tmp_path):
    run("actors", "define", "Odd \u009b\u202e\U000e0041 name", "--kind", "person")
    for actor in ("Sweden", "China"):
        run("actors", "alias", "Foobar", actor)
    run("actors", "unalias", "Beijing")
    run("actors", "alias", "Beijing", "Sweden")
    run("actors", "define", "Nemo", "--kind", "person")
    run("actors", "merge", "Nemo", "Sweden")
    run("actors", "part", "NEMO", "Sweden")
    told = run("actors", "export")
    assert told.count("Foobar") == told.count("Beijing") == 1
    assert "merged_into" not in told
    assert told.replace("\n", "").isprintable()
    file, elsewhere = tmp_path / "actors.toml", str(tmp_path / "elsewhere.db")
    file.write_text(told)
    run("actors", "import", str(file), "--store", elsewhere)
    assert run("actors", "export", "--store", elsewhere) == told
    for path in (store, Path(elsewhere)):
        with Chronicle.open(path) as chronicle:
            directory = Library(chronicle, tmp_path / f"of {path.name}").directory()
            names = "Foobar", "Beijing", "Nemo"
            assert [directory.find(name) for name in names] == ["China", "Sweden", "Nemo"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[actor]\n", "actors.toml: "),
        ("[[actor]]\nnme = 'x'\n", "actor 1: "),
        ("[[actor]]\nname = 'x'\nalias = ['y']\n", "no such field. Did you mean aliases"),
        ("[[actor]]\nname = 'x'\npart_of = [{name = 'x'}]\n", "actor 1 (x): x cannot be"),
        ("[[actor]]\nname = 'x'\nkind = 'persn'\n", "Did you mean person"),
        ("[[actor]]\nname='x'\nspeaks_for = [{name='NATO', since='02/03/2020'}]\n", "actor 1"),
        ("x = 1\n", "only [[actor]]"),
        ("[[actor]]\nname=' '\nkind='person'\n", "actor 1: name"),
        ("[[actor]]\nname='x'\naliases=['y', ' ']\n", "actor 1: aliases.1"),
    ],
)
def test_a_bad_file_of_actors_changes_nothing(run, store, tmp_path, text, says):
    file = tmp_path / "actors.toml"
    file.write_text(text)
    before = head(store)
    assert says in run("actors", "import", str(file), fails=3)
    assert head(store) == before


def test_a_file_of_actors_that_is_not_there_makes_no_store(run, tmp_path):
    nowhere = tmp_path / "nowhere.db"
    missing = str(tmp_path / "missing.toml")
    told = run("actors", "import", missing, "--store", str(nowhere), fails=3)
    assert "no such file" in told
    assert not nowhere.exists()


def test_a_store_named_before_a_command_on_actors_is_the_one_it_writes_to(run, store, tmp_path):
    other, before = tmp_path / "other.db", head(store)
    run("actors", "--store", str(other), "define", "Nemo", "--kind", "person")
    assert head(store) == before
    assert "Nemo" in run("actors", "export", "--store", str(other))
    assert "Nemo" not in run("actors", "export"), "the next command is asked anew"
    told = run("actors", "--limit", "3", "define", "Nemo", "--kind", "person", fails=2)
    assert "--limit stands before define" in told


def test_actors_are_listed_with_counts_and_proposals(run):
    rows = [line.split("\t") for line in run("actors").splitlines()]
    assert rows[0][0] == "NATO"
    page = run("actors", "--format", "table", "-n", "5")
    assert "counts under" in page
    assert json.loads(run("actors", "--json"))["actors"][0]["name"] == "NATO"
    assert run("actors", "--unplaced") != ""
    told = json.loads(run("actors", "--json"))
    assert len(told["actors"]) == len(rows) > 20
    for limited in (["--format", "ndjson"], [], ["--unplaced"]):
        assert len(run("actors", "-n", "3", *limited).splitlines()) == 3
    assert len(run("actors", "-n", "3", "--format", "csv").splitlines()) == 4
    told = json.loads(run("actors", "-n", "3", "--json"))
    assert (len(told["actors"]), len(told["unresolved"])) == (3, 3)


def test_whom_a_name_may_mean_is_looked_for_only_where_it_is_told(run, monkeypatch):
    monkeypatch.setattr("timeline.cli.actors.unresolved", lambda *_: pytest.fail("for nothing"))
    for how in ("csv", "ndjson", "lines"):
        assert "NATO" in run("actors", "--format", how)


def test_two_people_have_their_own_undo(run, some):
    one, two = some()[:2]
    run("review", "--accept", one, user="Ada")
    run("review", "--reject", two, "-m", "third hand", user="Bob")
    assert f"on {one}: accepted it" in run("undo", user="Ada")
    assert "no decision" in run("undo", user="Ada", fails=5)
    position = json.loads(run("undo", "--json", user="Bob"))["positions"][0]
    assert f"#{position} is Bob's" in run("undo", str(position), user="Ada", fails=2)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("correct", "999@1", "act=state", "-m", "x"), 5, "no assertion"),
        (("correct", "003@", "act=state", "-m", "x"), 5, "may be any of"),
        (("correct", "999", "published=2024", "-m", "x"), 5, "999"),
        (
            ("correct", "003@4110", "-m", "x"),
            2,
            "Nothing to correct: give FIELD=VALUE, like speaker",
        ),
        (("correct", "003", "2024-07-11", "-m", "x"), 2, "2024-07-11 is none"),
        (("correct", "003", "published=", "-m", "x"), 2, "write published=unknown"),
        (("correct", "003@4110", "said=", "-m", "x"), 2, "write said=unknown"),
        (("stance", "African", "Union"), 5, 'in quotation marks: "African Union"'),
        (("stance", "NATO", "--topic", "no such"), 5, "There is no topic “no such” here."),
        (("responses", "African", "Union"), 2, "takes ACTOR, not African Union. A name of several"),
        (("correct", "003@4110", "speker=NATO", "-m", "x"), 2, "Did you mean speaker"),
        (("correct", "003@4110", "act=announce"), 2, "-m WHY"),
        (("correct", "003@4110", "words=no such words at all", "-m", "x"), 3, "does not stand"),
        (("correct", "003", "published=07/08/2024", "-m", "x"), 2, "two days"),
        (("retract", "003@4110"), 2, "-m WHY"),
        (("retract", "003@4110", "-m", " "), 2, "-m WHY"),
        (("restore", "003@4110"), 2, "not retracted"),
        (("link", "003@4110", "answrs", "003@4254"), 2, "Did you mean answers"),
        (("unlink", "003@4110", "answers", "003@4254"), 2, "not linked"),
        (("note", "003", "-m", ""), 2, "-m TEXT"),
        (("note", "nobody at all", "-m", "x"), 5, "nobody at all"),
        (("note", "NATO summit", "-m", "x"), 2, "several occasions; give the key"),
        (("date", "NATO summit", "2024", "-m", "x"), 2, "several occasions; give the key"),
        (("date", "Washington Sumit Declaration", "2024", "-m", "x"), 5, "Did you mean"),
        (("date", "Washington Summit Declaration", "soon", "-m", "x"), 2, "no date"),
        (("assert", "003", "China", "--by", "NATO", "--act", "accuse"), 3, "stands"),
        (("assert", "003", "Chinna must", "--by", "NATO", "--act", "accuse"), 3, "does not stand"),
        (("actors", "alias", "x", "Natto"), 5, "Did you mean"),
        (("actors", "alias", "x", "Ann Other"), 5, 'actors define "Ann Other" --kind KIND'),
        (("actors", "part-of", "Ann Other", "China"), 5, 'actors define "Ann Other" --kind KIND'),
        (("actors", "part", "Sweden", "Ann Other"), 2, "Sweden is not merged into Ann Other"),
        (("actors", "part-of", "China", "CCP"), 2, "circle"),
        (("actors", "define", "x", "--kind", "persn"), 2, "Did you mean person"),
        (("undo", "abc"), 2, "no position"),
        (("undo", "1"), 2, "no decision"),
        (("undo", "99999"), 5, "nothing at #99999"),
        (("undo", "9" * 23), 5, "nothing at #9999"),
        (("articles", "--as-of", "²²"), 2, "“²²” is no date"),
    ],
)
def test_what_cannot_be_is_told_in_a_line_and_changes_nothing(run, store, words, code, says):
    before = head(store)
    told = run(*words, fails=code)
    assert says in told
    assert told.startswith("timeline: ")
    assert "Traceback" not in told
    assert head(store) == before


def test_a_store_is_made_by_actors_and_assert_not_by_a_verdict(run, tmp_path, monkeypatch):
    nowhere = tmp_path / "nowhere.db"
    monkeypatch.setenv("TIMELINE_STORE", str(nowhere))
    assert "no store" in run("retract", "003@1", "-m", "x", fails=4)
    assert not nowhere.exists()
    run("actors", "define", "Nemo", "--kind", "person")
    assert nowhere.exists()


WRITING = [
    *(["add", "assert", "review", "correct", "retract", "restore", "link", "unlink", "note"]),
    *(["date", "undo", "import"]),
]


@pytest.mark.parametrize("name", WRITING)
def test_every_command_that_writes_asks_who(name):
    assert any("--user" in param.opts for param in get_command(app).commands[name].params)


def test_every_command_on_actors_that_writes_asks_who():
    found = get_command(app).commands["actors"].commands
    without = {n for n, c in found.items() if not any("--user" in p.opts for p in c.params)}
    assert without == {"export"}


def test_add_names_who_adds(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = tmp_path / "one.txt"
    text.write_text("NATO accused China of enabling the war.\n")
    run("add", "--user", "Bob", str(text))
    assert "added by Bob" in run("show", "one.txt")


def test_an_article_as_of_a_position_is_told_as_it_was_and_its_history_tells_the_rest(run, store):
    before = head(store)
    run("correct", "003", "title=A new one", "publisher=Sputnik", "-m", "it says so")
    run("correct", "003", "published=2024-07-12", "-m", "the archive")
    last = head(store)
    run("undo")
    now, then = run("show", "003"), run("show", "003", "--as-of", f"#{before}")
    assert "title\tnone" in then
    assert "Sputnik" not in then
    assert "title none → A new one, publisher none → Sputnik (it says so)" in now
    assert "no date → 2024-07-12 (the archive)" in now
    assert "2024-07-12 → no date (undo of" in now
    assert "undo" not in run("show", "003", "--as-of", f"#{last}")
    told = json.loads(run("show", "003", "--as-of", f"#{before}", "--json"))
    assert (told["position"], told["title"]) == (before, "")
    assert max(each["position"] for each in told["history"]) <= before
    assert record(run, "003")["history"][-1]["position"] > last
    assert "was not held yet at #20" in run("show", "003", "--as-of", "#20", fails=5)


def test_as_of_a_position_nothing_is_told_that_was_learnt_later(run, store):
    before = head(store)
    words = ("show", "003@923", "--as-of", f"#{before}")
    cards = run(*words), run(*words, "--json")
    exported = run("export", "-q", "--source", "003", "--as-of", f"#{before}")
    run("correct", "003", "title=A new one", "publisher=Sputnik", "-m", "it says so")
    run("actors", "define", "The Pact", "--kind", "organisation")
    run("actors", "merge", "NATO", "The Pact")
    run("review", "--accept", "003@923")
    run("note", "003@923", "-m", "seen")
    assert (run(*words), run(*words, "--json")) == cards
    assert run("export", "-q", "--source", "003", "--as-of", f"#{before}") == exported


def test_a_persons_link_pairs_and_is_shown_at_both_ends_until_it_is_unlinked(run):
    one, other = "004@1593", "001@1084"
    before = run("responses", "China")
    run("link", one, "answers", other, "-m", "it names it")
    pairs = {row.split("\t")[1]: row.split("\t") for row in run("responses", "China").splitlines()}
    assert pairs[one][-3] == "analyst"
    assert other in pairs[one][-1].split(" | ")
    shown = run("show", one)
    assert f"analyst\tanswers {other} Jens Stoltenberg" in shown
    assert f"linked by Ada: answers {other} (it names it)" in shown
    assert f"analyst\t{one} China answers this" in run("show", other)
    told = json.loads(run("show", one, "--json"))["answers"]
    assert [answer["basis"] for answer in told] == ["person"]
    run("unlink", one, "answers", other)
    assert run("responses", "China") == before
    assert f"unlinked by Ada: answers {other}" in run("show", one)


def test_a_program_is_told_all_that_a_person_is(run):
    card, told = run("show", "003@923"), record(run, "003@923")
    assert "rests on 001" in card
    assert told["dated_by"] == ["001"]
    assert "(checked now)" in card
    assert told["stands"] is record(run, "003")["stands"] is True
    card, told = run("show", "001@1084"), record(run, "001@1084")
    assert card.count("answered by") == len(told["answered_by"]) > 1
    assert "«Secretary-General»" in card
    assert told["speaker"]["role"] == "Secretary-General"
    card, told = run("show", "000@3563"), record(run, "000@3563")
    assert ("kept out of counts" in card, told["counts"]) == (True, False)
    assert told["missed_by"] is None


def test_words_that_were_corrected_are_shown_in_their_form_and_under_no_span_that_is_none(run):
    assert run("show", "000@3103").split()[1].startswith("000@3103-")
    run("correct", "000@3103", "words=Julianne Smith", "-m", "a test")
    shown = run("show", "000@3103")
    assert shown.split()[1] == "000@3103"
    assert "NOT a quote" in shown
    assert record(run, "000@3103")["form"] == "indirect"


def test_show_prints_the_words_of_a_note(run, some):
    one = some()[0]
    run("note", one, "-m", "its quotes are translated back")
    assert "noted by Ada: its quotes are translated back" in run("show", one)


def test_an_occasion_is_shown_with_who_dated_it_and_what_was_noted_on_it(run):
    run("date", "Washington Summit Declaration", "2024-07-10", "-m", "its heading")
    run("note", "Washington Summit Declaration", "-m", "ask the press office")
    told = run("show", "Washington Summit Declaration")
    assert "key\tNATO summit, Washington\n" in told
    assert "date\t2024-07-10, as Ada says\n" in told
    assert "Ada dated NATO’s summit 2024-07-10 (its heading)\n" in told
    assert "Ada noted: ask the press office\n" in told
    held = record(run, "Washington Summit Declaration")
    assert (held["schema"], held["said"], held["dated_by"]) == ("occasion/1", "2024-07-10", ["Ada"])
    assert [one["event"]["by"] for one in held["history"]][-2:] == ["Ada", "Ada"]


def test_an_actor_is_shown_with_what_was_decided_and_noted_on_it(run):
    run("actors", "alias", "The Bloc", "NATO")
    run("note", "nato", "-m", "who speaks for it?")
    told = run("show", "the bloc")
    assert told.startswith("id\tNATO  actor\n")
    assert "Ada said that The Bloc means NATO\n" in told
    assert "Ada noted: who speaks for it?\n" in told
    held = record(run, "NATO")
    assert (held["schema"], held["kind"]) == ("actor/1", "organisation")
    assert "The Bloc" in held["aliases"]
    assert "Canada" in held["members"]


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_what_is_no_name_of_anything_is_told_with_what_was_perhaps_meant(run, how):
    told = run("show", "Natto", *how, fails=5)
    assert "Did you mean NATO" in told
    assert "Nor is an article, an occasion or an assertion called so" in told


def test_a_name_that_a_person_gave_is_never_shown_as_the_articles_words(run):
    run("correct", "004@1114", "speaker=Fu Cong", "target=Mark Rutte", "-m", "I was there")
    shown = run("show", "004@1114")
    assert "«Fu Cong»" not in shown
    assert "«China» = Fu Cong (named by analyst" in shown
    assert "Mark Rutte, written «NATO»; named by analyst" in shown
    assert "corrected by Ada: speaker China → Fu Cong, target NATO → Mark Rutte" in shown


def test_what_was_withdrawn_or_corrected_is_marked_in_log_and_found_by_its_status(run, some):
    one, two, three = some()[:3]
    run("retract", one, "-m", "made up")
    run("review", "--reject", two, "-m", "not so")
    run("correct", three, "act=support", "-m", "misread")
    rows = [row.split("\t") for row in run("log", "--points").splitlines()]
    states = {row[1]: row[9] for row in rows}
    assert (states[one], states[two]) == ("retracted", "rejected")
    assert states[three] == "proposed, corrected"
    for handle, status in ((one, "retracted"), (two, "rejected"), (three, "corrected")):
        rows = run("log", "--points", "--status", status).splitlines()
        assert [row.split("\t")[1] for row in rows] == [handle]
        listed = run("review", "--list", "--status", status).splitlines()
        assert [row.split("\t")[0] for row in listed] == [handle]
    assert one not in run("stance", "--format", "json")


def test_several_are_corrected_at_once_for_one_reason_or_none_is(run, some, store):
    one, two = some()[:2]
    told = run("correct", one, two, "topic=drones", "-m", "both are").splitlines()
    assert [line.split()[2].rstrip(":") for line in told] == [one, two]
    assert record(run, one)["topics"] == record(run, two)["topics"] == ["drones"]
    before = head(store)
    run("correct", one, "999@1", "topic=x", "-m", "why", fails=5)
    run("correct", one, "003", "topic=x", "-m", "why", fails=2)
    run("correct", "topic=x", "-m", "why", fails=2)
    assert head(store) == before


def test_which_fields_there_are_is_told_of_assertions_articles_and_nothing_at_all(run, tmp_path):
    assert run("correct", "003@922", "--fields") == run("correct", "--fields")
    assert run("correct", "003", "--fields").split() == ["published", "title", "publisher", "url"]
    nowhere = str(tmp_path / "nowhere.db")
    assert "form" in run("correct", "--fields", "--store", nowhere)
    assert "Correct what?" in run("correct", "-m", "why", fails=2)


def test_what_came_with_the_program_and_was_taken_away_goes_along_in_a_file_of_actors(
    run, store, tmp_path, seeded, monkeypatch
):
    run("actors", "part-of", "Chinese Communist Party", "China", "--remove")
    run("actors", "unalias", "Beijing")
    told = run("actors", "export")
    assert 'not_part_of = [{name = "China"}]' in told
    assert 'not_aliases = ["Beijing"]' in told
    path = tmp_path / "actors.toml"
    path.write_text(told)
    (tmp_path / "other").mkdir()
    other = copied(seeded, tmp_path / "other")
    monkeypatch.setenv("TIMELINE_STORE", str(other))
    assert run("actors", "export").count("[[actor]]") == 0
    run("actors", "import", str(path))
    assert run("actors", "export") == told
    assert "0 decisions" in run("actors", "import", str(path))
