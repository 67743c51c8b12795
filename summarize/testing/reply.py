"""What a scripted server does with a request: an answer, an error, or a connection that breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarize.schema.draft import ArticleDraft
from summarize.testing.scripted import EMPTY

_BLANKS = b" " * 65_536


@dataclass(frozen=True)
class Reply:
    """What the server does with a request.

    Attributes:
        status: the HTTP status; 0 drops the connection before a byte is sent.
        body: the body's bytes.
        headers: beyond content type and length.
        delay: seconds before the first byte.
        sent: how many bytes of the body are sent before the connection is dropped; None for all of them.
        blanks: how many blanks stand before the body; JSON allows them, so that the answer is whole and huge.
        drip: seconds between two bytes of the body, which then go out one by one; None sends them at once.
        name: what the server's log calls it.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    sent: int | None = None
    blanks: int = 0
    drip: float | None = None
    name: str = "answer"

    @property
    def is_whole(self) -> bool:
        """Every byte that the head announces is sent."""
        return bool(self.status) and self.sent is None

    def head(self) -> bytes:
        """Status line and headers."""
        length = str(self.blanks + len(self.body))
        headers = {"content-type": "application/json", "content-length": length, **self.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"HTTP/1.1 {self.status} Scripted\r\n{lines}\r\n".encode()

    def pieces(self) -> Iterator[bytes]:
        """The body as it goes out, piece by piece."""
        for start in range(0, self.blanks, len(_BLANKS)):
            yield _BLANKS[: self.blanks - start]
        body = self.body[: self.sent]
        if self.drip is None:
            yield body
        else:
            yield from (body[at : at + 1] for at in range(len(body)))


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
    whole = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion},
    }
    return Reply(body=json.dumps(whole).encode(), delay=delay)


def error(status: int, message: str, *, code: str | None = None, headers: dict[str, str] | None = None) -> Reply:
    """An error as OpenAI's API words it."""
    body = json.dumps({"error": {"message": message, "code": code}}).encode()
    return Reply(status, body, headers or {}, name=f"status {status}")
