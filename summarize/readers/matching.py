"""Matching: elements as cssselect2 sees them, but counting steps, so that no selector can keep us busy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cssselect2 import ElementWrapper

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_STEPS_TO_WRAP = 20  # selectors that could be tried in the time that it takes to wrap an element


class Spends(Protocol):
    """Something that steps are taken from."""

    def spend(self, steps: int) -> None:
        """Take steps away; raises when none are left."""
        ...


class CountedElement(ElementWrapper):  # type: ignore[misc]  # cssselect2 has no types
    """An element whose ways to others cost steps; the ways are walked without recursion."""

    def __init__(
        self,
        etree_element: Any,
        parent: Any,
        index: int,
        previous: Any,
        *,
        budget: Spends | None = None,
        **rest: Any,
    ) -> None:
        self._siblings: list[Any] = []
        self.budget: Spends = budget or parent.budget
        self.budget.spend(_STEPS_TO_WRAP)
        super().__init__(etree_element, parent, index, previous, **rest)

    @property
    def ancestors(self) -> tuple[Any, ...]:
        """From the parent to the root."""
        return self._walk("parent")

    @property
    def previous_siblings(self) -> tuple[Any, ...]:
        """From the nearest to the first."""
        return self._walk("previous")

    @property
    def etree_siblings(self) -> list[Any]:
        """The parent's children, which selectors such as :nth-of-type count."""
        if self.parent is not None:
            self.budget.spend(len(self._siblings))
        return self._siblings

    @etree_siblings.setter
    def etree_siblings(self, siblings: list[Any]) -> None:
        self._siblings = siblings

    def _walk(self, attribute: str) -> tuple[Any, ...]:
        found = []
        element = getattr(self, attribute)
        while element is not None:
            found.append(element)
            element = getattr(element, attribute)
        self.budget.spend(len(found) + 1)
        return tuple(found)


def wrap_tree(root: HtmlElement, budget: Spends) -> CountedElement:
    """The tree's root, ready for matching."""
    return CountedElement(root, None, 0, None, budget=budget, in_html_document=True)
