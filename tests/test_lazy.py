"""Lazy attributes are worked out once and kept where Python finds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarize.lazy import lazy


@dataclass(frozen=True)
class _Circle:
    radius: int
    asked: list[str] = field(default_factory=list, compare=False)

    @lazy
    def area(self) -> int:
        """Its area, in units of pi."""
        self.asked.append("area")
        return self.radius**2


def test_an_attribute_is_worked_out_once_for_each_object() -> None:
    """The second question is answered by what is kept, and no object has another's answer."""
    small, large = _Circle(2), _Circle(3)
    assert (small.area, large.area, small.area) == (4, 9, 4)
    assert small.asked == ["area"]


def test_a_frozen_dataclass_stays_equal_when_it_has_been_asked() -> None:
    """What is kept is no field."""
    asked = _Circle(2)
    assert asked.area == 4
    assert asked == _Circle(2)


def test_the_class_shows_the_attribute_with_its_sentence() -> None:
    """The documentation of a lazy attribute is that of its method."""
    assert _Circle.area.__doc__ == "Its area, in units of pi."
