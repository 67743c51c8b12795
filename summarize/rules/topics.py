"""Topics: what an article is about whose words of attack are a manner of speaking, as a match or an earthquake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarize.rules.incidents import Found
from summarize.rules.lexicon import word_set
from summarize.rules.passage import Passage
from summarize.rules.telling import Telling
from summarize.schema.vocabulary import IncidentKind, NoIncident

_REASONS = {
    "disaster": NoIncident.ACCIDENT,
    "traffic": NoIncident.ACCIDENT,
    "fire": NoIncident.ACCIDENT,
    "politics": NoIncident.POLICY,
    "opinion": NoIncident.OPINION,
}
"""The reasons that topics are; every other is unrelated."""
_FICTION = ("culture", "life", "space", "test", "opinion")
"""Topics that have weapons, and even the dead, without an attack."""
_LEAST = 2  # different words of a topic that make an article be about it
_SURE = ("claim_of_deed", "blame", "suspicion", "pointing")
_VAGUE = ("individual", "state")  # actors who are in every sort of news
_HARMLESS = word_set("metaphor", "words")


def other_topic(news: Sequence[Passage], found: Sequence[Found]) -> NoIncident | None:
    """Why an article has no incident though it has such words: it has more words of another topic than of attacks.

    Args:
        news: its sentences.
        found: the incidents that they seem to tell of.
    """
    named = {
        (mention.value, passage.clause.keys(mention.first, mention.stop))
        for passage in news
        for mention in passage.found.get("topic", ())
    }
    if len(named) < _LEAST:
        return None  # most articles
    if max(Counter([topic for topic, _ in named]).values(), default=0) < _LEAST:
        return None  # as of most articles, whatever is told of the incidents
    is_hard = any(map(_is_hard, found))
    counts = Counter(topic for topic, _ in named if topic in _FICTION or not is_hard)
    score, topic = max(((count, topic) for topic, count in counts.items()), default=(0, ""))
    return _REASONS.get(topic, NoIncident.UNRELATED) if score >= _LEAST and score > len(_words(found)) else None


def _is_hard(incident: Found) -> bool:
    """Whether one sentence has a weapon, an armed group or a kind of attack, and whom or what it befell."""
    for telling in incident.tellings:
        is_felt = "effect" in telling.passage.found or "target" in telling.passage.found
        if is_felt and (_attacks(telling) or telling.kind is IncidentKind.MASS_ATTACK):
            return True
    return False


def _words(found: Sequence[Found]) -> set[tuple[str, ...]]:
    """The different words for weapons, groups, attacks and blame that incidents have."""
    tellings = [telling for incident in found for telling in incident.tellings]
    blame = {
        telling.passage.clause.keys(mention.first, mention.stop)
        for telling in tellings
        for mention in telling.passage.of("status", *_SURE)
    }
    return blame.union(*map(_attacks, tellings))


def _attacks(telling: Telling) -> set[tuple[str, ...]]:
    """A sentence's words for weapons, groups and kinds of attack that are no manner of speaking."""
    passage = telling.passage
    mentions = [*passage.of("weapon"), *(act for act in telling.acts if act.label == "kind")]
    mentions += [mention for mention in passage.of("actor") if mention.value not in _VAGUE]
    words = {passage.clause.keys(mention.first, mention.stop) for mention in mentions}
    return {word for word in words if _HARMLESS.isdisjoint(word)}
