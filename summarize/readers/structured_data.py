"""Structured data: the JSON-LD objects that describe the page itself, not the stories that it links to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # lxml is only imported when a page is read
    from lxml.html import HtmlElement

_PAGES = frozenset({"WebPage", "ItemPage"})
_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})
# The places where an object of the page may stand; lists of other stories (ItemList, hasPart) are not among them.
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 4


def json_ld(tree: HtmlElement) -> list[dict[str, Any]]:
    """The objects of the page's JSON-LD in order; a script that is not JSON has none."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            found.extend(_objects(json.loads(script.text or "", strict=False), _DEEPEST))
        except (ValueError, RecursionError):
            continue
    return found


def is_article(node: dict[str, Any]) -> bool:
    """Whether the object is an article: schema.org's Article and everything called …Article, or a posting."""
    return any(kind in _ARTICLES or kind.endswith("Article") for kind in _types(node))


def is_page(node: dict[str, Any]) -> bool:
    """Whether the object is the page that an article stands on."""
    return any(kind in _PAGES for kind in _types(node))


def _objects(value: Any, deepest: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and deepest:
        for item in value:
            yield from _objects(item, deepest - 1)
    elif isinstance(value, dict):
        yield value
        for holder in _HOLDERS if deepest else ():
            yield from _objects(value.get(holder), deepest - 1)


def _types(node: dict[str, Any]) -> list[str]:
    """The names of its types, without the vocabulary's address."""
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]
