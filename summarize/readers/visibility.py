"""Visibility: what a reader of the page does not see is taken out of its tree, before anything reads it.

A page can hide orders to a machine from the people who read it. What counts as hidden: elements that are never
shown (`<template>`, `hidden`, `aria-hidden`, …), and elements that an inline style or the page's own `<style>`
hides, by the cascade of CSS on a screen of 1280 by 800. External style sheets are not fetched; that is a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarize.readers.hiding import Look, Style, hides_everything, look_of
from summarize.readers.stylesheet import (
    LONGHANDS,
    Declarations,
    Rule,
    applies_to_screen,
    compile_selectors,
    parse_declarations,
    parse_sheet,
)

if TYPE_CHECKING:  # lxml and cssselect2 are only imported when a page is read
    from cssselect2 import Matcher
    from lxml.html import HtmlElement

NEVER_SHOWN = (
    "//script|//style|//template|//noscript|//svg|//canvas|//iframe|//object|//audio|//video|//select|//datalist"
    "|//textarea|//noframes|//dialog[not(@open)]|//*[@popover]|//*[@hidden]"
    "|//*[translate(normalize-space(@aria-hidden),'TRUE','true')='true']"
)
"""XPath of the elements whose text is not on the page, whatever the styles say. `<details>` can be opened."""

_MOST_STEPS = 3_000_000  # a step is a selector tried or an element walked by; they take about three seconds
_LARGEST_SHEETS = 1_000_000  # characters


class TooComplicatedError(ValueError):
    """The page's style sheets would take too long to apply."""


@dataclass
class Budget:
    """Steps that matching may still take, so that no page can keep us busy."""

    left: int = _MOST_STEPS

    def spend(self, steps: int) -> None:
        """Take steps away.

        Raises:
            TooComplicatedError: none are left.
        """
        self.left -= steps
        if self.left < 0:
            raise TooComplicatedError


@dataclass(frozen=True)
class _Cascade:
    """The page's rules, ready to be matched."""

    matcher: Matcher
    count: int
    budget: Budget = field(default_factory=Budget)


def remove_unseen(tree: HtmlElement) -> None:
    """Take out of the tree, in place, whatever a reader of the page does not see.

    Raises:
        TooComplicatedError: the style sheets are too large, or would take too long to apply.
    """
    sheets = list(_sheets(tree))
    for element in tree.xpath(NEVER_SHOWN):
        _drop(element)
    try:
        cascade = _cascade(sheets, tree)
    except RecursionError:  # blocks nested a thousand deep
        raise TooComplicatedError from None
    if cascade.count or tree.xpath("boolean(//@style)"):
        _hide(tree, cascade)


def _sheets(tree: HtmlElement) -> Iterator[str]:
    left = _LARGEST_SHEETS
    for style in tree.xpath("//style[not(ancestor::noscript) and not(ancestor::template)]"):
        if style.text and applies_to_screen(style.get("media", "")):
            left -= len(style.text)
            if left < 0:
                raise TooComplicatedError
            yield style.text


def _cascade(sheets: list[str], tree: HtmlElement) -> _Cascade:
    """The rules whose selectors name only classes that the page has."""
    from cssselect2 import Matcher

    matcher, count = Matcher(), 0
    classes = {name for value in tree.xpath("//@class") for name in value.split()}
    for rule in (rule for sheet in sheets for rule in parse_sheet(sheet)):
        if _may_match(rule, classes):
            for selector in compile_selectors(rule.selector):
                matcher.add_selector(selector, rule.declarations)
                count += 1
    return _Cascade(matcher, count)


def _hide(tree: HtmlElement, cascade: _Cascade) -> None:
    """Walk the tree from above, and drop elements or only their own text."""
    from summarize.readers.matching import wrap_tree

    stack: list[tuple[Any, Look]] = [(wrap_tree(tree, cascade.budget), Look())]
    dropped: list[HtmlElement] = []
    silenced: list[HtmlElement] = []
    while stack:
        wrapper, parent = stack.pop()
        element = wrapper.etree_element
        cascade.budget.spend(_candidates(wrapper, cascade.matcher))
        style = _style(wrapper, cascade.matcher)
        # A page that hides all of itself until its scripts have run hides nothing from anyone.
        if element.tag not in {"html", "body"} and hides_everything(style):
            dropped.append(element)
            continue
        look = look_of(style, parent)
        if not look.shows_text():
            silenced.append(element)
        stack.extend((child, look) for child in wrapper.iter_children())
    for element in silenced:
        _silence(element)
    for element in dropped:
        _drop(element)


def _candidates(wrapper: Any, matcher: Matcher) -> int:
    """How many selectors will be tried on the element."""
    by_class = sum(len(matcher.class_selectors.get(name, ())) for name in wrapper.classes)
    by_name = len(matcher.lower_local_name_selectors.get(wrapper.local_name, ()))
    by_id = len(matcher.id_selectors.get(wrapper.id, ()))
    return by_class + by_name + by_id + len(matcher.other_selectors)


def _style(wrapper: Any, matcher: Matcher) -> Style:
    """What the cascade leaves: important ones last, then the inline style, then by specificity and order."""
    matched: list[Declarations] = [payload for _, _, _, payload in matcher.match(wrapper)]
    inline = wrapper.etree_element.get("style")
    if inline:
        matched.append(parse_declarations(inline))
    style: dict[str, str] = {}
    for wanted in (False, True):
        for declarations in matched:
            for name, (important, value) in declarations.items():
                if important is wanted:
                    _set(style, name, value)
    return style


def _set(style: dict[str, str], name: str, value: str) -> None:
    """Set a property; a shorthand resets what it stands for."""
    for longhand in LONGHANDS.get(name, ()):
        style.pop(longhand, None)
    style[name] = value


def _may_match(rule: Rule, classes: set[str]) -> bool:
    """False where every selector of the list needs a class that no element has; cheap, before compiling."""
    return any(classes.issuperset(needed) for needed in rule.needed_classes)


def _silence(element: HtmlElement) -> None:
    """Drop the element's own text, not its children's: they may be shown."""
    element.text = None
    for child in element:
        child.tail = " "


def _drop(element: HtmlElement) -> None:
    """Drop the element and what is in it, but not the text after it."""
    if element.getparent() is not None:
        element.drop_tree()
