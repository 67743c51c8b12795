"""Made articles as counts alone: a population whose true figures are known, for what the statistics promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from summarize.evaluation.shapes import Array

VALUES = 7
"""Slot values of an incident."""


def tallies(random: np.random.Generator, sets: int, size: int) -> Array:
    """COR, PAR, INC, MIS and SPU of articles that differ in length and difficulty, as gold articles do.

    Returns:
        sets by articles by counts.
    """
    shape = (sets, size)
    incidents = 1 + random.poisson(2.0, shape)
    skill = random.beta(6.0, 4.0, shape)
    values, wanted = VALUES * random.binomial(incidents, 0.85), VALUES * incidents
    correct = random.binomial(values, skill)
    partial = random.binomial(values - correct, 0.2)
    spurious = random.binomial(values, 0.1)
    counts = [correct, partial, values - correct - partial, wanted - values, spurious]
    return np.stack(counts, axis=-1).astype(float)


def damaged(random: np.random.Generator, counts: Array, rate: float) -> Array:
    """The same articles with a fault that leaves out an incident's worth of right values at this rate."""
    right = counts[..., 0]
    incidents = np.maximum(np.ceil((right + counts[..., 2] + counts[..., 3]) / VALUES), 1).astype(int)
    struck = random.binomial(incidents, rate) / incidents
    lost = np.floor(right * struck)
    after = counts.copy()
    after[..., 0] -= lost
    after[..., 3] += lost
    return after


def asked_again(random: np.random.Generator, counts: Array, share: float = 0.15) -> Array:
    """The same articles answered anew by a model no better and no worse: right and wrong change places.

    Args:
        random: what draws.
        counts: articles by counts.
        share: of the values that change.
    """
    values = counts[..., :4].sum(axis=-1)
    rate = counts[..., 0].sum(axis=-1, keepdims=True) / values.sum(axis=-1, keepdims=True)
    moved = random.binomial(values.astype(int), share)
    again = random.binomial(moved, np.broadcast_to(rate, moved.shape))
    taken = np.minimum(random.binomial(counts[..., 0].astype(int), share), counts[..., 0])
    after = counts.copy()
    change = np.clip(again - taken, -counts[..., 0], counts[..., 2] + counts[..., 3])
    after[..., 0] += change
    from_incorrect = np.clip(change, -np.inf, counts[..., 2])
    after[..., 2] -= from_incorrect
    after[..., 3] -= change - from_incorrect
    return after
