"""Records as objects: each field of the program's JSON, of its type, read-only."""

import copy
import dataclasses
import decimal
import importlib.util
import json
import pathlib
import pickle
import typing

import pytest

import outlay
from outlay import records

HERE = pathlib.Path(__file__).resolve().parent
MADE = "Ardenia paid between $250 million and $400 million for 24 launchers that Velmark GmbH delivered in May 2022."


def test_the_classes_are_those_of_the_schema():
    """A field that the library has and Python does not is a difference here."""
    spec = importlib.util.spec_from_file_location("generate", HERE.parent / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    written = pathlib.Path(records.__file__).read_text("utf-8")
    assert written == generate.source(outlay.schema()), "outlay schema | python generate.py > python/outlay/records.py"


def test_every_field_of_the_schema_is_an_attribute():
    schema = outlay.schema()
    found = {"Document": schema, **schema["$defs"]}
    for name, definition in found.items():
        if "properties" in definition:
            fields = [field.name.rstrip("_") for field in dataclasses.fields(getattr(records, name)) if field.compare]
            assert fields == list(definition["properties"]), name


def test_documents_are_the_programs_byte_for_byte(texts, lines):
    assert len(lines) == len(texts)
    met = set()
    for at, (text, line) in enumerate(zip(texts, lines)):
        document = outlay.extract(text, id=str(at))
        assert document.to_json() == line
        assert document.to_dict() == json.loads(line)
        assert outlay.Document.from_json(line, text) == document
        met |= set(fields_met(document))
    # Were the texts poor, the comparison would say little.
    assert {"Figure", "Hedge", "DateMention", "Contract", "Party", "Item", "Value", "Funding", "Identifier", "Diagnostic"} <= met


def fields_met(record):
    yield type(record).__name__
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        for inner in value if isinstance(value, tuple) else ():
            if isinstance(inner, records.Record):
                yield from fields_met(inner)


def test_values_are_of_the_types_that_are_told(texts):
    for text in texts:
        check(outlay.extract(text))


def check(record):
    hints = typing.get_type_hints(type(record))
    for field in dataclasses.fields(record):
        check_value(getattr(record, field.name), hints[field.name], f"{type(record).__name__}.{field.name}")


def check_value(value, hint, name):
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        if value is not None:
            check_value(value, arguments[0], name)
    elif origin is tuple:
        assert type(value) is tuple, name
        for item in value:
            check_value(item, arguments[0], name)
    elif origin is typing.Literal:
        assert value in arguments, name
    else:
        assert type(value) is hint, f"{name} is {value!r}"
        if isinstance(value, records.Record):
            check(value)


def test_amounts_are_exact():
    document = outlay.extract("It cost $79228162514264337593543950335 or $0.00000000012345, or -$5.50.")
    lows = [figure.low for figure in document.figures]
    assert lows == [decimal.Decimal("79228162514264337593543950335"), decimal.Decimal("0.00000000012345"), decimal.Decimal("-5.5")]
    assert document.figures[1].to_dict()["low"] == "0.00000000012345"


@pytest.mark.parametrize("unit", ["chars", "bytes", "utf16"])
def test_offsets_slice_the_text(texts, unit):
    widths = {"chars": ("utf-32-le", 4), "bytes": ("utf-8", 1), "utf16": ("utf-16-le", 2)}
    encoding, width = widths[unit]
    for text in texts:
        document = outlay.extract(text, offsets=unit)
        assert document.text == text and document.offsets == unit
        encoded = text.encode(encoding)
        for record in (*document.figures, *document.dates, *document.contracts):
            assert encoded[record.start * width : record.end * width].decode(encoding) == record.text


def test_records_are_read_only():
    document = outlay.extract(MADE)
    for record, name in [(document, "id"), (document.figures[0], "low"), (document.contracts[0], "new")]:
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, None)
    with pytest.raises(AttributeError):
        outlay.Extractor().offsets = "bytes"


def test_records_are_equal_by_content_and_can_be_pickled():
    one, same, other = outlay.extract(MADE), outlay.extract(MADE), outlay.extract(MADE.replace("400", "500"))
    assert one == same and hash(one) == hash(same) and one != other
    assert one.figures[0] == same.figures[0] and one.figures[0] != other.figures[0]
    back = pickle.loads(pickle.dumps(one))
    assert back == one and back.text == MADE and copy.deepcopy(one) == one
    extractor = outlay.Extractor(published="2024", lexicon='companies = ["Velmark"]', offsets="bytes")
    assert pickle.loads(pickle.dumps(extractor)).extract("paid last year") == extractor.extract("paid last year")


def test_records_say_what_they_are():
    document = outlay.extract(MADE)
    assert repr(document) == "<Document '-': 1 figures, 1 dates, 1 contracts, 0 diagnostics>"
    figure = document.figures[0]
    assert str(figure) == "USD 250,000,000..400,000,000"
    assert repr(figure).startswith("Figure(id='f1', start=13, end=50, text='between $250 million and $400 million', kind='range', low=Decimal('250000000')")
    assert "None" not in repr(figure)
    assert str(document.dates[0]) == str(document.dates[0].edtf) == "2022-05"
    assert str(document.contracts[0]).startswith("Velmark GmbH to Ardenia: 24 launchers [")
    assert document["f1"] is figure and document["c1"] is document.contracts[0]
    for missing in ["f2", "x1", ""]:
        with pytest.raises(KeyError):
            document[missing]


@pytest.mark.parametrize("unit", ["chars", "bytes", "utf16"])
def test_a_notebook_shows_the_text_with_its_facts(unit):
    text = "é 😀 <b>Ardenia</b> paid $5 million."
    shown = outlay.extract(text, offsets=unit)._repr_html_()
    assert shown.startswith('<div class="outlay"><style>')
    assert '<mark class="figure" title="figure: USD 5,000,000">$5 million</mark>' in shown
    assert "é 😀 &lt;b&gt;" in shown and "<b>Ardenia" not in shown


def test_pages_carry_their_content():
    page = '<html><nav>Menu $1</nav><article><p>Ardenia paid <b>$5 million</b> for é launchers.</p></article></html>'
    document = outlay.extract(page, html=True)
    figure = document.figures[0]
    assert document.content == document.text and "Menu" not in document.text
    assert document.text[figure.start : figure.end] == "$5 million" == page[figure.source_start : figure.source_end]
    assert outlay.extract("paid $5").content is None
    assert outlay.extract("paid $5", with_text=True).content == "paid $5"


def test_published_and_lexicon(tmp_path):
    text = "Lethos paid Velmark $5 million for 12 Skylance launchers last month."
    toml = 'companies = ["Velmark"]\nprogrammes = ["Skylance"]\n[aliases]\nLethos = "XL"\n'
    file = tmp_path / "own.toml"
    file.write_text(toml)
    document = outlay.extract(text, "2025-05-21", lexicon=toml)
    assert document.dates[0].edtf == "2025-04" and document.published_basis == "given"
    assert document.contracts[0].customers[0].country == "XL"
    assert outlay.extract(text, "2025-05-21", lexicon=file) == document
    dated = "WASHINGTON, May 21, 2025 — Ardenia paid $5 million last month."
    assert outlay.extract(dated, "2001").dates[-1].edtf == "2025-04"
    assert outlay.Extractor().extract(dated, published="2001-03-02").dates[-1].edtf == "2001-02"


def test_errors_are_the_programs(program, tmp_path):
    for options, name in [({"published": "2021/2022"}, "--published"), ({"lexicon": "[aliases]\nLethos = 5"}, None)]:
        with pytest.raises(ValueError) as raised:
            outlay.extract("", **options)
        if name:
            done = program("extract", name, options["published"], "-")
            assert done.returncode == 2 and str(raised.value) in done.stderr.decode()
        else:
            file = tmp_path / "own.toml"
            file.write_text(options["lexicon"])
            with pytest.raises(ValueError) as raised:
                outlay.extract("", lexicon=file)
            done = program("extract", "--lexicon", str(file), "-")
            assert done.returncode == 2 and done.stderr.decode() == f"outlay: {raised.value}\n"
    with pytest.raises(ValueError, match="offsets are one of chars, bytes, utf16, not \"words\""):
        outlay.extract("", offsets="words")
    with pytest.raises(ValueError, match="a record of outlay/1 was expected"):
        outlay.Document.from_json("{}")
    for wrong in [None, 5, b"paid $5"]:
        with pytest.raises(TypeError, match=r"a text \(str\) was expected, and .* was found"):
            outlay.extract(wrong)
    with pytest.raises(ValueError):
        outlay.extract("\ud800")
    with pytest.raises(FileNotFoundError):
        outlay.Extractor(lexicon=tmp_path / "none.toml")


def test_bytes_are_text_as_the_program_reads_them():
    page = '<meta charset="windows-1251"><p>Цена $5</p>'
    assert outlay.decode(page.encode("windows-1251"), html=True) == page
    assert outlay.decode("é €5".encode("utf-16")) == "é €5" and outlay.decode(b"a\xffb") == "a\ufffdb"
    with pytest.raises(ValueError, match="encoding"):
        outlay.decode(b"", encoding="none")
    with pytest.raises(TypeError):
        outlay.decode("text")
