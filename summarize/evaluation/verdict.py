"""The five verdicts of MUC-4's scorer on one value of a slot.

Source: N. Chinchor, "MUC-4 Evaluation Metrics", Proceedings of the Fourth Message Understanding Conference, 1992.
"""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What became of one value; in the order in which they are counted."""

    CORRECT = "COR"
    PARTIAL = "PAR"
    INCORRECT = "INC"
    MISSING = "MIS"  # gold has it, the report does not
    SPURIOUS = "SPU"  # the report has it, gold does not


POINTS: dict[Verdict, float] = {Verdict.CORRECT: 1.0, Verdict.PARTIAL: 0.5}
"""What a verdict is worth; the others are worth nothing."""
