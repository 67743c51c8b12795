"""The summary: short sentences made of the facts, each citing the sentences that its facts stand in."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.rules.passage import Passage
from summarize.rules.wording import capital, kind_noun, lowered, when, where
from summarize.schema.draft import (
    Cited,
    DraftAttribution,
    DraftCasualties,
    DraftIncident,
    DraftSummarySentence,
)
from summarize.schema.vocabulary import AttributionStatus as Status
from summarize.schema.vocabulary import NoIncident, Role

_MOST_SENTENCES = 4
_MOST_LISTED = 8  # incidents named in one sentence
_BLAME = {
    Status.CLAIMED: "{actor} claimed it",
    Status.ATTRIBUTED: "{by} blamed {actor}",
    Status.SUSPECTED_BY_AUTHORITY: "{by} suspects {actor}",
    Status.SUSPECTED: "{actor} is suspected",
    Status.ALLEGED: "{by} accused {actor}",
    Status.DENIED: "{actor} denied it",
    Status.DECLINED_TO_NAME: "{by} did not name anyone",
}
_REASONS = {
    NoIncident.EXERCISE: "an exercise",
    NoIncident.OPINION: "an opinion",
    NoIncident.ANNIVERSARY: "an anniversary",
    NoIncident.POLICY: "a decision or talks",
    NoIncident.ACCIDENT: "an accident",
    NoIncident.UNRELATED: "something else",
}


def summarise(incidents: Sequence[DraftIncident]) -> list[DraftSummarySentence]:
    """One to four sentences: the news with its details, then the rest by name.

    Args:
        incidents: the incidents of a draft.
    """
    news = [incident for incident in incidents if incident.role is not Role.BACKGROUND] or list(incidents)
    ranked = sorted(news, key=lambda incident: incident.role is not Role.MAIN)
    told = [_told(incident) for incident in ranked[: _MOST_SENTENCES - 1]]
    if len(ranked) == 1 and (blame := _blamed(ranked[0])):
        told.append(blame)
    rest = ranked[_MOST_SENTENCES - 1 :][:_MOST_LISTED]
    return [*told, _listed(rest)] if rest else told


def summarise_none(reason: NoIncident, passages: Sequence[Passage]) -> list[DraftSummarySentence]:
    """What an article without an incident reports, by the sentence that tells."""
    news = [passage for passage in passages if passage.is_news]
    cited = next((passage for passage in news if passage.has("unreal", reason.value)), news[0] if news else None)
    if cited is None:
        return []
    words = " ".join(cited.words(cited.clause.first, cited.clause.stop).split())
    return [DraftSummarySentence(text=f"The article reports {_REASONS[reason]}: {words}", s=[cited.number])]


def _told(incident: DraftIncident) -> DraftSummarySentence:
    """The incident with what came of it."""
    facts: list[Cited] = [*incident.weapons[:2]] or [*incident.targets[:1]]
    facts += [incident.outcome] if incident.outcome else []
    facts += [fact for fact in incident.casualties if _is_said(fact)][:3]
    facts += [incident.damage] if incident.damage else []
    words = _distinct([" ".join(lowered(fact.q).split()) for fact in facts])
    text = capital(kind_noun(incident)) + where(incident) + when(incident)
    cited = [fact.s for fact in [*incident.places[:1], *([incident.date] if incident.date else []), *facts]]
    return DraftSummarySentence(text=f"{text}: {'; '.join(words)}." if words else f"{text}.", s=_cited(cited, incident))


def _is_said(fact: DraftCasualties) -> bool:
    return bool(fact.q.strip())


def _distinct(words: list[str]) -> list[str]:
    """Each once; what another holds is left out."""
    return [
        word
        for place, word in enumerate(words)
        if not any(
            word.casefold() in other.casefold() and (other != word or place > at) for at, other in enumerate(words)
        )
    ]


def _blamed(incident: DraftIncident) -> DraftSummarySentence | None:
    """Who is said to have done it."""
    said = [(text, fact) for fact in incident.attributions if (text := _blame(fact))]
    if not said:
        return None
    text = "; ".join(text for text, _ in said[:2])
    return DraftSummarySentence(text=f"{capital(text)}.", s=list(dict.fromkeys(fact.s for _, fact in said[:2])))


def _blame(fact: DraftAttribution) -> str | None:
    template = _BLAME.get(fact.status)
    if template is None or ("{by}" in template and not fact.by) or ("{actor}" in template and not fact.actor):
        return None
    return template.format(by=lowered(fact.by or ""), actor=fact.actor)


def _listed(incidents: Sequence[DraftIncident]) -> DraftSummarySentence:
    """Further incidents by kind, place and day."""
    names = "; ".join(f"{kind_noun(incident)}{where(incident)}{when(incident)}" for incident in incidents)
    cited = [number for incident in incidents for number in _cited(_sources(incident), incident)]
    return DraftSummarySentence(text=f"Also reported: {names}.", s=list(dict.fromkeys(cited)))


def _sources(incident: DraftIncident) -> list[int]:
    return [place.s for place in incident.places[:1]] + ([incident.date.s] if incident.date else [])


def _cited(numbers: list[int], incident: DraftIncident) -> list[int]:
    return list(dict.fromkeys(numbers)) or incident.sentences[:1]
