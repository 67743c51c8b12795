"""Asking: an article, the prompt and what the server takes, as the request that goes out."""

from __future__ import annotations

from typing import Any

from summarize.article import Article
from summarize.ledger import CallRequest
from summarize.models.servers import Endpoint
from summarize.models.structured import StructuredMode, request_text, schema_note
from summarize.prompt import Prompt


def first_messages(endpoint: Endpoint, prompt: Prompt, article: Article) -> list[dict[str, Any]]:
    """The prompt with the article; where the server takes no schema, it stands in the constant part."""
    note = schema_note() if endpoint.mode is StructuredMode.JSON_OBJECT else ""
    system, user = prompt.render(article)
    return [_message("system", system["content"] + note), _message("user", user["content"])]


def call_request(endpoint: Endpoint, messages: list[dict[str, Any]], parameters: dict[str, Any]) -> CallRequest:
    """What decides the answer to these messages."""
    return CallRequest(
        provider="openai",
        base_url=endpoint.base_url,
        model=endpoint.name,
        messages=tuple(messages),
        schema=request_text(endpoint.mode),
        parameters=parameters,
    )


def well_formed(text: str) -> str:
    """The text with U+FFFD in place of half characters, which UTF-8 cannot carry."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _message(role: str, content: str) -> dict[str, Any]:
    return {"role": role, "content": well_formed(content)}
