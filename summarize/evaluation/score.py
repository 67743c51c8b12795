"""The score of one article: every decision, before anything is summed up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from summarize.errors import ArticleError
from summarize.evaluation.alignment import Alignment, align
from summarize.evaluation.cases import gold_case, report_case
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.links import Links
from summarize.evaluation.must_not import Violation, violations
from summarize.evaluation.pairing import Decision, compare_facts, missing, spurious
from summarize.evaluation.slots import stated
from summarize.evaluation.stated import Case, Stated, StatedIncident
from summarize.evaluation.summary_text import SummaryScore, Vocabulary, score_summary, vocabulary
from summarize.schema.report import Report


@dataclass(frozen=True, slots=True)
class EvidenceScore:
    """How well the report's facts are evidenced.

    Attributes:
        grounded: facts that stand in the report.
        rejected: what the model said and the article does not.
        shared: sentences cited for aligned incidents by both sides.
        cited: sentences cited for aligned incidents by the report.
        wanted: sentences cited for aligned incidents by gold.
    """

    grounded: int
    rejected: int
    shared: int
    cited: int
    wanted: int


@dataclass(frozen=True, eq=False)
class ArticleScore:
    """All decisions on one article.

    Attributes:
        gold: the labelled article.
        alignment: which predicted incident is which.
        within: the verdicts inside aligned incidents.
        beyond: the verdicts on everything else: missed and spurious incidents, sums, the reason for none.
        evidence: how well the facts are evidenced.
        violations: the traps that were fallen into.
        summary: the summary as a text.
        wanted_incidents: whether gold has any incident, optional ones included.
        failure: why there is no report, None if there is one.
    """

    gold: GoldArticle
    alignment: Alignment
    within: tuple[Decision, ...]
    beyond: tuple[Decision, ...]
    evidence: EvidenceScore
    violations: tuple[Violation, ...]
    summary: SummaryScore
    wanted_incidents: bool
    failure: ArticleError | None = None

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All verdicts."""
        return self.within + self.beyond

    @cached_property
    def by_slot(self) -> dict[str, list[Decision]]:
        """All verdicts by the slot's name."""
        found: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            found.setdefault(decision.slot.name, []).append(decision)
        return found


@dataclass(frozen=True)
class PreparedGold:
    """A gold article in the scorer's shape: made once, compared with many reports.

    Attributes:
        gold: the labelled article.
        case: what its labels state.
        vocabulary: of its title and text.
    """

    gold: GoldArticle
    case: Case
    vocabulary: Vocabulary


def prepare(gold: GoldArticle) -> PreparedGold:
    """Put a gold article into the scorer's shape, its dates and places resolved."""
    source = f"{gold.article.title}\n{gold.article.text}"
    return PreparedGold(gold, gold_case(gold), vocabulary(source))


NOTHING = Case((), (), None)
"""What is stated where there is no report."""


def score_article(prepared: PreparedGold, report: Report | None, failure: ArticleError | None = None) -> ArticleScore:
    """Score a report against gold; without a report everything required is missed.

    Args:
        prepared: the labelled article.
        report: what the model under test made of it.
        failure: why there is no report.
    """
    gold, wanted = prepared.gold, prepared.case
    said = report_case(report) if report else NOTHING
    alignment = align(wanted, said)
    links = Links(wanted, alignment)
    summary = " ".join(sentence.text for sentence in report.summary) if report else ""
    return ArticleScore(
        gold=gold,
        alignment=alignment,
        within=tuple(_within(alignment, links)),
        beyond=tuple(_beyond(wanted, said, alignment, links)),
        evidence=_evidence(report, said, alignment),
        violations=tuple(violations(gold.head.must_not, said, _namesakes(alignment))),
        summary=score_summary(summary, prepared.vocabulary, gold.head.key_facts),
        wanted_incidents=bool(wanted.incidents),
        failure=failure,
    )


def _within(alignment: Alignment, links: Links) -> Iterator[Decision]:
    for pair in alignment.pairs:
        yield from pair.decisions
        yield from compare_facts(links.of_gold(pair.gold), links.of_report(pair.predicted))


def _beyond(wanted: Case, said: Case, alignment: Alignment, links: Links) -> Iterator[Decision]:
    for incident in alignment.missed:
        facts_missed = chain(*incident.facts.values(), links.of_gold(incident))
        yield from (decision for fact in facts_missed for decision in missing(fact))
    for incident in alignment.spurious:
        facts_invented = chain(*incident.facts.values(), links.of_report(incident))
        yield from (decision for fact in facts_invented for decision in spurious(fact))
    yield from compare_facts(wanted.aggregates, said.aggregates)
    yield from compare_facts(_reason(wanted), _reason(said))


def _reason(case: Case) -> list[Stated]:
    """Why there is no incident, as a fact."""
    return [stated("no_incident", "no_incident", ({"reason": case.no_incident},))] if case.no_incident else []


def _evidence(report: Report | None, said: Case, alignment: Alignment) -> EvidenceScore:
    pairs = alignment.pairs
    return EvidenceScore(
        grounded=said.fact_count(),
        rejected=len(report.rejected) if report else 0,
        shared=sum(len(pair.gold.cited & pair.predicted.cited) for pair in pairs),
        cited=sum(len(pair.predicted.cited) for pair in pairs),
        wanted=sum(len(pair.gold.cited) for pair in pairs),
    )


def _namesakes(alignment: Alignment) -> dict[str, list[StatedIncident]]:
    """The predicted incidents taken for each gold incident, by gold's id."""
    found: dict[str, list[StatedIncident]] = {}
    for gold, predicted in [*((pair.gold, pair.predicted) for pair in alignment.pairs), *alignment.excused]:
        found.setdefault(gold.name, []).append(predicted)
    return found
