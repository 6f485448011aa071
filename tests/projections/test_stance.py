"""`stance`: what one side says of another over time."""

from projections.stance import Stance
from tests.story import Story, ask, of
from timeline.projection import Grid, Heading, Sentence, Statement, Table


def test_a_day_holds_an_accusation_and_an_overture_and_both_have_their_column():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-10")
    story.say("NATO", "China", "open", "remain open to engagement", said="2024-07-10")
    (grid,) = of(Grid, ask(Stance(), story.told, "NATO", "China"))
    assert grid.columns == ("accuse", "open")
    assert [[len(cell.marks) for cell in cells] for _, cells in grid.rows] == [[1, 1]]


def test_a_change_is_the_first_dated_row_with_something_in_a_column_that_was_empty():
    story = Story()
    for family, words, said in (
        ("concern", "growing worry over harbour dues", "2021-03-01"),
        ("accuse", "stealing the plans of turbines", "2022-05-02"),
        ("concern", "renewed worry over fishing quotas", "2023-07-03"),
        ("support", "welcomed a rescue of sailors", "unknown"),
    ):
        story.say("NATO", "China", family, words, said=said)
    (grid,) = of(Grid, ask(Stance(), story.told, "NATO", "China"))
    assert grid.columns == ("accuse", "concern", "support")
    assert [[cell.first for cell in cells] for _, cells in grid.rows] == [
        [False, True, False],
        [True, False, False],
        [False, False, False],
        [False, False, False],  # it has no date: nobody knows what it came before
    ]


def test_an_alliance_does_not_answer_for_its_member():
    story = Story()
    story.say("Sweden", "China", "accuse", "decisive enabler of war")
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert sheet[0].text == "NATO on China: nothing that anybody said, in these articles."


def test_who_speaks_for_a_side_counts_for_it():
    story = Story()
    story.say("Jens Stoltenberg", "China", "accuse", "dual-use equipment", side="NATO")
    (line,) = of(Statement, ask(Stance(), story.told, "NATO", "China"))
    assert (line.who, line.side) == ("Jens Stoltenberg", "NATO")


def test_a_plan_is_announced_and_not_counted_as_said():
    story = Story()
    story.say("NATO", "China", "accuse", "will name Beijing in its communique", mode="planned")
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert not of(Grid, sheet)
    assert of(Heading, sheet) == [Heading("Announced, not yet said (1)")]


def test_a_condition_is_shown_with_its_note_and_leaves_no_mark():
    story = Story()
    story.say("NATO", "China", "warn", "unless Beijing changes course", mode="conditional")
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert not of(Grid, sheet)
    assert of(Statement, sheet)[0].points[0].note == "a condition, not an act"


def test_a_nameless_accusation_at_third_hand_waits_for_a_person():
    story = Story()
    rumour = {"side": "NATO", "authority": "unnamed", "reporters": ("Bloomberg",)}
    story.say("insiders", "China", "accuse", "testing attack drones", **rumour)
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert not of(Grid, sheet)
    assert "not counted until accepted" in of(Heading, sheet)[0].text
    story.say("insiders", "China", "accuse", "testing attack drones", status="accepted", **rumour)
    assert of(Grid, ask(Stance(), story.told[1:], "NATO", "China"))


def test_the_rejected_counts_nowhere():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", status="rejected")
    assert not of(Grid, ask(Stance(), story.told, "NATO", "China"))


def test_a_row_without_a_mark_is_explained_and_only_where_there_is_one():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    story.say("NATO", "China", "state", "a partner", said="2024-07-11")
    dots = "A row of dots"
    for told, explained in ((story.told, True), (story.told[:1], False)):
        sheet = ask(Stance(), told, "NATO", "China")
        assert any(dots in one.text for one in of(Sentence, sheet)) is explained


def test_headlines_and_the_articles_own_voice_are_nobodys_stance():
    story = Story()
    for form in ("headline", "narrative"):
        story.say("NATO", "China", "accuse", "decisive enabler of war", form=form)
    assert not of(Statement, ask(Stance(), story.told, "NATO", "China", everything=True))


def test_the_undated_stand_apart_and_are_counted_in_the_first_line():
    story = Story()
    story.say("NATO", "China", "warn", "make China pay")
    story.say("NATO", "China", "criticise", "coercive policies", said="2022")
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert (
        "2 statements, 2 assertions, 1 article; 1 undated, NO FULL QUOTE. CHECKED BY A PERSON: 0."
        in sheet[0].text
    )
    assert of(Heading, sheet) == [Heading("NO DATE (1 statement)")]


def test_an_empty_year_is_not_a_silent_side():
    *_, last = ask(Stance(), [], "NATO", "China")
    assert last == Sentence(
        "Articles here: 2024-07 (1), undated (1). Other times were not looked at:"
        " an empty year is not a silent NATO."
    )


def test_without_words_all_pairs_are_counted():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war")
    story.say("NATO", "China", "ask", "cease political support")
    story.say("China", "NATO", "criticise", "Cold War rhetoric")
    (table,) = of(Table, ask(Stance(), story.told))
    assert table.rows == (
        ("NATO", "China", "2", "accuse 1, ask 1"),
        ("China", "NATO", "1", "criticise 1"),
    )


def test_who_speaks_of_nobody_has_no_pair_and_nothing_to_open():
    (first, *rest) = ask(Stance(), Story().told, "Greenpeace")
    assert first.text == "0 pairs, 0 assertions. CHECKED BY A PERSON: 0."
    assert of(Table, tuple(rest)) == []


def test_what_is_only_a_condition_is_no_statement_in_the_count():
    story = Story()
    story.say("NATO", "China", "warn", "unless Beijing changes course", mode="conditional")
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert sheet[0].text == (
        "NATO on China: nothing that anybody said, in these articles."
        " 1 statement more under a condition only."
    )
    story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    sheet = ask(Stance(), story.told, "NATO", "China")
    assert sheet[0].text.startswith("NATO on China: 1 statement, 1 assertion, 1 article; 0 undated")


def test_the_pairs_are_counted_as_their_table_has_them():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler")
    story.say("NATO", "China", "accuse", "will name Beijing", mode="planned", status="accepted")
    first, *_ = ask(Stance(), story.told)
    assert first.text.startswith("1 pair, 1 assertion. CHECKED BY A PERSON: 0.")
