"""A component of spaCy: `nlp.add_pipe("outlay")` puts the records on each `Doc`.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("outlay", config={"published": "2025-05-21"})
>>> doc = nlp("Ardenia paid Velmark GmbH $5 million for 24 launchers last month.")
>>> [(span.text, span.label_, span._.record.low) for span in doc.spans["outlay"] if span.label_ == "figure"]
[('$5 million', 'figure', Decimal('5000000'))]
>>> doc._.outlay.contracts[0].suppliers[0].name
'Velmark GmbH'
"""

from __future__ import annotations

from typing import Optional, Union

from spacy.language import Language
from spacy.tokens import Doc, Span

from .extractor import Extractor
from .records import Contract, DateMention, Document, Figure

# Where a Doc keeps its records: as JSON, which Doc.to_bytes and DocBin write.
_KEY = "outlay"


class Component:
    """Reads the text of a `Doc`.

    `doc._.outlay` is its `Document`, `doc._.figures` and `doc._.contracts` are its figures and contracts. `doc.spans["outlay"]` holds a span for each figure,
    date and contract, labelled so, and `span._.record` is its record. A span begins and ends with a token; the record says exactly where its text stands.
    """

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def __call__(self, doc: Doc) -> Doc:
        document = self.extractor.extract(doc.text)
        doc.user_data[_KEY] = document.to_json()
        labelled: list[tuple[str, tuple[Union[Figure, DateMention, Contract], ...]]]
        labelled = [("figure", document.figures), ("date", document.dates), ("contract", document.contracts)]
        spans = [
            doc.char_span(record.start, record.end, label=label, span_id=record.id, alignment_mode="expand")
            for label, records in labelled
            for record in records
        ]
        doc.spans[_KEY] = [span for span in spans if span is not None]
        return doc


def _document(doc: Doc) -> Optional[Document]:
    line = doc.user_data.get(_KEY)
    return None if line is None else Document.from_json(line, doc.text)


def _figures(doc: Doc) -> tuple[Figure, ...]:
    document = _document(doc)
    return document.figures if document else ()


def _contracts(doc: Doc) -> tuple[Contract, ...]:
    document = _document(doc)
    return document.contracts if document else ()


def _record(span: Span) -> Optional[Union[Figure, DateMention, Contract]]:
    document = _document(span.doc)
    try:
        return document[span.id_] if document else None
    except KeyError:
        return None


Doc.set_extension("outlay", getter=_document, force=True)
Doc.set_extension("figures", getter=_figures, force=True)
Doc.set_extension("contracts", getter=_contracts, force=True)
Span.set_extension("record", getter=_record, force=True)


@Language.factory("outlay", default_config={"published": None, "lexicon": None})  # type: ignore[untyped-decorator]
def make(nlp: Language, name: str, published: Optional[str], lexicon: Optional[str]) -> Component:
    """The component, from its configuration: what `Extractor` takes as `published` and, as TOML, `lexicon`."""
    return Component(Extractor(published=published, lexicon=lexicon))
