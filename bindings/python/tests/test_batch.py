"""Many texts as Arrow: from every library, the same facts as one by one, nothing rounded, nulls null."""

import json
import pathlib
import threading
import time
from decimal import Decimal

import pyarrow as pa
import pytest

import outlay
from outlay import Document

HERE = pathlib.Path(__file__).resolve().parent


def test_the_schema_is_the_one_that_is_documented():
    """A changed column is a change of the format: `python tests/arrow_schema.py` writes the file anew."""
    from arrow_schema import described

    assert (HERE.parent / "arrow-schema.txt").read_text("utf-8") == described()


def test_rows_are_the_programs_records(texts, lines):
    batch = outlay.extract_batch(pa.array(texts))
    assert batch.schema.metadata == {b"outlay.schema": b"outlay/1"}
    for at, (row, line, text) in enumerate(zip(batch.to_pylist(), lines, texts)):
        assert Document.from_row({**row, "id": str(at)}, text).to_json() == line


def test_threads_change_nothing(texts):
    many = texts * 20
    one = outlay.extract_batch(pa.array(many), threads=1)
    assert one.equals(outlay.extract_batch(pa.array(many), threads=3)) and one.num_rows == len(many)
    with pytest.raises(ValueError, match="one thread or more was expected, and 0 was found"):
        outlay.extract_batch(pa.array(many), threads=0)


def arrays(texts):
    duckdb, pandas, polars = (pytest.importorskip(name) for name in ("duckdb", "pandas", "polars"))
    table = pa.table({"text": texts})
    yield "string", pa.array(texts, pa.string())
    yield "large_string", pa.array(texts, pa.large_string())
    yield "string_view", pa.array(texts, pa.string_view())
    yield "a slice", pa.array(["x", *texts, "y"], pa.string()).slice(1, len(texts))
    yield "a slice of views", pa.array(["x", *texts, "y"], pa.string_view()).slice(1, len(texts))
    yield "chunks", pa.chunked_array([texts[:3], [], texts[3:]], pa.string())
    yield "polars", polars.Series(texts)
    yield "pandas", pandas.Series(texts, dtype=pandas.ArrowDtype(pa.string())).array._pa_array
    yield "duckdb", duckdb.from_arrow(table).to_arrow_table().column("text")


def test_arrays_of_all_libraries_are_read(texts):
    given = [texts[1], None, "", *texts[-5:], texts[2], None]
    first = outlay.extract_batch(pa.array(given, pa.string()))
    names = []
    for name, array in arrays(given):
        assert outlay.extract_batch(array).equals(first), name
        names.append(name)
    assert len(names) == 9


def test_nulls_stay_null():
    batch = outlay.extract_batch(pa.array([None, "paid $5 million", None]))
    assert [row["figures"] is None for row in batch.to_pylist()] == [True, False, True]
    assert all(column.null_count >= 2 for column in batch.columns)
    assert outlay.extract_batch(pa.nulls(2)).column("contracts").null_count == 2
    assert outlay.extract_batch(pa.array([], pa.string())).num_rows == 0
    assert outlay.extract_batch(pa.array([], pa.string())).schema == batch.schema


def test_amounts_are_never_rounded():
    text = "It cost $79228162514264337593543950335, or $0.123456789, or $0.1234567891, or -$5.50."
    figures = outlay.extract_batch(pa.array([text])).to_pylist()[0]["figures"]
    assert [figure["low"] for figure in figures] == [
        Decimal("79228162514264337593543950335.000000000"),
        Decimal("0.123456789"),
        None,
        Decimal("-5.500000000"),
    ]
    assert [figure["low_exact"] for figure in figures] == [None, None, "0.1234567891", None]


def test_what_is_no_strings_is_a_type_error():
    for wrong in [pa.array([1]), pa.array([b"x"]), pa.array(["x"]).dictionary_encode(), pa.table({"text": ["x"]})]:
        with pytest.raises(TypeError, match="Arrow strings"):
            outlay.extract_batch(wrong)
    for wrong in ["paid $5", ["paid $5"], None, 5]:
        with pytest.raises(TypeError, match="an Arrow array or stream of strings was expected, and .* was found"):
            outlay.extract_batch(wrong)
    with pytest.raises(ValueError, match="errors are one of"):
        outlay.extract_batch(pa.array(["x"]), errors="pass")


def test_each_text_may_have_its_date():
    texts = pa.array(["paid $5 last month"] * 4)
    batch = outlay.extract_batch(texts, published=pa.array(["2025-05", None, "2024", "2024-01-31"]))
    assert [row["dates"][0]["edtf"] for row in batch.to_pylist()] == ["2025-04", None, None, "2023-12"]
    batch = outlay.extract_batch(texts, published="2025-05")
    assert [row["dates"][0]["edtf"] for row in batch.to_pylist()] == ["2025-04"] * 4
    with pytest.raises(ValueError, match=r"as many dates as texts were expected \(4\), and 1 were found"):
        outlay.extract_batch(texts, published=pa.array(["2025"]))


def not_text():
    """Strings that a careless maker hands over: bytes that are no UTF-8."""
    broken = pa.array([b"paid \xff $5", b"paid $6"], pa.binary())
    return pa.Array.from_buffers(pa.string(), 2, broken.buffers())


def test_what_cannot_be_read_is_told():
    reason = 'a day, month or year such as 2025-05-21, 2025-05 or 2025 was expected, and "soon" was found'
    texts, dates = pa.array(["paid $5", "paid $6", "paid $7"]), pa.array(["2025", "soon", "later"])
    with pytest.raises(ValueError) as raised:
        outlay.extract_batch(texts, published=dates)
    assert str(raised.value) == f"texts[1]: {reason}"
    rows = outlay.extract_batch(texts, published=dates, errors="column").to_pylist()
    assert [row["error"] for row in rows] == [None, reason, reason.replace("soon", "later")]
    assert [row["figures"] is None for row in rows] == [False, True, True]
    assert [row["row"] for row in rows] == [None, "paid $6", "paid $7"]
    with pytest.raises(ValueError, match=r"texts\[0\]: text in UTF-8 was expected, and at byte 5 it is not"):
        outlay.extract_batch(not_text())
    rows = outlay.extract_batch(not_text(), errors="column").to_pylist()
    assert rows[0]["error"] and len(rows[1]["figures"]) == 1


def test_rows_of_jsonl_are_read_as_the_program_reads_them(texts, program, tmp_path):
    good = [json.dumps({"id": at, "text": text, "published": "2025-05-21"}) for at, text in enumerate(texts[::5])]
    good += ['{"html": "<p>paid <b>$5 million</b> in May</p>", "id": "page", "other": [1, {}]}']
    bad = ["[1]", "{", '{"id": "x"}', '{"text": "a", "html": "b"}', '{"text": 5}', '{"text": "a", "published": "soon"}', "null"]
    file = tmp_path / "rows.jsonl"
    mixed = [*good[:2], "", *bad, "  ", *good[2:]]
    file.write_text("\n".join(mixed) + "\n", "utf-8")
    done = program("extract", "--format", "jsonl", str(file))
    assert done.returncode == 1
    rows = outlay.extract_rows(pa.array(mixed)).to_pylist()
    assert len(rows) == len(good) + len(bad)
    read = [Document.from_row(row).to_json() for row in rows if row["error"] is None]
    assert read == done.stdout.decode("utf-8").removesuffix("\n").split("\n")
    assert [row["row"] for row in rows if row["error"]] == bad
    said = [line.split(": ", 3)[3] for line in done.stderr.decode().splitlines()]
    assert [row["error"] for row in rows if row["error"]] == said


def test_the_lock_is_released(texts):
    """While one thread reads a batch, another goes on; were the lock held, it would count nothing."""
    many = pa.array(texts * 40)
    done = threading.Event()
    counts = []

    def count():
        while not done.is_set():
            counts.append(time.monotonic())
            time.sleep(0.001)

    watcher = threading.Thread(target=count)
    watcher.start()
    start = time.monotonic()
    outlay.extract_batch(many, threads=1)
    end = time.monotonic()
    done.set()
    watcher.join()
    within = [at for at in counts if start < at < end]
    assert end - start > 0.05 and len(within) > 10, f"{len(within)} steps in {end - start:.2f} s"
