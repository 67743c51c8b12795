"""Furniture that says what it is gets the mark of what it says."""

from __future__ import annotations

import re
import tomllib

import pytest

from summarize.article import Mark
from summarize.content import lexicon_path
from tests.boilerplate.pages import between_news

LINES = {
    Mark.BYLINE: [
        "By Marta Ellison and J. P. Okafor",
        "EXCLUSIVE by GAZ HOLLOWAY, Chief Foreign Correspondent",
        "By our Mekelle correspondent",
        "(Reporting by A. Writer in Erbil; editing by B. Editor)",
        "Updated 21:14 PKT",
        "9 min read",
        "FOR IMMEDIATE RELEASE",
        "– 30 –",
        "March 14, 2025 | Rush transcript",
    ],
    Mark.SHARE_BAR: [
        "Share · Tweet · WhatsApp · 312 comments",
        "SHARE TWEET SAVE Comments (418)",
        "Share this:",
        "News | Sport | What’s On | Jobs",
        "Local › Linz › Spring fair attack",
        "[Share] [Print] [Subscribe from 5 dollars the month]",
        "Follow us: WhatsApp – X – Bluesky",
        "Tags: Daraa, assassinations, Nawa",
    ],
    Mark.PAYWALL: [
        "You have read 2 of 3 free articles.",
        "Log in or subscribe to keep reading.",
        "SUBSCRIBE to the Courier: $25 a year, free in barbershops",
        "Sign up to our newsletter",
        "Like this story? Join 41,000 subscribers.",
        "Support our journalism from as little as $3",
    ],
    Mark.ADVERTISEMENT: [
        "Advertisement — story continues below",
        "Sponsored: Sail the Red Sea Riviera – seven nights from €699",
        "JUBBA SOLAR – pumps from $390, pay by phone",
        "GET THE KLAXON APP – your first month for 1p!",
    ],
    Mark.TEASER: [
        "READ MORE: Six killed as drones blitz village near Tyre",
        "Related: Six hurt as missile hits tanker off Aden",
        "YOU MAY LIKE: Houthi drone blows up tanker – dramatic video",
        "ALSO IN GULF LANES: Missile strikes tanker off Salif",
    ],
    Mark.CREDIT: ["Photograph: Lena Brandt/The Courant", "© 2024 The Courant. All rights reserved."],
}


# One of each first word of a pattern for openings.
_OPENINGS = [
    "advertisement: ships", "all times local", "all rights reserved", "already a member?", "also read: ships",
    "archive photo: a ship", "breaking: how i cured it", "bring this coupon", "caption: a ship", "check next: ships",
    "copying without leave", "copyright 2024", "credit: a desk", "don’t miss: ships", "enjoyed this story?",
    "enjoying this story?", "file - a ship", "get the tide app", "get our newsletter", "got a tip?", "graphic: a ship",
    "handout image: a ship", "have you got a story?", "how i lost 9 kilos", "illustrative photo: a ship",
    "image credit: a desk", "in pictures: ships", "infographic: ships", "join 40 readers", "like this story?",
    "lire aussi : ships", "log in to read", "map: ships", "more from here: ships", "most read: ships",
    "newest posts first", "our long reads are free", "paid content: ships", "photo: a ship", "picture: a ship",
    "please log in to view", "promoted: ships", "promotion: ships", "read more: ships", "recommended: ships",
    "related: ships", "reprint with permission", "see also: ships", "sign in to post", "sponsored: ships",
    "stills: a ship", "subscribers only", "support our reporting", "this blog is closed", "to keep reading",
    "translated from arabic", "trending: ships", "up next: ships", "video: a ship", "watch: a ship",
    "you’ve read 3 free articles",
]  # fmt: skip


@pytest.mark.parametrize(("mark", "line"), [(mark, line) for mark, lines in LINES.items() for line in lines])
def test_a_line_gets_the_mark_of_what_it_says(mark: Mark, line: str) -> None:
    """Every sentence of the line is marked, in upper case and lower."""
    assert {found for _, found in between_news(line)} == {mark}


def test_the_rest_of_a_line_goes_with_its_advertisement() -> None:
    """What follows on the same line is the advertiser's; what stood before it is not."""
    marks = between_news("The shop is closed. Advertisement: Ibn al-Haytham Opticians. Bring it and pay half.")
    assert [mark for _, mark in marks] == [None, Mark.ADVERTISEMENT, Mark.ADVERTISEMENT]


@pytest.mark.parametrize("odd", ["You have  2 of 3 free\u00a0articles.", "Share \t this:", "READ\u00a0MORE: a drone"])
def test_odd_spaces_hide_nothing(odd: str) -> None:
    """No-break and double spaces count as one space."""
    assert None not in {mark for _, mark in between_news(odd)}


def test_patterns_have_no_groups_and_name_a_mark() -> None:
    """The lexicon's tables are marks, and its patterns cannot disturb the group that tells which table matched."""
    tables = tomllib.loads(lexicon_path("boilerplate.toml").read_text("utf-8"))
    for name, table in tables.items():
        assert Mark(name)
        for pattern in (pattern for patterns in table.values() for pattern in patterns):
            assert re.compile(pattern).groups == 0
            assert not re.search(r"(?<!\\)[A-Z]", pattern)  # lines are matched in lower case


@pytest.mark.parametrize("opening", _OPENINGS)
def test_furniture_is_known_by_its_first_word(opening: str) -> None:
    """Whatever word a pattern opens with is one of the openers, else it would not be looked at."""
    assert None not in {mark for _, mark in between_news(opening)}
