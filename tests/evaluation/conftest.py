"""Gold to test with: three small articles of tests/data/gold, read from their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.evaluation.gold import GoldArticle, load_gold

GOLD = Path(__file__).parent.parent / "data" / "gold"


@pytest.fixture(scope="session")
def gold() -> dict[str, GoldArticle]:
    """The small gold articles by id."""
    return {article.id: article for article in load_gold(GOLD).articles}


@pytest.fixture
def gold_copy(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the small gold in which one text of a labels file is exchanged; returns its folder."""

    def copy(article: str, old: str, new: str) -> Path:
        for source in GOLD.glob("*/*"):
            target = tmp_path / source.parent.name / source.name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(source.read_bytes())
        labels = tmp_path / article / "labels.yaml"
        text = labels.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} must stand in the labels once"
        labels.write_text(text.replace(old, new), "utf-8")
        return tmp_path

    return copy
