"""Scope: whether a quotation leaves out the negation, denial, modal or conditional that its words stand under.

"There were no reports of casualties" holds the words "reports of casualties", and does not say them. A quotation
is cut if a word that takes back (a trigger) stands in its sentence but not in it, if nothing ends the trigger's
reach before the quotation, and if the quotation states something: it has a verb, or a noun such as
"casualties" that is not "the" casualties. A name, a date or "two drones" states nothing by itself and may be
quoted out of any clause, unless the trigger stands right before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import is_number
from summarize.grounding.tokens import DASH

_LIST_REACH = 8  # tokens within which "no deaths, injuries or damage" comes to its "or"
_ASIDE_REACH = 9  # tokens of an aside between two commas
_SPAN_REACH = 2  # tokens between a trigger and the "to" or claim that it needs


class Quotation(NamedTuple):
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
    for rule in _RULES:
        if (index := rule(clause, quotation, gap)) is not None:
            return clause.tokens.surfaces[index]
    return None


def _hidden_in_gap(clause: Clause, _: Quotation, gap: Quotation | None) -> int | None:
    """An ellipsis may hide no word that takes back."""
    return next(_triggers(clause, *gap), None) if gap else None


def _part_of_number(clause: Clause, quotation: Quotation, _: Quotation | None) -> int | None:
    """A number out of a hyphenated word is another number: "6" out of "6-8", "16" out of "F-16"."""
    first, last = quotation.first, quotation.stop - 1
    if is_number(clause.key(first)) and clause.is_hyphen(first - 1):
        return first - 2
    if is_number(clause.key(last)) and clause.is_hyphen(last + 1):
        return last + 2
    return None


def _under_trigger(clause: Clause, quotation: Quotation, _: Quotation | None) -> int | None:
    """The nearest trigger before the quotation that reaches and touches it."""
    before = _triggers(clause, clause.first, quotation.first)
    for trigger in reversed(list(before)):
        if _reaches(clause, trigger, quotation.first) and _touches(clause, trigger, quotation):
            return trigger
    return None


def _stops_before_negation(clause: Clause, quotation: Quotation, _: Quotation | None) -> int | None:
    """What is taken back right behind the quotation: "The strike caused" out of "The strike caused no damage"."""
    states = clause.is_verb(quotation.stop - 1) or _bare_claim(clause, quotation)
    following = quotation.stop
    while states and clause.is_in(following, "auxiliary", "modal") and not clause.is_negation(following):
        following += 1
    if states and clause.is_negation(following) and not harmless_negation(clause, following):
        return following if clause.key(following) != "without" else None
    return None


def _report_taken_back(clause: Clause, quotation: Quotation, _: Quotation | None) -> int | None:
    """Reports taken back by their verb: "reports of casualties" out of "reports of casualties were denied"."""
    reports = any(clause.is_in(index, "report") for index in range(clause.first, quotation.stop))
    index = quotation.stop
    while reports and (
        clause.is_in(index, "auxiliary", "modal", "light")
        or clause.is_negation(index)
        or clause.key(index) == "independently"
    ):
        index += 1
    return (
        index
        if reports
        and index > quotation.stop
        and clause.is_in(index, "unproved")
        and (
            clause.key(index) not in ("confirmed", "verified", "true", "corroborated", "substantiated")
            or any(clause.is_negation(i) for i in range(quotation.stop, index))
        )
        else None
    )


_Rule = Callable[[Clause, Quotation, Quotation | None], int | None]
_RULES: tuple[_Rule, ...] = (
    _hidden_in_gap,
    _part_of_number,
    _under_trigger,
    _stops_before_negation,
    _report_taken_back,
)


def _triggers(clause: Clause, first: int, stop: int) -> Iterator[int]:
    """The words in a range that take back what follows them."""
    for index in range(first, stop):
        if _is_trigger(clause, index) and not harmless_negation(clause, index):
            yield index


def _is_trigger(clause: Clause, index: int) -> bool:
    if clause.is_negation(index) or clause.is_in(index, "denial", "modal", "conditional"):
        return True
    if clause.is_in(index, "before_verb"):
        return clause.is_past(index + 1)
    reach = range(index + 1, index + 2 + _SPAN_REACH)
    if clause.is_in(index, "before_infinitive"):
        return any(clause.key(i) == "to" for i in reach[:2])
    return clause.is_in(index, "before_claim") and any(clause.is_in(i, "report") for i in reach)


def harmless_negation(clause: Clause, index: int) -> bool:
    """Whether a word that takes back does not here: "not only", "no fewer than", "No. 2", "may" that is a month."""
    key = clause.key(index)
    if key == "may":
        return clause.is_capitalised(index) and (index > clause.first or clause.key(index + 1)[:1].isdigit())
    if key in ("might", "will", "can", "must"):
        return clause.is_in(index - 1, "definite") or (clause.is_capitalised(index) and index > clause.first)
    return key in ("no", "not", "nothing", "none") and clause.is_in(index + 1, "no_trigger_after")


def _reaches(clause: Clause, trigger: int, first: int) -> bool:
    """Whether nothing between a trigger and the quotation's first word ends the trigger's reach."""
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


def _behind_comma(clause: Clause, comma: int, first: int) -> int | None:
    """Where a trigger's reach goes on behind a comma: in a list that comes to "or", or behind an aside."""
    for index in range(comma + 1, min(comma + _LIST_REACH, clause.stop)):
        if clause.key(index) in ("or", "nor"):
            return comma + 1
        if clause.is_verb(index) or clause.is_in(index, "border", "subject"):
            break
    for index in range(comma + 1, min(comma + _ASIDE_REACH, first)):
        if clause.key(index) == ",":
            return index + 1
    return None


def _is_border(clause: Clause, index: int, trigger: int) -> bool:
    key = clause.key(index)
    if clause.is_in(index, "border"):
        return True
    if key == DASH:
        return not clause.is_hyphen(index)
    if key == "that":
        return index > trigger + 1 and clause.is_in(index - 1, "before_relative")
    return key == "and" and _new_clause(clause, index + 1)


def _new_clause(clause: Clause, index: int) -> bool:
    """Whether "and" is followed by a new subject or a new past verb."""
    return (
        clause.is_in(index, "subject")
        or clause.is_capitalised(index)
        or is_number(clause.key(index))
        or clause.is_past(index)
    )


def _touches(clause: Clause, trigger: int, quotation: Quotation) -> bool:
    """Whether a trigger that reaches the quotation takes back something that the quotation states."""
    between = range(trigger + 1, quotation.first)
    if any(clause.is_verb(index) for index in range(*quotation)) or _bare_claim(clause, quotation):
        return True
    if clause.is_in(trigger, "modal", "before_infinitive", "before_verb"):
        return all(clause.is_in(index, "light", "auxiliary") for index in between)
    return (
        clause.is_negation(trigger)
        and all(clause.is_in(index, "light") for index in between)
        and clause.key(trigger + 1) != "of"
    )


def _bare_claim(clause: Clause, quotation: Quotation) -> bool:
    """Whether the quotation's first stating noun is nobody's: "casualties", not "the attack"."""
    for index in range(*quotation):
        if clause.is_in(index, "claim"):
            return not any(clause.is_in(i, "definite") for i in range(quotation.first - 1, index))
    return False
