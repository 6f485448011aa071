"""Who answered whom, with which words, how fast; and what nobody answered."""

from collections.abc import Iterable, Iterator

from timeline.projection import (
    Asked,
    Block,
    Change,
    Heading,
    Projection,
    Reply,
    Sentence,
    Sheet,
    Thread,
    View,
)  # fmt: skip
from timeline.projection.coverage import checked, coverage, plural
from timeline.projection.exchanges import Exchange, delay, exchanges
from timeline.projection.spoken import SPEECH, Spoken
from timeline.projection.statements import Group, group, statement
from timeline.when import When


class Responses(Projection[Spoken]):
    """What ACTOR answered, to what others had said of it; each answer once.

    Also what these articles hold no answer to, and what ACTOR said that answers nothing named
    here. Without a word: the exchanges of everybody.

        timeline responses China
    """

    name, version, entry = "responses", 1, Spoken
    takes = ("ACTOR",)

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """Keep what somebody says of somebody, as it now stands: any of it may be answered."""
        after = change.after
        if after and after.targets and after.form in SPEECH and after.counts:
            view[change.id] = Spoken.of(after)
        else:
            view.pop(change.id, None)

    def select(self, entry: Spoken, asked: Asked) -> bool:
        """Whether ACTOR speaks or is spoken of."""
        return not asked.words or entry.is_by(asked.words[0]) or entry.is_about(asked.words[0])

    def arrange(self, entries: Iterable[Spoken], asked: Asked) -> Sheet:
        """Exchanges, then what nobody answered, then what answers nothing named here."""
        held = [entry for entry in entries if entry.mode != "planned"]
        actor = asked.words[0] if asked.words else ""
        groups = group(held)
        threads = [kept for one in exchanges(groups) if (kept := _by(one, actor)).answers]
        rest = _rest(groups, threads, actor, asked) if actor else ()
        return (
            Sentence(_counts(threads, held, actor), "count"),
            *(_thread(one, asked) for one in threads),
            *rest,
            coverage(asked, actor),
        )


def _by(one: Exchange, actor: str) -> Exchange:
    """The exchange with the answers of ACTOR only."""
    return one._replace(
        answers=tuple(each for each in one.answers if not actor or actor in each.group.by)
    )


def _counts(threads: list[Exchange], held: list[Spoken], actor: str) -> str:
    answers = sum(len(one.answers) for one in threads)
    questions = sum(len(one.question) for one in threads)
    whose = f"What {actor} answered" if actor else "Who answered whom"
    checks = sum(entry.status == "accepted" for entry in held)
    return (
        f"{whose}: {plural(answers, 'answer')}, to {plural(questions, 'statement')}."
        f" {checked(checks)}."
    )


def _thread(one: Exchange, asked: Asked) -> Thread:
    return Thread(
        question=tuple(statement(each, asked) for each in one.question),
        answers=tuple(
            Reply(statement(each.group, asked), each.link, delay(one.question, each.group))
            for each in one.answers
        ),
    )


def _rest(
    groups: list[Group], threads: list[Exchange], actor: str, asked: Asked
) -> Iterator[Block]:
    paired = {id(one) for thread in threads for one in thread.question}
    paired |= {id(each.group) for thread in threads for each in thread.answers}
    silent = [one for one in groups if id(one) not in paired and _calls(one, actor)]
    apart = [one for one in groups if id(one) not in paired and actor in one.by]
    if silent:
        days = sorted(
            date for _, _, text in asked.articles if (date := When.parse(text or "unknown").place)
        )
        span = f", {days[0]} to {days[-1]}" if days else ""
        yield Heading(f"no answer in these {plural(len(asked.articles), 'article')}{span}")
        yield from (statement(one, asked, brief=True) for one in silent)
        yield Sentence(f'Later articles were not looked at. This is not "{actor} did not answer".')
    if apart:
        yield Heading(f"{actor} on others: answers nothing named here")
        yield from (statement(one, asked) for one in apart)


def _calls(one: Group, actor: str) -> bool:
    """Whether it calls for an answer: against ACTOR, or asking of it, by somebody else."""
    against = any(entry.sign < 0 or entry.family == "ask" for entry in one.entries)
    return against and actor in one.about and actor not in one.by
