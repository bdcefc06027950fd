"""The component of spaCy, with a blank model."""

import pytest

spacy = pytest.importorskip("spacy")
from spacy.tokens import DocBin  # noqa: E402

import outlay  # noqa: E402

TEXT = "Ardenia paid Velmark GmbH between $5 million and $7 million for 24 launchers last month. Nothing else was said."


def pipeline(**config):
    nlp = spacy.blank("en")
    nlp.add_pipe("outlay", config=config)
    return nlp


def test_a_doc_has_its_records():
    doc = pipeline(published="2025-05-21")(TEXT)
    want = outlay.extract(TEXT, "2025-05-21")
    assert doc._.outlay == want and doc._.figures == want.figures and doc._.contracts == want.contracts
    spans = {span.id_: span for span in doc.spans["outlay"]}
    assert set(spans) == {"f1", "d1", "c1"} and spans["f1"].label_ == "figure"
    assert spans["f1"].text == want.figures[0].text and spans["f1"]._.record == want.figures[0]
    assert spans["d1"]._.record.edtf == "2025-04"
    assert doc[0:1]._.record is None


def test_spans_that_end_within_a_token_are_widened():
    nlp = pipeline()
    doc = nlp("é 😀 They paid €5millionish, then $6bn-worth; 5 % of A$7m.")
    for span in doc.spans["outlay"]:
        record = span._.record
        assert span.start_char <= record.start < record.end <= span.end_char
        assert doc.text[record.start : record.end] == record.text
    assert len(doc._.figures) == len([span for span in doc.spans["outlay"] if span.label_ == "figure"]) >= 2


def test_records_travel_with_the_doc():
    nlp = pipeline(lexicon='companies = ["Velmark"]')
    docs = list(nlp.pipe([TEXT, "", "Nothing."] * 3, batch_size=2))
    assert [len(doc._.figures) for doc in docs] == [1, 0, 0] * 3
    back = list(DocBin(docs=docs, store_user_data=True).get_docs(nlp.vocab))
    assert [doc._.outlay for doc in back] == [doc._.outlay for doc in docs]
    assert spacy.blank("en")("paid $5")._.outlay is None


def test_options_that_are_none_are_refused():
    with pytest.raises(ValueError, match="a day, month or year"):
        pipeline(published="soon")
