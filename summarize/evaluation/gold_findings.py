"""What a check of gold finds: a field and a sentence, and where that field stands in the file."""

from __future__ import annotations

from summarize.evaluation.gold import LABELS_FILE, GoldArticle
from summarize.evaluation.labels import Problem

Finding = tuple[str, str]
"""The path of a field, and what is wrong with it in a sentence."""


def problem_at(gold: GoldArticle, finding: Finding) -> Problem:
    """The finding with its file and line; a field that is not written out stands where its holder stands."""
    path, message = finding
    holder = path
    while holder and holder not in gold.labels.lines:
        holder = holder[: max(holder.rfind("."), holder.rfind("["), 0)]
    return Problem(f"{gold.id}/{LABELS_FILE}", gold.labels.lines.get(holder, 1), path, message)
