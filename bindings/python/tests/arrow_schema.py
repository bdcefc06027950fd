"""The columns of `extract_batch`, as a page for people. Run, it writes `arrow-schema.txt`."""

import pathlib

import pyarrow as pa

import outlay

HEAD = "The columns of outlay.extract_batch. Each may be null; what a field means is in `outlay schema` and in outlay.records.\n\n"


def described():
    out = [HEAD]
    for field in outlay.extract_batch(pa.array([], pa.string())).schema:
        out.extend(lines(field.name, field.type, 0))
    return "".join(out)


def lines(name, kind, depth):
    inner, lists = kind, ""
    while pa.types.is_list(inner):
        inner, lists = inner.value_type, lists + "list of "
    struct = pa.types.is_struct(inner)
    yield f"{'    ' * depth}{name}: {lists}{'struct' if struct else inner}\n"
    for field in inner if struct else ():
        yield from lines(field.name, field.type, depth + 1)


if __name__ == "__main__":
    (pathlib.Path(__file__).resolve().parents[1] / "arrow-schema.txt").write_text(described(), "utf-8")
