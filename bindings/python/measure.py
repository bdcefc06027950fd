"""How fast texts are read, by the program and by `extract_batch`, over the same rows: the best of some runs, on the
clock and in seconds of processor, which a busy machine disturbs less.

    python measure.py --megabytes 50 --program ../../target/release/outlay
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import pyarrow as pa

import made
import outlay


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--megabytes", type=int, default=50, help="how much text is read")
    parser.add_argument("--style", default="*", help="the folder of tests/documents; all of them, unless given")
    parser.add_argument("--input", metavar="PATH", help="rows of JSONL of your own")
    parser.add_argument("--program", metavar="PATH", help="the program; that of the wheel, unless given")
    parser.add_argument("--runs", type=int, default=5)
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outlay-measure-") as folder:
        rows = pathlib.Path(typed.input or os.path.join(folder, "rows.jsonl"))
        if not typed.input:
            made.rows(rows, typed.megabytes * 1_000_000, typed.style)
        measure(typed, rows)


def measure(typed, rows):
    with open(rows, encoding="utf-8", newline="\n") as file:
        lines = [line for line in file if line.strip()]
    array = pa.array([json.loads(line)["text"] for line in lines], pa.large_string())
    raw = pa.array(lines, pa.large_string())
    size = rows.stat().st_size / 1e6
    print(f"{len(lines)} documents, {size:.1f} MB of JSONL, {array.nbytes / 1e6:.1f} MB of text, {os.cpu_count()} cores")
    program = [typed.program] if typed.program else [sys.executable, "-m", "outlay"]
    for threads in sorted({1, os.cpu_count() or 1}):
        words = [*program, "extract", "--format", "jsonl", "--threads", str(threads), "--output", os.devnull, str(rows)]
        ways = {
            "program": lambda: subprocess.run(words, check=True),
            "extract_batch": lambda: outlay.extract_batch(array, threads=threads),
            "extract_rows": lambda: outlay.extract_rows(raw, threads=threads),
        }
        best = {name: (float("inf"), float("inf")) for name in ways}
        # In turns, so that what else the machine does is fair to each.
        for _ in range(typed.runs):
            for name, way in ways.items():
                clock, work = time.perf_counter(), worked()
                way()
                best[name] = tuple(map(min, best[name], (time.perf_counter() - clock, worked() - work)))
        for name, (clock, work) in best.items():
            ratios = clock / best["program"][0], work / best["program"][1]
            print(
                f"{threads} threads  {name:14} {clock:6.2f} s ({ratios[0]:.2f} of the program's)  {size / clock:6.1f} MB/s  "
                f"processor {work:6.2f} s ({ratios[1]:.2f})"
            )


def worked():
    """Seconds of processor, of this process and of those that it waited for."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    main()
