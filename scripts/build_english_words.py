"""Builds `summarize/lexicons/english_words.txt` from two word lists of SCOWL.

Run: `python scripts/build_english_words.py AMERICAN BRITISH`, with the lists `american-english` and `british-english`
as Debian's packages wamerican and wbritish (2020.12.07) install them under /usr/share/dict.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "summarize" / "lexicons" / "english_words.txt"


def words(*lists: Path) -> list[str]:
    """The words in small letters alone, without names, possessives and compounds, sorted by code point."""
    lines = {line.strip() for path in lists for line in path.read_text("utf-8").splitlines()}
    return sorted(line for line in lines if line.isalpha() and line.islower())


def main() -> None:
    """Write the words under the header that the file has."""
    header = [line for line in TARGET.read_text("utf-8").splitlines() if line.startswith("#")]
    TARGET.write_text("\n".join([*header, *words(*map(Path, sys.argv[1:]))]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
