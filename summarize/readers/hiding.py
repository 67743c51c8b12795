"""Hiding: the ways in which styles keep the text of an element from the eye, one small check each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from summarize.readers.css_values import BLACK, WHITE, Color, color, contrast, length, lengths, numbers

Style = Mapping[str, str]
"""Property to value, lower case: what the cascade leaves."""

_LEAST_OPACITY = 0.1
_LEAST_FONT_PX = 2.0
_LEAST_CONTRAST = 1.1  # WCAG wants 4.5 for reading; #eee on white has 1.16
_LEAST_BOX_PX = 1.0  # "visually hidden" boxes are 1 px wide
_OFF_SCREEN_PX = 500.0  # to the left or above
_FAR_RIGHT_PX = 5000.0
_HALF = 0.5
_FUNCTION = re.compile(r"([\w-]+)\(([^()]*)\)")
_PICTURE = re.compile(r"url\(|gradient\(|image|element\(")
_FONT_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0,
    "xx-large": 32.0, "xxx-large": 48.0, "initial": 16.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands down to its children.

    Attributes:
        visible: `visibility`.
        font_px: the size of the font.
        ink: the colour of the text.
        paper: the colour behind it, None where a picture or gradient is.
    """

    visible: bool = True
    font_px: float = 16.0
    ink: Color | None = BLACK
    paper: Color | None = WHITE

    def shows_text(self) -> bool:
        """Whether text in this look can be seen."""
        return self.visible and self.font_px >= _LEAST_FONT_PX and not self._is_paper_colored()

    def _is_paper_colored(self) -> bool:
        if self.ink is None:
            return False
        if self.ink.alpha < _LEAST_OPACITY:
            return self.paper is not None
        return self.paper is not None and contrast(self.ink.over(self.paper), self.paper) < _LEAST_CONTRAST


def look_of(style: Style, parent: Look) -> Look:
    """The look of an element with that style inside a parent with that look."""
    if not style:
        return parent
    return replace(
        parent,
        visible=_visible(style, parent),
        font_px=_font_px(style, parent),
        ink=_ink(style, parent),
        paper=_paper(style, parent),
    )


def hides_everything(style: Style) -> bool:
    """Whether nothing of the element and what is in it can be seen, whatever its children say."""
    return bool(style) and any(check(style) for check in CHECKS)


def _not_displayed(style: Style) -> bool:
    return style.get("display") == "none" or style.get("content-visibility") == "hidden"


def _see_through(style: Style) -> bool:
    opacity = numbers(style.get("opacity", ""))
    filtered = re.findall(r"opacity\(([^()]*)\)", style.get("filter", ""))
    given = [*opacity[:1], *(n for each in filtered for n in numbers(each)[:1])]
    return any(value < _LEAST_OPACITY for value in given)


def _off_screen(style: Style) -> bool:
    if _is_far(length(style.get("text-indent"))) or any(_is_far(side) for side in _margins(style)):
        return True
    if any(_is_far(side) for side in lengths(style.get("translate"))):
        return True
    if style.get("position") not in {"absolute", "fixed", "relative"}:
        return False
    sides = [length(style.get(name)) for name in ("left", "top", "right")]
    return any(_is_far(side) for side in (*sides, *lengths(style.get("inset"))))


def _squeezed(style: Style) -> bool:
    """A box of no size that lets nothing out."""
    overflow = " ".join(style.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    if not ("hidden" in overflow or "clip" in overflow):
        return False
    sizes = [length(style.get(name)) for name in ("width", "height", "max-width", "max-height")]
    indent = style.get("text-indent", "")
    pushed_out = indent.endswith("%") and (numbers(indent) or [0.0])[0] >= 1
    return pushed_out or any(size is not None and size <= _LEAST_BOX_PX for size in sizes)


def _clipped(style: Style) -> bool:
    rect = _FUNCTION.fullmatch(style.get("clip", ""))
    if rect and rect.group(1) == "rect":
        sides = lengths(rect.group(2))
        top, right, bottom, left = (*sides, None, None, None, None)[:4]
        flat = None not in (top, bottom) and (bottom or 0) - (top or 0) <= _LEAST_BOX_PX
        narrow = None not in (left, right) and (right or 0) - (left or 0) <= _LEAST_BOX_PX
        return flat or narrow
    path = _FUNCTION.match(style.get("clip-path", ""))
    if path is None:
        return False
    first = (numbers(path.group(2)) or [1.0])[0]
    return (path.group(1) == "inset" and "%" in path.group(2) and first >= _HALF) or (
        path.group(1) in {"circle", "ellipse"} and first == 0
    )


def _shrunk(style: Style) -> bool:
    """Scaled to nothing, turned on edge, or moved away."""
    if any(0 in numbers(style.get(name, "")) for name in ("scale", "zoom")):
        return True
    for name, argument in _FUNCTION.findall(style.get("transform", "")):
        values = numbers(argument)
        if name.startswith("scale") and 0 in values:
            return True
        if name == "matrix" and values[:1] == [0] and values[3:4] == [0]:
            return True
        if name in {"rotatex", "rotatey"} and argument.strip() in {"90deg", "-90deg"}:
            return True
        if name.startswith("translate") and any(_is_far(side) for side in lengths(argument)):
            return True
    return False


CHECKS: tuple[Callable[[Style], bool], ...] = (
    _not_displayed,
    _see_through,
    _off_screen,
    _squeezed,
    _clipped,
    _shrunk,
)


def _is_far(side: float | None) -> bool:
    return side is not None and (side <= -_OFF_SCREEN_PX or side >= _FAR_RIGHT_PX)


def _margins(style: Style) -> list[float | None]:
    return [*lengths(style.get("margin")), length(style.get("margin-left")), length(style.get("margin-top"))]


def _visible(style: Style, parent: Look) -> bool:
    value = style.get("visibility", "inherit")
    return parent.visible if value in {"inherit", "unset"} else value not in {"hidden", "collapse"}


def _font_px(style: Style, parent: Look) -> float:
    value = style.get("font-size") or _size_in_font(style.get("font", ""))
    if value in _FONT_SIZES:
        return _FONT_SIZES[value]
    if value.endswith("%"):
        return parent.font_px * (numbers(value) or [1.0])[0]
    size = length(value, em=parent.font_px)
    return parent.font_px if size is None else size


def _size_in_font(font: str) -> str:
    """The size in a `font` shorthand: its first length ("0/0 a", "italic 12px/1.5 serif")."""
    for part in font.split():
        size = part.partition("/")[0]
        if size in _FONT_SIZES or (length(size) is not None and (not size.isdigit() or size == "0")):
            return size
    return ""


def _ink(style: Style, parent: Look) -> Color | None:
    value = style.get("-webkit-text-fill-color") or style.get("color")
    if value is None or value in {"inherit", "currentcolor", "unset"}:
        return parent.ink
    return color(value)


def _paper(style: Style, parent: Look) -> Color | None:
    """The colour behind the text; a picture, gradient or variable makes it unknown."""
    shorthand = style.get("background", "")
    if _PICTURE.search(style.get("background-image") or shorthand):
        return None
    value = style.get("background-color") or shorthand
    if "var(" in value:
        return None
    painted = next((found for part in _parts(value) if (found := color(part)) is not None), None)
    if painted is None:
        return parent.paper
    if painted.alpha >= 1:
        return painted
    return None if parent.paper is None else painted.over(parent.paper)


def _parts(value: str) -> list[str]:
    """A value cut at the spaces outside brackets."""
    return re.findall(r"(?:[^\s()]|\([^()]*\))+", value)
