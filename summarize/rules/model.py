"""The rules as a model: no network, no key, the same draft for the same article."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarize.article import Article
from summarize.errors import ArticleError, ErrorKind
from summarize.grounding import ground_draft
from summarize.models.base import Answer, ModelId, provenance
from summarize.rules.draft import draft_article
from summarize.schema.report import Report
from summarize.workers import Workers

_LANGUAGE = "en"


@dataclass(frozen=True)
class RulesModel:
    """Drafts English articles by lexicon and rules.

    Attributes:
        workers: who does so.
    """

    workers: Workers = field(default_factory=Workers)

    @property
    def identity(self) -> ModelId:
        """The rules have no parameters."""
        return ModelId("rules")

    async def draft(self, article: Article) -> Answer:
        """The facts that the rules find.

        Raises:
            ArticleError: the article is not in English.
        """
        if article.language != _LANGUAGE:
            raise ArticleError(
                article.id,
                ErrorKind.LANGUAGE,
                f"The article is in {article.language!r}, and the rules read English.",
                advice="Use a language model: --model PROVIDER/NAME.",
            )
        return Answer(await self.workers.run(_report, article, self.identity))

    async def aclose(self) -> None:
        """End the workers."""
        await self.workers.close()


def _report(article: Article, identity: ModelId) -> Report:
    return ground_draft(draft_article(article), article, provenance(article, identity))
