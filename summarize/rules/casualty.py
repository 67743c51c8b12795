"""Casualty facts: what a sentence says of people's harm, as a draft holds it."""

from __future__ import annotations

from summarize.rules.passage import Passage
from summarize.rules.quotation import quotation
from summarize.schema.draft import DraftCasualties
from summarize.schema.typed import typed
from summarize.schema.vocabulary import CasualtyStatement, Effect

EFFECTS = {
    "killed": Effect.KILLED,
    "injured": Effect.INJURED,
    "hurt": Effect.INJURED,
    "any": Effect.ANY,
    "missing": Effect.MISSING,
    "captured": Effect.CAPTURED,
}
"""The effects by the lists of words for them, in `lexicons/cues.toml`, table `effect`."""


def casualty_fact(
    passage: Passage,
    span: tuple[int, int],
    effect: Effect,
    statement: CasualtyStatement,
    count: tuple[int | None, int | None] | None,
    victims: str | None,
) -> DraftCasualties:
    """A fact of the casualties slot.

    Args:
        passage: the sentence.
        span: its tokens that are quoted.
        effect: what befell them.
        statement: whether they are counted.
        count: the least and the most, None where nobody is counted.
        victims: the words for who they are.
    """
    low, high = count or (None, None)
    fields = {
        "q": quotation(passage, *span),
        "s": passage.number,
        "effect": effect,
        "statement": statement,
        "min": low,
        "max": high,
        "victims": victims,
    }
    return typed(DraftCasualties, fields)
