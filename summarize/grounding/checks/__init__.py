"""The rules that hold a fact's values and names to the article: a registry, and how it is run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import BaseModel

from summarize.grounding.checks.bounds import bounds
from summarize.grounding.checks.casualty import killed_or_wounded
from summarize.grounding.checks.count import count
from summarize.grounding.checks.country import country
from summarize.grounding.checks.date import relative_to
from summarize.grounding.checks.interception import hit_intercepted
from summarize.grounding.checks.membership import sentence_membership
from summarize.grounding.checks.names import FREE_TEXTS, NAMES, mentions, names
from summarize.grounding.checks.nationality import nationality
from summarize.grounding.checks.nothing import none_statement
from summarize.grounding.checks.outcome import outcome_verb
from summarize.grounding.checks.status import attribution_status
from summarize.grounding.statement import Statement, Verdict
from summarize.kept import Kept
from summarize.schema.draft import (
    Cited,
    DraftAggregate,
    DraftAttribution,
    DraftCasualties,
    DraftDamage,
    DraftDate,
    DraftOutcome,
    DraftPlace,
    DraftTarget,
    DraftVersion,
    DraftWeapon,
)
from summarize.schema.report import Check
from summarize.schema.vocabulary import CheckOutcome

_KINDS = 64  # kinds of facts of which it is kept; there are not half as many
_ALL = (Cited, DraftVersion)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule, the facts it looks at, and its function; the function's docstring says why there is one.

    The function returns None where the rule does not apply to the statement. What a report says where it passed is
    one object for all facts that did.
    """

    name: str
    facts: tuple[type[BaseModel], ...]
    check: Callable[[Statement], Verdict | None]
    passed: Check = field(init=False)

    def __post_init__(self) -> None:
        """Make what the report says of those that pass."""
        object.__setattr__(self, "passed", Check(rule=self.name, outcome=CheckOutcome.PASSED))


RULES: tuple[Rule, ...] = (
    Rule("sentence_membership", _ALL, sentence_membership),
    Rule("bounds", (DraftWeapon, DraftTarget, DraftCasualties, DraftAggregate), bounds),
    Rule("count", (DraftWeapon, DraftTarget, DraftCasualties, DraftAggregate), count),
    Rule("killed_or_wounded", (DraftCasualties,), killed_or_wounded),
    Rule("hit_intercepted", (DraftWeapon,), hit_intercepted),
    Rule("none_statement", (DraftCasualties, DraftDamage), none_statement),
    Rule("outcome_verb", (DraftOutcome,), outcome_verb),
    Rule("attribution_status", (DraftAttribution,), attribution_status),
    Rule("nationality", (DraftTarget,), nationality),
    Rule("relative_to", (DraftDate,), relative_to),
    Rule("country", (DraftPlace,), country),
    Rule("names", tuple(NAMES), names),
    Rule("mentions", tuple(FREE_TEXTS), mentions),
)


def _rules_for(fact: type[BaseModel]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if issubclass(fact, rule.facts))


RULES_FOR = Kept(_rules_for, _KINDS)
"""By kind of fact: the rules that look at it, in order."""
