"""Who answered whom, with which words, how fast; and what nobody answered."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from timeline.projection import (
    Arrangement,
    Asked,
    Block,
    Change,
    Deferred,
    Heading,
    Projection,
    Reply,
    Sentence,
    Statement,
    Thread,
    View,
)  # fmt: skip
from timeline.projection.coverage import checked, coverage, plural
from timeline.projection.duplicates import stems
from timeline.projection.exchanges import Exchange, delay, exchanges
from timeline.projection.spoken import NOTES, SPEECH, Spoken, handle
from timeline.projection.standing import UNNAMED
from timeline.projection.statements import Group, group, statement, through, who
from timeline.when import When


class Responses(Projection[Spoken]):
    """What ACTOR answered, to what others had said of it; each answer once.

    Also what these articles hold no answer to, and what ACTOR said that answers nothing named
    here. Without a word: the exchanges of everybody.

        timeline responses China
    """

    name, version, entry = "responses", 2, Spoken
    takes = ("ACTOR",)

    def apply(self, change: Change, view: View[Spoken]) -> None:
        """Keep what anybody says, as it now stands: any of it may be answered."""
        after = change.after
        if after and after.form in SPEECH and after.counts:
            view[change.id] = Spoken.of(after)
        else:
            view.pop(change.id, None)

    def select(self, entry: Spoken, asked: Asked) -> bool:
        """Whether ACTOR speaks or is spoken of."""
        return not asked.words or entry.is_by(asked.words[0]) or entry.is_about(asked.words[0])

    def arrange(self, entries: Iterable[Spoken], asked: Asked) -> Arrangement:
        """Exchanges, then what nobody answered, then what answers nothing named here."""
        held = list(entries)
        actor = asked.words[0] if asked.words else ""
        groups = group(held)
        told = exchanges(groups)
        threads = [kept for one in told if (kept := _by(one, actor)).answers]
        rest = _rest(groups, told, actor, asked) if actor else ()
        return (
            Sentence(_counts(threads, actor), "count"),
            *(Deferred(partial(_thread, one, asked)) for one in threads),
            *rest,
            coverage(asked, actor),
        )


def _by(one: Exchange, actor: str) -> Exchange:
    """The exchange with the answers of ACTOR only."""
    return one._replace(
        answers=tuple(each for each in one.answers if not actor or actor in each.group.by)
    )


def _counts(threads: list[Exchange], actor: str) -> str:
    answers = sum(len(one.answers) for one in threads)
    questions = sum(len(one.question) for one in threads)
    whose = f"What {actor} answered" if actor else "Who answered whom"
    groups = (one for told in threads for one in (*told.question, *(a.group for a in told.answers)))
    shown = {entry.position: entry for one in groups for entry in one.entries}
    checks = sum(entry.status == "accepted" for entry in shown.values())
    return (
        f"{whose}: {plural(answers, 'answer')}, to {plural(questions, 'statement')}."
        f" {checked(checks)}."
    )


def _thread(one: Exchange, asked: Asked) -> Thread:
    return Thread(
        question=tuple(_question(each, asked) for each in one.question),
        answers=tuple(
            Reply(statement(each.group, asked), each.link, delay(one.question, each.group))
            for each in one.answers
        ),
    )


def _question(one: Group, asked: Asked) -> Statement:
    """What is answered; of a plan it is said that it is one."""
    told = statement(one, asked)
    if one.lead.mode != "planned":
        return told
    return told._replace(through="; ".join(filter(None, (told.through, NOTES["planned"]))))


def _rest(
    groups: list[Group], told: list[Exchange], actor: str, asked: Asked
) -> Iterator[Block | Deferred]:
    """What nobody answered, and what answers nothing, as far as these articles tell.

    Args:
        groups: all statements.
        told: all exchanges; those with answers of others tell what is itself an answer.
        actor: who was asked for.
        asked: the articles.
    """
    groups = [one for one in groups if one.lead.mode != "planned"]
    answers = [each for one in told for each in one.answers]
    to_actor = {id(each.group) for each in answers if any(actor in one.by for one in each.to)}
    by_actor = [each for each in answers if actor in each.group.by]
    answered = {e.position for each in by_actor for one in each.to for e in one.entries}
    answering = {id(each.group) for each in by_actor}
    silent = [
        one
        for one in groups
        if _calls(one, actor)
        and id(one) not in to_actor
        and answered.isdisjoint(entry.position for entry in one.entries)
    ]
    apart = [one for one in groups if id(one) not in answering and actor in one.by]
    missed = tuple(_untouched(told, actor, asked))
    if silent or missed:
        days = sorted(date for text in asked.published if (date := When.parse(text).place))
        span = f", {days[0]} to {days[-1]}" if days else ""
        yield Heading(f"no answer in these {plural(len(asked.articles), 'article')}{span}")
        yield from (Deferred(partial(statement, one, asked, brief=True)) for one in silent)
        yield from missed
        yield Sentence(f'Later articles were not looked at. This is not "{actor} did not answer".')
    if apart:
        yield Heading(f"{actor} on others: answers nothing named here")
        yield from (Deferred(partial(_alone, one, asked)) for one in apart)


def _alone(one: Group, asked: Asked) -> Statement:
    """What answers nothing here; what its text says that it answers, if it says so."""
    told = statement(one, asked)
    reply = next((entry for entry in one.entries if entry.reply), None)
    if reply is None:
        return told
    to = f", to «{reply.answers}»" if reply.answers else ""
    where = "if that is in this store, timeline responses shows it"
    note = f"an answer by its text, «{reply.reply}»{to}: {where}"
    return told._replace(note="; ".join(filter(None, (told.note, note))))


def _untouched(told: list[Exchange], actor: str, asked: Asked) -> Iterator[Sentence]:
    """Of what was answered as a whole: the topics of which no answer quoted here speaks.

    A topic that stands in one assertion only may be any words of it, and tells nothing; and an
    answer that has one of its words may speak of it.
    """
    entries = [e for one in told for group in one.question for e in group.entries]
    counts = Counter(topic for entry in entries for topic in entry.topics)
    for one in (_by(one, actor) for one in told):
        answers = [entry for each in one.answers for entry in each.group.entries]
        spoken = stems(" ".join(words for e in answers for words in (e.asserted, *e.topics)))
        for question in one.question if answers else ():
            left: dict[str, list[str]] = {}
            for entry in question.entries:
                topic = next((topic for topic in entry.topics if counts[topic] > 1), "")
                known = stems(" ".join(entry.topics))
                if topic and spoken.isdisjoint(known) and _at(entry, actor):
                    left.setdefault(topic, []).append(handle(entry, asked.names))
            if left:
                of = ", ".join(filter(None, (who(question.lead), through(question.lead))))
                words = "; ".join(f"{topic} ({', '.join(at)})" for topic, at in left.items())
                date = question.said.label if question.said.known else "no date"
                yield Sentence(f"Of {of} ({date}), no answer quoted here speaks of: {words}.")


def _calls(one: Group, actor: str) -> bool:
    """Whether it calls for an answer: against ACTOR, or asking of it, by somebody else."""
    return (
        actor not in one.by
        and one.lead.actor not in UNNAMED
        and any(_at(entry, actor) for entry in one.entries)
    )


def _at(entry: Spoken, actor: str) -> bool:
    """Whether it is against ACTOR, or asks something of it: a request is to the main target."""
    if entry.family == "ask":
        return actor in (entry.toward, *entry.targets[:1])
    return entry.sign < 0 and entry.is_about(actor)
