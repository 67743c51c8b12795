"""A scripted model: it answers with the drafts it was given, and can be slow, stuck or broken where a test wants it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from summarize.article import Article
from summarize.models.base import Answer, ModelId
from summarize.schema.draft import ArticleDraft

EMPTY = ArticleDraft(summary=[], incidents=[], aggregates=[], no_incident=None)
"""The draft of a model that found nothing."""


class ScriptedModel:
    """Answers by article id.

    Attributes:
        seen: ids of the articles that it was asked about, in order.
    """

    def __init__(
        self,
        answers: Mapping[str, ArticleDraft | Exception] | None = None,
        *,
        before: Callable[[Article], Awaitable[None]] | None = None,
    ) -> None:
        """Set the answers.

        Args:
            answers: a draft, or the exception to raise, by article id; others get the empty draft.
            before: awaited before each answer; a delay, or an event that a stuck article waits for.
        """
        self._answers = dict(answers or {})
        self._before = before
        self.seen: list[str] = []
        self.closed = False

    @property
    def identity(self) -> ModelId:
        """Its name is "scripted"."""
        return ModelId("scripted")

    async def draft(self, article: Article) -> Answer:
        """The scripted answer.

        Raises:
            Exception: the scripted one.
        """
        self.seen.append(article.id)
        if self._before is not None:
            await self._before(article)
        answer = self._answers.get(article.id, EMPTY)
        if isinstance(answer, Exception):
            raise answer
        return Answer(answer)

    async def aclose(self) -> None:
        """Remember that it was closed."""
        self.closed = True
