"""The code of docs/python.md prints what the page says."""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import re
import shutil
import sys

import pyarrow as pa
import pyarrow.parquet
import pytest

PAGE = pathlib.Path(__file__).resolve().parents[3] / "docs" / "python.md"
PIECES = re.findall(r"^## ([^\n]+)\n(?:(?!^## ).)*?```python\n(.*?)```\n\n```text\n(.*?)```", PAGE.read_text("utf-8"), re.S | re.M)
NEWS = [
    {"id": "a1", "text": "Ardenia paid Velmark GmbH $5 million for 24 launchers.", "published": "2025-05-21"},
    {"id": "a2", "text": "Nothing was bought.", "published": None},
    {"id": "a3", "text": "The yard won a contract worth between €5 million and €7 million last month.", "published": "2024-02"},
]


def test_the_page_has_its_pieces():
    assert [name for name, _, _ in PIECES] == ["One text", "DuckDB", "Polars", "pandas", "spaCy", "Spark"]


@pytest.mark.parametrize(("name", "code", "printed"), PIECES, ids=[name for name, _, _ in PIECES])
def test_what_it_prints(name, code, printed, tmp_path, monkeypatch):
    for module in re.findall(r"^import (duckdb|polars|pandas|spacy)", code, re.M):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    if name == "Spark":
        pytest.importorskip("pyspark")
        if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
            pytest.skip("Spark wants Java, and there is none")
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.chdir(tmp_path)
    pathlib.Path("news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in NEWS), "utf-8")
    pa.parquet.write_table(pa.Table.from_pylist(NEWS), "news.parquet")
    out = io.StringIO()
    names = {"__name__": "recipe"}
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(code, f"docs/python.md: {name}", "exec"), names)
    finally:
        if "spark" in names:
            names["spark"].stop()
    assert out.getvalue() == printed
