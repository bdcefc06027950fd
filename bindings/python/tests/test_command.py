"""The console script: the program, with its statuses, signals and streams."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
import time

import pytest

SCRIPT = os.path.join(sysconfig.get_path("scripts"), "outlay")


def script(*words, **more):
    return subprocess.run([SCRIPT, *words], capture_output=True, text=True, timeout=120, check=False, **more)


def test_the_wheel_installs_the_program():
    assert os.access(SCRIPT, os.X_OK)
    done = script("extract", "--format", "jsonl", "-", input="Ardenia paid $5 million.")
    assert done.returncode == 0 and done.stdout.startswith('{"schema":"outlay/1","id":"-",')
    done = script("--version")
    import outlay

    assert done.stdout == f"outlay {outlay.__version__}\n"
    assert script("schema").stdout == outlay._outlay.schema()


def test_statuses_are_the_programs(tmp_path):
    assert script("extract", str(tmp_path / "none.txt")).returncode == 1
    done = script("extract", "--published", "soon", "-", input="")
    assert done.returncode == 2 and "a day, month or year" in done.stderr
    assert script("help", "extract").stdout.startswith("Read documents, write records\n\nUsage: outlay extract")


def test_it_writes_what_the_rust_program_writes(texts, tmp_path):
    root = pathlib.Path(__file__).resolve().parents[3]
    built = [root / "target" / kind / "outlay" for kind in ("debug", "release")]
    program = os.environ.get("OUTLAY") or next((str(path) for path in built if path.exists()), None) or ""
    if not shutil.which(program):
        pytest.skip("the Rust program is not built: cargo build")
    for at, text in enumerate(texts[::7]):
        (tmp_path / f"{at}.txt").write_text(text, "utf-8", newline="")
    words = ["extract", "--format", "jsonl", str(tmp_path)]
    theirs = subprocess.run([program, *words], capture_output=True, check=True, timeout=120)
    ours = subprocess.run([SCRIPT, *words], capture_output=True, check=True, timeout=120)
    assert ours.stdout == theirs.stdout and ours.stdout.count(b"\n") == len(texts[::7])


def test_a_closed_pipe_ends_it_quietly():
    row = b'{"text": "Ardenia paid $5 million for 24 launchers of Velmark GmbH."}\n'
    words = [SCRIPT, "extract", "--input", "jsonl", "-"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:

        def feed():
            # Without end: only the closed output ends the run.
            with contextlib.suppress(BrokenPipeError):
                while True:
                    run.stdin.write(row * 1000)

        feeder = threading.Thread(target=feed)
        feeder.start()
        assert run.stdout.readline().startswith(b'{"schema"')
        run.stdout.close()
        assert run.wait(60) == 0
        feeder.join(60)
        assert run.stderr.read() == b""
        with contextlib.suppress(BrokenPipeError):
            run.stdin.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
def test_an_interrupted_run_leaves_nothing(tmp_path):
    output = tmp_path / "facts.jsonl"
    with subprocess.Popen([SCRIPT, "extract", "--input", "jsonl", "--output", str(output), "-"], stdin=subprocess.PIPE) as run:
        run.stdin.write(b'{"text": "paid $5 million"}\n' * 1000)
        run.stdin.flush()
        end = time.monotonic() + 30
        while not list(tmp_path.iterdir()) and time.monotonic() < end:
            time.sleep(0.05)
        assert [path.suffix for path in tmp_path.iterdir()] == [".unfinished"]
        run.send_signal(signal.SIGINT)
        assert run.wait(30) == 130
        with contextlib.suppress(BrokenPipeError):
            run.stdin.close()
    assert list(tmp_path.iterdir()) == []
