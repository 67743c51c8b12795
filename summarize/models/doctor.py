"""The doctor: is the server there, does it know the model, which structured-output modes does it really honour."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from summarize.errors import CredentialError
from summarize.ledger import Usage
from summarize.models.answers import AnswerError, check_given, whole_answer
from summarize.models.openai import Client, parse
from summarize.models.pricing import MILLION, Pricing
from summarize.models.servers import Endpoint, endpoint
from summarize.models.structured import StructuredMode, request_part, schema_note
from summarize.retry import TransportError
from summarize.settings import Settings

_SECONDS = 120.0  # for one answer
_TRIED = (StructuredMode.JSON_SCHEMA, StructuredMode.TOOLS, StructuredMode.JSON_OBJECT)
_SYSTEM = "You turn a news text into one JSON object of the given schema: what happened, with the text's own words."
_TEXT = "[1] A drone hit the port of Larnaca on Tuesday, the army said."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: what, as "key" or "mode tools".
        well: whether it is as it should be.
        message: what was found, in one line.
    """

    subject: str
    well: bool
    message: str


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Look at everything a run needs, without the ledger; each finding as it is made.

    Raises:
        SettingsError: the model has no name.
    """
    asked = endpoint(settings, {"max_tokens": 2000, "temperature": 0})
    key = settings.api_key.get_secret_value() if settings.api_key else None
    client = Client(settings.address, key, concurrency=1)
    try:
        yield Finding("key", well=True, message="will be sent" if key else "none; servers of your own often need none")
        yield await _listed(client, asked)
        yield _price(settings, asked)
        honoured = []
        for mode in _TRIED:
            finding = await _tried(client, asked, mode)
            honoured += [mode] if finding.well else []
            yield finding
        yield _advice(asked, honoured)
    finally:
        await client.aclose()


async def _listed(client: Client, asked: Endpoint) -> Finding:
    """Whether the server lists the model; some servers list none and answer all the same."""
    try:
        names = await client.models()
    except (TransportError, AnswerError, CredentialError) as error:
        return Finding("server", well=False, message=str(error))
    if asked.name in names:
        return Finding("server", well=True, message=f"is there, and lists {asked.name}")
    some = ", ".join(sorted(names)[:5]) or "none"
    return Finding("server", well=False, message=f"is there, but does not list {asked.name}; it lists: {some}")


def _price(settings: Settings, asked: Endpoint) -> Finding:
    pricing = Pricing(asked.name, settings.address, settings.price)
    into, out = pricing.cost(Usage(prompt=MILLION)), pricing.cost(Usage(completion=MILLION))
    if into is None or out is None:
        return Finding("price", well=True, message="unknown; --budget will need --price IN,OUT")
    return Finding("price", well=True, message=f"${into:.2f} in and ${out:.2f} out per million tokens")


async def _tried(client: Client, asked: Endpoint, mode: StructuredMode) -> Finding:
    """One request in that mode; it is honoured if the answer is valid under the draft's schema."""
    began = time.monotonic()
    try:
        received = await client.send(_request(asked, mode), _SECONDS)
        answer = whole_answer(received.body)
        check_given(answer)
        parse(answer, mode)
    except (TransportError, AnswerError, CredentialError, ValueError) as error:
        lines = str(error).splitlines() or [type(error).__name__]
        return Finding(f"mode {mode.value}", well=False, message=lines[0])
    seconds = time.monotonic() - began
    return Finding(f"mode {mode.value}", well=True, message=f"is honoured; answered in {seconds:.1f} s")


def _request(asked: Endpoint, mode: StructuredMode) -> dict[str, Any]:
    note = schema_note() if mode is StructuredMode.JSON_OBJECT else ""
    messages = [{"role": "system", "content": _SYSTEM + note}, {"role": "user", "content": _TEXT}]
    return {"model": asked.name, "messages": messages, **request_part(mode), **asked.parameters}


def _advice(asked: Endpoint, honoured: list[StructuredMode]) -> Finding:
    """What to set."""
    if asked.mode in honoured:
        return Finding("advice", well=True, message=f"nothing to set: {asked.mode.value} is what a run uses")
    if honoured:
        return Finding("advice", well=True, message=f"set --mode {honoured[0].value}")
    return Finding("advice", well=False, message="no mode gives a valid answer: try a larger model, or another server")
