"""Reach: the words that take back what follows them (triggers), and how far they reach in their sentence."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.tokens import DASH

_LIST_REACH = 8  # tokens within which "no deaths, injuries or damage" comes to its "or"
_ASIDE_REACH = 9  # tokens of an aside between two commas
_INFINITIVE_REACH = 2  # tokens behind "failed" or "threatened the ship" in which its "to" stands
_CLAIM_REACH = 3  # tokens behind "rejected" in which "claims" or "reports" stand


def triggers(clause: Clause, first: int, stop: int) -> list[int]:
    """The words in a range of tokens that take back what follows them: negations, denials, modals, conditions."""
    return [index for index in clause.once(all_triggers) if first <= index < stop]


def all_triggers(clause: Clause) -> list[int]:
    """The same words of a whole sentence."""
    lexemes = clause.lexemes
    return [
        index
        for index in range(clause.first, clause.stop)
        if lexemes[index].may_take_back and _takes_back(clause, index) and not is_harmless(clause, index)
    ]


def is_harmless(clause: Clause, index: int) -> bool:
    """Whether a word that takes back does not here: "not only", "no fewer than", "No. 2", "may" that is a month."""
    key = clause.key(index)
    if key == "may":
        return clause.is_capitalised(index) and (index > clause.first or clause.key(index + 1)[:1].isdigit())
    if key in ("might", "will", "can", "must"):  # nouns and names: "its might", "the will", "Will"
        return clause.is_in(index - 1, "definite") or (clause.is_capitalised(index) and index > clause.first)
    return key in ("no", "not", "nothing", "none") and clause.is_in(index + 1, "no_trigger_after")


def reaches(clause: Clause, trigger: int, first: int) -> bool:
    """Whether nothing from a trigger to the first word of a quotation ends the trigger's reach."""
    index = trigger + 1
    while index <= first:
        if clause.key(index) == "," and index < first:
            after = _behind_comma(clause, index, first)
            if after is None:
                return False
            index = after
        elif _is_border(clause, index, trigger):
            return False
        else:
            index += 1
    return True


def _takes_back(clause: Clause, index: int) -> bool:
    """Whether a word of the lists of triggers is one here."""
    if clause.is_negation(index) or clause.is_in(index, "denial", "modal", "conditional"):
        return True
    if clause.is_in(index, "before_verb"):
        return clause.is_past(index + 1)
    if clause.is_in(index, "before_infinitive"):
        return any(clause.key(i) == "to" for i in range(index + 1, index + 1 + _INFINITIVE_REACH))
    claims = range(index + 1, index + 1 + _CLAIM_REACH)
    return clause.is_in(index, "before_claim") and any(clause.is_in(i, "report") for i in claims)


def _behind_comma(clause: Clause, comma: int, first: int) -> int | None:
    """Where a trigger's reach goes on behind a comma: in a list that comes to "or", or behind an aside."""
    for index in range(comma + 1, min(comma + _LIST_REACH, clause.stop)):
        if clause.key(index) in ("or", "nor"):
            return comma + 1
        if clause.is_in(index, "border", "subject") or clause.is_verb(index):
            break
    for index in range(comma + 1, min(comma + _ASIDE_REACH, first)):
        if clause.key(index) == ",":
            return index + 1
    return None


def _is_border(clause: Clause, index: int, trigger: int) -> bool:
    """Whether a token between a trigger and a quotation ends the trigger's clause."""
    key, titles = clause.key(index), clause.lexemes[index].titles
    if "border" in titles or ("question" in titles and index > trigger + 1):
        return True
    if key == DASH:
        return not clause.is_hyphen(index)
    if key == "that":
        return index > trigger + 1 and clause.is_in(index - 1, "before_relative", "factive")
    if clause.key(trigger) == "without" and clause.is_past(index):
        return True  # "a machine without pilot dropped": the verb is not of what was missing
    return key == "and" and _begins_clause(clause, index + 1)


def _begins_clause(clause: Clause, index: int) -> bool:
    """Whether "and" is followed by a new subject or a new past verb."""
    if index >= clause.stop:
        return False
    lexeme = clause.lexemes[index]
    return lexeme.is_capitalised or lexeme.is_number or "subject" in lexeme.titles or clause.is_past(index)
