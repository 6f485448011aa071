"""Who decides: the flag, the environment, git, the login, in this order."""

import pytest

from timeline.errors import BadUse
from timeline.who import who


def test_the_flag_is_heard_first_then_the_environment_then_git_then_the_login():
    git, login = (lambda: "Git Name"), (lambda: "login")
    assert who("Ada", {"TIMELINE_USER": "Bob"}, (git, login)) == "Ada"
    assert who(None, {"TIMELINE_USER": "Bob"}, (git, login)) == "Bob"
    assert who(None, {}, (git, login)) == "Git Name"
    assert who(None, {}, (lambda: " ", login)) == "login"


def test_a_name_keeps_single_spaces():
    assert who("  Ada \t Lovelace ", {}) == "Ada Lovelace"


@pytest.mark.parametrize("name", ["", "   ", "a\x1bb", "x" * 101, "rules/1"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(BadUse):
        who(name, {})
    with pytest.raises(BadUse):
        who(None, {"TIMELINE_USER": name})


def test_where_nobody_knows_the_person_is_asked_for_a_name():
    with pytest.raises(BadUse, match="--user NAME"):
        who(None, {}, (lambda: None,))


def test_on_this_machine_somebody_is_found():
    assert who(None, {})
