"""The way of one request: the ledger, else the server at its turn and with patience, and then the ledger again."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import dataclass, field
from typing import Any, Protocol

from summarize.ledger import CallRecord, CallRequest, Completion, Ledger, Usage
from summarize.models.account import Account
from summarize.models.answers import AnswerError, not_recorded, not_started, usage_of, whole_answer
from summarize.models.pacing import Pacer
from summarize.models.quota import Received
from summarize.models.structured import StructuredMode, request_part
from summarize.prompt import CHARACTERS_PER_TOKEN
from summarize.retry import Patience, TransportError, retrying

_TOO_MANY = 429
_CHARGED = frozenset({None, 200})  # statuses of failed attempts that a server may have charged: it was working
_ASCII_PER_TOKEN = 2  # characters, for the budget's worst case; English text has some four


class Sender(Protocol):
    """What sends a request and brings back the whole body of the answer."""

    async def send(self, request: dict[str, Any], seconds: float) -> Received:
        """Send it; the body must be whole within that many seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer.

    Attributes:
        completion: as the ledger keeps it.
        answer: the chat completion in its body.
        paid: for this very call, not replayed.
    """

    completion: Completion
    answer: dict[str, Any]
    paid: bool


@dataclass
class _Flight:
    """One request on its way: what is sent, its estimated tokens, how often, and for how many seconds so far."""

    payload: dict[str, Any]
    size: int
    attempts: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Caller:
    """Answers requests from the ledger, else from the server.

    Attributes:
        sender: the server.
        ledger: what was answered before.
        pacer: when a request may leave.
        patience: how long a call may take.
        account: what it costs.
        limit: the parameter that bounds an answer's tokens.
        offline: the ledger alone answers.
        began: the newest call in the ledger when the run began; what is younger is of this run.
        characters_per_token: by which tokens are estimated.
        stopping: once it is set, no request leaves any more.
    """

    sender: Sender
    ledger: Ledger
    pacer: Pacer
    patience: Patience
    account: Account
    limit: str = "max_tokens"
    offline: bool = False
    began: int = 0
    characters_per_token: float = CHARACTERS_PER_TOKEN
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _twins: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    async def call(self, request: CallRequest, mode: StructuredMode, article: str, *, after: int = 0) -> Answered:
        """The answer to a request, committed to the ledger; identical requests in flight are one call.

        Args:
            request: what is asked.
            mode: how the schema is sent with it.
            article: the article's id.
            after: recorded answers up to this id do not count.

        Raises:
            TransportError: no whole answer came.
            AnswerError: the server says that this request will never be answered, or, offline, it is not recorded.
            CredentialError, LedgerError: the run cannot go on.
        """
        while (found := self.ledger.find(request.key)) is None or found.id <= after:
            if self.offline:
                raise not_recorded()
            if (twin := self._twins.get(request.key)) is None:
                return await self._first(request, mode, article)
            await asyncio.wait([twin])
        self.account.spending.replayed += 1
        return Answered(found, whole_answer(found.body), paid=False)

    @property
    def in_flight(self) -> int:
        """How many requests wait for their answers."""
        return len(self._twins)

    async def drained(self) -> None:
        """Wait until nothing is in flight."""
        while self._twins:
            await asyncio.wait(self._twins.values())

    async def _first(self, request: CallRequest, mode: StructuredMode, article: str) -> Answered:
        done = self._twins[request.key] = asyncio.get_running_loop().create_future()
        try:
            return await self._paid(request, mode, article)
        finally:
            del self._twins[request.key]
            done.set_result(None)

    async def _paid(self, request: CallRequest, mode: StructuredMode, article: str) -> Answered:
        """Ask the server, and keep what came of it."""
        flight = _Flight(_payload(request, mode), round(request.characters / self.characters_per_token))
        worst = Usage(_most_tokens(request), int(request.parameters.get(self.limit, 0)))
        try:
            async with self.account.reserved(worst):
                body, answer = await self._answered(flight)
                usage = usage_of(answer)
                cost = self.account.paid(usage)
        except (TransportError, AnswerError) as error:
            if flight.attempts:
                await self.ledger.record(_record(request, article, flight, None, error.kind.value))
            raise
        record = _record(request, article, flight, body, "complete", usage, cost)
        number = await self.ledger.record(record)
        return Answered(Completion(number, request.key, body, usage, cost), answer, paid=True)

    async def _answered(self, flight: _Flight) -> tuple[bytes, dict[str, Any]]:
        """The body of a whole answer and what it holds, after as many attempts as patience allows."""
        async for attempt in retrying(self.patience):
            with attempt:
                return await self._attempt(flight)
        raise AssertionError("tenacity raises the last error")

    async def _attempt(self, flight: _Flight) -> tuple[bytes, dict[str, Any]]:
        """One attempt at its turn; a refusal for haste slows the pace down."""
        async with self.pacer.turn(flight.size) as left:
            if self.stopping.is_set():
                raise not_started()
            flight.attempts += 1
            try:
                received = await self._sent(flight)
                answer = whole_answer(received.body)
            except TransportError as error:
                if error.status == _TOO_MANY:
                    self.pacer.refused(left, error.wait)
                self.account.failed(flight.size, charged=error.arrived and error.status in _CHARGED)
                error.again &= flight.seconds < self.patience.deadline and not self.account.overdrawn
                raise
            self.pacer.answered(left)
            self.pacer.told(received.quotas)
            return received.body, answer

    async def _sent(self, flight: _Flight) -> Received:
        began = time.monotonic()
        try:
            return await self.sender.send(flight.payload, self.patience.deadline - flight.seconds)
        finally:
            flight.seconds += time.monotonic() - began


def _payload(request: CallRequest, mode: StructuredMode) -> dict[str, Any]:
    return {
        "model": request.model,
        "messages": list(request.messages),
        **request_part(mode),
        **request.parameters,
    }


def _most_tokens(request: CallRequest) -> int:
    """Tokens that a request has at most: half its ASCII characters, and each byte of others, as tokenizers are made."""
    texts = [request.schema, *(message["content"] for message in request.messages)]
    octets = sum(len(text.encode("utf-8", "replace")) for text in texts)
    ascii_characters = sum(len(text.encode("ascii", "ignore")) for text in texts)
    return octets - ascii_characters + math.ceil(ascii_characters / _ASCII_PER_TOKEN)


def _record(
    request: CallRequest,
    article: str,
    flight: _Flight,
    body: bytes | None,
    outcome: str,
    usage: Usage = Usage(),  # noqa: B008 - frozen
    cost: float | None = None,
) -> CallRecord:
    return CallRecord(request, article, body, outcome, usage, cost, flight.seconds, flight.attempts)
