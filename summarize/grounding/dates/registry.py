"""The date rules in the order in which they are tried: what says most comes first.

To add a way of saying when, write its rows in the tests' data, then a rule, and put it where no earlier rule
takes its words.
"""

from __future__ import annotations

from summarize.grounding.dates.anchored_rules import ANCHORED_RULES
from summarize.grounding.dates.calendar_rules import CALENDAR_RULES, MONTH_RULES
from summarize.grounding.dates.publication_rules import PUBLICATION_RULES
from summarize.grounding.dates.rule import DateRule
from summarize.grounding.dates.span_rules import SPAN_RULES

_BEFORE_MONTHS = ("years ago from a day", "told month")

RULES: tuple[DateRule, ...] = (
    *SPAN_RULES,
    *CALENDAR_RULES,
    *(each for each in PUBLICATION_RULES if each.name in _BEFORE_MONTHS),
    *MONTH_RULES,
    *(each for each in PUBLICATION_RULES if each.name not in _BEFORE_MONTHS),
    *ANCHORED_RULES,
)
