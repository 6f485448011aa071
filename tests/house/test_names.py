"""The names `timeline` and `projections` are ours, and the house keeps its shape."""

import ast
import hashlib
import subprocess
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = sorted([*(ROOT / "timeline").rglob("*.py"), *(ROOT / "projections").rglob("*.py")])


@pytest.mark.parametrize("name", ["timeline", "projections"])
def test_a_name_that_others_own_on_the_index_resolves_to_ours(name: str) -> None:
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin == str(ROOT / name / "__init__.py")
    assert metadata.version("assertion-timeline")


def test_the_top_level_is_as_agreed() -> None:
    kept = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    tops = {name.split("/")[0] for name in kept}
    agreed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    folders = {"seeds", "timeline", "projections", "tests"}
    assert {top for top in tops if not top.startswith(".")} <= agreed | folders


def test_the_seeds_are_five_articles_and_nothing_else() -> None:
    seeds = {
        path.name[:3]: hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        for path in (ROOT / "seeds").iterdir()
    }
    assert seeds == {
        "000": "8229190e", "001": "f1151dd6", "002": "8e2bb556", "003": "49a0f6e1", "004": "4503a945",
    }  # fmt: skip


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_opens_with_one_sentence_and_is_small(room: Path) -> None:
    text = room.read_text()
    told = ast.get_docstring(ast.parse(text))
    assert told, "what is it?"
    assert told.splitlines()[0].endswith((".", ":", "?")), told.splitlines()[0]
    assert text.count("\n") <= 300, "two rooms in one?"
