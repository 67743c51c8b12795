"""Names and mentions: what a sentence holds of a name, a number or a date."""

from __future__ import annotations

import pytest

from summarize.grounding.clause import Clause
from summarize.grounding.mentions import unsupported
from summarize.grounding.names import country_of, stands_in
from summarize.tokens import tokenise


def clause(text: str) -> Clause:
    tokens = tokenise(text)
    return Clause(tokens, 0, len(tokens))


SENTENCE = clause("U.S. officials told us that Iran-backed Kata'ib Hizballah fighters hit the Saudi port of Jizan.")


@pytest.mark.parametrize(
    "name",
    [
        "Kata'ib Hizballah",
        "the kata’ib hizballah",
        "Iran",
        "Iranian",
        "American officials",
        "Saudi Arabia",
        "US",
        "Jizan.",
    ],
)
def test_a_name_stands_by_its_words_or_as_another_name_of_its_country(name: str) -> None:
    """Case, apostrophes, articles and outer signs are forgiven; demonyms stand for their country."""
    assert stands_in(name, SENTENCE)


@pytest.mark.parametrize(
    "name", ["Kataib Hezbollah", "Iraq", "Iraqi", "Hizballah Kata'ib", "US fighters", "", "the", "…", "x" * 500]
)
def test_another_name_does_not_stand(name: str) -> None:
    """A word changed, exchanged or from elsewhere is another name; nothing is none."""
    assert not stands_in(name, SENTENCE)


def test_us_is_no_country() -> None:
    """The United States do not stand in "they told us"."""
    assert not stands_in("United States", clause("They told us about it."))
    assert stands_in("United States", clause("They told US troops about it."))


def test_countries_are_known_by_names_and_peoples() -> None:
    """Codes are those of ISO 3166-1."""
    assert [country_of(name) for name in ("Iran", "the Ugandans", "U.S.", "British", "Atlantis", "")] == [
        "IR",
        "UG",
        "US",
        "GB",
        None,
        None,
    ]


HELD = [
    clause("Two armed drones hit the base at Tanf on Jan. 5, a U.S. official said."),
    clause("At least 12 soldiers were hurt."),
]


@pytest.mark.parametrize(
    "text",
    [
        "Both drones hit Tanf in January",
        "A pair of drones struck an American base",
        "Gunmen fled",
        "12 soldiers hurt as 2 drones hit base",
        "Drones Hit Base At Tanf",
        "UAVs hit Tanf",
    ],
)
def test_a_text_of_what_the_sentences_hold_is_supported(text: str) -> None:
    """Numbers by value, months by their first letters, names by words; English words are no names."""
    assert unsupported(text, HELD) is None


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("Three drones hit Tanf", "Three"),
        ("Two drones hit Tanf on Tuesday", "Tuesday"),
        ("Two drones hit Tanf in May", "May"),
        ("Hezbollah hit Tanf", "Hezbollah"),
        ("Two drones hit the Conoco base", "Conoco"),
        ("Iraqi soldiers were hurt", "Iraqi"),
        ("Two MQ-9 drones hit Tanf", "9"),
        ("It was hit at 5.30pm", "5.30pm"),
    ],
)
def test_what_the_sentences_do_not_hold_is_named(text: str, beyond: str) -> None:
    """The first number, date or name beyond them."""
    assert unsupported(text, HELD) == beyond
