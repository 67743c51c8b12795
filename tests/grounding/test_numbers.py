"""Numbers: what number words, digits and bounds say."""

from __future__ import annotations

import pytest

from summarize.grounding.clause import Clause
from summarize.grounding.numbers import Amount, amounts
from summarize.tokens import tokenise


def numbers(text: str) -> list[Amount]:
    tokens = tokenise(text)
    return amounts(Clause(tokens, 0, len(tokens)))


def said(text: str) -> list[str]:
    """What the counts of a text say, "a" and "an" apart."""
    return [str(amount.readings[0]) for amount in numbers(text) if amount.is_count and not amount.is_article]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("6-8 rockets", ["6 to 8"]),
        ("between six and eight rockets", ["6 to 8"]),
        ("two or three shepherds", ["2 to 3"]),
        ("two to three shepherds", ["2 to 3"]),
        ("at least five rockets", ["5 to …"]),
        ("more than 40 people", ["40 to …"]),
        ("no fewer than 12 men", ["12 to …"]),
        ("6 or more boats", ["6 to …"]),
        ("somewhere north of 180 attacks", ["180 to …"]),
        ("up to six drones", ["… to 6"]),
        ("as many as nine times", ["… to 9"]),
        ("fewer than ten men", ["… to 10"]),
        ("nearly 6 tanks", ["… to 6"]),
        ("no more than three boats", ["… to 3"]),
        ("about 14 rockets", ["14"]),
        ("some 30 uncrewed systems", ["30"]),
        ("a pair of drones", ["2"]),
        ("both drones", ["2"]),
        ("a couple of boats", ["2"]),
        ("a dozen men", ["12"]),
        ("half a dozen men", ["6"]),
        ("two dozen men", ["24"]),
        ("more than a dozen men", ["12 to …"]),
        ("dozens of men", ["24 to …"]),
        ("scores of people", ["40 to …"]),
        ("hundreds of people", ["200 to …"]),
        ("dozens, including 69 women", ["69 to …"]),
        ("two hundred and five men", ["205"]),
        ("twenty-three men", ["23"]),
        ("2.5 million people", ["2500000"]),
        ("1,200 troops", ["1200"]),
        ("several men, a few boats and many drones", []),
        ("a barrage of rockets", []),
        ("no one and the second one", []),
        ("15 km away, 40 per cent, $5 million and 20 minutes", []),
        ("on May 19, 2020, at 5.30pm, since 2021", []),
        ("the cook, 54, and a boy of 14", []),
        ("one-way attack drones and an F-16", []),
        ("our ship 3302 and the tanker Aris 13 off Tower 22", []),
        ("at Tanf 5 soldiers fell", ["5"]),
    ],
)
def test_a_number_is_read_with_its_bounds(text: str, counts: list[str]) -> None:
    """Ranges, bounds and vague words as the schema guide says; measures, dates, times, ages and money count nothing."""
    assert said(text) == counts


def test_a_bound_that_may_be_a_place_has_both_readings() -> None:
    """They "flew over two villages", and there were "over two" of them."""
    (amount,) = numbers("over two villages")
    assert [str(reading) for reading in amount.readings] == ["2 to …", "2"]


def test_an_article_counts_one_if_its_noun_can_be_counted() -> None:
    """It is kept apart from what is counted in words."""
    assert [amount.is_article for amount in numbers("a drone and another rocket")] == [True, True]
