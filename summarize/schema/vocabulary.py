"""The closed lists of the incident schema; each value's meaning stands where it is not plain."""

from __future__ import annotations

from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING


class Term(StrEnum):
    """A closed list.

    What a value is written as is asked for every value of every report, and the property of an enumeration takes
    six times as long.
    """

    if not TYPE_CHECKING:  # to a type checker it would be a member
        value = property(attrgetter("_value_"))


class Role(Term):
    """What an incident is to the article."""

    MAIN = "main"  # belongs to the news of headline and lead, its whole series included
    SECONDARY = "secondary"  # another current incident
    BACKGROUND = "background"  # past context


class IncidentKind(Term):
    """What was done, by means; what came of it is the outcome. After ACLED's sub-event types."""

    DRONE_ATTACK = "drone_attack"
    ROCKET_ATTACK = "rocket_attack"
    MISSILE_ATTACK = "missile_attack"
    INDIRECT_FIRE = "indirect_fire"  # mortar, artillery, unspecified
    AIR_STRIKE = "air_strike"
    MILITARY_STRIKE = "military_strike"  # a state's forces, means not given
    IED_BOMBING = "ied_bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    ARMED_ASSAULT = "armed_assault"
    ASSASSINATION = "assassination"
    KIDNAPPING = "kidnapping"
    VESSEL_SEIZURE = "vessel_seizure"
    VESSEL_ATTACK = "vessel_attack"
    MASS_ATTACK = "mass_attack"
    SABOTAGE_ARSON = "sabotage_arson"
    CYBER_ATTACK = "cyber_attack"
    EXPLOSION_DISPUTED = "explosion_disputed"
    WEAPONS_INTERDICTION = "weapons_interdiction"
    THREAT = "threat"
    ATTACK_UNSPECIFIED = "attack_unspecified"  # means not given, actor not a state
    OTHER = "other"


class PlaceRole(Term):
    """What a place is to its incident."""

    TARGET = "target"  # attacked, or where the weapon was heading, else where it happened
    LAUNCH_ORIGIN = "launch_origin"
    AREA = "area"  # only a region, nothing better located


class WeaponKind(Term):
    """The weapon, by the article's words."""

    ARMED_DRONE = "armed_drone"  # only if the words say armed, explosive, one-way
    DRONE = "drone"
    ROCKET = "rocket"
    ROCKET_LAUNCHER = "rocket_launcher"
    MISSILE = "missile"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    INDIRECT_FIRE = "indirect_fire"
    BOMB = "bomb"
    IED = "ied"
    VEHICLE_BOMB = "vehicle_bomb"
    FIREARM = "firearm"
    MALWARE = "malware"
    OTHER = "other"


class TargetKind(Term):
    """Who or what was attacked."""

    MILITARY_BASE = "military_base"
    MILITARY_FORCE = "military_force"
    VESSEL = "vessel"
    PERSON_MILITARY = "person_military"
    PERSON_COMBATANT = "person_combatant"
    PERSON_CIVILIAN = "person_civilian"
    GOVERNMENT = "government"
    MEDIA = "media"
    MILITIA_FACILITY = "militia_facility"
    INFRASTRUCTURE = "infrastructure"
    LAUNCH_SITE = "launch_site"
    COUNTRY = "country"
    OTHER = "other"


class Stage(Term):
    """How far the act came; MUC-4's stage of execution, with disputed beside it."""

    ACCOMPLISHED = "accomplished"  # carried out: launched, fired, planted, whatever came of it
    ATTEMPTED = "attempted"  # stopped or failed before effect
    THREATENED = "threatened"
    DISPUTED = "disputed"  # attack or accident


class Result(Term):
    """What came of the act."""

    HIT = "hit"  # none reported stopped
    PARTLY_INTERCEPTED = "partly_intercepted"  # some stopped, some landed
    INTERCEPTED = "intercepted"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SEIZED = "seized"
    DEFACED = "defaced"
    EXPLODED = "exploded"


class ActorKind(Term):
    """What sort of actor is blamed."""

    ARMED_GROUP = "armed_group"
    STATE = "state"
    INDIVIDUAL = "individual"
    UNKNOWN = "unknown"


class AttributionStatus(Term):
    """Who says it decides; MUC-4's confidence ladder, widened."""

    CLAIMED = "claimed"
    ATTRIBUTED = "attributed"  # by an authority
    SUSPECTED_BY_AUTHORITY = "suspected_by_authority"  # "telltale signs" from an official
    SUSPECTED = "suspected"
    ALLEGED = "alleged"
    STATED_AS_FACT = "stated_as_fact"
    POSSIBLE = "possible"
    DENIED = "denied"
    NOT_CONFIRMED = "not_confirmed"
    DECLINED_TO_NAME = "declined_to_name"


class Effect(Term):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    ANY = "any"  # "no casualties"


class CasualtyStatement(Term):
    """What is said of their number; an empty list of casualties means: not stated."""

    COUNT = "count"
    NONE = "none"
    NONE_REPORTED = "none_reported"
    UNQUANTIFIED = "unquantified"


class DamageLevel(Term):
    """How much was damaged, by the article's words."""

    NONE = "none"
    NONE_REPORTED = "none_reported"
    NONE_SIGNIFICANT = "none_significant"
    MINOR = "minor"  # minimal, slight
    MODERATE = "moderate"
    SEVERE = "severe"
    DESTROYED = "destroyed"


class Certainty(Term):
    """How sure the article is of a response."""

    REPORTED = "reported"
    DISPUTED = "disputed"
    POSSIBLE = "possible"
    NOT_INDICATED = "not_indicated"


class ConflictField(Term):
    """What two versions of an incident differ in."""

    DATE = "date"
    PLACE = "place"
    KIND = "kind"
    ATTACK_OR_ACCIDENT = "attack_or_accident"
    TARGET = "target"
    WEAPON = "weapon"
    OUTCOME = "outcome"
    ATTRIBUTION = "attribution"
    CASUALTIES = "casualties"
    DAMAGE = "damage"
    RESPONSE = "response"


class LinkKind(Term):
    """How two incidents of an article belong together."""

    RESPONSE_TO = "response_to"
    SAME_SERIES = "same_series"  # only to the first of the series


class NoIncident(Term):
    """Why an article has no incident."""

    EXERCISE = "exercise"
    OPINION = "opinion"
    ANNIVERSARY = "anniversary"
    POLICY = "policy"
    ACCIDENT = "accident"
    UNRELATED = "unrelated"


class GroundingStatus(Term):
    """How a fact's words were found in the article."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"  # quotes, dashes, white space, case, ellipsis, a slipped letter
    MOVED = "moved"  # the same words, one in the article, other sentence than cited


class DatePrecision(Term):
    """How fine a date is."""

    DAY = "day"
    DAY_WITHOUT_YEAR = "day_without_year"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNRESOLVED = "unresolved"


class DateResolution(Term):
    """How a date was found from its words."""

    STATED = "stated"
    STATED_WITHOUT_YEAR = "stated_without_year"
    RELATIVE_TO_PUBLICATION = "relative_to_publication"
    COMPUTED_FROM_TEXT = "computed_from_text"
    NOT_RESOLVABLE = "not_resolvable"


class CountryBasis(Term):
    """Whether the article names the place's country or it was inferred."""

    STATED = "stated"
    INFERRED = "inferred"


class SpeakerKind(Term):
    """Who makes an attribution, by rules over its words."""

    PERPETRATOR = "perpetrator"  # the group itself, its media or spokesman
    OFFICIAL = "official"  # a government, army or police, named or not
    INTERNATIONAL = "international"  # a body of states, its missions
    MONITOR = "monitor"  # war monitors, maritime security firms, researchers
    MEDIA = "media"
    WITNESS = "witness"  # residents, survivors, witnesses
    ARTICLE = "article"  # the article's own voice
    OTHER = "other"


class CheckOutcome(Term):
    """What a rule said of a fact."""

    PASSED = "passed"
    FAILED = "failed"  # the fact is in `rejected`
    REMOVED = "removed"  # a part of the fact was taken out
    UNCHECKED = "unchecked"  # the rule does not understand the words
