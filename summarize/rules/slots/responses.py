"""The responses slot: search, arrest, investigation, military answer, diplomatic demand."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.scope import Quotation, left_out
from summarize.rules.incidents import Found
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_before, phrase_behind
from summarize.rules.quotation import quotation
from summarize.schema.draft import DraftResponse
from summarize.schema.vocabulary import Certainty

_CUT = word_set("responses", "cut")
_LONGEST = 9  # tokens behind the verb
_LONGEST_SUBJECT = 12  # tokens before the verb
_MOST = 2


def responses(incident: Found) -> list[DraftResponse]:
    """What was done about it, in the order of the text."""
    facts: list[DraftResponse] = []
    for telling in incident.tellings:
        for fact in _of(telling.passage):
            if not any(fact.s == other.s and fact.actor == other.actor for other in facts):
                facts.append(fact)
    return facts[:_MOST]


def _of(passage: Passage) -> Iterator[DraftResponse]:
    for mention in passage.of("response"):
        start, stop = _start(passage.clause, mention), _stop(passage.clause, mention)
        subject = phrase_before(passage.clause, mention.first) or phrase_behind(passage.clause, start)
        actor = subject if subject and _is_actor(passage.clause, mention, subject) else None
        first = min(start, subject[0]) if subject else start
        is_none = any(passage.clause.is_negation(index) for index in range(first, mention.first))
        if not is_none and left_out(passage.clause, Quotation(first, stop)) is None:
            yield DraftResponse(
                q=quotation(passage, first, stop),
                s=passage.number,
                actor=passage.words(*actor) if actor else None,
                action=quotation(passage, actor[1] if actor and actor[0] == first else first, stop),
                certainty=Certainty.REPORTED,
            )


def _is_actor(clause: Clause, mention: Mention, subject: tuple[int, int]) -> bool:
    """Whether a phrase does what the words say: no pronoun, no passive, none that ends in another place."""
    return not _is_passive(clause, mention) and not is_pronoun(clause, *subject) and subject[1] <= mention.first


def _start(clause: Clause, mention: Mention) -> int:
    """Where the part of the sentence with the words begins."""
    first = mention.first
    while first > max(clause.first, mention.first - _LONGEST_SUBJECT) and clause.key(first - 1) not in _CUT | {"and"}:
        first -= 1
    return first


def _is_passive(clause: Clause, mention: Mention) -> bool:
    """Whether those before the words are the ones it was done to."""
    key = clause.key(mention.first)
    return clause.key(mention.first - 1) in ("was", "were", "been", "being", "is", "are") or key in (
        "in",
        "under",
        "being",
    )


def _stop(clause: Clause, mention: Mention) -> int:
    stop = mention.stop
    while stop < min(clause.stop, mention.stop + _LONGEST) and clause.key(stop) not in _CUT:
        stop += 1
    return stop
