"""Reads text and writes down, exactly and with proof, what money it speaks of and which defence contracts.

>>> import outlay
>>> document = outlay.extract("Ardenia reportedly paid between $250 million and $400 million for rocket launchers.")
>>> document.figures[0].low
Decimal('250000000')
>>> print(document.figures[0])
USD 250,000,000..400,000,000
"""

from __future__ import annotations

from . import records
from ._outlay import __version__
from .extractor import Extractor, decode, extract, extract_batch, extract_rows, schema
from .records import Contract, DateMention, Diagnostic, Document, Figure

__all__ = [
    "Contract",
    "DateMention",
    "Diagnostic",
    "Document",
    "Extractor",
    "Figure",
    "__version__",
    "decode",
    "extract",
    "extract_batch",
    "extract_rows",
    "records",
    "schema",
]
