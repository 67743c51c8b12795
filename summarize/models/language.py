"""A language model: an article's prompt goes out, a validated draft comes back, after a re-ask where that helps."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from summarize.article import Article
from summarize.errors import ArticleError, ErrorKind
from summarize.models.account import Spending
from summarize.models.answers import AnswerError, check_given, is_truncated
from summarize.models.asking import call_request, first_messages
from summarize.models.base import Answer, ModelId
from summarize.models.caller import Answered, Caller
from summarize.models.openai import Client
from summarize.models.reading import Reading, read_answer, said
from summarize.models.reask import Problem, reask_messages, standing
from summarize.models.servers import Endpoint
from summarize.prompt import Prompt
from summarize.retry import TransportError
from summarize.workers import Workers

# Errors that lie in an answer: paid, recorded, and so the same in every run, unless the user wants them asked anew.
_ANSWERED = frozenset({ErrorKind.REFUSED, ErrorKind.CONTENT_FILTER, ErrorKind.TRUNCATED, ErrorKind.INVALID_ANSWER})
_LARGER = 2  # times the token limit, for the second attempt at an answer that was cut off


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One answer, and what came of it."""

    answered: Answered
    reading: Reading

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with it."""
        return self.reading.problems


@dataclass(frozen=True)
class LanguageModel:
    """A model behind an OpenAI-compatible address.

    Attributes:
        endpoint: what is asked, and how.
        prompt: what an article is rendered with.
        client: the connections, to be closed.
        caller: the way of each request.
        workers: who reads the answers.
        refresh: answers of earlier runs do not count.
        retry_failed: nor do those by which an article ended in an error.
    """

    endpoint: Endpoint
    prompt: Prompt
    client: Client
    caller: Caller
    workers: Workers = field(default_factory=Workers)
    refresh: bool = False
    retry_failed: bool = False

    @property
    def identity(self) -> ModelId:
        """Name, parameters and prompt; the address and the mode are part of what was asked, and in the ledger."""
        return ModelId(f"openai/{self.endpoint.name}", self.endpoint.parameters, self.prompt.identity)

    async def draft(self, article: Article) -> Answer:
        """The facts of one article, from the best answer.

        Raises:
            ArticleError: the model refused, the answer was cut off or never valid, or the server failed.
            CredentialError, BudgetError, LedgerError: the run cannot go on.
        """
        began = self.caller.began
        try:
            return await self._best(article, began if self.refresh else 0)
        except ArticleError as error:
            if not self.retry_failed or error.kind not in _ANSWERED:
                raise
        return await self._best(article, began)

    async def aclose(self) -> None:
        """Close the connections and the ledger."""
        async with AsyncExitStack() as closing:  # each is closed, whatever becomes of the others
            closing.push_async_exit(self.caller.ledger)
            closing.push_async_callback(self.client.aclose)
            closing.push_async_callback(self.workers.close)

    async def _best(self, article: Article, after: int) -> Answer:
        """The best of the answers, those recorded up to that id left aside."""
        try:
            candidates = await self._converse(article, after)
        except (AnswerError, TransportError) as error:
            raise ArticleError(article.id, error.kind, str(error), advice=error.advice) from None
        best = candidates[0]
        if len(candidates) > 1:  # to count facts that nobody compares would cost what a ledger's row does
            best = max(candidates, key=lambda candidate: standing(candidate.reading.report))
        self._count_reasks(candidates, best)
        if best.reading.report is None:
            raise _invalid(article, best.problems)
        return Answer(best.reading.report, tuple(str(candidate.answered.completion.id) for candidate in candidates))

    async def _converse(self, article: Article, after: int) -> list[_Candidate]:
        """Every answer to this article, in order: the first, and those to re-asks."""
        messages = first_messages(self.endpoint, self.prompt, article)
        candidates = [await self._ask(article, messages, after)]
        while candidates[-1].problems and len(candidates) <= self.endpoint.reasks:
            messages = [*messages, *reask_messages(said(candidates[-1].answered.answer), candidates[-1].problems)]
            try:
                candidates.append(await self._ask(article, messages, after))
            except AnswerError:  # it was answered, and so will be the next time: what there is has to do
                break
        return candidates

    async def _ask(self, article: Article, messages: list[dict[str, Any]], after: int) -> _Candidate:
        """One answer, read and grounded; one that is cut off is asked for once more with a larger limit."""
        answered = await self._call(article, messages, self.endpoint.parameters, after)
        if is_truncated(answered.answer):
            larger = {self.endpoint.limit: _LARGER * self.endpoint.parameters[self.endpoint.limit]}
            answered = await self._call(article, messages, {**self.endpoint.parameters, **larger}, after)
        check_given(answered.answer)
        given = (answered.answer, self.endpoint.mode, article, self.identity)
        return _Candidate(answered, await self.workers.run(read_answer, *given))

    async def _call(
        self, article: Article, messages: list[dict[str, Any]], parameters: dict[str, Any], after: int
    ) -> Answered:
        request = call_request(self.endpoint, messages, parameters)
        return await self.caller.call(request, self.endpoint.mode, article.id, after=after)

    def _count_reasks(self, candidates: list[_Candidate], best: _Candidate) -> None:
        """What re-asks brought and cost, those apart that were replayed."""
        paid = [candidate.answered.completion.cost or 0.0 for candidate in candidates[1:] if candidate.answered.paid]
        if paid:
            spending = self.caller.account.spending
            spending.reasks += len(paid)
            spending.reask_cost += sum(paid)
            first, last = (max(0, standing(each.reading.report)[0]) for each in (candidates[0], best))
            spending.recovered += last - first

    def stop(self) -> None:
        """Let what is in flight come back, and nothing leave any more."""
        self.caller.stopping.set()

    @property
    def in_flight(self) -> int:
        """How many requests wait for their answers."""
        return self.caller.in_flight

    async def drained(self) -> None:
        """Wait until nothing is in flight."""
        await self.caller.drained()

    @property
    def spending(self) -> Spending:
        """What was used so far."""
        return self.caller.account.spending


def _invalid(article: Article, problems: list[Problem]) -> ArticleError:
    first = problems[0]
    return ArticleError(
        article.id,
        ErrorKind.INVALID_ANSWER,
        f"The model's answer breaks the schema: {first.path} {first.message}.",
        advice="Try --mode tools or json_object, more --reasks, or another model; `summarize doctor` tries the modes.",
    )
