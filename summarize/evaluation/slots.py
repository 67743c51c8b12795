"""The slots that are scored, one line each, and why the other fields of the schema are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summarize.evaluation import comparators as compare
from summarize.evaluation.comparators import Comparator, Values
from summarize.evaluation.stated import Stated
from summarize.evaluation.verdict import Verdict

CITATION = ("words", "sentences")


@dataclass(frozen=True, slots=True)
class Slot:
    """One scored slot.

    Attributes:
        name: as it is printed.
        field: the field of the incident (or, for sums, of the report) whose facts fill it.
        attributes: what of a fact it looks at; it is filled where any of them has a value.
        compare: says how two values agree.
    """

    name: str
    field: str
    attributes: tuple[str, ...]
    compare: Comparator

    def filled(self, values: Values) -> bool:
        """Whether a fact says anything in this slot."""
        for attribute in self.attributes:  # noqa: SIM110 - this runs for every fact, and a generator costs twice as much
            if values[attribute] is not None:
                return True
        return False


SLOTS: tuple[Slot, ...] = (
    Slot("kind", "kind", ("kind",), compare.grouped("kind", compare.KIND_FAMILIES)),
    Slot("date", "date", ("start", "end", "month_day", "precision", *CITATION), compare.dates),
    Slot("place", "places", ("name", "gazetteer_id", "country_code"), compare.places),
    Slot("place.role", "places", ("role",), compare.exact("role")),
    Slot("weapon.kind", "weapons", ("kind",), compare.grouped("kind", compare.WEAPON_FAMILIES)),
    Slot("weapon.count", "weapons", ("min", "max"), compare.interval("min", "max")),
    Slot("weapon.hit", "weapons", ("hit",), compare.exact("hit")),
    Slot("weapon.intercepted", "weapons", ("intercepted",), compare.exact("intercepted")),
    Slot("target.kind", "targets", ("kind",), compare.grouped("kind", compare.TARGET_FAMILIES)),
    Slot("target.nationality", "targets", ("nationality",), compare.names("nationality")),
    Slot("target.count", "targets", ("min", "max"), compare.interval("min", "max")),
    Slot("outcome.stage", "outcome", ("stage",), compare.exact("stage")),
    Slot("outcome.result", "outcome", ("result",), compare.grouped("result", compare.RESULT_NEIGHBOURS)),
    Slot("attribution.actor", "attributions", ("actor",), compare.names("actor")),
    Slot("attribution.actor_kind", "attributions", ("actor_kind",), compare.exact("actor_kind")),
    Slot("attribution.sponsor", "attributions", ("sponsor",), compare.names("sponsor")),
    Slot("attribution.status", "attributions", ("status",), compare.grouped("status", compare.STATUS_NEIGHBOURS)),
    Slot("attribution.by", "attributions", ("by",), compare.names("by")),
    Slot("casualties.effect", "casualties", ("effect",), compare.exact("effect")),
    Slot("casualties.statement", "casualties", ("statement",), compare.exact("statement")),
    Slot("casualties.count", "casualties", ("min", "max"), compare.interval("min", "max")),
    Slot("casualties.victims", "casualties", ("victims",), compare.names("victims")),
    Slot("damage", "damage", ("level",), compare.exact("level")),
    Slot("response", "responses", CITATION, compare.words),
    Slot("response.actor", "responses", ("actor",), compare.names("actor")),
    Slot("response.certainty", "responses", ("certainty",), compare.exact("certainty")),
    Slot("motive", "motives", CITATION, compare.words),
    Slot("motive.by", "motives", ("by",), compare.names("by")),
    Slot("reported_by", "reported_by", CITATION, compare.words),
    Slot("conflict", "conflicts", ("field",), compare.exact("field")),
    Slot("link", "links", ("to", "kind"), compare.link),
    Slot("aggregate", "aggregates", CITATION, compare.words),
    Slot("aggregate.count", "aggregates", ("min", "max"), compare.interval("min", "max")),
    Slot("aggregate.actor", "aggregates", ("actor",), compare.names("actor")),
    Slot("aggregate.status", "aggregates", ("status",), compare.grouped("status", compare.STATUS_NEIGHBOURS)),
    Slot("aggregate.by", "aggregates", ("by",), compare.names("by")),
    Slot("aggregate.period", "aggregates", ("period",), compare.names("period")),
    Slot("aggregate.place", "aggregates", ("place",), compare.names("place")),
    Slot("no_incident", "no_incident", ("reason",), compare.exact("reason")),
)

ARTICLE_FIELDS = ("aggregates", "no_incident")
"""Fields that belong to the article, not to one of its incidents."""

LINK_FIELD = "links"
"""Links can be compared only once the incidents are aligned."""

KEYS: Mapping[str, tuple[Comparator, ...]] = {
    "places": (compare.places,),
    "weapons": (compare.grouped("kind", compare.WEAPON_FAMILIES), compare.words),
    "targets": (compare.grouped("kind", compare.TARGET_FAMILIES), compare.words),
    "attributions": (compare.names("actor"), compare.words),
    "casualties": (compare.exact("effect"),),
    "responses": (compare.words,),
    "motives": (compare.words,),
    "reported_by": (compare.words,),
    "conflicts": (compare.exact("field"),),
    "links": (compare.link,),
    "aggregates": (compare.words,),
}
"""What two facts of a list must have in common, in any one of these, to be taken for each other: the number of
dead earns nothing for the number of injured. A field that is not here holds one fact, which always pairs."""

UNSCORED: Mapping[str, str] = {
    "headline": "free wording; what it may say is held to the article by grounding",
    "places.within": "serves the resolution, which `place` scores",
    "places.country": "serves the resolution, which `place` scores",
    "date.relative_to": "serves the resolution, which `date` scores",
    "responses.action": "free wording; `response` scores the words it rests on",
    "conflicts.versions": "free wording; the quotes count as evidence",
    "aggregates.label": "free wording; `aggregate` scores the words it rests on",
    "aggregates.motive": "too rare in news to score apart",
    "role": "scored beside the slots, as role accuracy",
    "sentences": "scored as evidence, not as a slot",
    "acled": "follows from kind and outcome by a table",
    "date.resolution": "says how the days were found, which `date` scores",
    "attributions.by_kind": "follows from `by` by rules",
    "places.place": "the point on the map; `place` scores its gazetteer id and country",
}
"""Fields of draft and report that no slot scores, with the reason."""


def slots_of(field: str) -> tuple[Slot, ...]:
    """The slots that the facts of a field fill."""
    return _BY_FIELD.get(field, ())


def stated(field: str, path: str, alternatives: tuple[Values, ...], *, optional: bool = False) -> Stated:
    """A fact with the slots that it fills; arguments as for `Stated`."""
    slots = slots_of(field)
    filled = tuple(frozenset(slot.name for slot in slots if slot.filled(values)) for values in alternatives)
    return Stated(field, path, alternatives, filled, optional)


def agree(compare: Comparator, gold: Stated, predicted: Stated) -> Verdict:
    """The best verdict over all that gold accepts."""
    if len(gold.alternatives) == 1:
        return compare(gold.values, predicted.values)
    return _best(compare, gold.alternatives, predicted.values)


def judge(slot: Slot, gold: Stated, predicted: Stated) -> Verdict | None:
    """What becomes of a slot of two facts that were paired; None where it counts nowhere.

    Where gold accepts an empty slot, an empty one counts nowhere. Where gold's own slot is empty and the other
    value is not among the accepted ones, it is spurious.
    """
    if len(gold.alternatives) == 1:
        return _judge_plain(slot, gold, predicted)
    both = zip(gold.alternatives, gold.filled, strict=True)
    full = [values for values, filled in both if slot.name in filled]
    if slot.name not in predicted.slots:
        return None if len(full) < len(gold.alternatives) else Verdict.MISSING
    if not full:
        return Verdict.SPURIOUS
    best = _best(slot.compare, full, predicted.values)
    return best if best is not Verdict.INCORRECT or slot.name in gold.slots else Verdict.SPURIOUS


def _judge_plain(slot: Slot, gold: Stated, predicted: Stated) -> Verdict | None:
    """The same where gold accepts nothing but its own values."""
    if slot.name in predicted.slots:
        return slot.compare(gold.values, predicted.values) if slot.name in gold.slots else Verdict.SPURIOUS
    return Verdict.MISSING if slot.name in gold.slots else None


def _best(compare: Comparator, choices: Sequence[Values], predicted: Values) -> Verdict:
    best = Verdict.INCORRECT
    for values in choices:
        verdict = compare(values, predicted)
        if verdict is Verdict.CORRECT:
            return verdict
        best = verdict if verdict is Verdict.PARTIAL else best
    return best


def _by_field() -> dict[str, tuple[Slot, ...]]:
    fields = dict.fromkeys(slot.field for slot in SLOTS)
    return {field: tuple(slot for slot in SLOTS if slot.field == field) for field in fields}


_BY_FIELD: dict[str, tuple[Slot, ...]] = _by_field()


@cache
def attributes_of(field: str) -> tuple[str, ...]:
    """The attributes of a fact that its slots look at, each once."""
    return tuple(dict.fromkeys(name for slot in slots_of(field) for name in (*slot.attributes, *CITATION)))
