"""Resolution: date classes, place mentions and gold resolved right, what was resolved wrongly, and how fast.

Times are of the processor, per article of four incidents, after a first round that reads the lists.
Run from the project's root: `python -m benchmarks.resolution`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time

from summarize.article import Article
from summarize.evaluation.gold import GoldArticle, load_gold
from summarize.grounding.actors import normalise_actor, speaker_kind
from summarize.grounding.dates import resolve_date
from summarize.grounding.names import country_of
from summarize.grounding.places import resolve_place
from summarize.schema.draft import DraftIncident
from summarize.schema.vocabulary import Stage
from tests.grounding.test_dates import _CLASSES, _resolved

_ROUNDS = 5
_INCIDENTS = 4  # of the article that times are given for
_LEAST_DATES = 0.97


def main() -> int:
    """Print the tables; exit 1 if a date is resolved that is not resolvable, or too few are right."""
    gold = load_gold().articles
    dates_kept = _print_classes()
    _print_gold_countries(gold)
    for name, resolve in (("dates", _dates), ("places", _places), ("actors", _actors)):
        print(f"{name}: {_milliseconds(gold, resolve):.3f} ms an article of {_INCIDENTS} incidents")
    return 0 if dates_kept else 1


def _print_classes() -> bool:
    right = total = invented = 0
    for name, rows in _CLASSES.items():
        correct = sum(_resolved(row) == row.expected for row in rows)
        invented += sum(
            _resolved(row).start is not None and row.expected.resolution == "not_resolvable" for row in rows
        )
        print(f"{name:<24}{correct:>4} of {len(rows)}")
        right, total = right + correct, total + len(rows)
    print(f"{'all date classes':<24}{right:>4} of {total}; resolved though not resolvable: {invented}")
    return right >= _LEAST_DATES * total and not invented


def _print_gold_countries(gold: Sequence[GoldArticle]) -> None:
    """Countries of gold's places, with the country that the labels give and without."""
    for told in (True, False):
        counts: Counter[str] = Counter()
        for labelled in gold:
            for incident in labelled.draft.incidents:
                for place in incident.places:
                    found = resolve_place(
                        place.q,
                        within=place.within,
                        country=place.country if told else None,
                        article=labelled.article,
                        sentence=labelled.article.sentence(place.s),
                    )
                    wanted = country_of(place.country) if place.country else None
                    counts[_verdict(found.country_code if found else None, wanted)] += 1
        shown = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        print(f"gold countries, {'as labelled' if told else 'from the article alone'}: {shown}")


def _verdict(found: str | None, wanted: str | None) -> str:
    if found is None:
        return "left open" if wanted else "none, as labelled"
    return "right" if found == wanted else "beyond the labels" if wanted is None else "WRONG"


def _dates(article: Article, incident: DraftIncident) -> None:
    if date := incident.date:
        threatened = incident.outcome is not None and incident.outcome.stage is Stage.THREATENED
        sentence = article.sentence(date.s)
        resolve_date(date.q, relative_to=date.relative_to, sentence=sentence, article=article, future=threatened)


def _places(article: Article, incident: DraftIncident) -> None:
    for place in incident.places:
        sentence = article.sentence(place.s)
        resolve_place(place.q, within=place.within, country=place.country, article=article, sentence=sentence)


def _actors(_: Article, incident: DraftIncident) -> None:
    for attribution in incident.attributions:
        speaker_kind(attribution.by, actor=attribution.actor)
        normalise_actor(attribution.actor or "")


def _milliseconds(gold: Sequence[GoldArticle], resolve: Callable[[Article, DraftIncident], None]) -> float:
    pairs = [(each.article, incident) for each in gold for incident in each.draft.incidents]
    times = []
    for _ in range(_ROUNDS + 1):
        start = process_time()
        for article, incident in pairs:
            resolve(article, incident)
        times.append(process_time() - start)
    return median(times[1:]) / len(pairs) * _INCIDENTS * 1000


if __name__ == "__main__":
    sys.exit(main())
