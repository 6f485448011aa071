"""`log`: one line a statement."""

from projections.log import Log
from tests.story import Story, ask, of, view
from timeline.cli.draw.lines import lines
from timeline.cli.draw.page import Page
from timeline.cli.draw.signs import signs
from timeline.cli.draw.statement import line as line_of
from timeline.projection import Asked, Deferred, Heading, Sentence, Statement


def test_years_head_the_lines_and_no_date_stands_at_the_foot():
    story = Story()
    story.say("China", "NATO", "criticise", "Cold War rhetoric")
    story.say("NATO", "China", "criticise", "coercive policies", said="2022")
    story.say("NATO", "China", "accuse", "decisive enabler", said="2024-07-10")
    assert [block.text for block in of(Heading, ask(Log(), story.told))] == [
        "2022",
        "2024",
        "NO DATE",
    ]


def test_the_first_line_counts_what_is_shown_undated_and_checked():
    story = Story()
    story.say("NATO", "China", "criticise", "coercive policies", said="2022", status="accepted")
    story.say("NATO", "China", "accuse", "decisive enabler")
    story.say("NATO", "China", "accuse", "NATO accuses China", form="headline")
    first, *_ = ask(Log(), story.told)
    assert first == Sentence(
        "2 statements, 2 assertions, 1 article; 1 undated, NO FULL QUOTE. CHECKED BY A PERSON: 1."
        " Not shown (1): headlines, the articles' own voice, things merely done: --all.",
        "count",
    )


def test_all_adds_headlines():
    story = Story()
    story.say("NATO", "China", "accuse", "NATO accuses China", form="headline")
    assert not of(Statement, ask(Log(), story.told))
    assert of(Statement, ask(Log(), story.told, everything=True))


def test_points_opens_a_statement_into_its_assertions():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-10")
    story.say("NATO", "China", "ask", "cease political support", said="2024-07-10")
    assert len(of(Statement, ask(Log(), story.told))) == 1
    assert len(of(Statement, ask(Log(), story.told, points=True))) == 2


def test_search_words_must_all_stand_in_the_words_or_the_names():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war")
    story.say("China", "NATO", "criticise", "Cold War rhetoric")
    found = of(Statement, ask(Log(), story.told, "nato", "china", "enabler"))
    assert [line.who for line in found] == ["NATO"]


def test_many_statements_leave_their_words_to_show():
    story = Story()
    for day in range(1, 14):
        story.say("NATO", "China", "accuse", f"enabler {day}", said=f"2024-07-{day:02}")
    assert all(line.brief for line in of(Statement, ask(Log(), story.told)))
    assert not any(line.brief for line in of(Statement, ask(Log(), story.told[:12])))


def test_the_first_line_is_told_before_any_statement_is_made():
    story = Story()
    for year in range(2000, 2024):
        story.say("NATO", "China", "accuse", f"words of {year}", said=str(year))
    first, *lines = Log().arrange(view(Log(), story.told).values(), Asked())
    assert first.text.startswith("24 statements, 24 assertions")
    assert of(Statement, lines) == []
    assert len(of(Deferred, lines)) == 24


def test_what_is_no_more_leaves_the_view():
    from timeline.projection import Change

    story = Story()
    one = story.say("NATO", "China", "accuse", "decisive enabler of war")
    held = view(Log(), story.told)
    Log().apply(Change(one.id, one, None, 2), held)
    assert held == {}


def test_the_same_change_twice_is_the_same_once():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war")
    assert view(Log(), story.told) == view(Log(), [*story.told, *story.told])


def withdrawn_and_standing():
    story = Story()
    story.say("NATO", "China", "accuse", "decisive enabler of war", said="2024-07-10")
    story.say("NATO", "China", "accuse", "hybrid activities", said="2024-07-10", status="retracted")
    story.say("NATO", "China", "warn", "a price to pay", said="2024-07-10", status="rejected")
    story.say("Wang", "NATO", "ask", "stop it", said="2024-07-11", corrected=True)
    return ask(Log(), story.told)


def test_what_was_withdrawn_is_shown_as_such_and_counted_nowhere():
    sheet = withdrawn_and_standing()
    assert [one.state for one in of(Statement, sheet)] == ["", "retracted", "rejected", "corrected"]
    counts = sheet[0].text
    assert counts.startswith("2 statements, 2 assertions, 1 article;")
    assert "Shown, but not counted: 1 rejected, 1 retracted." in counts


def test_what_was_withdrawn_is_marked_by_a_word_on_every_page():
    sheet = withdrawn_and_standing()
    for width in (60, 80, 120):
        page = Page(width, signs("utf-8"))
        brief = [line for one in of(Statement, sheet) for line in line_of(one, page)]
        assert "(retracted)" in "\n".join(brief)
        assert max(map(len, brief)) <= width
    states = [row.split("\t")[9] for row in lines(sheet)]
    assert states == ["proposed", "retracted", "rejected", "proposed, corrected"]
