"""Drafts: what stands, what is taken out, what is rejected and why."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from summarize.article import Article
from summarize.grounding import facts
from summarize.schema.report import Report
from summarize.schema.vocabulary import CheckOutcome, GroundingStatus
from tests.grounding.conftest import PLACE, TEXT, incident, report

WEAPON = {"q": "Two armed drones", "s": 2, "kind": "armed_drone", "min": 2, "max": 2, "hit": 1, "intercepted": 1}
KILLED = {"q": "killing a Kurdish guard", "s": 3, "effect": "killed", "statement": "count", "min": 1, "max": 1}
WOUNDED = {"q": "wounding four engineers", "s": 3, "effect": "injured", "statement": "count", "min": 4, "max": 4}
UNHURT = {"q": "No American personnel were hurt", "s": 6, "effect": "injured", "statement": "none", "min": None}
BLAMED = {
    "q": "The Iraqi interior ministry blamed Kataib Hezbollah",
    "s": 4,
    "actor": "Kataib Hezbollah",
    "actor_kind": "armed_group",
    "sponsor": None,
    "status": "attributed",
    "by": "The Iraqi interior ministry",
}
DENIED = BLAMED | {
    "q": "The group denied that it carried out the attack",
    "s": 5,
    "status": "denied",
    "by": "The group",
}
TARGET = {"q": "a storage tank", "s": 3, "kind": "infrastructure", "nationality": None, "min": 1, "max": 1}
OUTCOME = {"q": "shot down one of them", "s": 3, "stage": "accomplished", "result": "partly_intercepted"}


def _casualty(fact: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"victims": None, "max": None} | fact | fields


def test_an_honest_draft_stands_whole(article: Article) -> None:
    """Every fact of it is in the report, each with the article's own words at exact offsets, and nothing rejected."""
    whole = report(
        article,
        incident(
            date={"q": "on Tuesday", "s": 2, "relative_to": "publication"},
            places=[PLACE],
            weapons=[WEAPON],
            targets=[
                {"q": "a storage tank", "s": 3, "kind": "infrastructure", "nationality": None, "min": 1, "max": 1}
            ],
            outcome={
                "q": "Gunners shot down one of them",
                "s": 3,
                "stage": "accomplished",
                "result": "partly_intercepted",
            },
            attributions=[BLAMED, DENIED | {"actor": None}],
            casualties=[_casualty(KILLED), _casualty(WOUNDED), _casualty(UNHURT)],
            damage={"q": "Damage to the tank was slight", "s": 7, "level": "minor"},
            reported_by=[{"q": "a Kurdish security official said", "s": 2}],
        ),
    )
    assert whole.rejected == []
    assert whole.warnings == []
    found = list(facts(whole))
    assert len(found) == 12
    for path, fact in found:
        for evidence in fact.evidence:  # type: ignore[union-attr]  # a report's facts have evidence
            assert evidence.quote == article.text[evidence.start : evidence.end], path
        assert fact.grounding is GroundingStatus.VERBATIM  # type: ignore[union-attr]


# A field of an incident, a lie in it, and the rule that finds it.
LIES: list[tuple[str, dict[str, Any], str]] = [
    ("weapons", WEAPON | {"q": "Three armed drones"}, "refused"),
    ("weapons", WEAPON | {"min": 3, "max": 3}, "count"),
    ("weapons", WEAPON | {"max": None}, "count"),
    ("weapons", WEAPON | {"min": -2}, "bounds"),
    ("weapons", WEAPON | {"min": 2, "max": 1}, "bounds"),
    ("weapons", WEAPON | {"q": "at least five rockets", "s": 8, "min": 5, "max": None}, "sentence_membership"),
    ("casualties", _casualty(KILLED, effect="injured"), "killed_or_wounded"),
    ("casualties", _casualty(WOUNDED, effect="killed"), "killed_or_wounded"),
    ("casualties", _casualty(WOUNDED, min=1, max=1), "count"),
    ("casualties", _casualty(UNHURT, statement="none_reported"), "none_statement"),
    ("casualties", _casualty(UNHURT, q="American personnel were hurt"), "cut"),
    ("attributions", BLAMED | {"status": "claimed"}, "attribution_status"),
    ("attributions", BLAMED | {"status": "suspected"}, "attribution_status"),
    ("attributions", DENIED | {"q": "carried out the attack", "status": "claimed"}, "cut"),
    ("attributions", DENIED | {"status": "claimed", "actor": None}, "attribution_status"),
    ("attributions", BLAMED | {"actor": "Hezbollah al-Nujaba"}, "names"),
]


@pytest.mark.parametrize(("field", "lie", "rule"), LIES)
def test_a_lie_is_rejected_with_its_path_rule_and_reason(
    article: Article, field: str, lie: dict[str, Any], rule: str
) -> None:
    """The fact is not in the report; `rejected` says where it stood, which rule refused it, why, and what it was."""
    found = report(article, incident(places=[PLACE], **{field: [lie]}))
    assert getattr(found.incidents[0], field) == []
    (rejected,) = found.rejected
    assert (rejected.path, rejected.reason) == (f"incidents[0].{field}[0]", rule)
    assert rejected.message.endswith(".")
    assert rejected.fact["q"] == lie["q"]


def test_exchanged_hits_and_interceptions_are_found() -> None:
    """Two were shot down and one hit; the other way round is refused."""
    text = "Three drones flew at the base. Two were shot down and the third hit a hangar."
    weapon = {"q": "Three drones", "s": 1, "kind": "drone", "min": 3, "max": 3}
    place = {"q": "the base", "s": 1, "role": "target", "within": None, "country": None}
    honest, lie = weapon | {"hit": 1, "intercepted": 2}, weapon | {"hit": 2, "intercepted": 1}
    found = report(Article(text), incident(places=[place], weapons=[honest, lie], sentences=[1, 2]))
    assert [weapon.hit for weapon in found.incidents[0].weapons] == [1]
    assert [rejected.reason for rejected in found.rejected] == ["hit_intercepted"]


def test_a_name_that_the_words_do_not_hold_is_taken_out(article: Article) -> None:
    """The fact stands without it, and its check says what was removed; demonyms are held."""
    held = {"q": "Kataib Hezbollah", "s": 4, "kind": "other", "nationality": "Iraq", "min": None, "max": None}
    removed = held | {"nationality": "Syria"}
    found = report(article, incident(places=[PLACE | {"within": "Anbar"}], targets=[held, removed]))
    (kept,) = found.incidents
    assert kept.places[0].within is None
    assert [target.nationality for target in kept.targets] == ["Iraq", None]
    removals = [check for _, fact in facts(found) for check in fact.checks if check.outcome is CheckOutcome.REMOVED]  # type: ignore[union-attr]
    assert [check.rule for check in removals] == ["names", "names"]
    assert "Anbar" in (removals[0].message or "")


def test_an_actor_stands_by_another_of_its_listed_names(article: Article) -> None:
    """A spelling or alias of the list is the same group; another group is not."""
    spelled = BLAMED | {"actor": "Kata'ib Hizballah"}
    found = report(article, incident(places=[PLACE], attributions=[spelled, BLAMED | {"actor": "Asaib Ahl al-Haq"}]))
    assert [(kept.actor, kept.actor_name) for kept in found.incidents[0].attributions] == [
        ("Kata'ib Hizballah", "Kataib Hezbollah")
    ]


def test_a_country_may_be_inferred_but_must_be_one(article: Article) -> None:
    """Turkey is not named beside the place and stands; what is no country is taken out."""
    found = report(article, incident(places=[PLACE | {"country": "Turkey"}, PLACE | {"country": "Atlantis"}]))
    assert [place.country for place in found.incidents[0].places] == ["Turkey", None]


def test_a_date_counts_from_a_sentence_that_is_there(article: Article) -> None:
    """Else it counts from nothing, and its words stay."""
    dates = [{"q": "on Tuesday", "s": 2, "relative_to": anchor} for anchor in (8, 99, -1)]
    found = [report(article, incident(date=date)).incidents[0].date for date in dates]
    assert [date.relative_to for date in found if date] == [8, None, None]


def test_a_speaker_may_stand_two_sentences_before(article: Article) -> None:
    """The ministry of sentence 4 may be the speaker in 5 and 6, and no longer in 7."""
    by = "The Iraqi interior ministry"
    motives = [
        {"q": "The group denied", "s": 5, "by": by},
        {"q": "the coalition said", "s": 6, "by": by},
        {"q": "Damage to the tank", "s": 7, "by": by},
    ]
    found = report(article, incident(places=[PLACE], motives=motives))
    assert [motive.by for motive in found.incidents[0].motives] == [by, by, None]


def test_a_headline_beyond_the_article_is_rebuilt_from_the_facts(article: Article) -> None:
    """A number, date or name that no sentence of the incident holds costs the headline."""
    date = {"q": "on Tuesday", "s": 2, "relative_to": "publication"}
    for headline in ("Six drones hit Qasr", "Houthi drones hit Qasr", "Drones hit Qasr on Monday", ""):
        found = report(article, incident(places=[PLACE], date=date, headline=headline))
        assert found.incidents[0].headline == "Drone attack: Qasr gas field, on Tuesday"
        assert [warning.path for warning in found.warnings] == ["incidents[0].headline"]
    kept = report(article, incident(places=[PLACE], headline="Drones Hit Gas Field in Iraq; Guard Killed"))
    assert kept.incidents[0].headline == "Drones Hit Gas Field in Iraq; Guard Killed"


def test_summary_sentences_are_held_to_the_sentences_they_cite(article: Article) -> None:
    """What they do not hold, and what cites nothing, is dropped with a warning that says why."""
    summary: list[dict[str, Any]] = [
        {"text": "Two drones flew at a gas field in Iraq on Tuesday.", "s": [2]},
        {"text": "The second drone killed one guard and wounded four engineers.", "s": [3]},
        {"text": "Two drones flew at a gas field in Iran on Tuesday.", "s": [2]},
        {"text": "The drone killed five engineers.", "s": [3]},
        {"text": "Kataib Hezbollah was blamed.", "s": [2]},
        {"text": "A drone fell.", "s": [99]},
        {"text": "A drone fell.", "s": []},
    ]
    found = report(article, summary=summary)
    assert [sentence.text for sentence in found.summary] == [summary[0]["text"], summary[1]["text"]]
    assert [warning.path for warning in found.warnings] == [f"summary[{index}]" for index in range(2, 7)]
    assert "“Iran”" in found.warnings[0].message


def test_an_incident_of_which_nothing_is_left_goes_and_links_follow(article: Article) -> None:
    """Without date, place, target or outcome there is no incident; links point at the new positions."""
    empty = incident(weapons=[WEAPON])
    first = incident(places=[PLACE], links=[{"to": 0, "kind": "response_to"}, {"to": 2, "kind": "same_series"}])
    second = incident(places=[PLACE], links=[{"to": 1, "kind": "response_to"}, {"to": 9, "kind": "response_to"}])
    found = report(article, empty, first, second)
    assert [[link.to for link in kept.links] for kept in found.incidents] == [[1], [0]]
    assert [(row.path, row.reason) for row in found.rejected] == [
        ("incidents[0]", "incident"),
        ("incidents[1].links[0]", "link"),
        ("incidents[2].links[1]", "link"),
    ]


def test_a_contradiction_needs_two_versions(article: Article) -> None:
    """If fewer than two versions of a conflict stand, there is none."""
    versions: list[dict[str, Any]] = [
        {"value": "Kataib Hezbollah", "source": "The Iraqi interior ministry", "q": "blamed Kataib Hezbollah", "s": 4},
        {"value": "not the group", "source": None, "q": "The group denied that it carried out the attack", "s": 5},
    ]
    conflict = {"field": "attribution", "versions": versions}
    broken = {"field": "attribution", "versions": [versions[0], versions[1] | {"q": "The group admitted"}]}
    found = report(article, incident(places=[PLACE], conflicts=[conflict, broken]))
    assert [len(kept.versions) for kept in found.incidents[0].conflicts] == [2]
    paths = [row.path for row in found.rejected]
    assert paths == ["incidents[0].conflicts[1].versions[1]", "incidents[0].conflicts[1]"]


def test_no_incident_stands_only_where_the_draft_has_none(article: Article) -> None:
    """A draft that says both is believed in its incidents."""
    assert report(article, no_incident="exercise").no_incident == "exercise"
    both = report(article, incident(places=[PLACE]), no_incident="exercise")
    assert both.no_incident is None
    assert [warning.path for warning in both.warnings] == ["no_incident"]


CAPTIONED = """A drone hit the depot at Tanf on Monday, police said.

Smoke rises over the port of Hodeidah after a strike on Sunday. (Photo by Sgt. Ann Hale)

The fire at the depot was out by noon.
"""


def test_a_caption_is_no_evidence() -> None:
    """What stands only in a caption is refused; what also stands in the news is found there."""
    captioned = Article(CAPTIONED)
    marked = [sentence.number for sentence in captioned.sentences if sentence.mark]
    assert marked
    place = {"q": "Hodeidah", "s": marked[0], "role": "target", "within": None, "country": None}
    tanf = place | {"q": "Tanf", "s": 1}
    everywhere = [sentence.number for sentence in captioned.sentences]
    found = report(captioned, incident(places=[place, tanf], sentences=everywhere, headline="Drone hits depot"))
    assert [kept.name for kept in found.incidents[0].places] == ["Tanf"]
    assert [row.reason for row in found.rejected] == ["boilerplate"]


def test_a_draft_gone_mad_is_rejected_and_never_raises(article: Article) -> None:
    """Sentences out of range, 100 kB strings, ten thousand facts: a report all the same."""
    wild = [
        WEAPON | {"q": "x" * 100_000},
        WEAPON | {"s": 0},
        WEAPON | {"s": -5},
        WEAPON | {"s": 10**30},
        WEAPON | {"q": ""},
        WEAPON | {"min": 10**40, "max": 10**40},
        *[WEAPON | {"q": "Two armed drones " * 4} for _ in range(10_000)],
    ]
    place = PLACE | {"within": "y" * 100_000}
    found = report(article, incident(places=[place], weapons=wild, sentences=[2, 3, 2, -1, 99], headline="z " * 50_000))
    (kept,) = found.incidents
    assert [weapon.grounding for weapon in kept.weapons] == [GroundingStatus.MOVED] * 3
    assert kept.sentences == [2, 3]
    assert len(found.rejected) == 10_003
    assert Report.model_validate_json(found.model_dump_json()) == found


def test_a_report_does_not_depend_on_the_hash_seed() -> None:
    """The same draft and article give the same bytes under any PYTHONHASHSEED, time zone and locale."""
    script = (
        "from tests.grounding.test_draft import *\n"
        "from tests.grounding.conftest import *\n"
        "lies = [lie for field, lie, _ in LIES if field == 'attributions']\n"
        "print(report(Article(TEXT), incident(places=[PLACE], attributions=lies)).model_dump_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Manila"))
    }
    assert len(outputs) == 1
    assert TEXT.splitlines()[2].encode() in outputs.pop()
