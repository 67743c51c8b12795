"""The seam of the program: what a model is, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from summarize.article import Article
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import PromptId


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model says of one article.

    Attributes:
        draft: the facts, cited but not yet checked.
        calls: ledger ids of the model calls it took, in order; empty for a model without calls.
    """

    draft: ArticleDraft
    calls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelId:
    """What a report says of the model that made it: name, parameters and, if one was sent, the prompt."""

    name: str
    parameters: dict[str, Any] = field(default_factory=dict)
    prompt: PromptId | None = None


class Model(Protocol):
    """Turns an article into a draft.

    `draft` raises ArticleError where this article cannot be done, and another SummarizeError where the run
    cannot go on.
    """

    @property
    def identity(self) -> ModelId:
        """What a report says of this model."""
        ...

    async def draft(self, article: Article) -> Answer:
        """The facts of one article, cited but not yet checked."""
        ...

    async def aclose(self) -> None:
        """Give back connections and files."""
        ...
