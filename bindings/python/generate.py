"""Writes `python/outlay/records.py`, the classes of the records, from their JSON Schema:

    outlay schema | python generate.py > python/outlay/records.py

A test says when the file is not what this writes.
"""

import json
import keyword
import sys
import textwrap

HEAD = '''"""The records, as classes: written by generate.py from `outlay schema`, and not by hand.

Each is read-only, equal to another of the same content, and made of plain values: `str`, `int`, `bool`, `decimal.Decimal`, tuples and records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Optional

from ._record import DocumentRecord, Record

'''


def source(schema):
    """The whole file."""
    definitions = schema["$defs"]
    names = {name: names_of(definition) for name, definition in definitions.items()}
    out = [HEAD]
    for name, values in names.items():
        if values:
            out.append(f"{name} = Literal[\n" + "".join(f"    {json.dumps(value)},\n" for value in values) + "]\n")
            out.append(docs(definitions[name], 0) + "\n\n" if "description" in definitions[name] else "\n")
    records = {name: definition for name, definition in definitions.items() if "properties" in definition}
    for name, definition in [*in_order(records), ("Document", schema)]:
        base = "DocumentRecord" if name == "Document" else "Record"
        out.append(f"\n@dataclass(frozen=True, repr=False)\nclass {name}({base}):\n{docs(definition, 4)}\n\n")
        for key, property_ in definition["properties"].items():
            out.append(f"    {attribute(key)}: {kind(property_, names, definitions)}\n{docs(property_, 4)}\n")
        if name == "Document":
            out.append("    text: str = field(compare=False)\n")
            out.append('    """The text that the offsets count in. It is no part of the record: not compared, and not in JSON."""\n')
        out.append("\n")
    out.append("\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted([*records, "Document", *(n for n in names if names[n])])) + "]\n")
    return "".join(out)


def in_order(records):
    """Each record behind those that it holds, so that a reader meets no name before it is told."""
    done = {}

    def tell(name):
        if name not in done:
            for other in records:
                if other != name and f'"#/$defs/{other}"' in json.dumps(records[name]):
                    tell(other)
            done[name] = records[name]

    for name in records:
        tell(name)
    return done.items()


def names_of(definition):
    """The names of an enum."""
    return [one["const"] for one in definition.get("oneOf", []) if "const" in one] + definition.get("enum", [])


def attribute(key):
    """`for_`: a field whose name is a word of Python's ends with a line."""
    return key + "_" if keyword.iskeyword(key) else key


def kind(property_, names, definitions):
    """The annotation of a field."""
    if "$ref" in property_:
        name = property_["$ref"].rsplit("/", 1)[1]
        return name if names[name] or "properties" in definitions[name] else kind(definitions[name], names, definitions)
    if "anyOf" in property_:
        return f"Optional[{kind(property_['anyOf'][0], names, definitions)}]"
    types = property_["type"]
    if isinstance(types, list):
        return f"Optional[{kind({**property_, 'type': types[0]}, names, definitions)}]"
    if types == "array":
        return f"tuple[{kind(property_['items'], names, definitions)}, ...]"
    return "Decimal" if property_.get("format") == "decimal" else {"string": "str", "integer": "int", "boolean": "bool"}[types]


def docs(of, indent):
    """A docstring at the margin that its owner has."""
    text = of.get("description", "").replace("\\", "\\\\")
    # A quote at the end would end the string.
    text = text + " " if text.endswith('"') else text
    wrap = lambda paragraph: textwrap.wrap(paragraph, 140 - indent, break_long_words=False, break_on_hyphens=False)
    lines = "\n\n".join("\n".join(wrap(paragraph)) for paragraph in text.split("\n\n")).split("\n")
    lines = lines if len(lines) < 2 else [*lines, ""]
    return textwrap.indent('"""' + "\n".join(lines), " " * indent) + (" " * indent if len(lines) > 1 else "") + '"""'


if __name__ == "__main__":
    sys.stdout.write(source(json.load(sys.stdin)))
