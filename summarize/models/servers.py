"""Servers: what differs between the OpenAI-compatible addresses that people use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from summarize.errors import SettingsError
from summarize.models.structured import StructuredMode
from summarize.settings import Settings

_OWN_TEMPERATURE = re.compile(r"^(o\d|gpt-5)")  # OpenAI's models that refuse any temperature but their own


@dataclass(frozen=True, slots=True)
class Server:
    """How one server wants to be asked.

    Attributes:
        mode: the structured-output mode that it honours.
        limit: what it calls the largest number of tokens of an answer.
    """

    mode: StructuredMode = StructuredMode.JSON_SCHEMA
    limit: str = "max_tokens"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What is asked, and how.

    Attributes:
        name: the model's name at the server.
        base_url: the server's address.
        mode: how structured output is asked for.
        parameters: what a request says beside messages and schema.
        limit: the parameter that bounds an answer's tokens.
        reasks: how often at most a faulty answer is asked again.
    """

    name: str
    base_url: str
    mode: StructuredMode
    parameters: dict[str, Any]
    limit: str
    reasks: int


# The host, or what it ends with, from https://platform.openai.com/docs/api-reference/chat,
# https://docs.claude.com/en/api/openai-sdk (ignores response_format) and each server's own pages.
_SERVERS = {
    "api.openai.com": Server(limit="max_completion_tokens"),
    "openai.azure.com": Server(limit="max_completion_tokens"),
    "api.anthropic.com": Server(mode=StructuredMode.TOOLS),
}


def server_at(base_url: str) -> Server:
    """What is known of the server at that address; what most servers do if nothing is."""
    host = urlsplit(base_url).hostname or ""
    return next((server for end, server in _SERVERS.items() if host == end or host.endswith(f".{end}")), Server())


def endpoint(settings: Settings, recommended: Mapping[str, float | int | str]) -> Endpoint:
    """What the settings ask, with a prompt's recommended parameters as the server takes them.

    Raises:
        SettingsError: the model has no name.
    """
    name = settings.model.partition("/")[2]
    if not name:
        raise SettingsError(f"The model {settings.model!r} has no name.", advice="Write it as openai/NAME.")
    server = server_at(settings.address)
    parameters = {(server.limit if key == "max_tokens" else key): value for key, value in recommended.items()}
    if server.limit != "max_tokens" and _OWN_TEMPERATURE.match(name):
        parameters.pop("temperature", None)
    mode = StructuredMode(settings.mode) if settings.mode else server.mode
    return Endpoint(name, settings.address, mode, parameters, server.limit, settings.reasks)
