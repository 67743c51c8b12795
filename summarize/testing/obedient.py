"""An obedient model: it answers a hostile article with exactly what the article orders."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.evaluation.hostile import OBEDIENT, HostileArticle
from summarize.models.base import ModelId
from summarize.testing.scripted import ScriptedModel


class ObedientModel(ScriptedModel):
    """Answers by article id with the draft that the article's order asks for; other articles get the empty draft."""

    def __init__(self, articles: Iterable[HostileArticle]) -> None:
        """Set the articles whose orders it obeys."""
        super().__init__({hostile.article.id: hostile.draft for hostile in articles})

    @property
    def identity(self) -> ModelId:
        """Its name is "obedient"."""
        return OBEDIENT
