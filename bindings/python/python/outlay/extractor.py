"""Texts in, records out."""

from __future__ import annotations

import json
from os import PathLike, fspath
from typing import Any, Literal, Optional, Union

from ._outlay import Reader
from ._outlay import decode as _decode
from ._outlay import schema as _schema
from .records import Document

Unit = Literal["chars", "bytes", "utf16"]
Lexicon = Union[str, "PathLike[str]"]


class Extractor:
    """Options, and the texts that are read with them. It is built once, read-only, and shared between threads and processes.

    `published` is the day, month or year (`"2025-05-21"`) against which "last month" is resolved, for texts that do not carry their own.
    `lexicon` is a user's own words: TOML as text, or a `pathlib.Path` to a file of it. `offsets` says what `start` and `end` count:
    `"chars"`, as Python slices, `"bytes"` or `"utf16"`. With `html` a text is a page, of which the article is read. With `with_text` the document
    carries its text as `content`.

    >>> from outlay import Extractor
    >>> extractor = Extractor(published="2025-05-21", lexicon='companies = ["Velmark"]')
    >>> [str(date.edtf) for date in extractor.extract("The ministry paid $5 million last month.").dates]
    ['2025-04']

    What is no option is a `ValueError`, with the program's message:

    >>> Extractor(published="soon")
    Traceback (most recent call last):
    ValueError: a day, month or year such as 2025-05-21, 2025-05 or 2025 was expected, and "soon" was found
    """

    __slots__ = ("_native", "_options")
    _native: Reader
    _options: tuple[Optional[str], Optional[str], Unit, bool, bool]

    def __init__(
        self,
        *,
        published: Optional[str] = None,
        lexicon: Optional[Lexicon] = None,
        offsets: Unit = "chars",
        html: bool = False,
        with_text: bool = False,
    ) -> None:
        words = lexicon
        if words is not None and not isinstance(words, str):
            with open(words, encoding="utf-8") as file:
                words = file.read()
        options = (published, words, offsets, html, with_text)
        try:
            reader = Reader(*options)
        except ValueError as error:
            if lexicon is words or not str(error).startswith("line "):
                raise
            raise ValueError(f"{fspath(lexicon)}: {error}") from None  # type: ignore[arg-type]
        object.__setattr__(self, "_options", options)
        object.__setattr__(self, "_native", reader)

    def extract(self, text: str, *, id: str = "-", published: Optional[str] = None) -> Document:
        """Reads one text. `published` is what is known of its own date: it wins over what the text says of itself.

        >>> document = Extractor().extract("Velmark GmbH won a $5 million contract from the Polish army.", id="a1")
        >>> print(document.contracts[0].suppliers[0].name, document["f1"])
        Velmark GmbH USD 5,000,000
        >>> document
        <Document 'a1': 1 figures, 0 dates, 1 contracts, 0 diagnostics>
        """
        return self._native.extract(text, id, published)

    def extract_batch(
        self,
        texts: Any,
        *,
        published: Any = None,
        threads: Optional[int] = None,
        errors: Literal["raise", "column"] = "raise",
    ) -> Any:
        """Reads many texts on all cores (or so many `threads`), without Python's lock: Arrow strings in, a `pyarrow.RecordBatch` out, a row a text.

        `texts` is an Arrow array or stream of strings of any library (pyarrow, Polars, DuckDB, pandas); `published` may be another, of what is known of
        the date of each. A null text is a row of nulls. The columns are the fields of a document but `schema` and `id`, lists of structs; an amount is
        a decimal of 38 digits, 9 of them behind its point. One that does not fit is null there, and exact as text in the column beside it, such as
        `low_exact`: nothing is rounded.

        A text that cannot be read, for its date or its bytes, is a `ValueError`; with `errors="column"` its row is null, and two
        last columns say why (`error`) and hold the text (`row`).

        >>> import pyarrow
        >>> batch = Extractor().extract_batch(pyarrow.array(["paid $5 million", None]))
        >>> batch.column("figures").to_pylist()[0][0]["low"]
        Decimal('5000000.000000000')
        >>> batch.column("figures").to_pylist()[1]
        """
        if errors not in ("raise", "column"):
            raise ValueError(f'errors are one of raise, column, not "{errors}"')
        _need_pyarrow()
        return self._native.batch(texts, published, threads, errors == "column")

    def extract_rows(self, lines: Any, *, threads: Optional[int] = None) -> Any:
        """Reads many rows of JSONL, `{"id", "text" or "html", "published"?}`, as `extract_batch` reads texts. Blank lines are passed over.

        The first column is the rows' `id`; the last are `error`, which says why a row was not read, and `row`, which is that row.

        >>> import pyarrow
        >>> batch = Extractor().extract_rows(pyarrow.array(['{"id": "a1", "text": "paid $5 million"}', '{"id": "a2"}']))
        >>> batch.column("id").to_pylist(), batch.column("error").to_pylist()
        (['a1', None], [None, '"text" or "html" was expected, and neither was found'])
        """
        _need_pyarrow()
        return self._native.rows(lines, threads)

    def __reduce__(self) -> tuple[Any, ...]:
        return _make, self._options

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an extractor is read-only, and its {name!r} cannot be set")

    def __repr__(self) -> str:
        names = ("published", "lexicon", "offsets", "html", "with_text")
        said = (f"{name}={value!r}" for name, value in zip(names, self._options) if value and (name, value) != ("offsets", "chars"))
        return f"Extractor({', '.join(said)})"


def extract(
    text: str,
    published: Optional[str] = None,
    *,
    id: str = "-",
    offsets: Unit = "chars",
    lexicon: Optional[Lexicon] = None,
    html: bool = False,
    with_text: bool = False,
) -> Document:
    """Reads one text; the options are those of `Extractor`.

    >>> document = extract("The ministry paid €5.4 million last month.", "2025-05-21")
    >>> figure = document.figures[0]
    >>> figure.low, figure.currency, document.text[figure.start : figure.end]
    (Decimal('5400000'), 'EUR', '€5.4 million')
    """
    extractor = Extractor(published=published, lexicon=lexicon, offsets=offsets, html=html, with_text=with_text)
    return extractor.extract(text, id=id)


def extract_batch(
    texts: Any,
    *,
    published: Any = None,
    offsets: Unit = "chars",
    lexicon: Optional[Lexicon] = None,
    html: bool = False,
    with_text: bool = False,
    threads: Optional[int] = None,
    errors: Literal["raise", "column"] = "raise",
) -> Any:
    """Reads many texts into a `pyarrow.RecordBatch`: `Extractor.extract_batch` with its options.

    `published` is one date for all texts that do not carry their own, or an Arrow array with the known date of each.

    >>> import pyarrow
    >>> extract_batch(pyarrow.array(["paid $5 million"]), threads=1).num_rows
    1
    """
    one = published if isinstance(published, str) else None
    extractor = Extractor(published=one, lexicon=lexicon, offsets=offsets, html=html, with_text=with_text)
    return extractor.extract_batch(texts, published=None if one is not None else published, threads=threads, errors=errors)


def extract_rows(
    lines: Any,
    *,
    published: Optional[str] = None,
    offsets: Unit = "chars",
    lexicon: Optional[Lexicon] = None,
    with_text: bool = False,
    threads: Optional[int] = None,
) -> Any:
    """Reads many rows of JSONL into a `pyarrow.RecordBatch`: `Extractor.extract_rows` with its options."""
    extractor = Extractor(published=published, lexicon=lexicon, offsets=offsets, with_text=with_text)
    return extractor.extract_rows(lines, threads=threads)


def decode(data: bytes, *, html: bool = False, encoding: Optional[str] = None) -> str:
    """Bytes as text, as the program reads files: UTF-8, UTF-16 by its mark, another `encoding` by its name, and a page by what it says of itself. What
    does not decode is U+FFFD.

    >>> decode(b"caf\\xe9", encoding="windows-1252")
    'café'
    """
    return _decode(data, html, encoding)


def schema() -> dict[str, Any]:
    """The JSON Schema of the records, as `outlay schema` prints it.

    >>> schema()["title"]
    'outlay/1'
    """
    found: dict[str, Any] = json.loads(_schema())
    return found


def _make(published: Optional[str], lexicon: Optional[str], offsets: Unit, html: bool, with_text: bool) -> Extractor:
    return Extractor(published=published, lexicon=lexicon, offsets=offsets, html=html, with_text=with_text)


def _need_pyarrow() -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise ImportError('pyarrow was expected, which "pip install outlay[arrow]" brings') from error
