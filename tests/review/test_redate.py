"""The law of re-dating: an article dated late reads as if it had had that date from the start."""

from pathlib import Path

import pytest

from timeline.add import Given, add
from timeline.chronicle import Chronicle
from timeline.chronicle.hardening import Hardening
from timeline.query import Filters, Library
from timeline.query.held import held
from timeline.review import take, take_all
from timeline.review.article import correct_article
from timeline.review.desk import Desk
from timeline.review.undo import undo

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


def said(folder, seed, published, corrected=()):
    """What every assertion of a seed says of when, added with one date and corrected to others."""
    folder.mkdir()
    path = folder / "timeline.db"
    with Chronicle.create(path, hardening=Hardening(full=False)) as chronicle:
        list(add(chronicle, [str(seed)], "Ada", given=Given.of(published=published)))
        library = Library(chronicle, folder / "timeline.views.db")
        desk = Desk(chronicle, library, "Ada")
        for date in corrected:
            ahead, ground = desk.ahead(seed.name[:3]), desk.ground(desk.article(seed.name[:3]).id)
            plan = correct_article(ahead, [f"published={date}"], "why", ground, desk.stamp())
            take(chronicle, plan)
        found = {
            one.standing.handle: (one.standing.said or "unknown", one.standing.days)
            for one in held(library, Filters())
        }
        library.close()
    return found


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_an_article_dated_late_reads_as_if_dated_from_the_start(tmp_path, seed):
    at_once = said(tmp_path / "at once", seed, "2024-07-17")
    late = said(tmp_path / "late", seed, "2019-03-03", ["unknown", "2024-07-17"])
    assert late == at_once


@pytest.mark.parametrize("seed", [SEEDS[0], SEEDS[3]], ids=lambda seed: seed.name[:3])
def test_a_date_taken_back_reads_as_if_it_had_never_been_given(tmp_path, seed):
    never = said(tmp_path / "never", seed, "")
    assert said(tmp_path / "back", seed, "", ["2024-07-17", "unknown"]) == never


def test_what_it_speaks_of_moves_with_its_article_and_comes_back_by_undo(tmp_path):
    text = "NATO said on 9 July that China would hold exercises next week.\n"
    path = tmp_path / "one.txt"
    path.write_text(text)
    with Chronicle.create(tmp_path / "timeline.db", hardening=Hardening(full=False)) as chronicle:
        list(add(chronicle, [str(path)], "Ada", given=Given.of(published="2024-07-11")))
        library = Library(chronicle, tmp_path / "timeline.views.db")
        desk = Desk(chronicle, library, "Ada")

        def about():
            return [found.standing.about for found in held(library, Filters())]

        assert about() == ["2024-07-15/2024-07-21"]
        ahead, ground = desk.ahead("one.txt"), desk.ground(desk.article("one.txt").id)
        take(chronicle, correct_article(ahead, ["published=2024-08-01"], "w", ground, desk.stamp()))
        assert about() == ["2024-08-05/2024-08-11"]
        (case,) = desk.cases_of(desk.article("one.txt").id)
        assert case.record.about == "2024-08-05/2024-08-11"
        take_all(chronicle, undo(desk))
        assert about() == ["2024-07-15/2024-07-21"]
        library.close()
