"""`voices`: who speaks, how often, first and last."""

from projections.voices import Voices
from tests.story import Story, ask, of
from timeline.projection import Sentence, Table


def rows(story: Story, *words: str) -> list[tuple[str, ...]]:
    (table,) = of(Table, ask(Voices(), story.told, *words))
    return list(table.rows)


def test_a_voice_has_its_statements_its_own_words_and_its_first_and_last_day():
    story = Story()
    story.say("Jens Stoltenberg", "China", "accuse", "dual-use goods", side="NATO", said="2023-07")
    story.say("Jens Stoltenberg", "China", "warn", "both ways", side="NATO", form="direct",
              said="2024-07-10")  # fmt: skip
    story.say("Jens Stoltenberg", "China", "warn", "make China pay", side="NATO")
    story.say("Sweden", "NATO", "ask", "patience", said="../2024-07-11")
    assert rows(story) == [
        ("Jens Stoltenberg", "NATO", "3", "1", "1", "2023-07", "2024-07-10"),
        ("Sweden", "", "1", "0", "0", "≤2024-07-11", "≤2024-07-11"),
    ]


def test_with_a_word_only_who_speaks_of_that_one():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler")
    story.say("NATO", "Russia", "accuse", "full-scale war")
    story.say("Sweden", "Russia", "accuse", "full-scale war")
    assert [row[0] for row in rows(story, "China")] == ["NATO"]


def test_a_plan_and_a_nameless_accusation_at_third_hand_are_told_apart_and_not_counted():
    story = Story()
    story.say("NATO", "China", "accuse", "will name Beijing", mode="planned")
    story.say("insiders", "China", "accuse", "drones", authority="unnamed", reporters=("Agency",))
    sheet = ask(Voices(), story.told)
    assert of(Table, sheet)[0].rows == ()
    assert "Not counted (2)" in of(Sentence, sheet)[0].text


def test_what_was_withdrawn_is_told_as_that():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler", status="retracted")
    told = of(Sentence, ask(Voices(), story.told))[0].text
    assert told.endswith("Withdrawn, and not counted: 1.")
    assert "third hand" not in told


def test_who_is_nobody_is_counted_but_is_no_voice():
    story = Story()
    story.say("(unattributed)", "China", "accuse", "is feared")
    sheet = ask(Voices(), story.told)
    assert of(Table, sheet)[0].rows == ()
    assert any(
        one.text == "1 statement more of nobody that is named." for one in of(Sentence, sheet)
    )
