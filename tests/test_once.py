"""Once: a function of an object is asked once, and each object by itself."""

from __future__ import annotations

from typing import Any

from summarize.article import Article
from summarize.once import Once


class Asked(Once):
    """An object that counts how often it was asked."""

    def __init__(self) -> None:
        self._done: dict[Any, Any] = {}
        self.asked = 0


def ask(asked: Asked) -> None:
    asked.asked += 1


def test_a_function_is_asked_once_even_if_it_has_nothing_to_say() -> None:
    """None is kept like any other answer, and another object is asked anew."""
    first, second = Asked(), Asked()
    for each in (first, first, first, second):
        assert each.once(ask) is None
    assert (first.asked, second.asked) == (1, 1)


def test_what_was_said_of_an_article_is_not_part_of_it() -> None:
    """Equal articles stay equal, whatever was asked of one of them."""
    article = Article("Two men fled.", id="a")
    assert article.once(len_of) == len("Two men fled.")
    assert article == Article("Two men fled.", id="a")


def len_of(article: Article) -> int:
    return len(article.text)
