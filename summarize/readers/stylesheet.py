"""Style sheets: the rules of a page's own `<style>`, as far as they may hide text on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # tinycss2 and cssselect2 are only imported when a page has styles
    from cssselect2.compiler import CompiledSelector

Declarations = Mapping[str, tuple[bool, str]]
"""Property to (is it important?, value in lower case)."""

SCREEN_WIDTH, SCREEN_HEIGHT = 1280, 800  # CSS px; what media queries are answered for

PROPERTIES = frozenset({
    "background", "background-color", "background-image", "clip", "clip-path", "color", "content-visibility",
    "display", "filter", "font", "font-size", "height", "inset", "left", "margin", "margin-left", "margin-top",
    "max-height", "max-width", "opacity", "overflow", "overflow-x", "overflow-y", "position", "right", "scale",
    "text-indent", "top", "transform", "translate", "visibility", "-webkit-text-fill-color", "width", "zoom",
})  # fmt: skip
"""The properties that may hide text, or undo that."""

LONGHANDS = {
    "background": ("background-color", "background-image"),
    "font": ("font-size",),
    "inset": ("left", "right", "top"),
    "margin": ("margin-left", "margin-top"),
    "overflow": ("overflow-x", "overflow-y"),
}
"""What a shorthand resets."""

_NESTED = frozenset({"layer", "supports", "container", "scope"})
_LONGEST_SELECTOR = 500  # characters; longer ones are generated, and slow to compile
_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_CLASS = re.compile(r"\.([\w-]+)")
_MEDIA_TYPE = re.compile(r"(?:only\s+)?(screen|all)\b|(?=\()")
_MEDIA_WIDTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_PX = {"px": 1.0, "em": 16.0, "rem": 16.0}


@dataclass(frozen=True, slots=True)
class Rule:
    """One style rule.

    Attributes:
        selector: the selector list as it is written.
        needed_classes: for each selector of it, classes without which it matches nothing.
        declarations: those that matter here.
    """

    selector: str
    needed_classes: tuple[frozenset[str], ...]
    declarations: Declarations


@lru_cache(maxsize=64)
def parse_sheet(css: str) -> tuple[Rule, ...]:
    """The rules of a style sheet that hold on a screen, in order; the pages of one site share theirs.

    Not followed: `@import`, nested rules, and what `var()` and `calc()` come to.
    """
    import tinycss2

    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def parse_declarations(css: str) -> Declarations:
    """The declarations of a `style` attribute that matter here."""
    import tinycss2

    return _declarations(tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True))


@lru_cache(maxsize=4096)
def compile_selectors(selector: str) -> tuple[CompiledSelector, ...]:
    """The selectors of a list that select elements; none where one of them is not understood, as CSS wants it."""
    from cssselect2 import SelectorError, compile_selector_list

    if len(selector) > _LONGEST_SELECTOR:
        return ()
    try:
        compiled = compile_selector_list(selector)
    except (SelectorError, NotImplementedError, SyntaxError, RecursionError, MemoryError):
        return ()
    return tuple(each for each in compiled if each.pseudo_element is None)


def applies_to_screen(media: str) -> bool:
    """Whether a media query list holds for a screen of 1280 by 800; a feature other than width does not."""
    return any(_one_applies(query.strip()) for query in media.lower().split(",")) if media.strip() else True


def _one_applies(query: str) -> bool:
    start = _MEDIA_TYPE.match(query)
    if start is None:
        return False
    features = query[start.end() :]
    for bound, number, unit in _MEDIA_WIDTH.findall(features):
        width = float(number) * _PX[unit]
        if (bound == "min" and width > SCREEN_WIDTH) or (bound == "max" and width < SCREEN_WIDTH):
            return False
    return not _MEDIA_WIDTH.sub("", features).replace("and", "").strip()


def _rules(nodes: list[Any]) -> Iterator[Rule]:
    import tinycss2

    for node in nodes:
        if node.type == "qualified-rule":
            content = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            if declarations := _declarations(content):
                selector = tinycss2.serialize(node.prelude).strip()
                yield Rule(selector, _needed_classes(selector), declarations)
        elif node.type == "at-rule" and node.content is not None and _is_entered(node):
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _needed_classes(selector: str) -> tuple[frozenset[str], ...]:
    """Cheap and on the safe side: with an escape in it, a selector may need anything."""
    if "\\" in selector:
        return (frozenset(),)
    while selector != (outer := _BRACKETS.sub("", selector)):  # what is inside :not() is not needed
        selector = outer
    return tuple(frozenset(_CLASS.findall(each)) for each in selector.split(","))


def _is_entered(node: Any) -> bool:
    import tinycss2

    if node.lower_at_keyword == "media":
        return applies_to_screen(tinycss2.serialize(node.prelude))
    return node.lower_at_keyword in _NESTED


def _declarations(nodes: list[Any]) -> Declarations:
    import tinycss2

    found: dict[str, tuple[bool, str]] = {}
    for node in nodes:
        if node.type == "declaration" and node.lower_name in PROPERTIES:
            before = found.get(node.lower_name)
            if before is None or node.important or not before[0]:
                value = tinycss2.serialize([token for token in node.value if token.type != "comment"])
                found[node.lower_name] = (node.important, value.strip().lower())
    return found
