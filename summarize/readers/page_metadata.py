"""Page metadata: title, publication day, outlet and address, as the markup of a page states them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from summarize.readers.metadata import Metadata
from summarize.readers.page_date import publication_day
from summarize.readers.structured_data import is_article, json_ld

if TYPE_CHECKING:  # lxml is only imported when a page is read
    from lxml.html import HtmlElement


def read_page_metadata(tree: HtmlElement) -> Metadata:
    """What the markup states; the tree is as it was parsed, with its scripts."""
    nodes = json_ld(tree)
    return Metadata(
        title=_title(tree, nodes),
        published=publication_day(tree, nodes),
        source=_first(_outlets(tree, nodes)),
        url=_first(_addresses(tree)),
    )


def visible_headline(tree: HtmlElement, title: str | None) -> str | None:
    """The `h1` that says what the title says, of a tree that holds only what is seen.

    A site's name in an `h1` is no headline, nor is the title of another story.
    """
    wanted = _squeeze(title)
    for element in tree.xpath("//h1[not(ancestor::nav or ancestor::aside or ancestor::footer)]"):
        text = _squeeze(element.text_content())
        if text and wanted and (text.casefold() in wanted.casefold() or wanted.casefold() in text.casefold()):
            return text
    return None


def _title(tree: HtmlElement, nodes: list[dict[str, Any]]) -> str | None:
    """The headline: the `h1` where the page's stated title holds it, else that title."""
    stated = _first(
        [
            *_meta(tree, "og:title"),
            *(node.get("headline") for node in nodes if is_article(node)),
            *(title.text_content() for title in tree.xpath("//head/title")),
        ]
    )
    return visible_headline(tree, stated) or stated


def _outlets(tree: HtmlElement, nodes: list[dict[str, Any]]) -> Iterator[object]:
    yield from _meta(tree, "og:site_name")
    for node in nodes:
        publisher = node.get("publisher")
        if is_article(node) and isinstance(publisher, dict):
            yield publisher.get("name")
    yield from _meta(tree, "application-name")


def _addresses(tree: HtmlElement) -> Iterator[object]:
    yield from (link for link in tree.xpath("//head/link[@rel='canonical']/@href") if _is_http(link))
    yield from (link for link in _meta(tree, "og:url") if _is_http(link))


def _meta(tree: HtmlElement, name: str) -> list[str]:
    found: list[str] = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return found


def _first(values: Iterator[object] | list[object]) -> str | None:
    """The first value that is a text with something in it."""
    return next((text for value in values if isinstance(value, str) and (text := _squeeze(value))), None)


def _squeeze(text: str | None) -> str:
    return " ".join((text or "").split())


def _is_http(link: str) -> bool:
    return link.strip().lower().startswith(("http://", "https://"))
