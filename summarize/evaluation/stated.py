"""What is stated of an article, in one shape for gold and for reports, so that the two can be compared.

Facts keep their path in the draft or report they come from: every decision of the scorer leads back to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from summarize.evaluation.comparators import Values
from summarize.schema.vocabulary import IncidentKind, LinkKind, NoIncident, Role

MOST_ALTERNATIVES = 64
"""Combinations of accepted values that are tried for one fact; a bound against a slip in the labels."""


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """One fact of one side.

    Attributes:
        field: the incident's field, as "weapons".
        path: where it stands in the draft or report, as "incidents[0].weapons[1]".
        alternatives: values by attribute; first as stated, then every other that gold accepts.
        filled: names of the slots in which each alternative says something.
        optional: gold only: it costs nothing either way.
    """

    field: str
    path: str
    alternatives: tuple[Values, ...]
    filled: tuple[frozenset[str], ...]
    optional: bool = False

    @property
    def values(self) -> Values:
        """The values as stated."""
        return self.alternatives[0]

    @property
    def slots(self) -> frozenset[str]:
        """Names of the slots in which it says something, as stated."""
        return self.filled[0]

    @property
    def sentences(self) -> tuple[int, ...]:
        """Numbers of the sentences that the words stand in."""
        return tuple(self.values.get("sentences", ()))


@dataclass(frozen=True, slots=True, eq=False)
class StatedLink:
    """A link to another incident: `to` is its position on the same side, from 0."""

    to: int
    kind: LinkKind


@dataclass(frozen=True, slots=True, eq=False)
class StatedIncident:
    """One incident of one side.

    Attributes:
        index: its position in the draft or report, from 0.
        name: gold's id of it, the path for a report.
        roles: as stated first, then those that gold accepts.
        kind: as stated.
        headline: for people who read the decisions.
        facts: by field.
        cited: numbers of all sentences it rests on.
        links: to other incidents.
        content: all of it but its position, as text: equal for copies, and an order of its own.
        optional: gold only: the whole incident may be left out.
        accept_split: gold only: splitting it is also right.
    """

    index: int
    name: str
    roles: tuple[Role, ...]
    kind: IncidentKind
    headline: str
    facts: Mapping[str, tuple[Stated, ...]]
    cited: frozenset[int]
    links: tuple[StatedLink, ...] = ()
    content: str = ""
    optional: bool = False
    accept_split: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """All that one side states of an article.

    Attributes:
        incidents: in a canonical order, that of their content, so that the order of a list never matters.
        aggregates: sums and campaigns.
        no_incident: why there is none, None if there is one or no reason is given.
    """

    incidents: tuple[StatedIncident, ...]
    aggregates: tuple[Stated, ...]
    no_incident: NoIncident | None

    def fact_count(self) -> int:
        """How many facts with words of their own there are; a conflict has as many as versions."""
        cited = [fact for incident in self.incidents for found in incident.facts.values() for fact in found]
        return sum(
            len(fact.values.get("versions", (1,))) for fact in [*cited, *self.aggregates] if fact.field != "kind"
        )


def alternatives(values: Values, accept: Mapping[str, Iterable[Any]]) -> tuple[Values, ...]:
    """The values as stated, and those that result when accepted ones stand in for them in any combination."""
    if not accept:
        return (values,)
    choices = [(name, (values[name], *others)) for name, others in accept.items() if name in values]
    names = [name for name, _ in choices]
    combined = ({**values, **dict(zip(names, chosen, strict=True))} for chosen in product(*(c for _, c in choices)))
    return tuple(item for item, _ in zip(combined, range(MOST_ALTERNATIVES), strict=False))


def content_of(role: Role, facts: Mapping[str, tuple[Stated, ...]], cited: Iterable[int]) -> str:
    """The content of an incident as text; the order of its facts does not matter."""
    said = [(field, sorted(repr(fact.values) for fact in found)) for field, found in facts.items()]
    return repr((role.value, said, sorted(cited)))
