"""Traps: statements that gold calls wrong and tempting, looked for in what a report states.

Each violation is a wrong statement of a known dangerous sort: a year nobody gave, the toll of another attack, an
attribution that belongs to a campaign. A match is read generously, for a reader would be misled all the same: a
name matches if its words lie in the other or the other's in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from summarize.evaluation.comparators import Values, name_words
from summarize.evaluation.gold_schema import MustNot
from summarize.evaluation.stated import Case, StatedIncident

WHOLE = "incident"
AGGREGATES = "aggregates"


@dataclass(frozen=True, slots=True)
class Violation:
    """A trap that was fallen into.

    Attributes:
        trap: its position in gold's `must_not`, from 0.
        path: the statement in the report.
        sentence: the sentence that tempts to it.
        why: what is wrong with it.
    """

    trap: int
    path: str
    sentence: int
    why: str


def violations(
    traps: Sequence[MustNot], said: Case, namesakes: Mapping[str, Sequence[StatedIncident]]
) -> list[Violation]:
    """The traps that were fallen into, one violation each, with the first statement that falls.

    Args:
        traps: gold's `must_not`.
        said: what the report states.
        namesakes: the predicted incidents taken for each gold incident, by gold's id.
    """
    found = []
    for index, trap in enumerate(traps):
        path = next(_wrong_statements(trap, said, namesakes), None)
        if path is not None:
            found.append(Violation(index, path, trap.s, trap.why))
    return found


def _wrong_statements(trap: MustNot, said: Case, namesakes: Mapping[str, Sequence[StatedIncident]]) -> Iterator[str]:
    """Paths of the statements that the trap forbids."""
    incidents = said.incidents if trap.incident is None else namesakes.get(trap.incident, ())
    for path, values, cited in _statements(trap.path, said, incidents):
        tempted = trap.incident is not None or trap.s in cited
        if tempted and all(_says(values, name, value) for name, value in trap.match.items()):
            yield path


def _statements(
    path: str, said: Case, incidents: Iterable[StatedIncident]
) -> Iterator[tuple[str, Values, frozenset[int]]]:
    """Everything of that sort that is stated: its path, its values and the sentences it rests on."""
    if path == AGGREGATES:
        yield from ((fact.path, fact.values, frozenset(fact.sentences)) for fact in said.aggregates)
        return
    for incident in incidents:
        here = f"incidents[{incident.index}]"
        whole = {"kind": incident.kind, "role": incident.roles[0]}
        if path == WHOLE or path in whole:
            yield here, whole, incident.cited
        elif path == "links":
            links = enumerate(incident.links)
            yield from ((f"{here}.links[{at}]", {"kind": link.kind}, incident.cited) for at, link in links)
        for fact in incident.facts.get(path, ()) if path not in whole else ():
            yield fact.path, fact.values, frozenset(fact.sentences)


def _says(values: Values, name: str, wrong: object) -> bool:
    """Whether the values say the wrong thing; a list means any of its items."""
    choices = wrong if isinstance(wrong, list) else [wrong]
    special = _SPECIAL.get(name)
    if special:
        return any(special(values, choice) for choice in choices)
    return any(_same(values.get(name), choice) for choice in choices)


def _same(said: object, wrong: object) -> bool:
    if isinstance(said, str) and isinstance(wrong, str) and not isinstance(said, Enum):
        return _same_name(said, wrong)
    return said == wrong


def _same_name(said: str, wrong: str) -> bool:
    one, other = name_words(said), name_words(wrong)
    return bool(one and other) and (one <= other or other <= one)


def _same_year(values: Values, wrong: object) -> bool:
    days = (values.get("start"), values.get("end"))
    return any(day is not None and day.year == wrong for day in days)


def _quoted(values: Values, wrong: object) -> bool:
    return isinstance(wrong, str) and _same_name(str(values.get("words") or ""), wrong)


_SPECIAL: dict[str, Callable[[Values, Any], bool]] = {"year": _same_year, "q": _quoted}
"""Names in `match` that are no field of a fact."""
