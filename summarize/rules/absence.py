"""Absence: articles that have the words of an attack and no attack, and why."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.article import Article
from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.rules.telling import Telling
from summarize.rules.topics import other_topic
from summarize.schema.vocabulary import IncidentKind, NoIncident
from summarize.tokens import tokenise

_LEAD = 3  # sentences that tell what an article is about
_EXERCISE = 3  # sentences with a word for playing that make an exercise
_PLAYED = frozenset({"exercise", "drill", "drills", "mock", "exercises", "simulated"})
_REMEMBERED = frozenset({"anniversary", "memorial", "remembers", "marks", "years"})
_REASONS = (NoIncident.OPINION, NoIncident.POLICY)


def why_none(tellings: Sequence[Telling], found: Sequence[Found], article: Article) -> NoIncident | None:
    """The reason why an article has no incident, None if it has one.

    Args:
        tellings: its sentences.
        found: the incidents that its sentences seem to tell of.
        article: the article.
    """
    news = [telling.passage for telling in tellings if telling.passage.is_news]
    unreal = [{mention.value for mention in passage.found["unreal"]} for passage in news if "unreal" in passage.found]
    title = tokenise(article.title or "").keys if len(unreal) > 1 else ()  # one such sentence is never enough
    if _is_exercise(unreal, title):
        return NoIncident.EXERCISE
    if _is_accident(news, found):
        return NoIncident.ACCIDENT
    if _is_anniversary(news, unreal, found, title):
        return NoIncident.ANNIVERSARY
    topic = other_topic(news, found)
    return topic if found or topic is NoIncident.ACCIDENT else _reason(news, topic or NoIncident.UNRELATED)


def _is_exercise(unreal: Sequence[set[str]], title: Sequence[str]) -> bool:
    """Played from beginning to end: the title or the lead says so, or several sentences do."""
    cited = sum(["exercise" in lists for lists in unreal])
    return cited >= _EXERCISE or (cited > 1 and not _PLAYED.isdisjoint(title))


def _is_accident(news: Sequence[Passage], found: Sequence[Found]) -> bool:
    """Only a blast, which the article explains: nobody is blamed and no other cause is named."""
    kinds = {incident.kind for incident in found}
    if not kinds or not kinds <= {
        IncidentKind.EXPLOSION_DISPUTED,
        IncidentKind.ATTACK_UNSPECIFIED,
        IncidentKind.SABOTAGE_ARSON,
    }:
        return False
    accident = sum(len(passage.of("unreal", "accident")) for passage in news)
    blamed = any(passage.has("status", "claim_of_deed", "blame", "suspicion") for passage in news)
    return accident > 1 and not blamed


def _is_anniversary(
    news: Sequence[Passage], unreal: Sequence[set[str]], found: Sequence[Found], title: Sequence[str]
) -> bool:
    """A day of remembrance: the lead says so, and nothing else happened."""
    if sum(["anniversary" in lists for lists in unreal]) <= 1:
        return False
    is_lead = any(passage.has("unreal", "anniversary") for passage in news[:_LEAD])
    return (is_lead or not _REMEMBERED.isdisjoint(title)) and all(map(_is_remembered, found))


def _is_remembered(incident: Found) -> bool:
    """Whether an incident is told as past: by its time, or by the words of the remembrance in its opening."""
    opening = incident.opening
    return incident.is_past or not opening.last.days or opening.last.passage.has("unreal", "anniversary")


def _reason(news: Sequence[Passage], topic: NoIncident) -> NoIncident:
    """Of articles without any act: what their words are most about, else their topic's reason."""
    scores = [(sum(len(passage.of("unreal", reason.value)) for passage in news), reason) for reason in _REASONS]
    score, reason = max(scores, key=lambda item: item[0])
    return reason if score > 1 else topic
