"""Noun phrases: which words before and behind a point of a sentence belong together."""

from __future__ import annotations

import pytest

from summarize.grounding.clause import Clause
from summarize.rules.phrases import phrase_before, phrase_behind
from summarize.tokens import tokenise


def clause_of(text: str) -> Clause:
    """A sentence alone."""
    tokens = tokenise(text)
    return Clause(tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("text", "verb", "phrase"),
    [
        ("Two army officials later said it burned.", "said", "Two army officials"),
        ("Zahid Rind, the home minister, said it burned.", "said", "Zahid Rind"),
        ("On Monday the governor of Anbar has said so.", "said", "the governor of Anbar"),
        ("13:10 Police said it burned.", "said", "Police"),
        ("It burned in the, said he.", "said", None),
    ],
)
def test_a_phrase_before_a_verb_is_its_subject(text: str, verb: str, phrase: str | None) -> None:
    """Adverbs, auxiliaries, appositions and the time of an entry are no part of the subject."""
    clause = clause_of(text)
    found = phrase_before(clause, clause.all_keys.index(verb))
    assert (clause.words(*found) if found else None) == phrase


@pytest.mark.parametrize(
    ("text", "verb", "phrase"),
    [
        ("They killed Gen. Aziz Omari near Varkas.", "killed", "Gen. Aziz Omari"),
        (
            "They killed an Iran-backed commander of the brigade and fled.",
            "killed",
            "an Iran-backed commander of the brigade",
        ),
        ('They killed "the men of" Varkas.', "killed", "the men"),
        ("They killed, they said, nobody.", "killed", None),
    ],
)
def test_a_phrase_behind_a_verb_is_its_object(text: str, verb: str, phrase: str | None) -> None:
    """Abbreviations, hyphens and "of" lie inside a phrase; a preposition or article does not end it."""
    clause = clause_of(text)
    found = phrase_behind(clause, clause.all_keys.index(verb) + 1)
    assert (clause.words(*found) if found else None) == phrase
