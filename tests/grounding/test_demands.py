"""Demands: the words of a text read one by one never pass what the whole text would not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.grounding import mentions
from summarize.grounding.clause import Clause
from summarize.grounding.demands import Demand, demand_of
from summarize.grounding.mentions import unsupported
from summarize.tokens import tokenise

# Words that mean something else beside others: numbers and names of countries above all.
WORDS = """
    the two Two twenty twenty- – - three six-eight hundred hundred. dozen dozens, one One no another A half 29 29-year
    1,000 5.5 million May Oct. 7 New York South Korea Korean, Sudan (Sudan) Guinea Guinea-Bissau Papua United States
    Equatorial U.S. us US Iran's Iranian Republic of Congo Democratic Tanf Drones drones: hit “Hit and to or between
    56th MQ-9
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)
SENTENCES = st.lists(st.sampled_from(WORDS.split()), min_size=20, max_size=60).map(" ".join)
UNTOLD = Demand(frozenset(), frozenset({""}), frozenset())


def clause(text: str) -> Clause:
    tokens = tokenise(text)
    return Clause(tokens, 0, len(tokens))


@given(text=TEXTS, sentences=st.lists(SENTENCES, min_size=1, max_size=2))
def test_word_by_word_as_in_one_piece(text: str, sentences: list[str]) -> None:
    """Numbers and countries' names of several words included, the result is that of the text as a whole."""
    held = [clause(sentence) for sentence in sentences]
    found = unsupported(text, held)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mentions, "demand_of", lambda _: UNTOLD)
        assert found == unsupported(text, held)


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("was sent back", Demand(set(), set(), set())),
        ("Drones hit Tanf", Demand(set(), {"tanf"}, set())),
        ("In New York", Demand(set(), {"york"}, {"new"})),
        ("at home in South Korea.", Demand(set(), set(), {"KR"})),
        ("between 6 and twenty-eight on Oct. 7", Demand({6, 28, 7}, set(), {"oct"})),
    ],
)
def test_what_words_ask(text: str, demand: Demand) -> None:
    """Values of numbers, words of names, codes of countries; a text's first word may have its capital for that."""
    assert demand_of(text) == demand


@pytest.mark.parametrize("text", ["two hundred drones", "twenty – three drones", "hit Papua New"])
def test_words_that_those_around_may_change_ask_what_nothing_holds(text: str) -> None:
    """Such a text is read as a whole."""
    assert "" in demand_of(text).plain


def test_a_name_that_takes_part_of_another_leaves_the_rest_unheld() -> None:
    """Equatorial Guinea and "Bissau" are not Guinea-Bissau, though the text's first word is an English one."""
    assert unsupported("Equatorial Guinea-Bissau", [clause("Equatorial heat in Guinea-Bissau.")]) == "Bissau"
