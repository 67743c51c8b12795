"""The seams of instructor and openai that the program leans on: an update that moves one fails here, by name."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import openai
import pytest
from instructor.v2 import Mode, Provider, mode_registry
from instructor.v2.validation.async_validators import model_declares_async_validators
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from summarize.models.openai import Client, parse
from summarize.models.structured import StructuredMode, request_part
from summarize.retry import TransportError
from summarize.schema.draft import ArticleDraft
from summarize.testing.reply import Reply, answer, error
from summarize.testing.server import ScriptedServer

from .conftest import always, good_draft

ROOT = Path(__file__).parents[2]
REQUEST: dict[str, Any] = {"model": "scripted", "messages": [{"role": "user", "content": "{{ 7 * 7 }} {% if %}"}]}
BRACED = good_draft(quote="{{ 7 * 7 }} {% if %}")
PARSED = {
    Mode.JSON_SCHEMA: answer(BRACED),
    Mode.TOOLS: answer(BRACED, tool=True),
    Mode.MD_JSON: answer(f"```json\n{BRACED.model_dump_json()}\n```"),
}
"""The modes of instructor that are used, with an answer each."""


def completion(reply: Reply) -> dict[str, Any]:
    """The chat completion of a reply, as JSON."""
    whole: dict[str, Any] = json.loads(reply.body)
    return whole


def test_instructor_is_the_version_that_this_holds() -> None:
    """It is pinned below the next minor, and that is what is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    (pin,) = [line for line in project["dependencies"] if line.startswith("instructor")]
    assert pin == "instructor>=1.17,<1.18"
    assert version("instructor").startswith("1.17.")


@pytest.mark.parametrize("mode", PARSED)
def test_the_registry_gives_a_parser_that_takes_what_we_give_it(mode: Mode) -> None:
    """Names and defaults of its arguments; the context, with which articles would be executed, is off."""
    parameters = inspect.signature(mode_registry.get_handlers(Provider.OPENAI, mode).response_parser).parameters
    assert list(parameters)[:2] == ["response", "response_model"]
    assert parameters["validation_context"].default is None
    assert parameters["stream"].default is False
    assert "strict" in parameters


@pytest.mark.parametrize(("mode", "reply"), PARSED.items())
def test_the_parser_finds_the_draft_where_its_mode_has_it(mode: Mode, reply: Reply) -> None:
    """In the content, in a tool's arguments or in a block of code; what is in braces stays as it is."""
    parser = mode_registry.get_handlers(Provider.OPENAI, mode).response_parser
    found = parser(ChatCompletion.construct(**completion(reply)), ArticleDraft, strict=False)
    assert found == BRACED


@pytest.mark.parametrize("mode", StructuredMode)
def test_a_broken_schema_comes_back_with_pydantics_own_error(mode: StructuredMode) -> None:
    """The ValidationError that the re-ask is made of, not one of instructor's."""
    with pytest.raises(ValidationError):
        parse(completion(answer('{"summary": 3}', tool=mode is StructuredMode.TOOLS)), mode)


def test_the_draft_has_no_validators_that_only_instructors_loop_looks_for() -> None:
    """The loop refuses classes with asynchronous validators, at each call; here it is known once for all."""
    assert not model_declares_async_validators(ArticleDraft)


@pytest.mark.parametrize("mode", StructuredMode)
def test_what_holds_no_draft_is_a_value_error(mode: StructuredMode) -> None:
    """Whatever instructor makes of an answer without JSON, without a tool call or of another shape."""
    for reply in (answer("no JSON"), answer("[]"), answer('{"summary": 3}', tool=True), answer("")):
        with pytest.raises(ValueError, match=r".*"):
            parse(completion(reply), mode)


def test_instructor_and_openai_keep_off_standard_error() -> None:
    """In a process of its own, a broken answer is raised and not logged; nor is anything printed."""
    code = """
        import json
        from summarize.models.openai import parse
        from summarize.models.structured import StructuredMode
        from summarize.testing.reply import answer
        for mode in StructuredMode:
            try:
                parse(json.loads(answer("nonsense").body), mode)
            except ValueError:
                print("raised")
    """
    done = subprocess.run(
        [sys.executable, "-c", inspect.cleandoc(code)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == ["raised"] * len(StructuredMode)
    assert done.stderr == ""


async def test_a_request_goes_out_byte_for_byte() -> None:
    """The client sends what it is given: messages, schema and parameters, and nothing of its own beside them."""
    request = {**REQUEST, **request_part(StructuredMode.JSON_SCHEMA), "temperature": 0.0}
    async with ScriptedServer() as server:
        client = Client(server.base_url, "key", concurrency=1)
        await client.send(request, 10)
        await client.aclose()
    assert server.asked[0].body == request
    assert b"{{ 7 * 7 }} {% if %}" in server.asked[0].raw


@pytest.mark.parametrize("reply", [error(500, "Oops"), error(429, "Slow down"), Reply(0)])
async def test_the_sdk_tries_nothing_again(reply: Reply) -> None:
    """One `send` is one request: the one policy of retries is ours."""
    async with ScriptedServer(always(reply)) as server:
        client = Client(server.base_url, None, concurrency=1)
        with pytest.raises(TransportError):
            await client.send(REQUEST, 10)
        await client.aclose()
    assert len(server.asked) == 1


async def test_the_body_comes_in_pieces_that_can_be_left() -> None:
    """`with_streaming_response` yields the raw body as it arrives, before openai parses it."""
    async with ScriptedServer(lambda _asked: Reply(body=b'{"not": "a completion"}', blanks=100_000)) as server:
        client = openai.AsyncOpenAI(
            api_key="none", base_url=server.base_url, max_retries=0, http_client=openai.DefaultAioHttpClient()
        )
        async with client.chat.completions.with_streaming_response.create(**REQUEST) as response:
            pieces = [piece async for piece in response.iter_bytes()]
        await client.close()
    assert len(pieces) > 1
    assert b"".join(pieces).endswith(b'{"not": "a completion"}')


async def test_a_status_error_says_status_words_code_and_headers() -> None:
    """The attributes that failures are told apart by; the message is the server's, not the SDK's."""
    async with ScriptedServer(always(error(429, "Slow down", code="busy", headers={"retry-after": "7"}))) as server:
        client = openai.AsyncOpenAI(api_key="none", base_url=server.base_url, max_retries=0)
        with pytest.raises(openai.APIStatusError) as caught:
            await client.chat.completions.create(**REQUEST)
        await client.close()
    assert caught.value.status_code == 429
    assert caught.value.code == "busy"
    assert caught.value.body == {"message": "Slow down", "code": "busy"}
    assert caught.value.response.headers["retry-after"] == "7"
