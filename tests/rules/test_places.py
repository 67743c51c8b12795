"""Which names of a sentence are places, and whether something came from them or somebody only sits there."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.rules.passage import read_passages
from summarize.rules.places import find_places


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A bomb hit a market in Mosul.", ("Mosul", False, False)),
        ("Rockets launched from Mosul hit a base.", ("Mosul", True, False)),
        ("Rockets came from the direction of Mosul.", ("Mosul", True, False)),
        ("Officials in Mosul said so.", ("Mosul", False, True)),
        ("People in Mosul fled.", ("Mosul", False, True)),
        ("Gunmen killed six people in Mosul.", ("Mosul", False, False)),
        ("The tanker still lay off Basra.", ("Basra", False, True)),
        ("The wounded were flown to Basra.", ("Basra", False, True)),
        ("Rockets flew to Basra.", ("Basra", False, False)),
    ],
)
def test_what_stands_before_a_place_says_what_it_is_to_the_act(text: str, told: tuple[str, bool, bool]) -> None:
    """What something came from, and where somebody sits, lies or is cared for, is told apart from where it happened."""
    (passage,) = read_passages(Article(text=text))
    (place,) = find_places(passage)
    assert (passage.words(place.first, place.stop), place.is_origin, place.is_seat) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shelling went on all day.", []),
        ("Mosul was hit.", ["Mosul"]),
        ("Jordan was hit by rockets.", []),
        ("The town of al-Qaim was hit.", ["al-Qaim"]),
        ("It was quiet. Shelling was heard in Port-au-Prince.", ["Port-au-Prince"]),
    ],
)
def test_a_capital_alone_makes_no_place(text: str, names: list[str]) -> None:
    """An English word that only begins its sentence is no name; a town there is one, whatever joins its parts."""
    found = [
        passage.words(place.first, place.stop)
        for passage in read_passages(Article(text=text))
        for place in find_places(passage)
    ]
    assert found == names
