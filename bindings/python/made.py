"""A batch of any size from the documents of the project's tests, for those who measure: the same bytes each time."""

import itertools
import json
import pathlib

DOCUMENTS = pathlib.Path(__file__).resolve().parents[2] / "tests" / "documents"


def texts(style="*"):
    """The documents of a style, or of all, without end, each with its number, so that no two are the same."""
    files = [file.read_text("utf-8") for file in sorted(DOCUMENTS.glob(f"{style}/*.txt"))]
    for number, text in enumerate(itertools.cycle(files)):
        yield f"{text}\n\nNote {number}.\n"


def rows(path, size, style="*"):
    """Writes rows of JSONL of about so many bytes, and tells how many."""
    written = 0
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for count, text in enumerate(texts(style)):
            if written >= size:
                return count
            written += file.write(json.dumps({"id": f"n{count}", "text": text}, ensure_ascii=False) + "\n")
