"""Checks that look across gold articles: families and the incidents they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_findings import Finding


def families_stay_together(articles: Sequence[GoldArticle]) -> Iterator[tuple[GoldArticle, Finding]]:
    """A family is on one side of the split."""
    splits: dict[str, set[str]] = {}
    for gold in articles:
        splits.setdefault(gold.head.family or gold.id, set()).add(gold.head.split)
    for gold in articles:
        if len(splits[gold.head.family or gold.id]) > 1:
            yield gold, ("split", f"The family {gold.head.family!r} is in both halves.")


def same_as_is_mutual(articles: Sequence[GoldArticle]) -> Iterator[tuple[GoldArticle, Finding]]:
    """`same_as` leads to an incident of another article of the family, which leads back."""
    families = {f"{gold.id}#{mark.id}": gold.head.family for gold in articles for mark in gold.labels.incident_marks}
    back = {
        (f"{gold.id}#{mark.id}", other)
        for gold in articles
        for mark in gold.labels.incident_marks
        for other in mark.same_as
    }
    for gold in articles:
        for index, mark in enumerate(gold.labels.incident_marks):
            own = f"{gold.id}#{mark.id}"
            for other in mark.same_as:
                for message in _faults(own, other, families, led_back=(other, own) in back):
                    yield gold, (f"incidents[{index}].same_as", message)


def _faults(own: str, other: str, families: dict[str, str | None], *, led_back: bool) -> Iterator[str]:
    if other not in families:
        yield f"There is no incident {other!r} in the gold."
    elif own.split("#", maxsplit=1)[0] == other.split("#", maxsplit=1)[0]:
        yield f"{other!r} is in the same article."
    elif families[own] is None or families[own] != families[other]:
        yield f"{other!r} is in the family {families[other]!r}, this article in {families[own]!r}."
    elif not led_back:
        yield f"{other!r} does not lead back to {own!r}."
