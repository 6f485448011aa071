"""What a text says without naming the occasion, put to the one that the same article names."""

from tests.story import ARTICLES, Story
from timeline.projection.spoken import Spoken
from timeline.projection.statements import group

OTHER = ARTICLES[1][0]
SPAN = "2024-07-06?/2024-07-11?"
ENABLER = "China is a decisive enabler of the war"


def statements(story: Story) -> list[list[str]]:
    return [[e.asserted for e in one.entries] for one in group(map(Spoken.of, story.told))]


def declared(story: Story, words: str, **more: str) -> None:
    """NATO says something in its declaration."""
    given = {"said": SPAN, "basis": "occasion", "occasion": "declaration, Washington"}
    story.say("NATO", "China", "accuse", words, authority="agreed", **{**given, **more})


def test_a_lede_that_says_again_what_the_declaration_says_is_of_the_declaration():
    story = Story()
    story.say("NATO", "China", "accuse", "becoming a decisive enabler of the war")
    declared(story, ENABLER)
    assert statements(story) == [[ENABLER, "becoming a decisive enabler of the war"]]


def test_other_words_of_the_same_speaker_stay_apart():
    story = Story()
    story.say("NATO", "China", "accuse", "stealing secrets from factories")
    declared(story, ENABLER)
    assert len(statements(story)) == 2


def test_the_same_words_in_another_article_are_not_put_there():
    story = Story()
    story.say("NATO", "China", "accuse", ENABLER, article=OTHER, occasion=OTHER)
    declared(story, ENABLER)
    assert len(statements(story)) == 2


def test_agreed_text_belongs_to_the_one_document_that_the_article_names():
    story = Story()
    story.say("NATO", "China", "concern", "its stock of warheads", authority="agreed")
    declared(story, ENABLER)
    assert len(statements(story)) == 1


def test_of_two_documents_it_goes_to_none():
    story = Story()
    story.say("NATO", "China", "concern", "its stock of warheads", authority="agreed")
    declared(story, ENABLER)
    declared(story, "its ambitions", occasion="concept, Madrid")
    assert len(statements(story)) == 3


def test_a_document_of_another_year_takes_nothing_in():
    story = Story()
    story.say("NATO", "China", "concern", "its stock of warheads", authority="agreed")
    declared(story, "its ambitions", occasion="concept, Madrid", said="2022", basis="stated")
    assert len(statements(story)) == 2


def test_agreed_text_of_a_certainly_earlier_day_stays_apart():
    story = Story()
    story.say(
        "NATO", "China", "concern", "its stock of warheads", authority="agreed", said="2019-12"
    )
    declared(story, ENABLER)
    assert len(statements(story)) == 2


def test_two_summits_that_share_a_formula_stay_two_in_one_article():
    story = Story()
    words = "stated ambitions and coercive policies challenge our interests"
    story.say("NATO", "China", "accuse", words, said="2023-07-11")
    declared(story, words)
    assert len(statements(story)) == 2
