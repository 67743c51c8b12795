"""Topics: what an article is about whose words of attack are a manner of speaking, as a match or an earthquake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarize.rules.incidents import Found
from summarize.rules.passage import Passage
from summarize.schema.vocabulary import NoIncident

_REASONS = {
    "disaster": NoIncident.ACCIDENT,
    "traffic": NoIncident.ACCIDENT,
    "fire": NoIncident.ACCIDENT,
    "politics": NoIncident.POLICY,
    "opinion": NoIncident.OPINION,
}
"""The reasons that topics are; every other is unrelated."""
_LEAST = 2  # different words of a topic that make an article be about it
_SURE = ("claim_of_deed", "blame", "suspicion", "pointing")
_VAGUE = ("individual", "state")  # actors who are in every sort of news
_HARMLESS = frozenset({"shot", "shots", "shell", "projectile", "hammer", "gun", "guns", "ambush", "storm", "storms"})


def other_topic(news: Sequence[Passage], found: Sequence[Found]) -> NoIncident | None:
    """Why an article has no incident though it has such words: it has more words of another topic than of attacks.

    Args:
        news: its sentences.
        found: the incidents that they seem to tell of.
    """
    named = {
        (mention.value, passage.clause.keys(mention.first, mention.stop))
        for passage in news
        for mention in passage.of("topic")
    }
    counts = Counter(topic for topic, _ in named)
    score, topic = max(((count, topic) for topic, count in counts.items()), default=(0, ""))
    return _REASONS.get(topic, NoIncident.UNRELATED) if score >= _LEAST and score > _weight(found) else None


def _weight(found: Sequence[Found]) -> int:
    """How many different weapons, groups, words for attacks and for blame the incidents have."""
    words: set[tuple[str, ...]] = set()
    for incident in found:
        for telling in incident.tellings:
            passage = telling.passage
            mentions = [*passage.of("weapon"), *passage.of("status", *_SURE)]
            mentions += [mention for mention in passage.of("actor") if mention.value not in _VAGUE]
            mentions += [mention for mention in telling.acts if mention.label == "kind"]
            words |= {passage.clause.keys(mention.first, mention.stop) for mention in mentions}
    return len([word for word in words if _HARMLESS.isdisjoint(word)])
