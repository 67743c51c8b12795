"""The way of one request: the ledger, else the server at its turn and with patience, and then the ledger again."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Protocol

from summarize.ledger import CallRecord, CallRequest, Completion, Ledger, Usage
from summarize.models.answers import AnswerError, not_recorded, usage_of, whole_answer
from summarize.models.pacing import Pacer
from summarize.models.structured import StructuredMode, request_part
from summarize.prompt import estimated_tokens
from summarize.retry import Patience, TransportError, retrying

_TOO_MANY = 429


class Sender(Protocol):
    """What sends a request and brings back the whole body of the answer."""

    async def send(self, request: dict[str, Any], seconds: float) -> bytes:
        """Send it; the body must be whole within that many seconds."""
        ...


@dataclass
class _Flight:
    """One request on its way: how often it was sent, and for how long it was in the air."""

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
        offline: the ledger alone answers.
        began: the newest call in the ledger when the run began; what is younger is of this run.
    """

    sender: Sender
    ledger: Ledger
    pacer: Pacer
    patience: Patience
    offline: bool = False
    began: int = 0
    _twins: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    async def call(self, request: CallRequest, mode: StructuredMode, article: str, *, after: int = 0) -> Completion:
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
        return found

    async def _first(self, request: CallRequest, mode: StructuredMode, article: str) -> Completion:
        done = self._twins[request.key] = asyncio.get_running_loop().create_future()
        try:
            return await self._paid(request, mode, article)
        finally:
            del self._twins[request.key]
            done.set_result(None)

    async def _paid(self, request: CallRequest, mode: StructuredMode, article: str) -> Completion:
        """Ask the server, and keep what came of it."""
        flight = _Flight()
        try:
            body = await self._answered(_payload(request, mode), flight)
        except (TransportError, AnswerError) as error:
            await self.ledger.record(_record(request, article, flight, None, error.kind.value))
            raise
        record = _record(request, article, flight, body, "complete")
        number = await self.ledger.record(record)
        return Completion(number, request.key, body, record.usage, record.cost)

    async def _answered(self, payload: dict[str, Any], flight: _Flight) -> bytes:
        """A whole answer, after as many attempts as patience allows."""
        async for attempt in retrying(self.patience):
            with attempt:
                return await self._attempt(payload, flight)
        raise AssertionError("tenacity raises the last error")

    async def _attempt(self, payload: dict[str, Any], flight: _Flight) -> bytes:
        """One attempt at its turn; a refusal for haste slows the pace down."""
        async with self.pacer.turn(estimated_tokens(payload["messages"])) as left:
            flight.attempts += 1
            try:
                body = await self._sent(payload, flight)
            except TransportError as error:
                if error.status == _TOO_MANY:
                    self.pacer.refused(left)
                error.again = error.again and flight.seconds < self.patience.deadline
                raise
            self.pacer.answered(left)
            return body

    async def _sent(self, payload: dict[str, Any], flight: _Flight) -> bytes:
        began = time.monotonic()
        try:
            body = await self.sender.send(payload, self.patience.deadline - flight.seconds)
        finally:
            flight.seconds += time.monotonic() - began
        whole_answer(body)
        return body


def _payload(request: CallRequest, mode: StructuredMode) -> dict[str, Any]:
    return {
        "model": request.model,
        "messages": list(request.messages),
        **request_part(mode),
        **request.parameters,
    }


def _record(request: CallRequest, article: str, flight: _Flight, body: bytes | None, outcome: str) -> CallRecord:
    usage = usage_of(whole_answer(body)) if body is not None else Usage()
    return CallRecord(request, article, body, outcome, usage=usage, latency=flight.seconds, attempts=flight.attempts)
