"""Tests of style sheets: which rules hold on a screen, and what they declare."""

from __future__ import annotations

import pytest

from summarize.readers.stylesheet import (
    applies_to_screen,
    compile_selectors,
    parse_declarations,
    parse_sheet,
)


@pytest.mark.parametrize(
    "media",
    [
        "",
        "all",
        "Screen",
        "print, screen",
        "only screen and (min-width: 1280px)",
        "(min-width:20em) and (max-width:1280px)",
    ],
)
def test_media_of_a_screen(media: str) -> None:
    """Queries that hold for 1280 px of width."""
    assert applies_to_screen(media)


@pytest.mark.parametrize(
    "media", ["print", "not all", "(min-width:1281px)", "screen and (max-width:79em)", "(hover)", "screen and (tv)"]
)
def test_media_of_something_else(media: str) -> None:
    """Queries that do not hold, or ask for what a screen is not known to have."""
    assert not applies_to_screen(media)


def test_rules_in_order_with_what_matters() -> None:
    """Properties that hide nothing are left out, and rules that declare only such ones."""
    first, second = parse_sheet(".a{margin-bottom:1px;Display:NONE} b{line-height:2} @media all{.c .d, e{color:Red}}")
    assert (first.selector, dict(first.declarations)) == (".a", {"display": (False, "none")})
    assert (second.selector, dict(second.declarations)) == (".c .d, e", {"color": (False, "red")})
    assert second.needed_classes == (frozenset({"c", "d"}), frozenset())


def test_classes_inside_brackets_are_not_needed() -> None:
    """`:not(.a)` matches without the class; an escape may hide anything."""
    (rule,) = parse_sheet("p:not(:is(.a, .b)).c[x='.d'] {color:red}")
    assert rule.needed_classes == (frozenset({"c"}),)
    (rule,) = parse_sheet(".a\\:b {color:red}")
    assert rule.needed_classes == (frozenset(),)


def test_important_beats_later() -> None:
    """Within one block, the last declaration wins, unless an earlier one is important."""
    assert parse_declarations("color:red!important;color:blue") == {"color": (True, "red")}
    assert parse_declarations("color:red;color:blue") == {"color": (False, "blue")}


@pytest.mark.parametrize("selector", ["p::before", "p:unknown", "a b c" + " d" * 300, ":not(" * 300, "p{", ""])
def test_selectors_that_select_nothing(selector: str) -> None:
    """Pseudo-elements, unknown and unreadable selectors select no element, and raise nothing."""
    assert compile_selectors(selector) == ()
