"""`python -m outlay extract article.txt`, and the console script `outlay`: the program."""

from __future__ import annotations

import sys
from typing import NoReturn

from ._outlay import run


def main() -> NoReturn:
    """Does what the command line says, and ends with the program's exit status."""
    sys.exit(run(["outlay", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
