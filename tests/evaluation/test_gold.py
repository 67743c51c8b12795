"""Gold is loaded from its folders, and its fingerprint changes with every file of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summarize.errors import ContentError
from summarize.evaluation.gold import GoldArticle, load_gold, read_gold
from summarize.evaluation.gold_schema import Split
from tests.evaluation.conftest import GOLD

Copy = Callable[[str, str, str], Path]


def test_an_article_is_what_a_user_would_give(gold: dict[str, GoldArticle]) -> None:
    """The text begins behind the header's closing line; title, day and outlet come from the header."""
    article = gold["kareh-pier-drones"].article
    assert article.text.startswith("Two armed drones hit")
    assert article.published == date(2024, 5, 15)
    assert article.title == "Drones strike fuel pier at Port Kareh"
    assert article.source == "Harbour Wire"
    assert gold["kareh-pier-update"].article.published is None


def test_split_and_ids_choose() -> None:
    """A half of the gold, or some articles of it, are loaded in order of their ids, each with its fingerprint."""
    dev, test = load_gold(GOLD, split=Split.DEV), load_gold(GOLD, split=Split.TEST)
    assert [article.id for article in dev.articles] == ["kareh-pier-drones", "kareh-pier-update"]
    assert [article.id for article in test.articles] == ["tarim-drill"]
    assert load_gold(GOLD, only=["tarim-drill"]).fingerprint == test.fingerprint != dev.fingerprint


@pytest.mark.parametrize("name", ["article.md", "labels.yaml"])
def test_the_fingerprint_is_of_every_byte(gold_copy: Copy, name: str) -> None:
    """A copy has the same fingerprint until one byte of one file changes."""
    folder = gold_copy("tarim-drill", "no_incident: exercise", "no_incident: exercise")
    before = load_gold(folder).fingerprint
    assert before == load_gold(GOLD).fingerprint
    file = folder / "tarim-drill" / name
    file.write_bytes(file.read_bytes() + b"\n")
    assert load_gold(folder).fingerprint != before


def test_what_cannot_be_loaded_is_said(gold_copy: Copy) -> None:
    """An unknown id, an empty folder and a broken file are each one clear error."""
    with pytest.raises(ContentError, match="no gold article nowhere"):
        load_gold(GOLD, only=["nowhere"])
    with pytest.raises(ContentError, match="no gold in"):
        load_gold(GOLD / "tarim-drill")
    folder = gold_copy("tarim-drill", "family: null", "family: [")
    with pytest.raises(ContentError, match=r"tarim-drill/labels.yaml:\d+"):
        load_gold(folder)


def test_gold_must_be_original(gold_copy: Copy) -> None:
    """An article whose header does not say that it was written for the project is a problem."""
    folder = gold_copy("tarim-drill", "family: null", "family: null")
    file = folder / "tarim-drill" / "article.md"
    file.write_text(file.read_text("utf-8").replace("origin: original\n", ""), "utf-8")
    _, problems = read_gold(folder)
    assert [(problem.file, problem.field) for problem in problems] == [("tarim-drill/article.md", "origin")]
