"""The five verdicts of MUC-4's scorer on one value of a slot, and their sums.

Source: N. Chinchor, "MUC-4 Evaluation Metrics", Proceedings of the Fourth Message Understanding Conference, 1992.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What became of one value."""

    CORRECT = "COR"
    PARTIAL = "PAR"
    INCORRECT = "INC"
    MISSING = "MIS"  # gold has it, the report does not
    SPURIOUS = "SPU"  # the report has it, gold does not


POINTS: dict[Verdict, float] = {Verdict.CORRECT: 1.0, Verdict.PARTIAL: 0.5}
"""What a verdict is worth; the others are worth nothing."""


class Tally(NamedTuple):
    """Values by verdict."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    missing: int = 0
    spurious: int = 0
