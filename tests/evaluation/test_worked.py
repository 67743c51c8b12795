"""Worked cases: small reports on one small article, and exactly what the scorer decides on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.score import ArticleScore, prepare, score_article
from summarize.evaluation.summary_text import score_summary, vocabulary
from summarize.schema.draft import ArticleDraft, DraftIncident
from tests.evaluation.made import unchecked_report


@pytest.fixture
def pier(gold: dict[str, GoldArticle]) -> GoldArticle:
    """Two drone strikes of three, a rocket attack long ago (optional), and a sum."""
    return gold["kareh-pier-drones"]


def scored(gold: GoldArticle, *incidents: DraftIncident) -> ArticleScore:
    """The score of a report with these incidents."""
    draft = ArticleDraft(summary=[], incidents=list(incidents), aggregates=[], no_incident=None)
    return score_article(prepare(gold), unchecked_report(gold, draft))


def changed(incident: DraftIncident, **values: Any) -> DraftIncident:
    """The incident with other values; `field__name` changes one of its only fact of that field."""
    for name, value in values.items():
        field, _, part = name.partition("__")
        incident = incident.model_copy(update={field: _with(getattr(incident, field), part, value) if part else value})
    return incident


def _with(found: Any, part: str, value: Any) -> Any:
    """A fact, or the first of a list, with another value."""
    if isinstance(found, list):
        return [_with(found[0], part, value), *found[1:]]
    return found.model_copy(update={part: value})


def verdicts(score: ArticleScore, slot: str) -> list[str]:
    return sorted(decision.verdict for decision in score.decisions if decision.slot.name == slot)


def test_accepted_values_are_right(pier: GoldArticle) -> None:
    """What gold accepts beside its own value counts as right, an alias of a place too."""
    main = pier.draft.incidents[0]
    score = scored(pier, changed(main, weapons__kind="drone", weapons__min=3, weapons__max=3, weapons__hit=2))
    assert verdicts(score, "weapon.kind") == verdicts(score, "weapon.count") == verdicts(score, "weapon.hit") == ["COR"]
    assert verdicts(scored(pier, changed(main, places__q="Kareh")), "place") == ["COR"]


def test_a_slot_that_gold_leaves_empty_is_spurious(pier: GoldArticle) -> None:
    """A number that gold neither gives nor accepts is spurious, and an accepted one may be left out."""
    main = pier.draft.incidents[0]
    assert verdicts(scored(pier, changed(main, weapons__hit=9)), "weapon.hit") == ["SPU"]
    assert verdicts(scored(pier, main), "weapon.hit") == []


def test_the_dead_earn_nothing_for_the_injured(pier: GoldArticle) -> None:
    """Casualties of another effect are missing and spurious, whatever their number."""
    main = pier.draft.incidents[0]
    killed = main.casualties[1].model_copy(update={"effect": "missing"})
    score = scored(pier, changed(main, casualties=[main.casualties[0], killed]))
    assert verdicts(score, "casualties.count") == ["COR", "MIS", "SPU"]


def test_an_optional_fact_costs_nothing(pier: GoldArticle) -> None:
    """Who reported it may be said or left out; somebody else may not be said."""
    main = pier.draft.incidents[0]
    other = main.reported_by[0].model_copy(update={"q": "in a statement", "s": 4})
    assert verdicts(scored(pier, main), "reported_by") == []
    assert verdicts(scored(pier, changed(main, reported_by=[])), "reported_by") == []
    assert verdicts(scored(pier, changed(main, reported_by=[other])), "reported_by") == ["SPU"]


def test_incidents_are_missed_invented_and_excused(pier: GoldArticle) -> None:
    """A missed incident, one that is nothing in gold, and an optional one that is reported."""
    main, rockets = pier.draft.incidents
    alone = scored(pier)
    assert [incident.name for incident in alone.alignment.missed] == ["pier"]
    elsewhere = changed(main, places__q="patrol boat", places__s=2, date=None, kind="cyber_attack", sentences=[6])
    assert len(scored(pier, main, elsewhere).alignment.spurious) == 1
    excused = scored(pier, main, rockets).alignment
    assert [(gold.name, predicted.index) for gold, predicted in excused.excused] == [("rockets", 1)]
    assert not excused.spurious


def test_a_copy_is_spurious(pier: GoldArticle) -> None:
    """The same incident twice is found once and invented once."""
    main = pier.draft.incidents[0]
    alignment = scored(pier, main, main).alignment
    assert (len(alignment.pairs), len(alignment.spurious)) == (1, 1)


def test_parts_of_an_incident_that_may_be_split_count_nowhere(pier: GoldArticle) -> None:
    """Where gold accepts a split, a second part is neither right nor wrong; elsewhere it is spurious."""
    main = pier.draft.incidents[0]
    part = changed(main, weapons=[], targets=[], casualties=[])
    assert len(scored(pier, main, part).alignment.spurious) == 1
    marks = tuple(mark.model_copy(update={"accept_split": True}) for mark in pier.labels.incident_marks)
    splittable = replace(pier, labels=replace(pier.labels, incident_marks=marks))
    alignment = scored(splittable, main, part).alignment
    assert (len(alignment.spurious), len(alignment.excused)) == (0, 1)


@pytest.mark.parametrize(
    ("change", "falls"),
    [
        ({}, []),
        ({"attributions__status": "stated_as_fact"}, [0]),
        ({"kind": "attack_unspecified", "sentences": [1, 6]}, [1]),
        ({"kind": "attack_unspecified", "sentences": [1, 2]}, []),
    ],
)
def test_traps_are_fallen_into(pier: GoldArticle, change: dict[str, Any], falls: list[int]) -> None:
    """A wrong statement of a known sort is found; without an incident of gold's it must cite the tempting sentence."""
    score = scored(pier, changed(pier.draft.incidents[0], **change))
    assert [violation.trap for violation in score.violations] == falls


def test_a_year_that_nobody_gave_is_a_fall(gold: dict[str, GoldArticle]) -> None:
    """A resolved date falls into the trap that forbids its year."""
    update = gold["kareh-pier-update"]
    report = unchecked_report(update, update.draft)
    incident = report.incidents[0]
    assert incident.date is not None
    dated = incident.date.model_copy(update={"start": date(2024, 5, 14), "end": date(2024, 5, 14), "precision": "day"})
    wrong = report.model_copy(update={"incidents": [incident.model_copy(update={"date": dated})]})
    assert not score_article(prepare(update), report).violations
    score = score_article(prepare(update), wrong)
    assert [violation.why for violation in score.violations] == ["the article gives no year"]
    assert verdicts(score, "date") == ["INC"]


def test_the_summary_is_held_to_gold_and_article(pier: GoldArticle) -> None:
    """Key facts are looked for by their terms, and names and numbers of nowhere are listed."""
    words = vocabulary(f"{pier.article.title}\n{pier.article.text}")
    said = "Iranian drones hit the Kareh port and killed 12. One worker, of the Saffron Brigade's, lives in Kareh."
    score = score_summary(said, words, pier.head.key_facts)
    assert score.covered == (True, True)
    assert score.unsupported == ("12",)
    other = score_summary("Drones struck Hodeidah, the Saffron Brigade said.", words, pier.head.key_facts)
    assert other.covered == (False, True)
    assert other.unsupported == ("Hodeidah",)
