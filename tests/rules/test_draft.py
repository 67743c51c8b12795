"""What the rules draft of an article, slot by slot, and that it stands when it is held to the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from summarize.article import Article
from summarize.evaluation.gold import load_gold
from summarize.grounding import ground_draft
from summarize.rules.draft import draft_article
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import Provenance

PROVENANCE = Provenance(
    article_sha256="0" * 64, schema_sha256="0" * 64, prompt=None, model="rules", parameters={}, version="0"
)


def draft(text: str) -> ArticleDraft:
    """The draft of a text, every incident's fact of which must survive grounding."""
    article = Article(text=text)
    made = draft_article(article)
    assert ground_draft(made, article, PROVENANCE).rejected == []
    return made


@pytest.mark.parametrize("article", [gold.article for gold in load_gold().articles], ids=lambda article: article.id)
def test_a_draft_is_what_validation_makes_of_it(article: Article) -> None:
    """Incidents and facts are made of typed values without validation: read back strictly, they are the same."""
    made = draft_article(article)
    read = ArticleDraft.model_validate_json(made.model_dump_json(), strict=True)
    assert read == made
    assert list(_names(read)) == list(_names(made))


def _names(part: Any) -> Iterator[list[str]]:
    """The names of the fields of a part and of all in it, in order."""
    for value in part if isinstance(part, list) else vars(part).values() if isinstance(part, BaseModel) else ():
        yield from _names(value)
    if isinstance(part, BaseModel):
        yield list(vars(part))


def test_a_target_is_the_thing_behind_the_verb() -> None:
    """What was struck is a target, with the number and the nationality of its words."""
    incident = draft("Gunmen ambushed two Turkish tankers near Varkas on Tuesday.").incidents[0]
    target = incident.targets[0]
    assert (target.kind, target.nationality, target.min) == ("vessel", "Turkish", 2)


def test_a_claim_names_the_group_that_makes_it() -> None:
    """Who claims responsibility is the actor and the speaker."""
    incident = draft("Rockets hit the town of Varkas on Monday. Al-Shabaab claimed responsibility.").incidents[0]
    claim = incident.attributions[0]
    assert (claim.actor, claim.status, claim.by) == ("Al-Shabaab", "claimed", "Al-Shabaab")


def test_a_blame_has_the_speaker_and_the_sponsor() -> None:
    """Who is blamed by whom, and which country stands behind the group, are told apart."""
    incident = draft(
        "Rockets hit the town of Varkas on Monday. Army officials blamed an Iran-backed militia."
    ).incidents[0]
    blame = incident.attributions[0]
    assert (blame.sponsor, blame.status, blame.by) == ("Iran", "attributed", "Army officials")


def test_a_reporter_is_the_subject_of_a_verb_of_saying() -> None:
    """The words before "said" are who reports the incident."""
    incident = draft("Rockets hit the town of Varkas on Monday, two army officials said.").incidents[0]
    assert [reporter.q for reporter in incident.reported_by] == ["two army officials"]


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("causing minor damage", "minor"),
        ("and there was no damage", "none"),
        ("and no damage was reported", "none_reported"),
    ],
)
def test_damage_has_the_degree_of_its_words(words: str, level: str) -> None:
    """No damage, none reported and little of it are told apart."""
    damage = draft(f"Two rockets struck the base at Varkas on Monday {words}.").incidents[0].damage
    assert damage is not None
    assert damage.level == level


def test_a_sum_is_an_aggregate_and_no_incident() -> None:
    """Many attacks over months are counted as a sum."""
    made = draft("Soldiers at Varkas have faced over 100 attacks since October.")
    assert made.incidents == []
    assert [(sum_.q, sum_.period) for sum_ in made.aggregates] == [("over 100 attacks since October", "since October")]


def test_an_exercise_has_no_incident() -> None:
    """What is attacked in a drill is not attacked."""
    made = draft(
        "Sea drill ends at Varkas. A drone struck the frigate at Varkas on Monday in the scenario of the exercise. "
        "The dead were simulated."
    )
    assert (made.incidents, made.no_incident) == ([], "exercise")


def test_a_line_of_invisible_characters_is_not_cited() -> None:
    """The summary of an article without an incident is its first sentence with a word in it."""
    made = draft_article(
        Article("\u200b\nThe city council met on Tuesday to talk about schools, officials said.\n\u2060\n")
    )
    assert [sentence.s for sentence in made.summary] == [[2]]
    assert not draft_article(Article("\u200b")).summary
