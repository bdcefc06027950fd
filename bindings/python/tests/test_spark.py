"""Spark on this machine: all rows, those that cannot be read in a table of their own, the same facts as the program's."""

import io
import json
import os
import shutil
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet
import pytest

import outlay
from conftest import ROOT
from outlay import Document

if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
    pytest.skip("Spark wants Java, and there is none", allow_module_level=True)
pytest.importorskip("pyspark")


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "50",
        "spark.driver.memory": "1g",
    }
    builder = SparkSession.builder.master("local[2]").appName("outlay-tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def rows_of(path, table):
    return pa.parquet.read_table(path / f"table={table}").to_pylist()


def test_a_data_frame_is_read(spark, texts, lines):
    from outlay.spark import extract

    rows = [(at, text, None) for at, text in enumerate(texts)] + [(-1, None, None), (-2, "paid $5 last month", "2025-05"), (-3, "paid $5", "soon")]
    df = spark.createDataFrame(rows, "id int, text string, day string").repartition(5)
    read = extract(df, published_col="day")
    found = {row["id"]: row.asDict(recursive=True) for row in read.collect()}
    assert sorted(found) == [-3, -2, -1, *range(len(texts))]
    for at, line in enumerate(lines):
        assert Document.from_row({**found[at], "id": str(at)}).to_json() == line
    assert found[-1]["figures"] is None and found[-1]["error"] is None
    assert found[-2]["dates"][0]["edtf"] == "2025-04"
    assert found[-3]["row"] == "paid $5" and "a day, month or year" in found[-3]["error"]


def test_jsonl_to_parquet(spark, texts, lines, tmp_path):
    from outlay.spark import run

    good = [json.dumps({"id": str(at), "text": text}, ensure_ascii=False) for at, text in enumerate(texts)]
    bad = ["[1]", '{"id": "x"}', '{"text": "a\x85b", "published": "soon"}']
    (tmp_path / "one.jsonl").write_text("\n".join([*good[:9], *bad, "", ""]), "utf-8", newline="")
    (tmp_path / "two.jsonl").write_text("\r\n".join(good[9:]), "utf-8", newline="")
    output = tmp_path / "facts"
    words = ["--input", str(tmp_path / "*.jsonl"), "--output", str(output), "--partitions", "3"]
    run(spark, words)
    read = {row["id"]: Document.from_row(row).to_json() for row in rows_of(output, "documents")}
    assert read == {str(at): line for at, line in enumerate(lines)}
    rejected = {row["row"]: row["error"] for row in rows_of(output, "rejected")}
    assert list(rejected) and set(rejected) == set(bad)
    assert rejected["[1]"] == 'a row {"id", "text"} was expected, and "[1]" was found'
    assert (output / "_SUCCESS").exists()
    from pyspark.errors import AnalysisException

    with pytest.raises(AnalysisException):
        run(spark, words)
    run(spark, [*words, "--overwrite"])


def test_parquet_and_files_to_parquet(spark, tmp_path):
    from outlay.spark import run

    texts = ["Ardenia paid $5 million last month.", None, "Nothing."]
    table = pa.table({"name": ["a", "b", "c"], "body": texts, "day": ["2025-05-21", None, "2024"]})
    pa.parquet.write_table(table, tmp_path / "news.parquet")
    columns = ["--text-col", "body", "--id-col", "name", "--published-col", "day"]
    run(spark, ["--input", str(tmp_path / "news.parquet"), "--output", str(tmp_path / "a"), *columns, "--with-text"])
    read = {row["name"]: row for row in rows_of(tmp_path / "a", "documents")}
    assert set(read) == {"a", "c"} and read["a"]["content"] == texts[0] and read["a"]["dates"][0]["edtf"] == "2025-04"
    assert [(row["name"], row["error"]) for row in rows_of(tmp_path / "a", "rejected")] == [("b", "a text was expected, and null was found")]

    pages = tmp_path / "pages"
    (pages / "deep").mkdir(parents=True)
    (pages / "one.html").write_text("<article><p>Ardenia paid <b>$5 million</b>.</p></article>")
    (pages / "deep" / "two.html").write_text("<article><p>Ardenia paid <b>$6 million</b>.</p></article>")
    run(spark, ["--input", str(pages), "--format", "text", "--html", "--output", str(tmp_path / "b")])
    read = {row["id"].rsplit("/", 1)[1]: row for row in rows_of(tmp_path / "b", "documents")}
    assert {name: str(row["figures"][0]["low"].normalize()) for name, row in read.items()} == {"one.html": "5E+6", "two.html": "6E+6"}
    page = outlay.extract((pages / "one.html").read_text(), html=True)
    assert Document.from_row({**read["one.html"], "id": "-"}) == page


def test_wrong_options_are_said_in_one_line_before_spark_starts(tmp_path):
    words = ["--input", "x.jsonl", "--output", str(tmp_path / "x"), "--published", "soon", "--master", "local[1]"]
    done = subprocess.run([sys.executable, "-m", "outlay.spark", *words], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("outlay: a day, month or year such as 2025-05-21") and done.stderr.count("\n") == 1


def test_warc_files_as_the_page_about_scale_reads_them(spark, tmp_path):
    pytest.importorskip("fsspec")
    warcio = pytest.importorskip("warcio")
    from warcio.warcwriter import WARCWriter

    page = '<html><meta charset="windows-1252"><nav>$1</nav><article><p>Ardenia paid {} million for caf\xe9s.</p></article></html>'
    for number in range(3):
        with open(tmp_path / f"{number}.warc.gz", "wb") as file:
            writer = WARCWriter(file, gzip=True)
            for kind, body in [("text/html", page.format(f"£{number + 5}")), ("image/png", "$9"), ("text/html; charset=x", "<p>Nothing</p>")]:
                headers = warcio.statusandheaders.StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
                payload = io.BytesIO(body.encode("windows-1252"))
                uri = f"https://example.org/{number}/{kind[-1]}"
                writer.write_record(writer.create_warc_record(uri, "response", payload=payload, http_headers=headers))
    text = (ROOT / "docs" / "scale.md").read_text("utf-8")
    names = {}
    exec(compile(text.split("```python\n")[1].split("```")[0], "docs/scale.md", "exec"), names)
    found = {row["id"]: row for row in names["facts_of"](spark, str(tmp_path / "*.warc.gz")).collect()}
    assert len(found) == 6
    for number in range(3):
        row = found[f"https://example.org/{number}/l"]
        assert [figure["text"] for figure in row["figures"]] == [f"£{number + 5} million"] and "cafés" in row["content"]
