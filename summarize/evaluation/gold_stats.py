"""How much gold there is, and of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarize.evaluation.gold import Gold, GoldArticle
from summarize.evaluation.gold_checks import cited
from summarize.evaluation.gold_schema import Phenomenon, Split, Style
from summarize.schema.vocabulary import IncidentKind, Role

Counts = Mapping[str, int]


@dataclass(frozen=True)
class GoldStats:
    """Counts over a set of gold articles; every closed list has all its values, those at 0 too.

    Attributes:
        articles: how many.
        without_incident: how many of them have none.
        dated: how many give their publication date.
        incidents: how many, by role.
        optional_incidents: how many a careful reader may leave out.
        facts: how many cited facts, by field.
        kinds: incidents by kind.
        phenomena: articles by tag.
        styles: articles by style.
        splits: articles by half.
        families: families of two or more articles.
        must_not: how many traps.
        words: of all texts.
        fingerprint: SHA-256 over the files, hexadecimal.
    """

    articles: int
    without_incident: int
    dated: int
    incidents: Counts
    optional_incidents: int
    facts: Counts
    kinds: Counts
    phenomena: Counts
    styles: Counts
    splits: Counts
    families: int
    must_not: int
    words: int
    fingerprint: str


def gold_stats(gold: Gold) -> GoldStats:
    """Count what there is."""
    articles = gold.articles
    incidents = [incident for article in articles for incident in article.draft.incidents]
    families = Counter(article.head.family for article in articles if article.head.family)
    return GoldStats(
        articles=len(articles),
        without_incident=sum(not article.draft.incidents for article in articles),
        dated=sum(article.article.published is not None for article in articles),
        incidents=_counts(Role, (incident.role for incident in incidents)),
        optional_incidents=sum(mark.optional for article in articles for mark in article.labels.incident_marks),
        facts=_facts(articles),
        kinds=_counts(IncidentKind, (incident.kind for incident in incidents)),
        phenomena=_counts(Phenomenon, (tag for article in articles for tag in article.head.phenomena)),
        styles=_counts(Style, (article.head.style for article in articles)),
        splits=_counts(Split, (article.head.split for article in articles)),
        families=sum(count > 1 for count in families.values()),
        must_not=sum(len(article.head.must_not) for article in articles),
        words=sum(len(article.article.text.split()) for article in articles),
        fingerprint=gold.fingerprint,
    )


def _facts(articles: Sequence[GoldArticle]) -> Counts:
    """Cited facts by the field they stand in: `incidents[0].places[1]` is one of places."""
    paths = (path for article in articles for path, _ in cited(article))
    counts = Counter(path.rsplit(".", 1)[-1].split("[")[0] for path in paths)
    return dict(sorted(counts.items()))


def _counts(names: Iterable[str], found: Iterable[str]) -> Counts:
    counts = Counter(found)
    return {str(name): counts[name] for name in names}


def stats_text(stats: GoldStats) -> str:
    """The counts as lines of text."""
    tables = {
        "incidents": stats.incidents,
        "kinds": stats.kinds,
        "facts": stats.facts,
        "split": stats.splits,
        "styles": stats.styles,
        "phenomena": stats.phenomena,
    }
    lines = [
        f"{stats.articles} articles, {stats.words:,} words; {stats.without_incident} without an incident, "
        f"{stats.dated} with a publication date, {stats.families} families",
        f"{sum(stats.incidents.values())} incidents ({stats.optional_incidents} optional), "
        f"{sum(stats.facts.values())} cited facts, {stats.must_not} traps",
    ]
    for name, counts in tables.items():
        lines += ["", name, *(f"  {count:5}  {value}" for value, count in counts.items())]
    return "\n".join([*lines, "", f"fingerprint {stats.fingerprint}"])
