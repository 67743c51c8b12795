"""The collector of the command's own process: how often it looks for rings of objects that nothing else frees."""

from __future__ import annotations

import gc

_ALLOCATIONS = 50_000  # between two looks at the youngest objects; Python's own 700 take a fifth of a run's time
_YOUNG, _MIDDLE = 20, 50  # looks at one generation before the next older one is looked at


def collect_rarely() -> None:
    """Look for rings rarely: articles and reports form none and are freed at once when they are written.

    Only the command sets this. A program that uses the library keeps its own thresholds.
    """
    gc.set_threshold(_ALLOCATIONS, _YOUNG, _MIDDLE)
