"""Tests of CSS values."""

from __future__ import annotations

import pytest

from summarize.readers.css_values import BLACK, WHITE, Color, color, contrast, length, lengths, numbers


@pytest.mark.parametrize(
    ("value", "px"),
    [("0", 0), ("-9999px", -9999), (".5em", 8), ("1in", 96), ("-100%", -1280), ("calc( -10px )", -10), ("1e3px", 1000)],
)
def test_lengths_in_px(value: str, px: float) -> None:
    """Every unit comes to px."""
    assert length(value) == pytest.approx(px)


@pytest.mark.parametrize("value", ["auto", "", None, "1furlong", "var(--x)", "calc(1px + 2px)"])
def test_what_is_no_length(value: str | None) -> None:
    """Keywords, variables and sums are not known."""
    assert length(value) is None


def test_em_is_that_of_the_font() -> None:
    """An em inside small print is small."""
    assert length("2em", em=5) == 10


def test_shorthands_and_numbers() -> None:
    """The parts of a shorthand in order, and all numbers of a function."""
    assert lengths("0 auto 2px") == [0, None, 2]
    assert numbers("1, 50%, -2px, #123") == [1, 0.5, -2]


def test_colors() -> None:
    """Names, hex and functions come to sRGB; what cannot be told is None."""
    assert color("white") == color("#FFF") == color("rgb(255,255,255)") == color("hsl(0 0% 100%)") == WHITE
    assert color("#00000080") == pytest.approx(Color(0, 0, 0, 0.502), abs=0.001)
    assert color("currentcolor") is color("var(--x)") is color("lab(50% 0 0)") is color(None) is None


def test_contrast_of_wcag() -> None:
    """Black on white is 21, equal colours are 1, and the order does not matter."""
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE)
    assert contrast(WHITE, WHITE) == 1


def test_half_a_color_on_another() -> None:
    """Half-transparent black on white is grey."""
    assert Color(0, 0, 0, 0.5).over(WHITE) == Color(0.5, 0.5, 0.5)
