"""CSS values: lengths, numbers and colours out of the text of a declaration; None where it cannot be told."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_LENGTH = re.compile(rf"(?:calc\(\s*)?({_NUMBER})([a-z%]*)(?:\s*\))?")
_ANY_NUMBER = re.compile(rf"(?<![\w#.])({_NUMBER})(%|[a-z]*)")

# CSS Values 4, section 6: absolute units in px; relative ones for a font of 16 px and a screen of 1280 by 800.
_PX = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945,
    "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8, "%": 12.8,
}  # fmt: skip


class Color(NamedTuple):
    """Red, green, blue and opacity, each from 0 to 1 (sRGB)."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, below: Color) -> Color:
        """What is seen of the colour on another, opaque one."""
        mixed = (self.alpha * top + (1 - self.alpha) * under for top, under in zip(self[:3], below[:3], strict=True))
        return Color(*mixed)


BLACK, WHITE = Color(0, 0, 0), Color(1, 1, 1)


def length(value: str | None, *, em: float = 16.0) -> float | None:
    """A length in px; a percentage is taken of the screen's width."""
    match = _LENGTH.fullmatch(value or "")
    if match is None:
        return None
    number, unit = float(match.group(1)), match.group(2)
    if unit == "em":
        return number * em
    factor = _PX.get(unit)
    return None if factor is None else number * factor


def lengths(value: str | None) -> list[float | None]:
    """The lengths of a shorthand such as `margin` or `inset`, in the order in which they are written."""
    return [length(part) for part in (value or "").replace(",", " ").split()]


def numbers(value: str) -> list[float]:
    """All numbers in a value, a percentage as its hundredth, a length as its number."""
    return [float(n) / 100 if unit == "%" else float(n) for n, unit in _ANY_NUMBER.findall(value)]


def color(value: str | None) -> Color | None:
    """A colour in sRGB; None for `currentcolor`, variables, and colour spaces that are wider."""
    from tinycss2.color4 import Color as ParsedColor
    from tinycss2.color4 import parse_color

    parsed = parse_color(value) if value else None
    if not isinstance(parsed, ParsedColor):
        return None
    try:
        red, green, blue = (channel or 0.0 for channel in parsed.to("srgb").coordinates)
    except NotImplementedError:
        return None
    return Color(red, green, blue, float(parsed.alpha))


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color_: Color) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color_[:3])  # noqa: PLR2004
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
