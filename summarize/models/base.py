"""The seam of the program: what a model is, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any, Protocol

from summarize import __version__
from summarize.article import Article
from summarize.schema.contract import schema_text
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import PromptId, Provenance, Report


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model says of one article.

    Attributes:
        facts: a draft, cited but not yet checked; or the report, where the model has had it checked itself.
        calls: ledger ids of the model calls it took, in order; empty for a model without calls.
    """

    facts: ArticleDraft | Report
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
        """The facts of one article."""
        ...

    async def aclose(self) -> None:
        """Give back connections and files."""
        ...


def provenance(article: Article, identity: ModelId) -> Provenance:
    """What a report on this article by that model is a function of."""
    return Provenance(
        article_sha256=article.sha256,
        schema_sha256=_schema_sha256(),
        prompt=identity.prompt,
        model=identity.name,
        parameters=identity.parameters,
        version=__version__,
    )


@cache
def _schema_sha256() -> str:
    return sha256(schema_text("draft").encode()).hexdigest()
