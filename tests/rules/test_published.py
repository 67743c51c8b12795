"""What the rules find in two published articles that lie beside the project; nothing of their text is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.article import Article
from summarize.rules.draft import draft_article
from summarize.schema.draft import ArticleDraft, DraftIncident
from summarize.schema.vocabulary import AttributionStatus

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "articles"

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared articles lie beside the project only where it is made"
)


def draft(name: str) -> ArticleDraft:
    """The draft of the article whose file begins with a name."""
    return draft_article(Article(text=next(SHARED.glob(f"{name}_*.txt")).read_text("utf-8")))


@pytest.fixture(scope="module")
def base() -> ArticleDraft:
    """Of an article on two drones at a base."""
    return draft("000")


@pytest.fixture(scope="module")
def rockets() -> ArticleDraft:
    """Of an article on rockets on a Sunday and drones on a Monday."""
    return draft("002")


def words(incident: DraftIncident) -> tuple[str | None, list[str], list[tuple[str, int | None, int | None]]]:
    """Day, places and counted weapons of an incident."""
    day = incident.date.q.split()[-1] if incident.date else None
    return day, [place.q for place in incident.places], [(w.kind, w.min, w.max) for w in incident.weapons]


def test_two_drones_at_the_base_one_of_which_hit(base: ArticleDraft) -> None:
    """Tuesday's two armed drones at Al Asad: one stopped, one hit, little damage, nobody hurt."""
    news = base.incidents[0]
    assert (news.role, news.kind) == ("main", "drone_attack")
    assert words(news) == ("Tuesday", ["Al Asad Airbase"], [("armed_drone", 2, 2)])
    assert [(weapon.hit, weapon.intercepted) for weapon in news.weapons] == [(1, 1)]
    assert news.outcome is not None
    assert news.outcome.result == "partly_intercepted"
    assert news.damage is not None
    assert news.damage.level == "minor"
    assert [(harm.effect, harm.statement) for harm in news.casualties] == [("any", "none")]


def test_the_spokesperson_declined_to_name_the_group(base: ArticleDraft) -> None:
    """A refusal to name the group is a fact of its own, beside the suspicion of a group with a sponsor."""
    facts = {fact.status: fact for fact in base.incidents[0].attributions}
    silence = facts[AttributionStatus.DECLINED_TO_NAME]
    assert (silence.actor, silence.by) == (
        None,
        "Pentagon Spokesperson Sabrina Singh",
    )
    assert facts[AttributionStatus.SUSPECTED].sponsor == "Iran"


def test_the_strike_of_january_is_background(base: ArticleDraft) -> None:
    """The strike in Jordan that killed three is past, and the answer to it is an incident of its own."""
    past = [incident for incident in base.incidents if incident.role == "background"]
    jordan = next(incident for incident in past if any("Jordan" in place.q for place in incident.places))
    assert [(harm.effect, harm.min, harm.max) for harm in jordan.casualties] == [("killed", 3, 3)]
    assert jordan.date is not None
    assert "January" in jordan.date.q
    assert [incident.kind for incident in past if any(place.q == "Baghdad" for place in incident.places)] == [
        "military_strike"
    ]


def test_the_attacks_since_october_are_a_sum(base: ArticleDraft) -> None:
    """Over a hundred attacks are an aggregate and no incident."""
    assert [(total.min, total.max, total.period) for total in base.aggregates] == [(100, None, "since October")]


def test_five_rockets_from_zummar(rockets: ArticleDraft) -> None:
    """Sunday's rockets: at least five, from Zummar, at a base in Syria; the launcher's end is a response."""
    news = rockets.incidents[0]
    assert (news.role, news.kind) == ("main", "rocket_attack")
    day, _, weapons = words(news)
    assert (day, weapons) == ("Sunday", [("rocket", 5, None)])
    assert {(place.q, place.role) for place in news.places} == {
        ("Zummar", "launch_origin"),
        ("northeastern Syria", "area"),
    }
    assert any("rocket launcher" in response.q for response in news.responses)


def test_two_drones_shot_down_on_monday(rockets: ArticleDraft) -> None:
    """Monday's drones: both stopped, attributed by officials to a proxy of Iran."""
    drones = rockets.incidents[1]
    assert words(drones) == ("Monday", ["Ain al-Asad air base"], [("drone", 2, 2)])
    assert [weapon.intercepted for weapon in drones.weapons] == [2]
    blame = drones.attributions[0]
    assert (blame.status, blame.sponsor, blame.by) == ("attributed", "Iran", "U.S. officials")


def test_the_key_takeaways_add_nothing(rockets: ArticleDraft) -> None:
    """What a list of takeaways repeats is no incident, and no incident rests on it."""
    article = Article(text=next(SHARED.glob("002_*.txt")).read_text("utf-8"))
    first = next(sentence.number for sentence in article.sentences if "Key Takeaways" in article.words(sentence))
    assert len(rockets.incidents) == 2
    assert all(number < first for incident in rockets.incidents for number in incident.sentences)
