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
from summarize.schema.typed import typed
from summarize.schema.vocabulary import IncidentKind as Kind
from summarize.schema.vocabulary import TargetKind

_AT = word_set("targets", "at")
_NAMING = 3  # tokens of "the town of" before a name
_FAR = 2  # the distance of what an act does not reach
_VICTIM_REACH = 4  # tokens between "killed" and the dead
_BOUND = 3  # tokens of "more than"
_PASSIVE_REACH = 4  # tokens between a subject and its participle
_OBJECT_REACH = 14  # tokens behind a verb in which its object stands
_FIT: dict[Kind, dict[str, int]] = {
    Kind.VESSEL_SEIZURE: {"vessel": 0},
    Kind.VESSEL_ATTACK: {"vessel": 0},
    Kind.CYBER_ATTACK: {"infrastructure": 0, "government": 1, "other": 2},
    Kind.KIDNAPPING: {"person_civilian": 0, "government": 1, "person_military": 2, "vessel": 3},
    Kind.ASSASSINATION: {"government": 0, "person_military": 1, "person_combatant": 2, "person_civilian": 3},
    Kind.SABOTAGE_ARSON: {"infrastructure": 0, "government": 1, "other": 2},
    Kind.WEAPONS_INTERDICTION: {"vessel": 0},
}
"""The only kinds of target that a kind of incident is likely to have, with how ill each fits."""
_MISFIT = {
    "person_civilian": 2,
    "person_military": 2,
    "person_combatant": 2,
    "military_force": 1,
    "government": 1,
    "other": 1,
}
"""How ill targets fit every other kind: people are named in every sentence, so a thing that is hit comes first."""
_BYSTANDERS = ("person_civilian", "person_military", "person_combatant", "government", "military_force")
_KINDS = {kind.value: kind for kind in TargetKind}  # asked in a quarter of the time that the enumeration takes
_CARE = word_set("targets", "care")
_CARED = word_set("targets", "cared")
_NOT_FIRST = frozenset({"no", "that", "as", "for"})
_OFFICES = frozenset({"department", "ministry", "minister", "secretary", "affairs", "office"})
_HIDDEN = word_set("targets", "hidden")
_CARRIER_REACH = 4  # tokens of "hidden inside a parked" before "lorry"
_CARE_REACH = 8  # tokens before "hospital" in which somebody is taken there


def targets(incident: Found) -> list[DraftTarget]:
    """The best target: what the act's verb or preposition reaches, of a kind that fits."""
    is_any = incident.kind not in _FIT
    for _, _, _, distance, telling, mention in sorted(_candidates(incident)):  # no two have the same place
        is_reached = not is_any or _is_reached(telling.passage, mention, distance)
        if is_reached and _is_free(telling, mention):
            return [_fact(telling.passage, mention)]
    return []


def _candidates(incident: Found) -> Iterator[tuple[int, bool, int, int, Telling, Mention]]:
    """Each target mentioned, with how ill it fits the kind, its place, and how far it is from an act."""
    fit = _FIT.get(incident.kind)
    order = 0
    for telling in incident.tellings:
        found = telling.passage.found
        if "target" not in found or telling.is_answer:
            continue
        for mention in found["target"]:
            order += 1
            misfit = fit.get(mention.value) if fit else _MISFIT.get(mention.value, 0)
            if misfit is not None:
                distance = _distance(telling, mention)
                yield misfit + distance, telling.kind is None, order, distance, telling, mention


def _is_free(telling: Telling, mention: Mention) -> bool:
    """Whether words may be a target: not who speaks or acts, not under a negation."""
    passage, first = telling.passage, mention.first
    if passage.clause.key(mention.stop) in ("said", "says", "told"):
        return False
    for speaker in find_speakers(passage):
        if speaker.first <= first < speaker.stop:
            return False
    for place in telling.places:
        if place.is_origin and place.first - _NAMING <= first < place.stop:
            return False
    return not _is_part(passage, mention) and left_out(passage.clause, Quotation(first, mention.stop)) is None


def _is_reached(passage: Passage, mention: Mention, distance: int) -> bool:
    """Whether people and offices are more than bystanders: an act reaches them, and they are not only its dead."""
    if mention.value not in _BYSTANDERS:
        return distance < _FAR or passage.clause.tokens.keys[mention.stop - 1] not in _CARE
    return distance < _FAR and not ("effect" in passage.found and _is_victim(passage, mention))


def _is_victim(passage: Passage, mention: Mention) -> bool:
    """Whether people are the dead and hurt of a verb near them."""
    for effect in passage.found["effect"]:
        before, behind = mention.first - effect.stop, effect.first - mention.stop
        is_near = 0 <= before <= _VICTIM_REACH or 0 <= behind <= _VICTIM_REACH
        if is_near and effect.value in ("killed", "injured"):
            return True
    return False


def _is_part(passage: Passage, mention: Mention) -> bool:
    """Whether words are part of another: "anti-ship", "home-made", "farm workers", a name, where the hurt are."""
    clause, stop = passage.clause, mention.stop
    if "weapon" in passage.found and _is_of_arms(passage, mention):
        return True
    if clause.key(stop) in _OFFICES:
        return True
    if clause.is_hyphen(mention.first - 1) or clause.is_hyphen(stop):
        return clause.key(stop - 1) != "flagged"
    if clause.key(stop - 1) in _CARE and not _CARED.isdisjoint(clause.keys(mention.first - _CARE_REACH, mention.first)):
        return True
    is_name = mention.value == "infrastructure" and stop - mention.first == 1 and clause.is_capitalised(mention.first)
    if is_name and clause.is_capitalised(stop):
        return True
    return mention.value != "vessel" and stop in [other.first for other in passage.found["target"]]


def _is_of_arms(passage: Passage, mention: Mention) -> bool:
    """Whether words are part of the words for a weapon, or what a bomb was brought in: "hidden in a lorry"."""
    for arm in passage.found["weapon"]:
        if arm.first <= mention.first < arm.stop:
            return True
    before = passage.clause.keys(max(passage.clause.first, mention.first - _CARRIER_REACH), mention.first)
    return not _HIDDEN.isdisjoint(before)


def _distance(telling: Telling, mention: Mention) -> int:
    """0 for what an act reaches, more for what only stands in the sentence."""
    first, stop, acts = mention.first, mention.stop, telling.acts
    for act in acts:
        if 0 <= first - act.stop <= _OBJECT_REACH:
            return 0
        if 0 < act.first - stop <= _PASSIVE_REACH and telling.passage.clause.is_in(act.first - 1, "auxiliary"):
            return 0  # the subject of a passive
    return 2 if acts else 3


def _fact(passage: Passage, mention: Mention) -> DraftTarget:
    first, stop = _phrase(passage, mention)
    low, high = _count(passage, first, mention)
    fields = {
        "q": quotation(passage, first, stop),
        "s": passage.number,
        "kind": _KINDS[mention.value],
        "nationality": _nationality(passage, first, stop),
        "min": low,
        "max": high,
    }
    return typed(DraftTarget, fields)


def _phrase(passage: Passage, mention: Mention) -> tuple[int, int]:
    """The noun phrase around the words for a target: "the Liberian-flagged tanker Corvina"."""
    before = phrase_before(passage.clause, mention.stop)
    first, keys = mention.first, passage.clause.tokens.keys
    if before and before[0] < first:
        first = _behind_acts(passage, before[0], first)
    while first < mention.first and keys[first] in _NOT_FIRST:
        first += 1
    first += keys[first] in _AT
    stop = _name_stop(passage, mention)
    is_free = (first, stop) == (mention.first, mention.stop)  # as was asked already
    return (first if is_free or left_out(passage.clause, Quotation(first, stop)) is None else mention.first), stop


def _behind_acts(passage: Passage, first: int, stop: int) -> int:
    """The token behind the last word for an act in a range of tokens, the first of the range without one."""
    found, behind = passage.found, first
    for act in (*found.get("kind", ()), *found.get("act", ())):
        if first <= act.first < stop and act.stop > behind:
            behind = act.stop
    return behind


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
