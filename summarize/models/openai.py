"""The OpenAI-compatible client: sends one request, brings back its whole body or says why not.

The only module that imports openai and instructor.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from functools import cache
from socket import gaierror
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from summarize.errors import ErrorKind
from summarize.models.failures import failure
from summarize.models.quota import Received, quotas
from summarize.models.structured import StructuredMode
from summarize.retry import TransportError
from summarize.schema.draft import ArticleDraft

if TYPE_CHECKING:
    from httpx2 import Response
    from instructor.v2 import ResponseParser
    from openai import APIStatusError

LARGEST_BODY = 8 * 1024 * 1024  # bytes of an answer; a draft has some thousand
CONNECT_SECONDS = 20.0
LISTING_SECONDS = 20.0  # for the list of models
_CHAT = "/chat/completions"
_MESSAGE = 300  # characters of a server's message that an error shows


class Client:
    """A server, its key and the connections to it."""

    def __init__(self, base_url: str, key: str | None, *, concurrency: int) -> None:
        """Nothing is sent yet.

        Args:
            base_url: the server's address, as "http://127.0.0.1:11434/v1".
            key: sent as a bearer token; None where the server wants none.
            concurrency: connections at most.
        """
        import httpx2
        from openai import AsyncOpenAI, DefaultAioHttpClient, Omit

        from summarize.models.error_body import bound_error_body

        self.base_url = base_url
        # The organisation and project of the environment belong to OpenAI's own key, not to this one.
        headers: dict[str, Any] = {"OpenAI-Organization": Omit(), "OpenAI-Project": Omit()}
        self._per_request: dict[str, Any] = {} if key else {"Authorization": Omit()}
        self._client = AsyncOpenAI(
            api_key=key or "none",
            base_url=base_url,
            max_retries=0,  # retry.py is the one policy
            default_headers=headers,
            timeout=httpx2.Timeout(None, connect=CONNECT_SECONDS),  # `send` bounds the whole of it
            http_client=DefaultAioHttpClient(
                event_hooks={"response": [bound_error_body]},
                limits=httpx2.Limits(max_connections=concurrency, max_keepalive_connections=concurrency),
            ),
        )

    async def send(self, request: dict[str, Any], seconds: float) -> Received:
        """Send a chat request; returns a 200.

        Args:
            request: the arguments of a chat completion.
            seconds: until the last byte of the body.

        Raises:
            TransportError: no whole body came.
            AnswerError: the server says that this request will never be answered.
            CredentialError: the key is refused, or has no credit left.
        """
        with self._explained(request["model"], seconds):
            async with asyncio.timeout(seconds):
                return await self._received(request)

    async def models(self, seconds: float = LISTING_SECONDS) -> list[str]:
        """The names of the server's models, as it lists them; raises as `send` does."""
        with self._explained("", seconds):
            async with asyncio.timeout(seconds):
                return [model.id async for model in self._client.models.list(extra_headers=self._per_request)]

    @contextmanager
    def _explained(self, model: str, seconds: float) -> Iterator[None]:
        """Turn what openai, httpx2 and aiohttp raise into the program's own errors."""
        import httpx2
        import openai

        try:
            yield
        except TimeoutError:
            raise _timeout(seconds) from None
        except openai.APIStatusError as error:
            text, headers = _message(error), error.response.headers
            raise failure(error.status_code, text, headers, model=model, base_url=self.base_url) from None
        except httpx2.DecodingError as error:
            raise _undecodable(error) from None
        except _unreachable_errors() as error:
            raise _unreachable(self.base_url, error) from None

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def _received(self, request: dict[str, Any]) -> Received:
        from httpx2 import Response

        # As bytes, the request goes out as it is: openai would look through all of it for what to rename, and take
        # five times as long to make JSON of the schema.
        options: Any = {"headers": self._per_request}
        response = await self._client.post(
            _CHAT, cast_to=Response, content=to_json(request), options=options, stream=True, stream_cls=None
        )
        async with aclosing(response):
            return Received(await _whole_body(response), quotas(response.headers))


async def _whole_body(response: Response) -> bytes:
    """The body of a response, if it is not too large."""
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise _too_large()
    return bytes(body)


def parse(answer: dict[str, Any], mode: StructuredMode) -> ArticleDraft:
    """The draft in an answer, through instructor; asking again is ours (see `reask`).

    Args:
        answer: the chat completion as a JSON object.
        mode: how the draft was asked for, and so where in the answer it stands.

    Raises:
        ValueError: the answer holds no valid draft; pydantic's ValidationError says where it breaks the schema.
    """
    from openai.types.chat import ChatCompletion

    try:
        completion = ChatCompletion.construct(**answer)
        draft: ArticleDraft = parser(mode)(response=completion, response_model=ArticleDraft, strict=False)
    except ValueError:
        raise
    except Exception as error:  # noqa: BLE001 - the answer has not the shape of its mode, and instructor trips over it
        raise ValueError(str(error)) from None
    return draft


@cache
def parser(mode: StructuredMode) -> ResponseParser:
    """Instructor's parser of that mode, without the loop around it: docs/decisions/reasks.md."""
    from instructor.v2 import Mode, Provider, mode_registry

    modes = {
        StructuredMode.JSON_SCHEMA: Mode.JSON_SCHEMA,
        StructuredMode.TOOLS: Mode.TOOLS,
        StructuredMode.JSON_OBJECT: Mode.MD_JSON,  # takes the object out of a code block too
    }
    return mode_registry.get_handlers(Provider.OPENAI, modes[mode]).response_parser


def _unreachable_errors() -> tuple[type[Exception], ...]:
    """What openai, httpx2 and aiohttp raise where a connection fails or breaks."""
    import aiohttp
    import httpx2
    import openai

    return openai.APIConnectionError, httpx2.RequestError, aiohttp.ClientError, ConnectionError


def _message(error: APIStatusError) -> str:
    """The server's own words, on one line."""
    body = error.body
    said = body.get("message") or body if isinstance(body, dict) else body or error.message
    code = f" ({error.code})" if error.code else ""
    line = " ".join(f"{said}{code}".split())
    return line[:_MESSAGE]


def _timeout(seconds: float) -> TransportError:
    return TransportError(
        ErrorKind.TIMEOUT,
        f"The server's answer was not whole within {seconds:.0f} s.",
        again=True,
        advice="Give it longer with --timeout SECONDS, or ask less at once with --concurrency.",
    )


def _unreachable(base_url: str, error: Exception) -> TransportError:
    cause: BaseException = error  # the innermost: httpx2's aiohttp transport calls a refused connection a timeout
    while cause.__cause__ is not None:
        cause = cause.__cause__
    return TransportError(
        ErrorKind.UNREACHABLE,
        f"The connection to {base_url} failed: {str(cause) or type(cause).__name__}.",
        again=True,
        arrived=not isinstance(cause, ConnectionRefusedError | gaierror),
        advice="Check --base-url and that the server runs; then run the same command again.",
    )


def _undecodable(error: Exception) -> TransportError:
    return TransportError(
        ErrorKind.BAD_RESPONSE,
        f"The server's answer is not in the encoding that its header names: {error}.",
        again=True,
        status=200,
        advice="Check that --base-url is the address of an OpenAI-compatible API.",
    )


def _too_large() -> TransportError:
    return TransportError(
        ErrorKind.BAD_RESPONSE,
        f"The server's answer is larger than {LARGEST_BODY // 2**20} MB.",
        again=True,
        status=200,
        advice="Check that --base-url is the address of an OpenAI-compatible API.",
    )
