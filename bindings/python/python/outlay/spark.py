"""Spark: records of a column of texts, on a cluster of any size.

`extract(df)` reads the texts of a data frame, `extract_rows(df)` rows of JSONL; each is one `mapInArrow`, and Spark does the rest. From a shell:

    python -m outlay.spark --input news/*.jsonl --output facts

writes Parquet: `facts/table=documents`, and `facts/table=rejected`, which holds each row that was not read, with the reason in `error`. The same under
`spark-submit`, with a cluster's `--master`. Every executor needs the wheel.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Optional

import pyarrow
from pyspark.sql import DataFrame, SparkSession, functions, types

from .extractor import Extractor

_FORMATS = ("auto", "jsonl", "parquet", "text")


def extract(
    df: DataFrame,
    text_col: str = "text",
    id_col: str = "id",
    *,
    published_col: Optional[str] = None,
    extractor: Optional[Extractor] = None,
) -> DataFrame:
    """Reads the texts in `text_col`: a row a text, which has its id, the columns of `Extractor.extract_batch`, and `error` and `row`.

    `published_col` holds what is known of the date of each text, as `2025-05-21`. A null text is a row of nulls. Nothing stops the job: a text that cannot be
    read is in `row`, and `error` says why.
    """
    columns = [id_col, text_col] + ([published_col] if published_col is not None else [])
    chosen = df.select([df[name] for name in columns])
    read = _Texts(extractor or Extractor(), id_col)
    return chosen.mapInArrow(read, types.StructType([chosen.schema[0], *_schema(_no_texts()).fields]))


def extract_rows(df: DataFrame, line_col: str = "value", *, extractor: Optional[Extractor] = None) -> DataFrame:
    """Reads rows of JSONL in `line_col`, as `spark.read.text(path, lineSep="\\n")` gives them: a row a document, as `Extractor.extract_rows` has it."""
    no_rows = Extractor().extract_rows(pyarrow.array([], pyarrow.string()))
    return df.select(df[line_col]).mapInArrow(_Rows(extractor or Extractor()), _schema(no_rows))


class _Texts:
    """What a task does; it travels to the executors as it is."""

    def __init__(self, extractor: Extractor, id_col: str) -> None:
        self.extractor = extractor
        self.id_col = id_col

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            published = batch.column(2) if batch.num_columns > 2 else None
            # Spark has a task for each core.
            read = self.extractor.extract_batch(batch.column(1), published=published, threads=1, errors="column")
            yield pyarrow.RecordBatch.from_arrays([batch.column(0), *read.columns], [self.id_col, *read.schema.names])


class _Rows:
    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield self.extractor.extract_rows(batch.column(0), threads=1)


def _no_texts() -> Any:
    return Extractor().extract_batch(pyarrow.array([], pyarrow.string()), errors="column")


def _schema(batch: Any) -> Any:
    return types.StructType([types.StructField(field.name, _type(field.type)) for field in batch.schema])


def _type(kind: Any) -> Any:
    if pyarrow.types.is_list(kind):
        return types.ArrayType(_type(kind.value_type))
    if pyarrow.types.is_struct(kind):
        return types.StructType([types.StructField(field.name, _type(field.type)) for field in kind])
    if pyarrow.types.is_decimal(kind):
        return types.DecimalType(kind.precision, kind.scale)
    plain = {pyarrow.string(): types.StringType, pyarrow.int64(): types.LongType, pyarrow.bool_(): types.BooleanType}
    return plain[kind]()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m outlay.spark", description="Reads documents on a cluster and writes their records as Parquet.")
    add = parser.add_argument
    add("--input", nargs="+", required=True, metavar="PATH", help="files or folders, of any file system that Spark has")
    add("--output", required=True, metavar="PATH", help="a folder that is not there yet, for table=documents and table=rejected")
    add("--format", choices=_FORMATS, default="auto", help="what the inputs are; auto goes by the extension of the first")
    add("--text-col", default="text", metavar="NAME", help="the column of the texts, in Parquet")
    add("--id-col", default="id", metavar="NAME", help="the column of the ids, in Parquet")
    add("--published-col", metavar="NAME", help="the column of the dates, in Parquet")
    add("--published", metavar="DATE", help="the date against which 'last month' is resolved, for documents that do not carry their own")
    add("--lexicon", metavar="FILE", help="your own words, in TOML")
    add("--offsets", choices=("chars", "bytes", "utf16"), default="chars", help="what start and end count")
    add("--html", action="store_true", help="the texts are pages")
    add("--with-text", action="store_true", help="carry the whole text in the column content")
    add("--partitions", type=int, metavar="N", help="how many tasks read; by the size of the inputs, unless given")
    add("--overwrite", action="store_true", help="replace an output that is there")
    add("--master", metavar="URL", help="where Spark runs; as spark-submit says, else local[*]")
    return parser


def _format_of(given: str, path: str) -> str:
    if given != "auto":
        return given
    endings = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".parquet": "parquet"}
    name = path.lower()
    for packed in (".gz", ".bz2", ".zst"):
        name = name[: -len(packed)] if name.endswith(packed) else name
    return endings.get(os.path.splitext(name.rstrip("/*"))[1], "text")


def run(spark: SparkSession, words: Sequence[str]) -> None:
    """Does what a command line says, on a session that is there."""
    typed = _parser().parse_args(words)
    _write(spark, typed, _extractor(typed))


def _extractor(typed: argparse.Namespace) -> Extractor:
    return Extractor(
        published=typed.published,
        lexicon=pathlib.Path(typed.lexicon) if typed.lexicon is not None else None,
        offsets=typed.offsets,
        html=typed.html,
        with_text=typed.with_text,
    )


def _write(spark: SparkSession, typed: argparse.Namespace, extractor: Extractor) -> None:
    form = _format_of(typed.format, typed.input[0])
    if form == "parquet":
        df = spark.read.parquet(*typed.input)
    elif form == "jsonl":
        df = spark.read.text(typed.input, lineSep="\n")
    else:
        # One document a file, named by its path.
        df = spark.read.text(typed.input, wholetext=True, recursiveFileLookup=True)
        df = df.select(df["_metadata.file_path"].alias("id"), df["value"].alias("text"))
    if typed.partitions is not None:
        df = df.repartition(typed.partitions)
    if form == "jsonl":
        read = extract_rows(df, extractor=extractor)
    else:
        columns = (typed.text_col, typed.id_col) if form == "parquet" else ("text", "id")
        read = extract(df, *columns, published_col=typed.published_col, extractor=extractor)
        no_text = functions.when(read["language"].isNull(), functions.lit("a text was expected, and null was found"))
        read = read.withColumn("error", functions.coalesce(read["error"], no_text))
    table = functions.when(read["error"].isNull(), "documents").otherwise("rejected")
    # Both tables in one pass, and under their name only when all of it is done.
    writer = read.withColumn("table", table).write.partitionBy("table")
    writer.mode("overwrite" if typed.overwrite else "errorifexists").parquet(typed.output)


def main(words: Optional[Sequence[str]] = None) -> None:
    """`python -m outlay.spark`"""
    typed = _parser().parse_args(words)
    try:
        extractor = _extractor(typed)
    except (ValueError, OSError) as error:
        sys.exit(f"outlay: {error}")
    # Executors that run elsewhere have their own; those on this machine need this one, which has the wheel.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("outlay")
    if typed.master is not None:
        builder = builder.master(typed.master)
    spark = builder.getOrCreate()
    try:
        _write(spark, typed, extractor)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
