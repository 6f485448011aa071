"""What is typed in a review: fields, links, what the reader missed; Tab completes."""

import shlex

from timeline.cli.reviewing.terminal import Terminal
from timeline.errors import BadUse
from timeline.query import Found
from timeline.review import Plan
from timeline.review.by_hand import USUAL, Asserted, assert_by_hand
from timeline.review.correct import FIELDS, Case, correct, standing_record
from timeline.review.correct.plain import CHOICES
from timeline.review.desk import Desk
from timeline.review.dossier import Dossier
from timeline.review.link import RELATIONS, a_relation, link, reach


def edited(desk: Desk, terminal: Terminal, one: Found, dossier: Dossier) -> Plan | None:
    """Fields to correct, several in a line where values are quoted; None where nothing is typed."""
    known = [f"{name}=" for name in FIELDS]
    known += [f"{name}={value}" for name, values in CHOICES.items() for value in values]
    known += [f"{name}={actor}" for name in ("speaker", "target") for actor in desk.names]
    typed = terminal.line("FIELD=VALUE (Tab completes, empty: nothing) ", known)
    if not typed:
        return None
    why = terminal.line("Why? ")
    case = Case(dossier, standing_record(one.record, dossier))
    ground = desk.ground(one.standing.article)
    return correct(case, _pairs(typed), why, ground, desk.stamp())


def _pairs(typed: str) -> list[str]:
    """One pair, spaces and all; or several, if the line reads as such."""
    if typed.count("=") == 1:
        name, _, value = typed.partition("=")
        return [f"{name}={value.strip().strip(chr(34))}"]
    try:
        return shlex.split(typed)
    except ValueError as fault:
        raise BadUse(f"{typed!r} is not understood: {fault}") from None


def linked(desk: Desk, terminal: Terminal, one: Found, dossier: Dossier) -> Plan | None:
    """A link to another assertion; None where nothing is typed."""
    del one
    typed = terminal.line("answers|repeats|contradicts ID ", [f"{name} " for name in RELATIONS])
    if not typed:
        return None
    relation, _, other = typed.partition(" ")
    kind = a_relation(relation)
    if not other.strip():
        raise BadUse("Link to which? Write: answers 003@923")
    reached = reach(desk.dossier(other.strip()), kind, desk.dossier_of)
    return link(dossier, kind, reached, desk.stamp())


def new(desk: Desk, terminal: Terminal, one: Found, dossier: Dossier) -> Plan | None:
    """What the reader missed in this article; None where nothing is typed."""
    del dossier
    words = terminal.line("Exact words (empty: nothing) ")
    if not words:
        return None
    by = terminal.line("Who asserts it? ", desk.names)
    about = terminal.line("About whom? (empty: nobody named) ", desk.names)
    act = terminal.line("Which act? ", list(USUAL))
    said = terminal.line("When? (empty: not after the article) ")
    article = desk.article(one.standing.article)
    told = Asserted(words, by, (about,) if about else (), act, said)
    plan = assert_by_hand(told, desk.known_in(article.id), desk.ground(article.id), desk.stamp())
    return desk.shown_in(plan, article)
