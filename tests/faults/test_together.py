"""Several processes at one store: reading while one replays, adding while one replays, two replays."""

import random

from tests.faults.ground import Child, Command, afresh, opened, read, run, views_of
from tests.faults.test_kills import TEXT, in_pages
from timeline.add import add
from timeline.chronicle import Chronicle

REPLAYS = 6


def replays(store):
    def act(say):
        in_pages(0)
        with opened(store) as library:
            for _ in range(REPLAYS):
                say(library.replay("log")[0].digest)

    return act


def test_whoever_reads_while_a_view_is_replayed_and_switched_reads_all_of_it(store, truth):
    def reads(say):
        with opened(store) as library:
            for _ in range(25):
                answer = library.ask("log")
                say(answer.digest)
                say(len(list(answer.entries)))

    said = [child.heard() for child in [Child(replays(store)), Child(reads), Child(reads)]]
    digest = truth["log"][1]
    assert said[0] == [digest] * REPLAYS
    with opened(store) as library:
        shown = len(list(library.ask("log").entries))
    assert said[1] == said[2] == [digest, str(shown)] * 25


def test_what_is_added_while_views_are_replayed_stands_in_them_afterwards(store):
    def adds(say):
        with Chronicle.open(store) as chronicle:
            for number in range(8):
                path = store.with_name(f"{number}.txt")
                path.write_text(TEXT.format(title=f"On {number}", day=number + 1, number=number))
                (added,) = add(chronicle, [path], "Ada")
                say(added.positions[-1])

    replaying, adding = Child(replays(store)), Child(adds)
    added, replayed = adding.heard(), replaying.heard()
    assert (len(added), len(replayed)) == (8, REPLAYS)
    with opened(store) as library:
        assert read(library) == afresh(store)
        assert library.engine.head() == int(added[-1])


def test_of_two_replays_of_one_view_the_second_is_told_so(store, truth):
    def begins(say):
        def page(*_):
            say("page")
            while not store.with_name("enough").exists():
                pass

        with opened(store, progress=page) as library:
            library.replay("log")

    first = Child(begins)
    assert first.said(1) == ["page"]
    second = run("projection", "replay", "log", store=store)
    other = run("projection", "replay", "stance", store=store)
    asked = run("log", "--json", store=store)
    store.with_name("enough").touch()
    first.heard()
    assert (second.code, second.out) == (4, "")
    assert second.err == "timeline: Another process is replaying log.\n"
    assert other.code == asked.code == 0
    with opened(store) as library:
        assert read(library) == truth


def test_many_first_readers_at_once_all_get_the_whole_answer(store, truth):
    views_of(store).unlink()
    chance = random.Random(3)
    views = [chance.choice(["log", "stance", "responses"]) for _ in range(5)]
    done = [one.wait() for one in [Command(view, "--json", store=store) for view in views]]
    assert [one.code for one in done] == [0] * len(views), [one.err for one in done]
    for view, one in zip(views, done, strict=True):
        assert truth[view][1] in one.out
