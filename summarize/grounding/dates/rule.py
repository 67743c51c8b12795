"""A date rule: a name, the canonical words it reads, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.result import ResolvedDate

Reading = Callable[[re.Match[str], Frame], ResolvedDate]
"""What matched words mean in a frame."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way of saying when.

    Attributes:
        name: what the rule reads.
        pattern: the canonical words (see `words`).
        read: what they mean.
        needs_anchor: whether the words mean nothing without another sentence's date.
    """

    name: str
    pattern: re.Pattern[str]
    read: Reading
    needs_anchor: bool = False


def rule(name: str, pattern: str, read: Reading, *, needs_anchor: bool = False) -> DateRule:
    """A rule from the text of its pattern."""
    return DateRule(name, re.compile(pattern), read, needs_anchor)
