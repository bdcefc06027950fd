"""Shows on one machine what a cluster does: a Spark whose executors are processes of their own reads a batch, one of them is killed in mid-run, and what comes
out is compared, document by document and byte by byte, with what the program writes.

    python cluster.py --megabytes 100 --executors 2

It ends with status 0 where nothing is lost, nothing is there twice, and nothing is different.
"""

import argparse
import hashlib
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

import pyarrow.parquet

import made
from outlay import Document
from outlay.spark import run

EXECUTOR = "CoarseGrainedExecutorBackend"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--megabytes", type=int, default=100, help="how much text is read")
    parser.add_argument("--style", default="*", help="the folder of tests/documents; all of them, unless given")
    parser.add_argument("--master", metavar="URL", help="another master, such as local[2], whose executors are none to kill")
    parser.add_argument("--executors", type=int, default=2, help="how many executors, each with a core")
    parser.add_argument("--memory", type=int, default=1024, help="megabytes of each executor")
    parser.add_argument("--partitions", type=int, default=16, help="how many tasks")
    parser.add_argument("--spare", action="store_true", help="kill nobody, and tell the time alone")
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="outlay-cluster-") as folder:
        sys.exit(compare(typed, pathlib.Path(folder)))


def compare(typed, folder):
    rows, facts, ours = folder / "rows.jsonl", folder / "facts", folder / "program.jsonl"
    count = made.rows(rows, typed.megabytes * 1_000_000, typed.style)
    size = rows.stat().st_size / 1e6
    print(f"{count} documents, {size:.0f} MB of JSONL", flush=True)
    start = time.monotonic()
    subprocess.run([sys.executable, "-m", "outlay", "extract", "--format", "jsonl", "--output", ours, rows], check=True)
    print(f"program: {time.monotonic() - start:.1f} s on {os.cpu_count()} cores", flush=True)

    start = time.monotonic()
    spark = session(typed)
    print(f"Spark {spark.version} started: {time.monotonic() - start:.1f} s", flush=True)
    killer = Killer(spark, typed.partitions)
    if not typed.spare:
        killer.start()
    start = time.monotonic()
    run(spark, ["--input", str(rows), "--output", str(facts), "--partitions", str(typed.partitions)])
    took = time.monotonic() - start
    killer.done.set()
    print(f"cluster: {took:.1f} s, {size / took:.1f} MB/s", flush=True)
    spark.stop()
    if not typed.spare and killer.killed is None:
        print("no executor could be killed in mid-run: more --megabytes are needed")
        return 1

    want = dict(line_and_id(line) for line in lines(ours))
    met, different = 0, 0
    for file in sorted((facts / "table=documents").glob("*.parquet")):
        for batch in pyarrow.parquet.ParquetFile(file).iter_batches(1000):
            for row in batch.to_pylist():
                met += 1
                found = hashlib.sha256(Document.from_row(row).to_json().encode("utf-8")).digest()
                different += want.pop(row["id"], None) != found
    print(f"compared: {met} documents, {different} differ or are there twice, {len(want)} are missing, {count} were given")
    return 0 if met == count and not different and not want else 1


def session(typed):
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    # A worker lends its executor a little more than the executor asks for.
    builder = SparkSession.builder.appName("outlay-cluster").master(typed.master or f"local-cluster[{typed.executors},1,{typed.memory + 128}]")
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.executor.memory": f"{typed.memory}m",
        "spark.driver.memory": "1g",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


class Killer(threading.Thread):
    """Waits until some tasks of the reading stage are done and others run, and kills one executor without a word."""

    def __init__(self, spark, partitions):
        super().__init__(daemon=True)
        self.context, self.partitions = spark.sparkContext, partitions
        self.done, self.killed = threading.Event(), None

    def run(self):
        tracker = self.context.statusTracker()
        while not self.done.wait(0.2):
            stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
            for stage in stages:
                # Spark's own names for how far a stage has come; the reading stage is the one with as many tasks as were asked for.
                if stage and stage.numTasks == self.partitions and stage.numCompletedTasks >= 2 and stage.numActiveTasks:
                    self.kill(stage)
                    return

    def kill(self, stage):
        executors = executors_of(self.context.applicationId)
        if executors:
            self.killed = executors[0]
            os.kill(self.killed, signal.SIGKILL)
            print(
                f"killed executor {self.killed}, one of {len(executors)}, with {stage.numCompletedTasks} of {stage.numTasks} tasks done and "
                f"{stage.numActiveTasks} running",
                flush=True,
            )


def executors_of(application):
    """The processes that are executors of this application."""
    found = []
    for process in pathlib.Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                words = (process / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
            except OSError:
                continue
            if any(word.endswith(EXECUTOR) for word in words) and application in words:
                found.append(int(process.name))
    return sorted(found)


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n")


def line_and_id(line):
    return Document.from_json(line).id, hashlib.sha256(line.encode("utf-8")).digest()


if __name__ == "__main__":
    main()
