"""The rules as a model: no network, no key, the same draft for the same article."""

from __future__ import annotations

from summarize.article import Article
from summarize.errors import ArticleError, ErrorKind
from summarize.models.base import Answer, ModelId
from summarize.rules.draft import draft_article

_LANGUAGE = "en"


class RulesModel:
    """Drafts English articles by lexicon and rules."""

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
        return Answer(draft_article(article))

    async def aclose(self) -> None:
        """Nothing is held open."""
