"""The summary: short sentences made of the facts, each citing the sentences that its facts stand in."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.rules.headline import TAKEN
from summarize.rules.telling import Telling
from summarize.rules.wording import capital, kind_noun, lowered, plain, when, where
from summarize.schema.draft import (
    Cited,
    DraftAttribution,
    DraftIncident,
    DraftSummarySentence,
)
from summarize.schema.typed import typed
from summarize.schema.vocabulary import AttributionStatus as Status
from summarize.schema.vocabulary import NoIncident, Result, Role

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
_DOERS = {
    Status.CLAIMED: "claimed by {actor}",
    Status.ATTRIBUTED: "blamed on {actor}",
    Status.SUSPECTED_BY_AUTHORITY: "{actor} suspected",
    Status.ALLEGED: "{actor} accused",
    Status.DENIED: "denied by {actor}",
    Status.STATED_AS_FACT: "by {actor}",
}
_TELLING = (Result.INTERCEPTED, Result.PARTLY_INTERCEPTED, Result.FAILED)
"""Results that the kind of an incident does not say."""
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
    main, background = Role.MAIN, Role.BACKGROUND
    news = [incident for incident in incidents if incident.role is not background] or list(incidents)
    ranked = sorted(news, key=lambda incident: incident.role is not main)
    blame = [sentence for incident in ranked if (sentence := _blamed(incident))] if len(ranked) == 1 else []
    told = [_told(incident, blamed=not blame) for incident in ranked[: _MOST_SENTENCES - 1]] + blame
    rest = ranked[_MOST_SENTENCES - 1 :][:_MOST_LISTED]
    return [*told, _listed(rest)] if rest else told


def summarise_none(reason: NoIncident, tellings: Sequence[Telling]) -> list[DraftSummarySentence]:
    """What an article without an incident reports, by the sentence that tells."""
    passages = [telling.passage for telling in tellings if telling.passage.is_news]
    news = [passage for passage in passages if passage.clause.first < passage.clause.stop]
    cited = next((passage for passage in news if passage.has("unreal", reason.value)), news[0] if news else None)
    if cited is None:
        return []
    words = " ".join(cited.words(cited.clause.first, cited.clause.stop).split())
    return [DraftSummarySentence(text=f"The article reports {_REASONS[reason]}: {words}", s=[cited.number])]


def _told(incident: DraftIncident, *, blamed: bool) -> DraftSummarySentence:
    """The incident with what came of it, and if so with who did it."""
    facts = _details(incident)
    words = _distinct([plain(lowered(fact.q)) for fact in facts])
    for fact in incident.attributions if blamed else ():
        if doer := _by(fact):
            words.append(doer)
            facts.append(fact)
            break
    text = capital(kind_noun(incident.kind)) + where(incident.places) + when(incident.date)
    told = f"{text}: {'; '.join(words)}." if words else f"{text}."
    numbers = [fact.s for fact in (*incident.places[:1], incident.date, *facts) if fact]
    return typed(DraftSummarySentence, {"text": told, "s": _cited(numbers, incident)})


def _details(incident: DraftIncident) -> list[Cited]:
    """With what and whom it was done, what came of it and the harm."""
    facts: list[Cited] = [*incident.weapons[:2], *incident.targets[:1]]
    if incident.kind in TAKEN:
        facts = [*incident.targets[:1], *incident.weapons[:2]]
    if incident.outcome and incident.outcome.result in _TELLING:
        facts.append(incident.outcome)
    facts += incident.casualties[:3]
    if incident.damage:
        facts.append(incident.damage)
    return facts


def _by(fact: DraftAttribution) -> str | None:
    """Who claimed or denied it, or was blamed for it."""
    template = _DOERS.get(fact.status)
    return template.format(actor=plain(fact.actor)) if template and fact.actor else None


def _distinct(words: list[str]) -> list[str]:
    """Each once; what another holds is left out."""
    if len(words) <= 1:
        return words
    folded = [word.casefold() for word in words]
    text = "\n".join(folded)  # in which most stand once
    return [
        word for place, word in enumerate(words) if text.count(folded[place]) == 1 or not _is_held(place, words, folded)
    ]


def _is_held(place: int, words: list[str], folded: list[str]) -> bool:
    """Whether another holds the words at a place, or the same stand before them."""
    mine, sought = words[place], folded[place]
    for at, other in enumerate(folded):
        if sought in other and (place > at or words[at] != mine):
            return True
    return False


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
    names = "; ".join(_named(incident) for incident in incidents)
    cited = [number for incident in incidents for number in _cited(_sources(incident), incident)]
    return DraftSummarySentence(text=f"Also reported: {names}.", s=list(dict.fromkeys(cited)))


def _named(incident: DraftIncident) -> str:
    details = _detail(incident)
    detail = f" ({plain(lowered(details[0].q))})" if details else ""
    return f"{kind_noun(incident.kind)}{where(incident.places)}{when(incident.date)}{detail}"


def _detail(incident: DraftIncident) -> list[Cited]:
    """What a listed incident is told apart by: its victims, else its target, else its weapon."""
    return [*incident.casualties[:1], *incident.targets[:1], *incident.weapons[:1]][:1]


def _sources(incident: DraftIncident) -> list[int]:
    dates = [incident.date] if incident.date else []
    return [fact.s for fact in [*incident.places[:1], *dates, *_detail(incident)]]


def _cited(numbers: list[int], incident: DraftIncident) -> list[int]:
    return list(dict.fromkeys(numbers)) or incident.sentences[:1]
