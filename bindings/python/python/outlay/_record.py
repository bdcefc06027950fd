"""What all records have."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Optional, Union

from . import _outlay

if TYPE_CHECKING:
    from .records import Contract, DateMention, Diagnostic, Document, Figure

# Only records of a page have them.
_OF_PAGES = ("source_start", "source_end")
# Those of whom the library shows people more than their fields.
_SHOWN = frozenset(["Document", "Figure", "DateMention", "Contract", "Party", "Item", "Diagnostic"])
# Decimals of Arrow have 38 digits.
_WIDE = Context(prec=38)
# Control characters that JSON allows in strings and terminals obey.
_CONTROLS = re.compile("[\x7f-\x9f]")


class Record:
    """`between $250 million and $400 million` as one object: read-only, with its fields as attributes."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The record as the program's JSON has it: amounts are text, lists are lists.

        >>> import outlay
        >>> outlay.extract("Ardenia paid $5 million.").to_dict()["figures"][0]["low"]
        '5000000'
        """
        return {
            name.rstrip("_"): _plain(value)
            for name, value in self._values()
            if value is not None or name not in _OF_PAGES
        }

    def to_json(self, indent: Optional[int] = None) -> str:
        """The record as JSON, byte for byte as the program writes it; `indent` puts it on many lines.

        >>> import outlay
        >>> outlay.extract("Ardenia paid $5 million.").figures[0].to_json()[:60]
        '{"id":"f1","start":13,"end":23,"text":"$5 million","kind":"e'
        """
        separators = (",", ":") if indent is None else (",", ": ")
        text = json.dumps(self.to_dict(), ensure_ascii=False, separators=separators, indent=indent)
        return _CONTROLS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)

    def __str__(self) -> str:
        """What the library shows people: `USD 5,000,000`."""
        name = type(self).__name__
        return _outlay.display(name, self.to_json()) if name in _SHOWN else repr(self)

    def __repr__(self) -> str:
        """The fields that say something."""
        said = ", ".join(f"{name}={value!r}" for name, value in self._values() if value is not None and value is not False and value != ())
        return f"{type(self).__name__}({said})"

    def _values(self) -> list[tuple[str, Any]]:
        return [(field.name, getattr(self, field.name)) for field in dataclasses.fields(self) if field.compare]  # type: ignore[arg-type]


class DocumentRecord(Record):
    """What a document has beyond other records: the text that it was read from."""

    __slots__ = ()
    if TYPE_CHECKING:
        id: str
        text: str
        figures: tuple[Figure, ...]
        dates: tuple[DateMention, ...]
        contracts: tuple[Contract, ...]
        diagnostics: tuple[Diagnostic, ...]

    @staticmethod
    def from_json(line: str, text: Optional[str] = None) -> Document:
        """A document from a line of the program's JSON. Where the line does not carry its text (`--with-text`), `text` may.

        >>> import outlay
        >>> document = outlay.extract("Ardenia paid $5 million.", with_text=True)
        >>> outlay.Document.from_json(document.to_json()) == document
        True
        """
        return _outlay.document(line, text)

    @staticmethod
    def from_row(row: Mapping[str, Any], text: Optional[str] = None) -> Document:
        """A document from a row of `extract_batch`, as `to_pylist()` gives it, wherever the row has been since. Further columns are passed over.

        >>> import outlay, pyarrow
        >>> row = outlay.extract_batch(pyarrow.array(["paid $5 million"])).to_pylist()[0]
        >>> outlay.Document.from_row(row) == outlay.extract("paid $5 million")
        True
        """
        whole = {"schema": "outlay/1", "id": "-", **_from_arrow(row)}
        return _outlay.document(json.dumps(whole), text)

    def __getitem__(self, id: str) -> Union[Figure, DateMention, Contract]:
        """`document["f1"]`: the figure, date or contract of that id, by which others name it."""
        lists: dict[str, Sequence[Union[Figure, DateMention, Contract]]]
        lists = {"f": self.figures, "d": self.dates, "c": self.contracts}
        for record in lists.get(id[:1], ()):
            if record.id == id:
                return record
        raise KeyError(id)

    def __repr__(self) -> str:
        return (
            f"<Document {self.id!r}: {len(self.figures)} figures, {len(self.dates)} dates, "
            f"{len(self.contracts)} contracts, {len(self.diagnostics)} diagnostics>"
        )

    def _repr_html_(self) -> str:
        """The text with its facts marked, as a notebook shows it."""
        return _outlay.fragment(self.to_json(), self.text)


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    # A decimal; never with an exponent.
    return value if value is None or isinstance(value, (str, bool, int)) else format(value, "f")


def _from_arrow(value: Any) -> Any:
    """What Arrow's columns hold, as JSON holds it: an amount that a decimal could not hold stands beside it."""
    if isinstance(value, Mapping):
        plain = {name: _from_arrow(inner) for name, inner in value.items()}
        exact = {name[: -len("_exact")]: plain.pop(name) for name in list(plain) if name.endswith("_exact")}
        return {**plain, **{name: text for name, text in exact.items() if text is not None}}
    if isinstance(value, (list, tuple)):
        return [_from_arrow(item) for item in value]
    if isinstance(value, Decimal):
        return format(value.normalize(_WIDE), "f")
    return value
