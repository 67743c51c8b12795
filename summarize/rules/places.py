"""Place names: runs of capitalised words that a preposition, a noun for a site or the gazetteer makes a place."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from summarize.grounding.clause import Clause
from summarize.grounding.gazetteer import bare_key, place_key
from summarize.grounding.lexicon import is_english
from summarize.grounding.places.name import place_name
from summarize.kept import Kept
from summarize.rules.lexicon import COUNTRY, country_title, word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage
from summarize.rules.where import Where, joined

_AT, _OF = word_set("toponymy", "at"), word_set("toponymy", "of")
_INNER, _SEAT, _ORIGIN = (word_set("toponymy", name) for name in ("inner", "seat", "origin"))
_BEFORE_NAME = _AT | (_OF - {"of"})
_AWAY = _SEAT | {"from", "still", "to"}  # without one of them before it a place is no origin and no seat
_JOINTS = word_set("places", "joints")
_ARABIC = word_set("places", "arabic")
_DIRECTIONS = word_set("places", "directions")
_TITLES = word_set("places", "titles")
_REGIONS = word_set("places", "regions")
_BUILDINGS = word_set("places", "buildings")
_BEFORE_SEAT = ("in", "at", "from", "of", "near")
_COMPASS = word_set("toponymy", "compass")
_HARM = word_set("harm", "active")
_CARED = word_set("targets", "cared")
_HARM_REACH = 8  # tokens of "killing at least six people" before "in"
_LONGEST = 7  # tokens of a name
_SMALL = ("at", "as", "an", "am")  # joints that are English words
_LONGEST_JOINT = 3  # tokens of "-au-" in "Port-au-Prince"
_BACK = 4  # tokens between a preposition and a name
_ACTS = ("act", "kind")
_BEFORE_SENTENCE = ("", '"', ":", ".", "(")  # nothing, or a sign behind which a sentence or speech begins
_BEHIND = ("and", "in", "on")  # a country that is a place
_NO_PLACES = ("time", "weapon", "actor")
_KEPT_WORDS, _KEPT_NAMES = 16_384, 4096  # words and names of which it is kept what they are
_SORTS = {"division": "area", "district": "area", "region": "area", "sea": "sea"}


def find_places(passage: Passage, dateline: int = 0) -> list[Where]:
    """The place names of a sentence in order, those beside another made its region or country.

    Args:
        passage: the sentence.
        dateline: the token behind its dateline, whose place is that of the report.
    """
    named = _named(passage)
    if dateline > passage.clause.first:
        named = [place for place in named if place.first >= dateline]
    return list(joined(passage.clause, named)) if len(named) > 1 else named


def _named(passage: Passage) -> list[Where]:
    starts, found = _starts(passage), passage.found
    if not starts:
        return []
    named: list[Where] = []
    clause, taken, reached = passage.clause, _taken(passage), 0
    keys = clause.tokens.keys
    countries = {mention.first: mention for mention in found[COUNTRY]} if COUNTRY in found else {}
    sites = {mention.first: mention for mention in found["site"]} if "site" in found else {}
    for index in starts:
        country = countries.get(index)
        if index < reached or (country is None and index in taken and keys[index] not in _ARABIC):
            continue  # inside another name, or itself no place
        stop = _run_stop(clause, index, taken)
        place = _of_country(clause, country, sites.get(country.stop), stop) if country else None
        reached = country.stop if country else index
        if place is None and stop > reached:
            place, reached = _place(passage, index, stop, sites), stop
        if place:
            named.append(place)
            reached = max(reached, place.stop)
    return named


def _starts(passage: Passage) -> list[int]:
    """The tokens with which a name may begin: those in capitals, which the names of countries are too."""
    clause = passage.clause
    keys, lexemes, first = clause.tokens.keys, clause.lexemes, clause.first
    if not _ARABIC.isdisjoint(clause.vocabulary):
        return [at for at in range(first, clause.stop) if lexemes[at].is_capitalised or keys[at] in _ARABIC]
    if COUNTRY not in passage.found and first < clause.stop and _ENGLISH[keys[first]]:
        first += 1  # most sentences name nothing, and begin with a capital
    return [index for index in range(first, clause.stop) if lexemes[index].is_capitalised]


def _of_country(clause: Clause, country: Mention, site: Mention | None, stop: int) -> Where | None:
    """A site called after its country, or the country; neither where it is only part of a longer name up to `stop`."""
    if site and _is_title(clause, country) and _preposition(clause, country.first):
        return _at_country(clause, country, site)
    return _country(clause, country) if country.stop >= stop else None


def _taken(passage: Passage) -> set[int]:
    """The tokens of names that are no places. For membership alone."""
    taken: set[int] = set()
    for label in _NO_PLACES:
        for mention in passage.found.get(label, ()):
            if label == "actor" and _is_seat(passage, mention):
                continue
            taken.add(mention.first)
            if mention.stop - mention.first > 1:
                taken.update(range(mention.first + 1, mention.stop))
    return taken


def _is_seat(passage: Passage, mention: Mention) -> bool:
    """Whether the words for a state are those for its capital: "Moscow"."""
    return (
        passage.clause.lexemes[mention.first].is_capitalised
        and _KNOWN[passage.words(mention.first, mention.stop)].identity is not None
    )


def _is_title(clause: Clause, mention: Mention) -> bool:
    """Whether a country is called by its name, not by a word for its people: "a Jordan base"."""
    return clause.words(mention.first, mention.stop) == country_title(mention.value)


def _at_country(clause: Clause, country: Mention, site: Mention) -> Where:
    """A site called after its country, which makes it a place though it has no name of its own."""
    is_origin, is_seat = _origin(clause, country.first)
    return Where(
        first=country.first,
        stop=site.stop,
        sort=site.value,
        key=f"{country.value} {site.value}",
        is_near=True,
        is_origin=is_origin,
        is_seat=is_seat,
        country=(country.first, country.stop),
    )


def _country(clause: Clause, mention: Mention) -> Where | None:
    """A country named as a place, not the word for its people before a noun."""
    before, following = _preposition(clause, mention.first), clause.key(mention.stop)
    if not before or (following.isalpha() and following not in _BEHIND and _is_noun(clause, mention.stop)):
        return None
    first = mention.first
    while clause.key(first - 1) in _COMPASS or (clause.is_hyphen(first - 1) and clause.key(first - 2) in _COMPASS):
        first -= 1
    country = (mention.first, mention.stop)
    return Where(first, mention.stop, "country", mention.value, before in _AT, *_origin(clause, first), None, country)


def _is_noun(clause: Clause, index: int) -> bool:
    return (
        clause.key(index).isalpha()
        and not clause.is_verb(index)
        and not clause.is_in(index, "border", "light", "subject", "auxiliary", "modal")
    )


def _run_stop(clause: Clause, first: int, taken: Container[int]) -> int:
    """Where the run of capitalised words that begins at a token ends."""
    keys, lexemes, index, end = clause.tokens.keys, clause.lexemes, first, first + _LONGEST
    end = min(end, clause.stop)
    if keys[first] in _ARABIC and clause.key(first + 1) == "-" and clause.is_capitalised(first + 2):
        index += 2
    elif first in taken or not lexemes[first].is_capitalised:
        return first
    elif (first == clause.first or keys[first - 1] in _BEFORE_SENTENCE) and _ENGLISH[keys[first]]:
        return first  # any word can stand there
    while index < end and index not in taken:
        if lexemes[index].is_capitalised:
            index += 1
        elif keys[index] in _JOINTS and (ahead := _joint(clause, index, taken)):
            index += ahead
        else:
            break
    return index


def _joint(clause: Clause, index: int, taken: Container[int]) -> int:
    """How many joints lead from a token to a capitalised word, as "-au-" in "Port-au-Prince"; 0 if they do not."""
    if clause.key(index) in _SMALL and clause.key(index + 1) != "-":
        return 0
    ahead = 1
    while ahead < _LONGEST_JOINT and clause.key(index + ahead) in _JOINTS:
        ahead += 1
    is_name = clause.is_capitalised(index + ahead) and index + ahead not in taken
    return ahead if is_name and (ahead == 1 or "-" in clause.keys(index, index + ahead)) else 0


def _place(passage: Passage, first: int, stop: int, sites: dict[int, Mention]) -> Where | None:
    """The place that a run of capitalised words names; None for a person, an organisation, a thing."""
    clause, site = passage.clause, sites.get(stop)
    noun = site or (next((sites[at] for at in sites if first <= at < stop), None) if sites else None)
    before = _preposition(clause, first)
    known = _KNOWN[clause.words(first, site.stop if site else stop)]
    is_near = before in _AT or noun is not None or (known.identity is not None and _is_object(passage, first))
    is_named = is_near or (known.identity and (before or clause.key(stop) == "'s" or first == clause.first))
    if not is_named or not (noun or known.identity or not _is_person(clause, first, stop)):
        return None
    sort = noun.value if noun else known.sort or ("area" if clause.key(stop - 1) in _REGIONS else "name")
    is_origin, is_seat = _origin(clause, first)
    key = known.identity or known.key
    return Where(first, site.stop if site else stop, sort, key, is_near, is_origin, is_seat)


def _is_object(passage: Passage, first: int) -> bool:
    """Whether an act stands right before a name: "struck Varkas"."""
    for label in _ACTS:
        for mention in passage.found.get(label, ()):
            if mention.stop == first:
                return True
    return False


def _is_person(clause: Clause, first: int, stop: int) -> bool:
    """Whether a name is followed by what a person does."""
    return stop - first == 2 and clause.key(stop) in ("said", "says", "told", "who")  # noqa: PLR2004 - first and family name


@dataclass(frozen=True, slots=True)
class _Known:
    """What the gazetteer knows of a name: its id and, if it is wide, its sort; and a key equal for its spellings."""

    identity: str | None
    sort: str | None
    key: str


def _known(name: str) -> _Known:
    place = place_name(name)
    candidates, key = place.candidates, bare_key(place_key(place.core))
    return _Known(candidates[0].id, _SORTS.get(candidates[0].kind), key) if candidates else _Known(None, None, key)


def _preposition(clause: Clause, first: int) -> str:
    """The preposition before a name, with articles and directions between."""
    keys = clause.tokens.keys
    index, least = first - 1, first - _BACK if first - clause.first > _BACK else clause.first
    while index >= least:
        key = keys[index]
        if key in _BEFORE_NAME:
            return key
        if key == "of":
            return "at" if clause.key(index - 1) in _INNER or clause.key(index - 1) in _DIRECTIONS else "of"
        if key == "and" and clause.is_capitalised(index - 1):
            return "and"
        if key == "," and clause.key(index - 1) in _TITLES:
            index -= 1
        if key not in _INNER and key != "-" and not clause.is_capitalised(index):
            return ""
        index -= 1
    return ""


def _origin(clause: Clause, first: int) -> tuple[bool, bool]:
    """Whether something came from a place, and whether somebody only sits there: not the "six people" killed in it."""
    keys, index = clause.tokens.keys, first - 1
    while index > clause.first and (keys[index] in _INNER or keys[index] == "-"):
        index -= 1
    around = keys[max(clause.first, index - 4) : index + 1]
    if _AWAY.isdisjoint(around):
        return False, False
    is_origin = "from" in around and (
        "direction" in around or ("from" in around[-2:] and not _ORIGIN.isdisjoint(around))
    )
    if _is_elsewhere(around):
        return is_origin, True
    return is_origin, _is_seated(around) and _HARM.isdisjoint(keys[max(clause.first, index - _HARM_REACH) : index])


def _is_elsewhere(around: tuple[str, ...]) -> bool:
    """Whether the words before a place say where a ship lies now, or where the hurt were flown."""
    return "still" in around or (around[-1:] == ("to",) and not _CARED.isdisjoint(around))


def _is_seated(around: tuple[str, ...]) -> bool:
    """Whether the words before a place are who sits there; a building that something happened at is none."""
    if len(around) < 2 or around[-2] not in _SEAT or around[-1] not in _BEFORE_SEAT:  # noqa: PLR2004 - who, and where
        return False
    return around[-2] not in _BUILDINGS or _AT.isdisjoint(around[:-2])


_ENGLISH = Kept(is_english, _KEPT_WORDS)
_KNOWN = Kept(_known, _KEPT_NAMES)
