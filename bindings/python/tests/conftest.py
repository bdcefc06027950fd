"""What the tests read: the project's own documents, and the program to compare with."""

import json
import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
MADE = (
    "Ardenia reportedly paid between $250 million and $400 million for rocket launchers that Velmark has yet to deliver under two contracts "
    "signed in 2021 and 2022, Foreign Minister Ivo Hale said."
)


@pytest.fixture(scope="session")
def texts():
    """The documents of the project's tests, and texts with what is hard about texts."""
    files = sorted(ROOT.glob("tests/documents/**/*.txt"))
    assert len(files) > 80, "the project's documents were expected beside the bindings"
    hard = [
        "",
        MADE,
        "é 😀 paid €5 million \u202f and \x7f\x9b\x00\x01 $6 million\r\n\t\"quoted\" \\ £7bn",
        "It cost $0.00000000012345, or $79228162514264337593543950335, or $99999999999999999999999999999999.",
        "between -$5.50 and -$7.25; multimillion-dollar; 5 million kr",
    ]
    return [file.read_text("utf-8") for file in files] + hard


@pytest.fixture(scope="session")
def program():
    """The program of the same wheel, as a process."""

    def run(*words, stdin=b"", **more):
        command = [sys.executable, "-m", "outlay", *words]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=300, **more)

    return run


@pytest.fixture(scope="session")
def lines(texts, program, tmp_path_factory):
    """What the program writes of the texts, a line each."""
    rows = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(texts)), "utf-8")
    done = program("extract", "--format", "jsonl", os.fspath(rows))
    assert (done.returncode, done.stderr) == (0, b"")
    # A text may hold characters that Python's splitlines would split at.
    return done.stdout.decode("utf-8").removesuffix("\n").split("\n")
