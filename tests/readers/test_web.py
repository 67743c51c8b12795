"""Tests of the web: real servers on loopback that misbehave in every way, and addresses that are refused."""

from __future__ import annotations

import asyncio
import gzip
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from summarize.article import Article
from summarize.errors import ArticleError, ErrorKind
from summarize.readers import addresses, read
from summarize.readers.document import Document
from summarize.readers.options import ReadOptions
from summarize.readers.web import Web, address_name
from tests.readers.conftest import HttpServer, Row, answer_lookups, http_server
from tests.readers.pages import PARAGRAPHS, page

INTRANET = ReadOptions(allow_private=True, timeout_seconds=5)


async def fetch(address: str, options: ReadOptions = INTRANET) -> Document:
    async with Web(options) as web:
        return await web.fetch(address)


async def failure(address: str, options: ReadOptions = INTRANET) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        await fetch(address, options)
    assert caught.value.advice
    return caught.value


async def row(address: str, options: ReadOptions = INTRANET) -> Row:
    """The one row that an address gives."""
    (only,) = [each async for each in read(address, options=options)]
    return only


async def test_a_page_becomes_an_article(server: HttpServer) -> None:
    """The id and url are the address; the content type decides, whatever the address looks like."""
    address = server.answer("/a.txt?x=1", page().encode(), "Content-Type: text/html")
    article = await row(address)
    assert isinstance(article, Article)
    assert article.text.split("\n")[1] == PARAGRAPHS[0]
    assert article.id == article.url == address
    assert article.raw_starts == ()


@pytest.mark.parametrize(
    ("path", "body", "header", "text"),
    [
        ("/a", b"Plain words.", "Content-Type: text/plain", "Plain words."),
        ("/a", "Größe".encode("cp1252"), "Content-Type: text/plain; charset=windows-1252", "Größe"),
        ("/a.md", b"---\nid: x\n---\nBody", "Content-Type: text/plain; charset=utf-8", "Body"),
        ("/a.md", b"---\nid: x\n---\nBody", "X-None: no content type", "Body"),
        ("/a", b'{"text": "One"}\n', "Content-Type: application/x-ndjson", "One"),
    ],
)
async def test_formats_by_content_type(server: HttpServer, path: str, body: bytes, header: str, text: str) -> None:
    """What the server says, then the address's suffix, then the content."""
    article = await row(server.answer(path, body, header))
    assert isinstance(article, Article)
    assert article.text == text


async def test_compressed_pages(server: HttpServer) -> None:
    """A compressed answer is unpacked."""
    headers = ("Content-Type: text/plain", "Content-Encoding: gzip")
    article = await row(server.answer("/a", gzip.compress(b"Packed words."), *headers))
    assert isinstance(article, Article)
    assert article.text == "Packed words."


async def test_only_what_is_needed_is_sent(server: HttpServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program names itself; no cookie of an earlier page and no proxy of the environment is used."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    first = server.answer("/a", b"a", "Set-Cookie: id=1; Path=/")
    async with Web(INTRANET) as web:
        await web.fetch(first)
        await web.fetch(first)
    assert "summarize/" in server.headers[1]
    assert "cookie" not in server.headers[1].lower()


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oops", "204 No Content", "304 Not Modified", "403 Forbidden"])
async def test_other_statuses(server: HttpServer, status: str) -> None:
    """Anything but 200 is an error that names the status."""
    error = await failure(server.answer("/a", b"", status=status))
    assert error.kind is ErrorKind.HTTP_STATUS
    assert status[:3] in error.message


async def test_redirects_are_followed(server: HttpServer) -> None:
    """Up to five hops, relative ones too; the article keeps the address that was given."""
    for hop in range(5):
        server.answer(f"/{hop}", b"", f"Location: {hop + 1}", status="302 Found")
    server.answer("/5", b"The end.", "Content-Type: text/plain")
    article = await row(f"{server.address}/0")
    assert isinstance(article, Article)
    assert (article.text, article.id) == ("The end.", f"{server.address}/0")


async def test_redirects_for_ever(server: HttpServer) -> None:
    """A page that sends us to itself is left after five hops."""
    error = await failure(server.answer("/a", b"", "Location: /a", status="301 Moved"))
    assert error.kind is ErrorKind.TOO_MANY_REDIRECTS
    assert len(server.requests) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)"])
async def test_redirects_to_other_schemes(server: HttpServer, target: str) -> None:
    """A page may not send us to a file of this machine."""
    error = await failure(server.answer("/a", b"", f"Location: {target}", status="302 Found"))
    assert error.kind is ErrorKind.UNREACHABLE


async def test_a_redirect_without_a_target(server: HttpServer) -> None:
    """It is a status like any other."""
    assert (await failure(server.answer("/a", b"", status="302 Found"))).kind is ErrorKind.HTTP_STATUS


async def test_a_page_without_end_stops_at_the_limit(server: HttpServer) -> None:
    """Of a page of any size little more than the limit is fetched, and it is TOO_LARGE."""

    async def endless(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.send(writer, b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000000000\r\n\r\n")
        while True:
            await server.send(writer, b"word " * 10_000)

    limit = ReadOptions(allow_private=True, max_bytes=1_000_000)
    error = await row(server.handle("/a", endless), limit)
    assert isinstance(error, ArticleError)
    assert error.kind is ErrorKind.TOO_LARGE
    assert server.sent < 20_000_000


async def test_a_compressed_bomb_stops_at_the_limit(server: HttpServer) -> None:
    """A hundred megabytes in a hundred kilobytes are unpacked no further than the limit."""
    bomb = gzip.compress(bytes(100_000_000))
    address = server.answer("/a", bomb, "Content-Type: text/plain", "Content-Encoding: gzip")
    document = await fetch(address, ReadOptions(allow_private=True, max_bytes=1_000_000))
    assert 1_000_000 < len(document.data) < 10_000_000


@pytest.mark.parametrize("part", ["status", "headers", "body"])
async def test_a_page_that_drips_for_ever(server: HttpServer, part: str) -> None:
    """A byte now and then keeps no deadline from passing, wherever in the answer it falls."""
    starts = {
        "status": b"",
        "headers": b"HTTP/1.1 200 OK\r\nX-Slow: ",
        "body": b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
    }

    async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.send(writer, starts[part])
        while True:
            await server.send(writer, b"H" if part != "status" else b"")
            await asyncio.sleep(0.01)

    options = ReadOptions(allow_private=True, timeout_seconds=0.2)
    error = await failure(server.handle("/a", drip), options)
    assert error.kind is ErrorKind.TIMEOUT
    assert "0.2 s" in error.message


async def test_a_chain_of_slow_hops_has_one_deadline(server: HttpServer) -> None:
    """The deadline is over all hops together."""

    async def slowly(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.15)
        await server.send(
            writer, b"HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )

    options = ReadOptions(allow_private=True, timeout_seconds=0.4)
    assert (await failure(server.handle("/a", slowly), options)).kind is ErrorKind.TIMEOUT


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"not HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut off",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nnot zip",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "nonsense", "cut off", "wrong encoding", "endless header"],
)
async def test_broken_answers(server: HttpServer, answer: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """They are UNREACHABLE with the reason, never a traceback or half a page."""

    async def handler(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.send(writer, answer)

    with caplog.at_level(logging.WARNING):
        error = await failure(server.handle("/a", handler))
    assert error.kind is ErrorKind.UNREACHABLE
    assert not caplog.records


async def test_nobody_listens() -> None:
    """A closed port is UNREACHABLE, and the reason is in words."""
    async with http_server() as closed:
        address = closed.address
    error = await failure(address)
    assert error.kind is ErrorKind.UNREACHABLE
    assert "Errno" not in error.message


@pytest.mark.parametrize(
    "address",
    ["http://", "http://[::1", "http://a b/", "http://exa\tmple.invalid:99999/", "https://:80/", "http://x:y/"],
)
async def test_impossible_addresses(address: str) -> None:
    """What is no address is UNREACHABLE, not a traceback."""
    assert (await failure(address)).kind is ErrorKind.UNREACHABLE


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "169.254.169.254",
        "10.0.0.1",
        "１２７.0.0.1",
    ],
)
async def test_private_addresses_are_refused(server: HttpServer, host: str) -> None:
    """Whatever the spelling, and before a single byte is sent."""
    port = server.address.rpartition(":")[2]
    error = await failure(f"http://{host}:{port}/", ReadOptions(timeout_seconds=5))
    assert error.kind is ErrorKind.PRIVATE_ADDRESS
    assert "--allow-private" in error.advice
    assert server.requests == []


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0177.0.0.1", "0"])
async def test_numbers_that_some_systems_take_for_addresses(server: HttpServer, host: str) -> None:
    """Decimal, octal and shortened spellings are no addresses here."""
    port = server.address.rpartition(":")[2]
    error = await failure(f"http://{host}:{port}/", ReadOptions(timeout_seconds=5))
    assert error.kind is ErrorKind.UNREACHABLE
    assert server.requests == []


@pytest.fixture
async def elsewhere(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[HttpServer]:
    """A second server on 127.0.0.2, which stands for the private network; 127.0.0.1 stands for the public one."""

    def is_public(address: str) -> bool:
        return address == "127.0.0.1"

    monkeypatch.setattr(addresses, "is_public", is_public)
    async with http_server("127.0.0.2") as running:
        running.answer("/", b"private words")
        yield running


async def test_a_redirect_into_the_private_network(server: HttpServer, elsewhere: HttpServer) -> None:
    """Every hop is checked, not only the first."""
    address = server.answer("/a", b"", f"Location: {elsewhere.address}/", status="307 Temporary")
    error = await failure(address, ReadOptions())
    assert error.kind is ErrorKind.PRIVATE_ADDRESS
    assert (len(server.requests), elsewhere.requests) == (1, [])


async def test_a_name_that_changes_its_address(
    server: HttpServer, elsewhere: HttpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the name is public when first looked up, and private at the next look-up; it is refused then."""
    answers = iter(["127.0.0.1", "127.0.0.2"])
    answer_lookups(monkeypatch, lambda _: next(answers))
    server.answer("/", b"public words", "Content-Type: text/plain")
    port = elsewhere.address.rpartition(":")[2]
    public = f"http://rebinding.example:{server.address.rpartition(':')[2]}/"
    assert (await fetch(public, ReadOptions())).data == b"public words"
    error = await failure(f"http://rebinding.example:{port}/", ReadOptions())
    assert error.kind is ErrorKind.PRIVATE_ADDRESS
    assert elsewhere.requests == []


async def test_a_name_with_a_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name may point into the private network; the address counts."""
    looked_up: list[Any] = []

    def answer(host: str) -> str:
        looked_up.append(host)
        return "10.1.2.3"

    answer_lookups(monkeypatch, answer)
    error = await failure("https://news.example/", ReadOptions())
    assert error.kind is ErrorKind.PRIVATE_ADDRESS
    assert looked_up == ["news.example"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://user:word@a.example/x@y?z=1", "https://a.example/x@y?z=1"),
        ("https://a@b@a.example", "https://a.example"),
        ("http://a.example/\n\x1b[2J", r"http://a.example/\n\x1b[2J"),
        ("https://user:word@a.example?x=1", "https://a.example?x=1"),
    ],
)
def test_names_of_addresses(address: str, name: str) -> None:
    """Neither passwords nor control characters get into ids and messages."""
    assert address_name(address) == name


async def test_passwords_stay_out_of_messages(server: HttpServer) -> None:
    """Neither an article nor an error names the password that was given."""
    port = server.address.rpartition(":")[2]
    server.answer("/a", b"words", "Content-Type: text/plain")
    server.answer("/b", b"", status="404 No")
    article = await row(f"http://me:word@127.0.0.1:{port}/a")
    error = await row(f"http://me:word@127.0.0.1:{port}/b")
    assert isinstance(article, Article)
    assert isinstance(error, ArticleError)
    assert article.id == f"http://127.0.0.1:{port}/a"
    assert "word@" not in f"{error.row()} {article}"
