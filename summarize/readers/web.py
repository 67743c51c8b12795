"""The web: one page fetched with a limit on everything: addresses, redirects, bytes, seconds."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Self
from weakref import WeakValueDictionary

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.addresses import PrivateAddressError, public_socket
from summarize.readers.document import Document, Origin
from summarize.readers.options import ReadOptions
from summarize.terminal import printable

if TYPE_CHECKING:  # aiohttp is only imported when something is fetched
    from types import TracebackType

    from aiohttp import ClientResponse, ClientSession
    from yarl import URL

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_SCHEMES = frozenset({"http", "https"})
_CHUNK_BYTES = 65_536
_MOST_AT_A_HOST = 2  # pages fetched at a time from one host, which did not ask for more
_MOST_HEADER_BYTES = 16_384


class Web:
    """Fetches pages over one pool of connections, which is made at the first one.

    Neither proxies nor credentials are taken from the environment: what is connected to is what was checked.
    """

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._stack = AsyncExitStack()
        self._session: ClientSession | None = None
        self._turns: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def fetch(self, address: str) -> Document:
        """The document at an address; its bytes end one past the limit where there are more.

        Raises:
            ArticleError: PRIVATE_ADDRESS, HTTP_STATUS, TOO_MANY_REDIRECTS, UNREACHABLE or TIMEOUT.
        """
        from aiohttp import ClientError

        name = address_name(address)
        try:
            async with self._turn(name), asyncio.timeout(self._options.timeout_seconds):
                return await self._follow(address, name)
        except TimeoutError:
            seconds = f"{self._options.timeout_seconds:g}"
            raise ArticleError(
                name, ErrorKind.TIMEOUT, f"The page did not arrive in {seconds} s.", advice="Try again later."
            ) from None
        except (ClientError, OSError, ValueError) as error:
            raise _unreachable(name, error) from None

    def _turn(self, name: str) -> asyncio.Semaphore:
        """What a page waits for until its host has answered others; forgotten when nobody waits."""
        host = name.partition("://")[2].partition("/")[0].lower()
        return self._turns.setdefault(host, asyncio.Semaphore(_MOST_AT_A_HOST))

    async def _follow(self, address: str, name: str) -> Document:
        """Go from hop to hop; each connection is checked by the connector."""
        from yarl import URL

        session, url = await self._opened(), URL(address)
        for _ in range(self._options.max_redirects + 1):
            if url.scheme not in _SCHEMES:
                raise ValueError("only http and https addresses are read")
            if not url.host:
                raise ValueError("the address names no server")
            async with session.get(url, allow_redirects=False) as response:
                target = response.headers.get("Location")
                if response.status not in _REDIRECTS or not target:
                    return await self._document(response, url, name)
                url = url.join(URL(target))
        raise ArticleError(
            name,
            ErrorKind.TOO_MANY_REDIRECTS,
            f"The address sends us on more than {self._options.max_redirects} times.",
            advice="Give the address that a browser ends at.",
        )

    async def _document(self, response: ClientResponse, url: URL, name: str) -> Document:
        if response.status != _OK:
            raise ArticleError(
                name,
                ErrorKind.HTTP_STATUS,
                f"The server answers with HTTP status {response.status}.",
                advice="Open the address in a browser, save the page, and give the file.",
            )
        data = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
            data += chunk
            if len(data) > self._options.max_bytes:
                break
        return Document(bytes(data), _origin(response, url, name))

    async def _opened(self) -> ClientSession:
        if self._session is None:
            from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector

            from summarize import __version__

            connector = TCPConnector(socket_factory=None if self._options.allow_private else public_socket)
            session = ClientSession(
                connector=connector,
                cookie_jar=DummyCookieJar(),  # a page must not depend on the pages before it
                timeout=ClientTimeout(total=None),  # the deadline is over all hops, in fetch
                headers={"User-Agent": f"summarize/{__version__}", "Accept": "text/html, */*;q=0.8"},
                max_field_size=_MOST_HEADER_BYTES,
                trust_env=False,
            )
            self._session = await self._stack.enter_async_context(session)
        return self._session


def address_name(address: str) -> str:
    """The address as errors and ids name it: without user name and password, on one line."""
    scheme, slashes, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return printable(f"{scheme}{slashes}{host.rpartition('@')[2]}{slash}{path}")


def _origin(response: ClientResponse, url: URL, name: str) -> Origin:
    stated = response.headers.get("Content-Type") is not None
    return Origin(
        name=name,
        suffix=PurePosixPath(url.path).suffix.lower(),
        content_type=response.content_type.lower() if stated else "",
        charset=response.charset if stated else None,
        url=name,
    )


def _unreachable(name: str, error: Exception) -> ArticleError:
    cause = _cause(error)
    if isinstance(cause, PrivateAddressError):
        return ArticleError(
            name,
            ErrorKind.PRIVATE_ADDRESS,
            "The address belongs to a private network or to this machine.",
            advice="Give --allow-private if that is meant.",
        )
    said = cause.strerror if isinstance(cause, OSError) else None  # without "[Errno -2]"
    reason = printable(said or str(cause) or type(error).__name__)[:200]
    return ArticleError(
        name,
        ErrorKind.UNREACHABLE,
        f"The page cannot be fetched: {reason}.",
        advice="Check the address and the network.",
    )


def _cause(error: Exception) -> Exception:
    """What stands behind aiohttp's error, where it wraps one of the system."""
    inner = getattr(error, "os_error", None)
    return inner if isinstance(inner, Exception) else error
