"""A scripted OpenAI-compatible server on loopback: it answers, and misbehaves, as a test wants it to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Self

from summarize.schema.draft import ArticleDraft


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it.

    Attributes:
        number: from 0, in the order of arrival.
        attempt: from 0, counted over requests with the same messages.
        body: the request's JSON.
        headers: with lower-case names.
        raw: the request's bytes.
    """

    number: int
    attempt: int
    body: dict[str, Any]
    headers: dict[str, str]
    raw: bytes

    @property
    def text(self) -> str:
        """The last message's content; in a first request it holds the article."""
        return str(self.body["messages"][-1]["content"])


@dataclass(frozen=True)
class Reply:
    """What the server does with a request.

    Attributes:
        status: the HTTP status; 0 drops the connection before a byte is sent.
        body: the body's bytes.
        headers: beyond content type and length.
        delay: seconds before the first byte.
        sent: how many bytes of the body are sent before the connection is dropped; None for all of them.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    sent: int | None = None


Script = Callable[[Asked], Reply | Awaitable[Reply]]
EMPTY = ArticleDraft(summary=[], incidents=[], aggregates=[], no_incident=None)


def answer(
    content: ArticleDraft | str = EMPTY,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    tokens: tuple[int, int] = (1000, 200),
    delay: float = 0.0,
    tool: bool = False,
) -> Reply:
    """A chat completion.

    Args:
        content: the draft, or any text.
        finish: the finish reason.
        refusal: the model's refusal, in place of content.
        tokens: of prompt and completion, as the usage says.
        delay: seconds before the first byte.
        tool: the content comes as a tool's arguments.
    """
    text = content if isinstance(content, str) else content.model_dump_json()
    message: dict[str, Any] = {"role": "assistant", "content": None if refusal or tool else text, "refusal": refusal}
    if tool:
        function = {"name": "incident_report", "arguments": text}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": function}]
    prompt, completion = tokens
    return Reply(
        body=json.dumps(
            {
                "id": "chatcmpl-1",
                "object": "chat.completion",
                "created": 0,
                "model": "scripted",
                "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
                "usage": {
                    "prompt_tokens": prompt,
                    "completion_tokens": completion,
                    "total_tokens": prompt + completion,
                },
            }
        ).encode(),
        delay=delay,
    )


def error(status: int, message: str, *, code: str | None = None, headers: dict[str, str] | None = None) -> Reply:
    """An error as OpenAI's API words it."""
    return Reply(status, json.dumps({"error": {"message": message, "code": code}}).encode(), headers or {})


class ScriptedServer:
    """A server for the test's own loop; use it as an async context manager.

    Attributes:
        asked: every chat request, in the order of arrival.
        models: the names that `/v1/models` lists.
        port: where it listens, once it runs.
    """

    def __init__(
        self, script: Script = lambda _asked: answer(), *, models: tuple[str, ...] = ("scripted",), port: int = 0
    ) -> None:
        """Set the script.

        Args:
            script: says what is done with each chat request.
            models: the names that `/v1/models` lists.
            port: on loopback; 0 for a free one.
        """
        self.port = port
        self._script = script
        self.models = models
        self.asked: list[Asked] = []
        self._seen: dict[str, int] = {}
        self._server: asyncio.Server | None = None
        self._news = asyncio.Condition()

    @property
    def base_url(self) -> str:
        """Its address, as `--base-url` takes it."""
        return f"http://127.0.0.1:{self.port}/v1"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", self.port, backlog=2048)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    async def arrived(self, count: int) -> None:
        """Wait until that many chat requests have come."""
        async with self._news:
            await self._news.wait_for(lambda: len(self.asked) >= count)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._request(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Serve one request; False where the connection ends."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(_header(line) for line in head[1:] if line)
        raw = await reader.readexactly(int(headers.get("content-length", "0")))
        reply = await self._reply(head[0], headers, raw)
        await asyncio.sleep(reply.delay)
        if reply.status:
            writer.write(_bytes(reply))
            await writer.drain()
        whole = bool(reply.status) and reply.sent is None
        if not whole:
            writer.transport.abort()
        return whole

    async def _reply(self, line: str, headers: dict[str, str], raw: bytes) -> Reply:
        if line.startswith("GET /v1/models"):
            return Reply(body=json.dumps({"object": "list", "data": [{"id": name} for name in self.models]}).encode())
        body = json.loads(raw)
        same = json.dumps(body["messages"])
        attempt = self._seen[same] = self._seen.get(same, -1) + 1
        asked = Asked(len(self.asked), attempt, body, headers, raw)
        self.asked.append(asked)
        async with self._news:
            self._news.notify_all()
        reply = self._script(asked)
        return reply if isinstance(reply, Reply) else await reply


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.lower(), value.strip()


def _bytes(reply: Reply) -> bytes:
    headers = {"content-type": "application/json", "content-length": str(len(reply.body)), **reply.headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {reply.status} Scripted\r\n{lines}\r\n".encode() + reply.body[: reply.sent]
