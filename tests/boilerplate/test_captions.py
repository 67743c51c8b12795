"""Captions are told by the credit behind or below them, whatever news they seem to tell."""

from __future__ import annotations

import pytest

from summarize.article import Mark
from tests.boilerplate.pages import NEWS, between_news, marks_of


@pytest.mark.parametrize(
    "credit",
    [
        "(U.S. Army photo by Sgt. Julio Hernandez)",
        "(PFC J. Umali/JEMB)",
        "(Combined Naval Staff / PO2 I. Berg)",
        "(Courtesy of GridShield LLC)",
        "(File photo, coalition handout)",
        "(Still from the 2013 movie ‘Tidewater’)",
        "(Image: computer-generated reconstruction)",
        "GLP/File/R. Achan",
    ],
)
def test_a_credit_makes_what_is_before_it_a_caption(credit: str) -> None:
    """A bracket that says who took the picture ends a caption of one or more sentences."""
    caption = "A missile hits the depot, May 19, 2020. Two soldiers run."
    assert between_news(f"{caption} {credit}") == [
        ("A missile hits the depot, May 19, 2020.", Mark.CAPTION),
        ("Two soldiers run.", Mark.CAPTION),
        (credit, Mark.CREDIT),
    ]


def test_a_credit_below_a_caption_counts() -> None:
    """A line that is a credit makes the line right above it a caption, and one behind an empty line not."""
    assert between_news("A soldier guards the yard.\nNorthgate/Handout") == [
        ("A soldier guards the yard.", Mark.CAPTION),
        ("Northgate/Handout", Mark.CREDIT),
    ]
    assert between_news("Two men were shot.", "Northgate/Handout")[0] == ("Two men were shot.", None)


def test_what_stands_for_a_picture_is_a_caption() -> None:
    """The filler that a page puts above a caption goes with it."""
    marks = between_news("US Base 2\nSoldiers patrol, Jan. 26, 2023. (U.S. Army photo by Sgt. J. Ruiz)")
    assert [mark for _, mark in marks] == [Mark.CAPTION, Mark.CAPTION, Mark.CREDIT]


@pytest.mark.parametrize(
    "line",
    [
        "Photo 2: Marines capture a saboteur on the beach.",
        "[Image] A jet drops flares over the capital, March 27, 2023.",
        "FILE - Smoke rises over the port after a drone attack, July 19, 2023.",
        "PICTURED: The moment the roof falls in",
        "[Picture: A drone's wing, shot down in January – Two Niles archive]",
        "WATCH: Incredible moment drone blows garage to smithereens",
        "Live firing for the anniversary, 20 November (handout)",
    ],
)
def test_a_label_makes_a_caption(line: str) -> None:
    """What says that it is a picture is a caption."""
    assert {mark for _, mark in between_news(line)} == {Mark.CAPTION}


@pytest.mark.parametrize("signature", ["(AFP)", "(AFP/Reuters)"])
def test_an_agency_below_news_makes_no_caption(signature: str) -> None:
    """A paragraph signed by its agency is news."""
    assert {mark for text, mark in between_news(f"Two soldiers were killed near Kidal. {signature}")[:1]} == {None}


def test_what_somebody_says_is_no_caption() -> None:
    """A paragraph with a speaker is news, whatever bracket ends it."""
    assert between_news("Four people were hurt, police said. (Photo: A. Writer)")[0][1] is None


def test_a_whole_article_before_a_credit_is_no_caption() -> None:
    """A credit behind a long paragraph marks itself alone."""
    marks = marks_of(f"{NEWS} {NEWS} {NEWS} (Photo: A. Writer)")
    assert [mark for _, mark in marks] == [None] * 6 + [Mark.CREDIT]
