"""The README's console blocks, run as a reader would: in a terminal of 80 columns.

`python -m tests.house.readme --write` runs every block again and writes what it printed.
"""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "…\n"
"""A line of its own in a block: what follows is left out."""


class Step(NamedTuple):
    """A command and what the README says that it prints."""

    command: str
    says: str


def steps(text: str) -> Iterator[Step]:
    """Give each `$ command` of the console blocks with the lines below it."""
    for block in BLOCK.finditer(text):
        for part in re.split(r"^\$ ", block[1], flags=re.MULTILINE)[1:]:
            command, _, says = part.partition("\n")
            yield Step(command, says)


def lay_table(folder: Path) -> dict[str, str]:
    """Prepare a newcomer's folder with the seeds, and the environment of a plain terminal."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "TIMELINE_USER": "analyst",
    }


def run(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a command of the shell on a terminal of 80 columns and return all that it shows."""
    inside, outside = pty.openpty()
    fcntl.ioctl(outside, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=outside,
        stderr=outside,
    )
    os.close(outside)
    shown = b""
    while True:
        try:
            piece = os.read(inside, 65536)
        except OSError:  # Linux ends a terminal so, when its last writer is gone
            break
        if not piece:
            break
        shown += piece
    os.close(inside)
    process.wait(timeout=60)
    return shown.decode().replace("\r\n", "\n")


def still(text: str) -> str:
    """Leave out what differs from run to run: instants, and spaces at line ends."""
    text = re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?", "(instant)", text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


def agree(says: str, shown: str) -> bool:
    """Whether a block's lines are what was shown; a line `…` leaves out the rest."""
    says, shown = still(says), still(shown)
    if says.endswith(CUT):
        return shown.startswith(says[: -len(CUT)])
    return says == shown


def write() -> None:
    """Run every block and put what it printed into the README, keeping each cut."""
    text = README.read_text()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = lay_table(folder)

        def again(block: re.Match[str]) -> str:
            told = ""
            for step in steps(block[0]):
                shown = re.sub(
                    r"[ \t]+$", "", run(step.command, folder, environment), flags=re.MULTILINE
                )
                if step.says.endswith(CUT):
                    kept = step.says.count("\n") - 1
                    shown = "".join(shown.splitlines(keepends=True)[:kept]) + CUT
                told += f"$ {step.command}\n{shown}"
            return f"```console\n{told}```"

        README.write_text(BLOCK.sub(again, text))


if __name__ == "__main__" and "--write" in sys.argv:
    write()
