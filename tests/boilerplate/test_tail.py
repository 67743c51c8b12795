"""What follows the end of an article is marked, unless it reads like news."""

from __future__ import annotations

from summarize.article import Mark
from tests.boilerplate.pages import NEWS, after_news, between_news, marks_of


def test_products_behind_the_comments_are_advertisements() -> None:
    """Blurbs have no mark of their own but their place."""
    marks = after_news("COMMENTS", "Scrubba Wash Bag", "Our washing machine makes your journey easier.")
    assert [mark for _, mark in marks] == [Mark.SHARE_BAR, Mark.ADVERTISEMENT, Mark.ADVERTISEMENT]


def test_an_author_box_is_the_author_s() -> None:
    """What is said about the author is part of the by-line."""
    marks = after_news("About the author", "Jodie Kell covers courts for the Ledger.", "COMMENTS")
    assert [mark for _, mark in marks] == [Mark.BYLINE, Mark.BYLINE, Mark.SHARE_BAR]


def test_an_article_that_goes_on_is_not_cut() -> None:
    """A line "Comments" in the middle of a page ends nothing if news follows."""
    assert between_news("COMMENTS", "The fire burned until dawn.")[1] == ("The fire burned until dawn.", None)


def test_a_page_that_begins_with_its_comments_is_not_cut() -> None:
    """The end comes behind paragraphs, never before them."""
    assert marks_of("COMMENTS\n\nThe fire burned until dawn.")[1][1] is None


def test_an_advertisement_may_stand_between_two_lines_that_say_so() -> None:
    """Short text between two "Advertisement" lines is one, news between them is not."""
    marks = between_news("— ADVERTISEMENT —", "One strike is all it takes.", "— ADVERTISEMENT —")
    assert {mark for _, mark in marks} == {Mark.ADVERTISEMENT}
    assert None in {mark for _, mark in between_news("Advertisement", NEWS, "Advertisement")}
