"""The unharmed: what a sentence says of nobody's being hurt."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.grounding.scope import can_be_cut
from summarize.rules.casualty import EFFECTS, casualty_fact
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_before, phrase_behind
from summarize.schema.draft import DraftCasualties
from summarize.schema.vocabulary import CasualtyStatement, Effect

UNHURT = frozenset({"unhurt", "unharmed", "unscathed", "uninjured", "safe", "well"})
_REPORTED = word_set("harm", "reported")
_TRAILING = word_set("harm", "trailing")
_NOBODY = frozenset({"nobody", "no", "none", "without", "neither", "not", "never"})
_ENDS = frozenset({"but", ";", ":", "when", "after", "and"})
_LISTED = ("injuries", "deaths", "casualties")
_BOUNDS = frozenset({"fewer", "less", "more"})
_NONE_REACH = 6  # tokens between "no" and "casualties"
_WITHIN = ("in", "at", "near", "from", "of", "on")


def find_unharmed(passage: Passage, mention: Mention) -> DraftCasualties | None:
    """The fact that a word for harm stands under a negation, or says itself that nobody was harmed."""
    if (negation := _negation(passage.clause, mention)) is not None:
        return _none(passage, negation, mention)
    is_told = passage.clause.key(mention.first) in UNHURT and mention.value == "hurt"
    return _unhurt(passage, mention) if is_told and _is_unhurt(passage.clause, mention) else None


def _negation(clause: Clause, mention: Mention) -> int | None:
    """The token that says that nobody was harmed, None without one."""
    keys, lexemes, index = clause.tokens.keys, clause.lexemes, mention.first
    behind = keys[index]
    least = max(clause.first, index - _NONE_REACH) if can_be_cut(clause) else index  # what has a negation can be cut
    while index > least:
        index -= 1
        key = keys[index]
        if key in _ENDS or (key == "," and clause.key(index - 1) not in _LISTED) or behind in _BOUNDS:
            break  # "no fewer than 22 dead"
        if key in _NOBODY or lexemes[index].is_negation:
            return index
        behind = key
    after = clause.key(mention.stop)
    is_nobody = after in ("nobody", "none", "anyone") or (after == "no" and clause.key(mention.stop + 1) == "one")
    return mention.first if is_nobody else None


def _none(passage: Passage, negation: int, mention: Mention) -> DraftCasualties:
    clause = passage.clause
    first, stop = min(negation, mention.first), mention.stop
    if negation == mention.first:
        stop += 1 + (clause.key(mention.stop) == "no")
    if clause.keys(first - 2, first) == ("there", "were") or clause.keys(first - 2, first) == ("there", "was"):
        first -= 2
    while clause.key(stop) in _TRAILING:
        stop += 1
    stop -= clause.key(stop - 1) == "or"  # "no casualties or damage"
    statement = (
        CasualtyStatement.NONE_REPORTED if _REPORTED.intersection(clause.keys(first, stop)) else CasualtyStatement.NONE
    )
    effect = _none_effect(clause, mention)
    return casualty_fact(passage, (first, stop), effect, statement, None, _none_victims(passage, negation, mention))


def _none_effect(clause: Clause, mention: Mention) -> Effect:
    """As “No one was hurt” speaks of any harm, "no injuries" of the injured."""
    if mention.value == "hurt" or clause.key(mention.first) == "wounded":
        return Effect.ANY
    return EFFECTS[mention.value]


def _none_victims(passage: Passage, negation: int, mention: Mention) -> str | None:
    clause = passage.clause
    phrase = phrase_behind(clause, negation + 1) if clause.key(negation) == "no" else None
    if (
        phrase
        and phrase[1] <= mention.first
        and clause.key(phrase[0]) not in ("one", "reports", "indication", "immediate")
        and mention.value != "any"
    ):
        return passage.words(*phrase)
    return None


def _is_unhurt(clause: Clause, mention: Mention) -> bool:
    """Whether "safe" and "well" are said of people."""
    if clause.key(mention.first) in ("safe", "well"):
        return clause.key(mention.first - 1) in ("all", "and", "were", "are", "is") and clause.key(mention.stop) in (
            ".",
            ",",
            "",
            "and",
        )
    return True


def _unhurt(passage: Passage, mention: Mention) -> DraftCasualties:
    clause = passage.clause
    first = mention.first
    while clause.key(first - 1) in ("all", "were", "are", "was", "is", "be", "and"):
        first -= 1
    first += clause.key(first) == "and"
    subject = phrase_before(clause, first)
    if subject and not is_pronoun(clause, *subject) and clause.key(subject[0] - 1) not in _WITHIN:
        first = subject[0]
    return casualty_fact(passage, (first, mention.stop), Effect.ANY, CasualtyStatement.NONE, None, None)
