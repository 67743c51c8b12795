"""The publication day of a page: stated in its markup or unknown, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from summarize.readers.metadata import parse_day
from summarize.readers.structured_data import is_article, is_page

if TYPE_CHECKING:  # lxml is only imported when a page is read
    from lxml.html import HtmlElement

Nodes = list[dict[str, Any]]

# By how sure it is that they mean publication; compared in lower case.
META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "publish_date",
    "article.published",
    "dc.date",
    "dcterms.date",
    "date",
)
"""The `<meta>` names of a publication date, the first that is there decides. `dateModified` is none of them."""

# Years in which the web had news. Content systems write 0001-01-01 and 1970-01-01 for "no date".
_FIRST_YEAR, _LAST_YEAR = 1991, 2199
_LOWER = "translate(normalize-space(%s),'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')"
_META = f"//meta[{_LOWER % '@property'}=$name or {_LOWER % '@name'}=$name or {_LOWER % '@itemprop'}=$name]/@content"
_ELSEWHERE = (
    "ancestor::nav or ancestor::aside or ancestor::footer or ancestor::figure"
    " or ancestor::*[contains(@class,'related') or contains(@class,'comment') or contains(@id,'comment')]"
)
# The head of an article ends with its first paragraph of this many characters.
_PARAGRAPH = 80


def publication_day(tree: HtmlElement, nodes: Nodes) -> date | None:
    """The day, as it is written, with no time zone applied.

    Where a page contradicts itself, the first of these that gives a date decides: JSON-LD `datePublished` of
    an article; `<meta>` by the order of META_NAMES; JSON-LD `datePublished` of the page; `<time datetime>`
    between the headline and the first paragraph.
    """
    return next((day for source in SOURCES for day in _days(source(tree, nodes))), None)


def _of_article(_: HtmlElement, nodes: Nodes) -> Iterator[object]:
    yield from (node.get("datePublished") for node in nodes if is_article(node))


def _of_meta(tree: HtmlElement, _: Nodes) -> Iterator[object]:
    for name in META_NAMES:
        yield from tree.xpath(_META, name=name)
    yield from tree.xpath(f"//*[@itemprop='datePublished'][not({_ELSEWHERE})]/@datetime")


def _of_page(_: HtmlElement, nodes: Nodes) -> Iterator[object]:
    yield from (node.get("datePublished") for node in nodes if is_page(node))


def _of_head(tree: HtmlElement, _: Nodes) -> Iterator[object]:
    """`<time datetime>` in the article's head: from its beginning, or the headline, to the first paragraph."""
    article = next(iter(tree.xpath("//article[.//h1] | //main[.//h1] | //body[.//h1] | //article")), None)
    if article is None:
        return
    elsewhere = set(article.xpath(f".//*[{_ELSEWHERE}]"))
    for element in article.iter("p", "time"):
        if element in elsewhere:
            continue
        if element.tag == "p" and len(element.text_content()) >= _PARAGRAPH:
            return
        if element.tag == "time" and "modif" not in _labels(element) and "updat" not in _labels(element):
            yield element.get("datetime")


SOURCES: tuple[Callable[[HtmlElement, Nodes], Iterator[object]], ...] = (_of_article, _of_meta, _of_page, _of_head)


def _days(values: Iterator[object]) -> Iterator[date]:
    for value in values:
        day = _day(value) if isinstance(value, str) else None
        if day and _FIRST_YEAR <= day.year <= _LAST_YEAR:
            yield day


def _day(value: str) -> date | None:
    """An ISO 8601 date, also with slashes or without separators, or a date of RFC 5322; nothing else."""
    text = value.strip()
    if len(text) == len("20240422") and text.isdigit():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    elif text[4:5] == text[7:8] == "/":  # citation_publication_date: 2024/04/22
        text = text.replace("/", "-", 2)
    day = parse_day(text)
    if day is None and "," in text:
        try:
            day = parsedate_to_datetime(text).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return day


def _labels(element: HtmlElement) -> str:
    """What the element and the one around it are called."""
    parent = element.getparent()
    around = "" if parent is None else f"{parent.get('class', '')}"
    return f"{element.get('class', '')} {element.get('itemprop', '')} {around}".lower()
