"""Harm: what befell people in a sentence, how many, and who they are."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.clause import Clause
from summarize.grounding.numbers import Amount
from summarize.rules.casualty import EFFECTS, casualty_fact
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import is_pronoun, phrase_before, phrase_behind
from summarize.rules.unharmed import UNHURT, find_unharmed
from summarize.schema.draft import DraftCasualties
from summarize.schema.vocabulary import CasualtyStatement, Effect, IncidentKind
from summarize.tokens import is_word

_CAPTURES = (IncidentKind.KIDNAPPING, IncidentKind.VESSEL_SEIZURE, IncidentKind.ARMED_ASSAULT, IncidentKind.MASS_ATTACK)
_ACTIVE = word_set("harm", "active")
_PASSIVE_WORDS = word_set("harm", "passive_words")
_HURTING = ("hurt", "injured", "wounded")
_HURT = ("hurt", "harmed", "hurting")
_ARRESTS = frozenset({"arrested", "arrest", "custody"})
_BEFORE_REACH = 9  # tokens between a number and the verb that governs it
_NEXT = 2  # tokens between a verb and the number behind it
_APART = frozenset({"and", "in", "by", "on", "at", "near", "when"})
_ANEW = frozenset({",", ";", ":", "when", "after", "that", "who", "in", "by", "but", "which"})
_WITHIN = ("in", "at", "near", "from", "of", "on")
_THINGS = word_set("victim", "thing")
_PERSON = word_set("victim", "person")
_PEOPLE = word_set("victim", "people")


def find_harm(passage: Passage, kind: IncidentKind) -> Iterator[DraftCasualties]:
    """What befell people, in the order of the sentence.

    Args:
        passage: the sentence.
        kind: the kind of its incident: people are captured in a kidnapping, a place in an assault.
    """
    reached = passage.clause.first
    for mention in passage.of("effect"):
        if mention.first < reached or (mention.value == "captured" and not _is_capture(passage, mention, kind)):
            continue
        for fact, stop in _told(passage, mention):
            reached = stop
            yield fact


def _is_capture(passage: Passage, mention: Mention, kind: IncidentKind) -> bool:
    """Whether somebody is captured by those who attack, not arrested for it."""
    is_life = "life" in passage.clause.keys(mention.stop, mention.stop + 3)  # "taking her own life"
    return kind in _CAPTURES and not is_life and passage.clause.key(mention.first) not in _ARRESTS


def _told(passage: Passage, mention: Mention) -> Iterator[tuple[DraftCasualties, int]]:
    """The facts of one word for harm, each with the token behind it."""
    key = passage.clause.key(mention.first)
    if key == "killed" and passage.clause.key(mention.first - 1) == "not":
        return  # "the driver was not killed at the gate": of one man, and he may be dead all the same
    if unharmed := find_unharmed(passage, mention):
        yield unharmed, mention.stop
    elif key not in UNHURT and (mention.value != "hurt" or key in _HURT):
        yield from _harmed(passage, mention)


def _harmed(passage: Passage, mention: Mention) -> Iterator[tuple[DraftCasualties, int]]:
    effect = EFFECTS[mention.value]
    if effect is Effect.ANY:
        return
    clause = passage.clause
    if clause.tokens.keys[mention.first] in _ACTIVE and (behind := _amount_behind(passage, mention)):
        yield from _listed(passage, mention, behind, effect)
        return
    before = _amount_before(passage, mention)
    noun = phrase_behind(clause, before.stop) if before else None
    if before and _counts_people(clause, before, noun, mention):
        yield _counted(passage, mention, before, noun, effect), mention.stop
    elif one := _one_person(passage, mention, effect):
        yield one, mention.stop


def _listed(
    passage: Passage, mention: Mention, amount: Amount, effect: Effect
) -> Iterator[tuple[DraftCasualties, int]]:
    """Killed two guards and a cook: every number of the list with its noun."""
    clause, first = passage.clause, mention.first
    while True:
        noun = phrase_behind(clause, amount.stop)
        if noun is None and amount.is_article:
            return
        stop = noun[1] if noun else amount.stop
        yield _with_amount(passage, (first, stop), amount, effect, noun), stop
        following = [other for other in passage.amounts if other.first == stop + 1 and clause.key(stop) == "and"]
        verbs = [other for other in passage.of("effect") if stop <= other.first <= stop + 6]
        if not following or any(other.first > following[0].first for other in verbs):
            return
        amount, first = following[0], following[0].first


def _amount_behind(passage: Passage, mention: Mention) -> Amount | None:
    """The number that a verb governs: "killed three", "killed at least another three"."""
    clause = passage.clause
    for amount in passage.amounts:
        if 0 <= amount.first - mention.stop < _NEXT and amount.is_count:
            for key in clause.keys(mention.stop, amount.first):
                if key in _APART or not is_word(key):
                    return None
            noun = phrase_behind(clause, amount.stop)
            return amount if _counts_people(clause, amount, noun, mention) else None
    return None


def _counts_people(clause: Clause, amount: Amount, noun: tuple[int, int] | None, mention: Mention) -> bool:
    """Whether a number before a noun counts people: "a" only before a person, a number not before a thing."""
    if noun is None:
        return not amount.is_article
    if mention.first < noun[1] and mention.first >= noun[0]:
        noun = (noun[0], mention.first)
    if noun[0] >= noun[1]:
        return not amount.is_article
    words = clause.tokens.keys[noun[0] : noun[1]]
    return not _PERSON.isdisjoint(words) if amount.is_article else _THINGS.isdisjoint(words)


def _amount_before(passage: Passage, mention: Mention) -> Amount | None:
    """The number that a verb or "dead" behind it governs."""
    clause = passage.clause
    for amount in reversed(passage.amounts):
        if amount.stop > mention.first or not amount.is_count:
            continue
        if mention.first - amount.stop > _BEFORE_REACH:
            return None
        between = clause.keys(amount.stop, mention.first)
        if not _ANEW.isdisjoint(between):
            return None
        if between == ("of", "the") or (mention.value == "captured" and not _is_suffered(clause, mention)):
            return None  # "four of the dead" are no toll
        for other in passage.found["effect"]:
            if amount.stop <= other.first < mention.first:
                return None
        return amount
    return None


def _is_suffered(clause: Clause, mention: Mention) -> bool:
    """Whether those before a word for capture are the captured: "were taken", "hostages"; not "gunmen seized"."""
    return clause.is_in(mention.first - 1, "auxiliary") or not clause.is_past(mention.first)


def _counted(
    passage: Passage, mention: Mention, amount: Amount, noun: tuple[int, int] | None, effect: Effect
) -> DraftCasualties:
    if noun and noun[1] > mention.first:
        noun = (noun[0], mention.first) if noun[0] < mention.first else None
    stop = mention.stop + (passage.clause.key(mention.stop) in _HURTING)
    return _with_amount(passage, (amount.first, stop), amount, effect, noun)


def _one_person(passage: Passage, mention: Mention, effect: Effect) -> DraftCasualties | None:
    """Somebody named who "was killed", or whom somebody "killed"."""
    clause = passage.clause
    key = clause.key(mention.first)
    if clause.key(mention.first - 1) in ("was", "is", "been", ",") or key in _PASSIVE_WORDS or key in ("dies", "died"):
        phrase = phrase_before(clause, mention.first)
        is_place = phrase is not None and clause.key(phrase[0] - 1) in _WITHIN
        if phrase and not is_place and not is_pronoun(clause, *phrase) and _is_person(clause, phrase[1]):
            return casualty_fact(
                passage, (phrase[0], mention.stop), effect, CasualtyStatement.COUNT, (1, 1), passage.words(*phrase)
            )
    if key in _ACTIVE and (phrase := phrase_behind(clause, mention.stop)) and not is_pronoun(clause, *phrase):
        words = passage.words(*phrase)
        if clause.key(phrase[1] - 1) in _PEOPLE:
            return casualty_fact(
                passage, (mention.first, phrase[1]), effect, CasualtyStatement.UNQUANTIFIED, None, words
            )
        if _is_person(clause, phrase[1]):
            return casualty_fact(passage, (mention.first, phrase[1]), effect, CasualtyStatement.COUNT, (1, 1), words)
    return None


def _is_person(clause: Clause, stop: int) -> bool:
    """Whether a phrase is one person: a name, or a noun for one."""
    last = clause.key(stop - 1)
    return clause.is_capitalised(stop - 1) or last in _PERSON


def _with_amount(
    passage: Passage, span: tuple[int, int], amount: Amount, effect: Effect, noun: tuple[int, int] | None
) -> DraftCasualties:
    reading = amount.readings[0]
    victims = None
    if noun:
        first = noun[0]
        while first < noun[1] and passage.clause.key(first) in ("other", "others", "further", "more", "of"):
            first += 1
        victims = passage.words(first, noun[1]) if first < noun[1] else None
    return casualty_fact(passage, span, effect, CasualtyStatement.COUNT, (reading.low, reading.high), victims)
