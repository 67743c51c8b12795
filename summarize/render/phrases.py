"""Facts as short phrases that a person reads: "at least 5 rockets", "1 of 2 intercepted", "killed: 3, US soldiers"."""

from __future__ import annotations

from datetime import date

from summarize.schema.report import (
    Aggregate,
    AttributionFact,
    CasualtyFact,
    DamageFact,
    DateFact,
    Fact,
    MotiveFact,
    OutcomeFact,
    PlaceFact,
    ResponseFact,
    TargetFact,
    WeaponFact,
)
from summarize.schema.vocabulary import AttributionStatus, CasualtyStatement, DateResolution, Effect


def plain(value: str) -> str:
    """A vocabulary value as words: "drone_attack" is "drone attack"."""
    return value.replace("_", " ")


def count(low: int | None, high: int | None) -> str | None:
    """A count by its bounds; None if neither is known."""
    match low, high:
        case None, None:
            return None
        case None, _:
            return f"up to {high:,}"
        case _, None:
            return f"at least {low:,}"
        case _:
            return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def quote(fact: Fact) -> str:
    """The article's words, the stretches of an ellipsis joined by it."""
    return " … ".join(" ".join(evidence.quote.split()) for evidence in fact.evidence)


def when(fact: DateFact) -> str:
    """The words for when, and the days they mean."""
    if fact.resolution is DateResolution.NOT_RESOLVABLE:
        return f"{fact.words} (day not given)"
    if fact.start is None:
        return f"{fact.words} (year not given)"
    return f"{fact.words} ({_interval(fact.start, fact.end)})"


def _interval(start: date, end: date | None) -> str:
    if end is None:
        return f"from {start.isoformat()}"
    return start.isoformat() if start == end else f"{start.isoformat()} to {end.isoformat()}"


def where(fact: PlaceFact) -> str:
    """The place, what it lies in, and its role where it is not the target."""
    around = [words for words in (fact.within, fact.country) if words and words not in fact.name]
    role = {"launch_origin": " (launched from here)", "area": " (area)"}.get(fact.role.value, "")
    return ", ".join([fact.name, *around]) + role


def weapon(fact: WeaponFact) -> str:
    """The weapon with its counts."""
    number = count(fact.min, fact.max)
    parts = [
        f"{fact.hit} hit" if fact.hit is not None else None,
        f"{fact.intercepted} intercepted" if fact.intercepted is not None else None,
    ]
    told = ", ".join(part for part in parts if part)
    return " ".join(part for part in (plain(fact.kind), f"x {number}" if number else None) if part) + (
        f" ({told})" if told else ""
    )


def target(fact: TargetFact) -> str:
    """Who or what was attacked."""
    number = count(fact.min, fact.max)
    words = [
        plain(fact.kind),
        f"x {number}" if number else None,
        f"({fact.nationality})" if fact.nationality else None,
    ]
    return " ".join(word for word in words if word)


def outcome(fact: OutcomeFact) -> str:
    """How far it came, and what came of it."""
    return f"{plain(fact.stage)}, {plain(fact.result)}"


def attribution(fact: AttributionFact) -> str:
    """Who is blamed, how firmly, and by whom."""
    if fact.status is AttributionStatus.DECLINED_TO_NAME and not fact.actor:
        return f"nobody named; declined to name by {fact.by}" if fact.by else "nobody named"
    actor = fact.actor or "unknown"
    name = f" [{fact.actor_name}]" if fact.actor_name and fact.actor_name.lower() != actor.lower() else ""
    sponsor = f", backed by {fact.sponsor}" if fact.sponsor else ""
    speaker = f" by {fact.by}" if fact.by else " by the article"
    return f"{actor}{name}{sponsor}: {plain(fact.status)}{speaker}"


def casualties(fact: CasualtyFact) -> str:
    """What happened to people."""
    effect = "casualties" if fact.effect is Effect.ANY else plain(fact.effect)
    whom = f" ({fact.victims})" if fact.victims else ""
    match fact.statement:
        case CasualtyStatement.NONE:
            return f"{effect}: none{whom}"
        case CasualtyStatement.NONE_REPORTED:
            return f"{effect}: none reported{whom}"
        case CasualtyStatement.UNQUANTIFIED:
            return f"{effect}: number not given{whom}"
        case _:
            return f"{effect}: {count(fact.min, fact.max) or 'number not given'}{whom}"


def damage(fact: DamageFact) -> str:
    """How much was damaged."""
    return plain(fact.level)


def response(fact: ResponseFact) -> str:
    """What was done about it, by whom, and how sure that is."""
    actor = f"{fact.actor}: " if fact.actor else ""
    sure = "" if fact.certainty == "reported" else f" ({plain(fact.certainty)})"
    return f"{actor}{fact.action}{sure}"


def motive(fact: MotiveFact) -> str:
    """Whose words the motive is; the words themselves are the evidence."""
    return f"by {fact.by}" if fact.by else "by the article"


def aggregate(fact: Aggregate) -> str:
    """A sum or campaign."""
    number = count(fact.min, fact.max)
    parts = [fact.label, number, fact.period, fact.place, fact.actor]
    return "; ".join(part for part in parts if part)
