"""Scope: whether a quotation leaves out the negation, denial, modal or conditional that its words stand under.

"There were no reports of casualties" holds the words "reports of casualties", and does not say them. A quotation
is cut if a word that takes back (a trigger) stands in its sentence but not in it, if nothing ends the trigger's
reach before the quotation, and if the quotation states something: it has a verb, or a noun such as
"casualties" that is not "the" casualties. A name, a date or "two drones" states nothing by itself and may be
quoted out of any clause, unless the trigger stands right before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import is_number
from summarize.grounding.reach import all_triggers, is_harmless, reaches, triggers
from summarize.tokens import DASH


@dataclass(slots=True)  # and no tuple, nor frozen: made and read for every fact
class Quotation:
    """A quotation as a range of tokens."""

    first: int
    stop: int


def left_out(clause: Clause, quotation: Quotation, gap: Quotation | None = None) -> str | None:
    """The word that a quotation leaves out although its words stand under it; None if it is honest.

    Args:
        clause: the sentence.
        quotation: from the first quoted token up to the one behind the last.
        gap: what an ellipsis in the quotation leaves out.
    """
    if gap and (hidden := triggers(clause, gap.first, gap.stop)):
        return clause.tokens.surfaces[hidden[0]]
    index = cut_at(clause, quotation)
    return None if index is None else clause.tokens.surfaces[index]


def can_be_cut(clause: Clause) -> bool:
    """Whether a sentence has anything at all that a quotation out of it could leave out to its harm."""
    outermost = clause.once(_outermost)
    return outermost.trigger < clause.stop or outermost.denial >= clause.first or outermost.dashes


def cut_at(clause: Clause, quotation: Quotation) -> int | None:
    """The token of `left_out`: by the first rule that finds one, of those whose words stand around at all."""
    outermost = clause.once(_outermost)
    index = _part_of_number(clause, quotation) if outermost.dashes else None
    if index is None and outermost.trigger < quotation.first:
        index = _under_trigger(clause, quotation)
    if index is None and outermost.denial >= quotation.stop:
        index = _stops_before_negation(clause, quotation)
        return _report_taken_back(clause, quotation) if index is None else index
    return index


@dataclass(slots=True)
class _Outermost:
    """The first trigger of a sentence (its end without one), and its last negation or verb that takes reports back."""

    trigger: int
    denial: int
    dashes: bool


def _outermost(clause: Clause) -> _Outermost:
    lexemes, denial = clause.lexemes, -1
    for index in range(clause.first, clause.stop):
        if lexemes[index].may_deny:
            denial = index
    taking_back = clause.once(all_triggers)
    return _Outermost(taking_back[0] if taking_back else clause.stop, denial, DASH in clause.vocabulary)


def _part_of_number(clause: Clause, quotation: Quotation) -> int | None:
    """A number out of a hyphenated word is another number: "6" out of "6-8", "16" out of "F-16"."""
    first, last = quotation.first, quotation.stop - 1
    if is_number(clause.key(first)) and clause.is_hyphen(first - 1):
        return first - 2
    if is_number(clause.key(last)) and clause.is_hyphen(last + 1):
        return last + 2
    return None


def _under_trigger(clause: Clause, quotation: Quotation) -> int | None:
    """What is taken back before the quotation, by the nearest trigger that reaches and touches it."""
    for trigger in reversed(triggers(clause, clause.first, quotation.first)):
        if reaches(clause, trigger, quotation.first) and _touches(clause, trigger, quotation):
            return trigger
    return None


def _stops_before_negation(clause: Clause, quotation: Quotation) -> int | None:
    """What is taken back right behind the quotation: "The strike caused" out of "The strike caused no damage"."""
    following = quotation.stop
    while clause.is_in(following, "auxiliary", "modal") and not clause.is_negation(following):
        following += 1
    if not clause.is_negation(following) or clause.key(following) == "without" or is_harmless(clause, following):
        return None
    open_ended = following == quotation.stop and clause.is_verb(quotation.stop - 1)
    return following if open_ended or _bare_claim(clause, quotation) else None


def _report_taken_back(clause: Clause, quotation: Quotation) -> int | None:
    """Reports taken back by their verb: "reports of casualties" out of "reports of casualties were denied"."""
    index, negated = quotation.stop, False
    while clause.is_in(index, "auxiliary", "modal", "light") or clause.is_negation(index):
        negated = negated or clause.is_negation(index)
        index += 1
    taken_back = clause.is_in(index, "disproved") or (negated and clause.is_in(index, "proved"))
    if not taken_back or index == quotation.stop:
        return None
    reports = any(clause.is_in(before, "report") for before in range(clause.first, quotation.stop))
    return index if reports else None


def _touches(clause: Clause, trigger: int, quotation: Quotation) -> bool:
    """Whether a trigger that reaches the quotation takes back something that the quotation states."""
    words = range(quotation.first, _head_end(clause, quotation))
    if any(map(clause.is_verb, words)) or _bare_claim(clause, quotation):
        return True
    between = range(trigger + 1, quotation.first)
    if clause.is_in(trigger, "modal", "before_infinitive", "before_verb"):
        return all(clause.is_in(index, "light", "auxiliary") for index in between)
    adjacent = all(clause.is_in(index, "light") for index in between)
    if clause.is_negation(trigger):
        return adjacent
    return adjacent and not all(clause.is_capitalised(index) or clause.is_in(index, "light") for index in words)


def _head_end(clause: Clause, quotation: Quotation) -> int:
    """Where a clause of its own begins inside the quotation: "the men | who shot the mayor" states no shot."""
    for index in range(quotation.first + 1, quotation.stop):
        if clause.is_in(index, "border", "question"):
            return index
    return quotation.stop


def _bare_claim(clause: Clause, quotation: Quotation) -> bool:
    """Whether the quotation's first stating noun is nobody's: "casualties", not "the attack"."""
    for index in range(quotation.first, quotation.stop):
        if clause.is_in(index, "claim"):
            return not any(clause.is_in(i, "definite") for i in range(quotation.first - 1, index))
    return False
