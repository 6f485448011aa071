"""A name that a view has, and that nobody decided on, is known without reading the gazetteer."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.replay.world import World
from timeline.errors import NotFound
from timeline.projection import Deferred
from timeline.query import Filters
from timeline.query.held import held
from timeline.views.holding import has_name

NAMES = ("NATO", "China", "Beijing", "Ana Renner", "Stavex", "the Stavex board", "Chinese envoys")
DECISIONS = st.lists(
    st.tuples(
        st.sampled_from(("alias", "unalias", "merge", "part")),
        st.sampled_from(NAMES),
        st.sampled_from(("NATO", "China", "Stavex")),
    ),
    max_size=5,
)


def decide(world: World, what: str, name: str, actor: str) -> None:
    if what in ("merge", "part"):
        world.merge(name, actor, part=what == "part")
    else:
        world.alias(name, actor, remove=what == "unalias")


def meant(ask) -> str:
    try:
        return ask()
    except NotFound:
        return "nobody"


@given(DECISIONS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_a_name_means_the_same_to_a_view_and_to_all_that_is_known_of_actors(decisions):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.article("1.txt", *({"by": name, "about": "NATO"} for name in NAMES))
        world.alias("the Pact", "NATO")  # else nothing that is known of actors is asked
        for decision in decisions:
            decide(world, *decision)
        library = world.library()
        for word in (*NAMES, "nato", "Nobody"):
            seen = meant(lambda word=word: library.ask("stance", words=(word,)).asked.words[0])
            assert seen == meant(lambda word=word: library.resolve_actor(word))
        library.close()
        world.chronicle.close()


@given(DECISIONS)
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
def test_a_name_meant_at_a_position_what_it_meant_when_the_store_ended_there(decisions):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.article("1.txt", *({"by": name, "about": "NATO"} for name in NAMES))
        then = {}
        for decision in (("alias", "the Pact", "NATO"), *decisions):
            decide(world, *decision)
            library = world.library()
            for word in (*NAMES, "nato", "the Pact", "Nobody"):
                then[library.position(), word] = meant(
                    lambda word=word, library=library: library.ask(
                        "stance", words=(word,)
                    ).asked.words[0]
                )
            library.close()
        library = world.library("later.db")
        library.catch_up("stance")
        for (position, word), name in then.items():
            wanted = Filters(as_of=position)
            found = meant(
                lambda word=word, wanted=wanted: library.ask("stance", wanted, (word,)).asked.words[
                    0
                ]
            )
            assert found == name, (position, word)
        library.close()
        world.chronicle.close()


def before_and_after(world, decide):
    """The last position before a decision; the library after it."""
    world.article("1.txt", {"by": "Ana Renner", "about": "NATO"}, {"by": "Stavex"})
    before = world.chronicle.head()
    decide()
    return before, world.library()


def test_as_of_then_a_name_is_whom_it_meant_then(world):
    before, library = before_and_after(world, lambda: world.alias("Ana Renner", "Stavex"))

    def asked(as_of, **more):
        answer = library.ask("log", Filters(as_of=as_of, **more))
        return [entry.actor for entry in answer.entries]

    assert asked(None, by=("Ana Renner",)) == ["Stavex", "Stavex"]
    assert asked(before, by=("Ana Renner",)) == ["Ana Renner"]
    assert asked(before, by=("Stavex",)) == ["Stavex"]
    assert library.ask("stance", Filters(as_of=before), ("Ana Renner",)).asked.words == (
        "Ana Renner",
    )
    assert library.ask("stance", Filters(), ("Ana Renner",)).asked.words == ("Stavex",)
    exported = held(library, Filters(by=("Ana Renner",), as_of=before))
    assert [one.standing.actor for one in exported] == ["Ana Renner"]
    library.close()


def test_a_name_that_meant_nobody_then_is_not_taken_for_whom_it_means_now(world):
    before, library = before_and_after(world, lambda: world.alias("the Firm", "Stavex"))
    with pytest.raises(
        NotFound, match=rf"“the Firm” meant nobody here as of #{before}; now it means Stavex\."
    ):
        library.ask("log", Filters(by=("the Firm",), as_of=before))
    assert list(library.ask("log", Filters(by=("China",), as_of=0)).entries) == []
    library.close()


def test_as_of_then_what_was_told_of_others_does_not_make_a_name_to_be_looked_up(
    world, monkeypatch
):
    before, library = before_and_after(world, lambda: world.alias("the Pact", "NATO"))
    library.catch_up("stance")
    monkeypatch.setattr(library.engine.who, "names", lambda _: pytest.fail("not needed"))
    (entry,) = library.ask("stance", Filters(as_of=before), ("Ana Renner", "NATO")).entries
    assert entry.actor == "Ana Renner"
    library.close()


def test_whoever_is_shown_under_a_name_is_asked_for_by_it(world):
    """Whoever is introduced as a person is no country, whatever was said of the name."""
    world.article("1.txt", {"by": "Ana Renner", "speaker_kind": "person"}, {"by": "China"})
    world.alias("Ana Renner", "China")
    library = world.library()
    for view in ("log", "voices"):
        entries = library.ask(view, Filters(by=("Ana Renner",))).entries
        assert [one.actor for one in entries] == ["Ana Renner"]
    assert library.resolve_actor("Ana Renner") == "Ana Renner"
    assert library.resolve_actor("ana renner") == "China"
    library.close()


def test_what_is_told_of_others_does_not_make_a_name_to_be_looked_up(world, monkeypatch):
    world.article("1.txt", {"by": "Ana Renner", "about": "NATO"})
    world.alias("the Pact", "NATO")
    library = world.library()
    library.catch_up("stance")
    monkeypatch.setattr(library.engine.who, "names", lambda _: pytest.fail("not needed"))
    (entry,) = library.ask("stance", words=("Ana Renner", "NATO")).entries
    assert entry.actor == "Ana Renner"
    library.close()


def test_a_name_on_which_somebody_decided_is_looked_up(world):
    world.article("1.txt", {"by": "Ana Renner", "about": "NATO"})
    world.article("2.txt", {"by": "Stavex", "about": "NATO"})
    world.alias("Ana Renner", "Stavex")
    library = world.library()
    assert len(list(library.ask("stance", words=("Ana Renner",)).entries)) == 2
    library.close()


def test_a_view_that_is_behind_is_not_asked_what_a_name_means(world):
    world.article("1.txt", {"by": "Ana Renner", "about": "NATO"})
    library = world.library()
    library.catch_up("log")
    library.close()
    world.alias("Ana Renner", "China")
    library = world.library()
    library.engine.learn(library.engine.head())
    rows = library.engine.rows("log", library.engine.kept("log").build)
    assert has_name(rows, "Ana Renner")
    asked = library.ask("log", Filters(by=("Ana Renner",)))
    assert [one.actor for one in asked.entries] == ["China"]
    library.close()


def test_a_topic_that_nobody_is_on_is_not_taken_for_silence(world):
    world.article("1.txt", {"topics": ["Arctic shipping", "fish quotas"]}, {"topics": ["fish"]})
    library = world.library()

    def on(topic, **more):
        return [one.topics for one in library.ask("log", Filters(topic=(topic,), **more)).entries]

    assert on("fish") == [("fish",)]
    assert on("arctic Shipping") == [("Arctic shipping", "fish quotas")]
    with pytest.raises(NotFound, match=r"no topic “fishs” here. Did you mean fish"):
        on("fishs")
    with pytest.raises(NotFound, match=r"Did you mean Arctic shipping\?"):
        on("arctic")
    with pytest.raises(NotFound, match=r"no topic “China” here\.$"):
        on("China")
    library.close()


def test_an_export_takes_a_topic_as_a_view_does(world):
    world.article("1.txt", {"topics": ["Arctic shipping"]}, {"topics": ["fish"]})
    library = world.library()
    found = held(library, Filters(topic=("arctic SHIPPING",)))
    assert [one.standing.topics for one in found] == [("Arctic shipping",)]
    with pytest.raises(NotFound, match=r"no topic “fishs” here. Did you mean fish"):
        list(held(library, Filters(topic=("fishs",))))
    library.close()


def test_a_topic_of_which_only_what_is_withdrawn_spoke_is_one(world):
    world.article("1.txt", {"topics": ["fish"]})
    library = world.library()
    library.catch_up("stance", "log", "voices")
    library.close()
    world.decide(0, "retract")
    library = world.library()
    assert list(library.ask("voices", Filters(topic=("fish",), status=("proposed",))).entries) == []
    library.close()


@given(DECISIONS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_whom_names_ever_meant_tells_where_an_actor_is_named(decisions):
    """An export asks only where a name can stand that means the actor: it must miss nobody."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        world.article("1.txt", *({"by": name, "about": "NATO"} for name in NAMES))
        world.article("2.txt", *({"by": "China", "about": name} for name in NAMES))
        for decision in decisions:
            decide(world, *decision)
        library = world.library()
        every = [one.standing for one in held(library, Filters())]
        for actor in {side for one in every for side in (*one.sides, *one.target_sides)}:
            by = [one.standing for one in held(library, Filters(by=(actor,)))]
            about = [one.standing for one in held(library, Filters(about=(actor,)))]
            both = [one.standing for one in held(library, Filters(by=(actor,), about=(actor,)))]
            assert by == [one for one in every if actor in one.sides]
            assert about == [one for one in every if actor in one.target_sides]
            assert both == [one for one in by if one in about]
        library.close()
        world.chronicle.close()


def test_who_speaks_is_known_before_any_view_is_there(tmp_path):
    world = World(tmp_path)
    world.article("1.txt", {"by": "Ana Renner", "about": "Stavex"})
    library = world.library()
    assert library.resolve_actor("Ana Renner") == "Ana Renner"
    assert library.resolve_actor("stavex") == "Stavex"
    library.close()
    world.chronicle.close()


@pytest.mark.parametrize("word", ["proposed", "state", "0", "-1", "1", ""])
def test_what_a_view_keeps_of_an_assertion_besides_names_is_no_actor(tmp_path, word):
    world = World(tmp_path)
    world.article("1.txt", {"by": "Ana Renner", "about": "Stavex"})
    library = world.library()
    library.catch_up("stance")
    with pytest.raises(NotFound, match="no actor") as told:
        library.ask("stance", Filters(by=(word,)))
    assert "mean 0" not in str(told.value)
    library.close()
    world.chronicle.close()


def test_a_word_that_names_nobody_is_nobody_s_name_and_told_as_it_stands(world):
    nameless = {"by": "they", "speaker_name": None, "words": "it will rain"}
    for name in ("1.txt", "2.txt"):
        world.article(name, {**nameless, "speaker_name_start": None, "speaker_name_end": None})
    library = world.library()
    found = list(held(library, Filters()))
    assert {one.standing.actor for one in found} == {"(unattributed)"}
    log = library.ask("log")
    told = log.projection.arrange(log.entries, log.asked)
    assert [one.make().who for one in told if isinstance(one, Deferred)] == ["“they”", "“they”"]
    with pytest.raises(NotFound):
        library.ask("stance", words=("they",))
    library.close()
