"""Numbers in words and digits."""

from __future__ import annotations

import tomllib
from functools import cache

from summarize.content import lexicon_path


@cache
def tables() -> dict[str, dict[str, int]]:
    """The tables of `lexicons/numbers.toml`."""
    return tomllib.loads(lexicon_path("numbers.toml").read_text("utf-8"))


def is_number(key: str) -> bool:
    """Whether a token is a number in digits or words."""
    return key[:1].isdigit() or key in tables()["cardinals"] or key in tables()["multipliers"]
