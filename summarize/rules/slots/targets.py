"""The targets slot: who or what was attacked."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.grounding.scope import Quotation, left_out
from summarize.rules.incidents import Found
from summarize.rules.lexicon import COUNTRY, word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.phrases import phrase_before
from summarize.rules.quotation import quotation
from summarize.rules.speakers import find_speakers
from summarize.rules.telling import Telling
from summarize.schema.draft import DraftTarget
from summarize.schema.vocabulary import IncidentKind as Kind
from summarize.schema.vocabulary import TargetKind

_AT = word_set("targets", "at")
_NAMING = 3  # tokens of "the town of" before a name
_FAR = 2  # the distance of what an act does not reach
_VICTIM_REACH = 4  # tokens between "killed" and the dead
_BOUND = 3  # tokens of "more than"
_PASSIVE_REACH = 4  # tokens between a subject and its participle
_OBJECT_REACH = 14  # tokens behind a verb in which its object stands
_FIT: dict[Kind, tuple[str, ...]] = {
    Kind.VESSEL_SEIZURE: ("vessel",),
    Kind.VESSEL_ATTACK: ("vessel",),
    Kind.CYBER_ATTACK: ("infrastructure", "government", "other"),
    Kind.KIDNAPPING: ("person_civilian", "government", "person_military", "vessel"),
    Kind.ASSASSINATION: ("government", "person_military", "person_combatant", "person_civilian"),
    Kind.SABOTAGE_ARSON: ("infrastructure", "government", "other"),
    Kind.WEAPONS_INTERDICTION: ("vessel",),
}
"""The kinds of target that a kind of incident is likely to have, the likeliest first."""
_PEOPLE = ("person_civilian", "person_military", "person_combatant")
_BYSTANDERS = (*_PEOPLE, "government", "military_force")
_CARE = word_set("targets", "care")
_CARED = word_set("targets", "cared")
_NOT_FIRST = frozenset({"no", "that", "as", "for"})
_OFFICES = frozenset({"department", "ministry", "minister", "secretary", "affairs", "office"})
_HIDDEN = word_set("targets", "hidden")
_CARRIER_REACH = 4  # tokens of "hidden inside a parked" before "lorry"
_CARE_REACH = 8  # tokens before "hospital" in which somebody is taken there


def targets(incident: Found) -> list[DraftTarget]:
    """The best target: what the act's verb or preposition reaches, of a kind that fits."""
    for *_, telling, mention in sorted(_candidates(incident)):  # no two have the same place
        if _is_free(telling, mention):
            return [_fact(telling.passage, mention)]
    return []


def _candidates(incident: Found) -> Iterator[tuple[int, bool, int, Telling, Mention]]:
    """Each target mentioned, with how ill it fits the kind, how far it is from an act, and its place."""
    fit = _FIT.get(incident.kind, ())
    order = 0
    for telling in incident.tellings:
        if "target" not in telling.passage.found or telling.is_answer:
            continue
        for mention in telling.passage.of("target"):
            order += 1
            if fit and mention.value not in fit:
                continue
            distance = _distance(telling, mention)
            if fit or _is_reached(telling, mention, distance):
                misfit = fit.index(mention.value) if fit else _misfit(mention)
                yield misfit + distance, telling.kind is None, order, telling, mention


def _misfit(mention: Mention) -> int:
    """People are named in every sentence: a thing that is hit comes first."""
    return 2 if mention.value in _PEOPLE else 1 if mention.value in ("military_force", "government", "other") else 0


def _is_free(telling: Telling, mention: Mention) -> bool:
    """Whether words may be a target: not who speaks or acts, not under a negation."""
    clause = telling.passage.clause
    if clause.key(mention.stop) in ("said", "says", "told"):
        return False
    speakers = find_speakers(telling.passage)
    if any(who.first <= mention.first < who.stop for who in speakers) or _is_part(telling.passage, mention):
        return False
    origins = [place for place in telling.places if place.is_origin]
    if any(place.first - _NAMING <= mention.first < place.stop for place in origins):
        return False
    return left_out(clause, Quotation(mention.first, mention.stop)) is None


def _is_reached(telling: Telling, mention: Mention, distance: int) -> bool:
    """Whether people and offices are more than bystanders: an act reaches them, and they are not only its dead."""
    if mention.value not in _BYSTANDERS:
        return distance < _FAR or telling.passage.clause.key(mention.stop - 1) not in _CARE
    return distance < _FAR and not _is_victim(telling.passage, mention)


def _is_victim(passage: Passage, mention: Mention) -> bool:
    """Whether people are the dead and hurt of a verb near them."""
    return any(
        0 <= mention.first - effect.stop <= _VICTIM_REACH or 0 <= effect.first - mention.stop <= _VICTIM_REACH
        for effect in passage.of("effect", "killed", "injured")
    )


def _is_part(passage: Passage, mention: Mention) -> bool:
    """Whether words are part of another: "anti-ship", "home-made", "farm workers", a name, where the hurt are."""
    clause, stop = passage.clause, mention.stop
    if _is_carrier(passage, mention) or any(arm.first <= mention.first < arm.stop for arm in passage.of("weapon")):
        return True
    if clause.key(stop) in _OFFICES:
        return True
    if clause.is_hyphen(mention.first - 1) or clause.is_hyphen(stop):
        return clause.key(stop - 1) != "flagged"
    if clause.key(stop - 1) in _CARE and not _CARED.isdisjoint(clause.keys(mention.first - _CARE_REACH, mention.first)):
        return True
    is_name = mention.value == "infrastructure" and stop - mention.first == 1 and clause.is_capitalised(mention.first)
    return (is_name and clause.is_capitalised(stop)) or (
        mention.value != "vessel" and any(other.first == stop for other in passage.of("target"))
    )


def _is_carrier(passage: Passage, mention: Mention) -> bool:
    """Whether words are what a bomb was brought in: "hidden in a lorry"."""
    before = passage.clause.keys(max(passage.clause.first, mention.first - _CARRIER_REACH), mention.first)
    return not _HIDDEN.isdisjoint(before) and passage.has("weapon")


def _distance(telling: Telling, mention: Mention) -> int:
    """0 for what an act reaches, more for what only stands in the sentence."""
    clause = telling.passage.clause
    for act in telling.acts:
        if 0 <= mention.first - act.stop <= _OBJECT_REACH:
            return 0
        if 0 < act.first - mention.stop <= _PASSIVE_REACH and clause.is_in(act.first - 1, "auxiliary"):
            return 0  # the subject of a passive
    return 2 if telling.acts else 3


def _fact(passage: Passage, mention: Mention) -> DraftTarget:
    first, stop = _phrase(passage, mention)
    low, high = _count(passage, first, mention)
    return DraftTarget(
        q=quotation(passage, first, stop),
        s=passage.number,
        kind=TargetKind(mention.value),
        nationality=_nationality(passage, first, stop),
        min=low,
        max=high,
    )


def _phrase(passage: Passage, mention: Mention) -> tuple[int, int]:
    """The noun phrase around the words for a target: "the Liberian-flagged tanker Corvina"."""
    before = phrase_before(passage.clause, mention.stop)
    first = before[0] if before and before[0] <= mention.first else mention.first
    if first < mention.first:
        first = max([first, *(act.stop for act in _nouns(passage) if first <= act.first < mention.first)])
    while first < mention.first and passage.clause.key(first) in _NOT_FIRST:
        first += 1
    first += passage.clause.key(first) in _AT
    stop = _name_stop(passage, mention)
    if left_out(passage.clause, Quotation(first, stop)) is not None:
        return mention.first, stop
    return first, stop


def _nouns(passage: Passage) -> list[Mention]:
    """The words for acts."""
    return [*passage.of("kind"), *passage.of("act")]


def _name_stop(passage: Passage, mention: Mention) -> int:
    """The token behind a target, a vessel's type and name included."""
    stop = mention.stop
    if mention.value == "vessel":
        behind = {other.first: other.stop for other in passage.of("target", "vessel")}
        while passage.clause.is_capitalised(stop) or stop in behind:
            stop = behind.get(stop, stop + 1)
    return stop


def _count(passage: Passage, first: int, mention: Mention) -> tuple[int | None, int | None]:
    for amount in passage.amounts:
        if first < amount.stop <= mention.first and amount.is_count and amount.first >= first - _BOUND:
            if amount.is_article and passage.clause.key(mention.stop - 1).endswith("s"):
                return None, None
            return amount.readings[0]
    return None, None


def _nationality(passage: Passage, first: int, stop: int) -> str | None:
    """The country's words in the phrase."""
    for mention in passage.found.get(COUNTRY, ()):
        if first <= mention.first < stop:
            return passage.words(mention.first, mention.stop)
    return None
