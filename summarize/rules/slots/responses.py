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
from summarize.rules.speakers import find_speakers
from summarize.schema.draft import DraftResponse
from summarize.schema.vocabulary import Certainty

_CUT = word_set("responses", "cut")
_STARTS = _CUT | word_set("say", "verb") | {"and", "that"}
_LONGEST = 9  # tokens behind the verb
_LONGEST_SUBJECT = 12  # tokens before the verb
_OF_SOMEBODY = ("diplomatic", "alert")  # "closed the", "demanded": no answer of nobody's
_MOST = 2


def responses(incident: Found) -> list[DraftResponse]:
    """What was done about it, in the order of the text."""
    facts: list[DraftResponse] = []
    for telling in incident.tellings:
        is_told = "response" in telling.passage.found and not telling.is_question
        for fact in _of(telling.passage) if is_told else ():
            if not any(fact.s == other.s and fact.actor == other.actor for other in facts):
                facts.append(fact)
    return facts[:_MOST]


def _of(passage: Passage) -> Iterator[DraftResponse]:
    for mention in passage.of("response"):
        start, stop = _start(passage.clause, mention), _stop(passage.clause, mention)
        verb = _verb(passage.clause, mention, start)
        subject = phrase_before(passage.clause, verb) or phrase_behind(passage.clause, start)
        actor = subject if subject and _is_actor(passage.clause, verb, subject) else None
        first = min(start, subject[0]) if subject else start
        is_none = any(map(passage.clause.is_negation, range(first, mention.first)))
        who = passage.words(*actor) if actor else _speaker(passage, subject)
        is_told = who is not None or mention.value not in _OF_SOMEBODY
        if is_told and not is_none and left_out(passage.clause, Quotation(first, stop)) is None:
            yield DraftResponse(
                q=quotation(passage, first, stop),
                s=passage.number,
                actor=who,
                action=quotation(passage, _action(passage.clause, first, actor), stop),
                certainty=Certainty.REPORTED,
            )


def _speaker(passage: Passage, subject: tuple[int, int] | None) -> str | None:
    """Who says of himself that he did it: "the army says it sank the launch"."""
    if subject is None or not is_pronoun(passage.clause, *subject):
        return None
    named = [each for each in find_speakers(passage) if not each.is_pronoun and each.verb < subject[0]]
    return passage.words(named[-1].first, named[-1].stop) if named else None


def _verb(clause: Clause, mention: Mention, start: int) -> int:
    """The token of what was done: of "destroyed a launcher in self-defense" the first."""
    if clause.key(mention.first) != "in":
        return mention.first
    verbs = (index for index in range(start + 1, mention.first) if clause.is_past(index))
    return next(verbs, mention.first)


def _action(clause: Clause, first: int, actor: tuple[int, int] | None) -> int:
    """Where the words for what was done begin: behind the actor and "has"."""
    if actor is None or actor[0] != first:
        return first
    return actor[1] + (clause.key(actor[1]) in ("has", "have", "had"))


def _is_actor(clause: Clause, verb: int, subject: tuple[int, int]) -> bool:
    """Whether a phrase does what the words say: no pronoun, no passive, none that ends in another place."""
    return not _is_passive(clause, verb) and not is_pronoun(clause, *subject) and subject[1] <= verb


def _start(clause: Clause, mention: Mention) -> int:
    """Where the part of the sentence with the words begins."""
    keys, first = clause.tokens.keys, mention.first
    least = max(clause.first, mention.first - _LONGEST_SUBJECT)
    while first > least and keys[first - 1] not in _STARTS:
        first -= 1
    return first + (first == clause.first and ":" in clause.key(first))  # the time of an entry of a live report


def _is_passive(clause: Clause, verb: int) -> bool:
    """Whether those before the words are the ones it was done to."""
    if clause.key(verb) in ("was", "were") and clause.is_past(verb + 1):
        return True
    before = clause.key(verb - 1)
    if before in ("is", "are", "was", "were") and clause.key(verb).endswith("ing") and clause.key(verb) != "being":
        return False
    return before in ("was", "were", "been", "being", "is", "are") or clause.key(verb) in ("in", "under", "being")


def _stop(clause: Clause, mention: Mention) -> int:
    keys, stop = clause.tokens.keys, mention.stop
    most = min(clause.stop, mention.stop + _LONGEST)
    while stop < most and keys[stop] not in _CUT:
        stop += 1
    return stop
