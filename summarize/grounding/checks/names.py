"""Names that a model fills in: what neither the quotation nor its sentence holds is taken out of the fact."""

from __future__ import annotations

from pydantic import BaseModel

from summarize.grounding.aliases import alias_stands_in
from summarize.grounding.clause import Clause
from summarize.grounding.mentions import unsupported
from summarize.grounding.names import stands_in
from summarize.grounding.statement import PASSED, Statement, Verdict, failed
from summarize.schema.draft import (
    DraftAggregate,
    DraftAttribution,
    DraftCasualties,
    DraftMotive,
    DraftPlace,
    DraftResponse,
    DraftTarget,
    DraftVersion,
)
from summarize.schema.vocabulary import AttributionStatus, CheckOutcome

# The names of each kind of fact. Those of speakers may also stand in the two sentences before.
NAMES: dict[type[BaseModel], tuple[str, ...]] = {
    DraftPlace: ("within",),
    DraftTarget: ("nationality",),
    DraftAttribution: ("actor", "sponsor", "by"),
    DraftCasualties: ("victims",),
    DraftResponse: ("actor",),
    DraftMotive: ("by",),
    DraftVersion: ("source",),
    DraftAggregate: ("actor", "by", "period", "place"),
}
FREE_TEXTS: dict[type[BaseModel], tuple[str, ...]] = {
    DraftResponse: ("action",),
    DraftVersion: ("value",),
    DraftAggregate: ("label", "motive"),
}
_SPEAKERS = ("by", "source")
_SPEAKER_REACH = 2  # sentences before the fact's
_NAMELESS = (AttributionStatus.DECLINED_TO_NAME, AttributionStatus.NOT_CONFIRMED, AttributionStatus.DENIED)


def names(statement: Statement) -> Verdict | None:
    """A name that the words do not hold comes from elsewhere: another incident, or the model's memory."""
    given = vars(statement.fact)
    missing, verdict = list[str](), None
    for name in NAMES[type(statement.fact)]:
        if words := given[name]:
            verdict = PASSED
            if not _stands(statement, name, words):
                missing.append(name)
    if not missing:
        return verdict
    message = f"{_listed(statement, missing)}: not in the quoted words nor in their sentence."
    if _is_nothing_without(statement, missing):
        return failed(message)
    return Verdict(CheckOutcome.REMOVED, message, dict.fromkeys(missing))


def mentions(statement: Statement) -> Verdict | None:
    """A number, date or name in a free text must stand in the incident's sentences; else the quotation replaces it."""
    for name in FREE_TEXTS[type(statement.fact)]:
        text = getattr(statement.fact, name)
        if text and (beyond := unsupported(text, [statement.clause, *statement.incident_clauses()])):
            quoted = statement.quote_clause
            message = f"{name}: “{beyond}” does not stand in the incident's sentences; the quoted words replace it."
            return Verdict(CheckOutcome.REMOVED, message, {name: quoted.words(quoted.first, quoted.stop)})
    return PASSED


def _stands(statement: Statement, field: str, name: str) -> bool:
    """Whether the name of a field stands where it may."""
    if _is_named(name, statement.clause):
        return True
    return field in _SPEAKERS and any(_is_named(name, clause) for clause in statement.neighbours(_SPEAKER_REACH))


def _is_named(name: str, clause: Clause) -> bool:
    """Whether a name stands in a sentence; kept, since facts of one sentence share their names."""
    known = clause.once(_no_names)
    if name not in known:
        known[name] = stands_in(name, clause) or alias_stands_in(name, clause)
    return known[name]


def _no_names(_: Clause) -> dict[str, bool]:
    return {}


def _listed(statement: Statement, missing: list[str]) -> str:
    return ", ".join(f"{name} “{getattr(statement.fact, name)[:60]}”" for name in missing)


def _is_nothing_without(statement: Statement, missing: list[str]) -> bool:
    """An attribution to nobody, unless the article itself names nobody."""
    fact = statement.fact
    if not isinstance(fact, DraftAttribution) or "actor" not in missing or fact.status in _NAMELESS:
        return False
    return fact.sponsor is None or "sponsor" in missing
