"""A place resolved: its country by the article's words, then the place in it, then how fine that is.

Precision codes are UCDP GED's `where_prec` (Högbladh, UCDP GED Codebook version 23.1, "where_prec"): 1 exact
location, 2 within about 25 km of a known point, 3 second-order division, 4 first-order division, 5 a line or a
region larger than a division, 6 the country alone, 7 the sea or international airspace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from summarize.article import Article, Sentence, Span
from summarize.grounding.gazetteer import Entry, bare_key, place_key
from summarize.grounding.names import country_of
from summarize.grounding.number_words import number_table
from summarize.grounding.places.countries import (
    countries_beside,
    countries_of_words,
    divisions_behind,
    divisions_of_words,
    evidence,
    occurrences,
    place_countries,
)
from summarize.grounding.places.name import PlaceName, place_name
from summarize.schema.report import ResolvedPlace
from summarize.schema.typed import typed
from summarize.schema.vocabulary import CountryBasis

EXACT, NEAR, DISTRICT, DIVISION, REGION, COUNTRY, SEA = range(1, 8)
_PRECISION = {
    "city": EXACT,
    "town": EXACT,
    "site": EXACT,
    "district": DISTRICT,
    "division": DIVISION,
    "region": REGION,
    "sea": SEA,
}
_ORDER = ("site", "town", "city", "sea", "region", "division", "district")  # who bears a bare name in one country
_WELL_KNOWN = 100  # thousands of inhabitants: such a city may be inferred though its country is not named
_SHARED_NAMES = frozenset({"georgia"})  # a country and as often a state of another
_DISTANCE = re.compile(
    r"\b(\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
    r"\s?(?P<unit>km|kilomet\w+|mi|miles?|nautical miles?|nm)\b",
    re.IGNORECASE,
)
_AT_SEA = re.compile(r"\bnautical\b|\bnm\b|^off\b|\boff (?:the )?(?:coast|port)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:near|outside|around|close to|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of)\b", re.IGNORECASE
)
_FAR = 25  # kilometres: UCDP's bound of "near"
_MILE = 1.609  # kilometres


def resolve_place(
    name: str, *, within: str | None, country: str | None, article: Article, sentence: Sentence | None
) -> ResolvedPlace | None:
    """The place on the map that an article's name stands for.

    Args:
        name: the article's words, the name alone.
        within: region or area words that stand in the article, None without.
        country: the country's name; it counts only if the article names the country.
        article: the article.
        sentence: the sentence that the name stands in, where it is known.

    Returns:
        The place; with `candidates` and no point where the name is borne in several countries and the article
        does not settle which; None if nothing is known of it.
    """
    parts = place_name(name)
    if parts.is_capitalised and parts.sort == "border":
        return None
    if not parts.is_capitalised or not (parts.candidates or _code(parts.core)):  # a name that nobody knows
        return _bare_country(country, article)
    sought = _Sought(parts, within, article, sentence, occurrences(article.text, parts.whole))
    divisions = [*divisions_of_words(within or ""), *divisions_behind(article.text, sought.places)]
    code = _stated_country(country, within, article) or _one(entry.country for entry in divisions)
    found = _as_country(parts, code, article) or _on_map(sought, divisions, code)
    return found or _bare_country(country, article)


class _Sought(NamedTuple):
    """A place that is looked for: its name, the words around it, its sentence, and wherever the article names it."""

    parts: PlaceName
    within: str | None
    article: Article
    sentence: Sentence | None
    places: Sequence[Span]


def _stated_country(country: str | None, within: str | None, article: Article) -> str | None:
    """The country that the model gives, if the article names it; else the one that the region words lie in."""
    code = _code(country) if country else None
    if code and code in evidence(article).everywhere:
        return code
    return _one(countries_of_words(within)) if within else None


@lru_cache(maxsize=1024)
def _code(name: str) -> str | None:
    """`country_of`, kept: names repeat from place to place."""
    return country_of(name)


def _one(codes: Iterable[str]) -> str | None:
    """The one code among equal ones, None if they differ or there is none."""
    different = set(codes)
    return different.pop() if len(different) == 1 else None


def _bare_country(country: str | None, article: Article) -> ResolvedPlace | None:
    """A place of which only the country is known, and that only if the article names it."""
    code = _code(country) if country else None
    if code is None or code not in evidence(article).everywhere:
        return None
    return ResolvedPlace(country_code=code, country_basis=CountryBasis.STATED, geo_precision=COUNTRY)


def _as_country(parts: PlaceName, stated: str | None, article: Article) -> ResolvedPlace | None:
    """A country, a part of one by direction, its waters or its land."""
    code = _code(parts.core)
    if code is None or parts.sort in ("division", "district", "site", "settlement"):
        return None
    if place_key(parts.core) in _SHARED_NAMES:
        stated = stated or _told_apart(parts, code, article)
        if stated is None:
            return ResolvedPlace(candidates=[code, *(entry.id for entry in parts.candidates)])
    if stated not in (None, code):
        return None
    if parts.candidates and (parts.direction or parts.sort):
        return None
    precision = REGION if parts.direction else SEA if parts.sort == "water" else COUNTRY
    return ResolvedPlace(country_code=code, country_basis=CountryBasis.STATED, geo_precision=precision)


def _in_divisions(candidates: tuple[Entry, ...], divisions: Sequence[Entry]) -> tuple[Entry, ...]:
    """The candidates in divisions that the words beside the name tell, all if none is in them."""
    keys = {(each.country, bare_key(place_key(name))) for each in divisions for name in (each.name, each.admin1)}
    fitting = (entry for entry in candidates if (entry.country, bare_key(place_key(entry.admin1))) in keys)
    return tuple(fitting) or candidates


def _told_apart(parts: PlaceName, code: str, article: Article) -> str | None:
    """The country of a name that is a country's and a state's: the only one that the article's other words name."""
    mentions = evidence(article).mentions
    name = place_key(parts.core)
    others = {
        named.code
        for named in mentions
        if named.is_country and place_key(article.text[named.start : named.end]) != name
    }
    possible = others & {code, *(entry.country for entry in parts.candidates)}
    return possible.pop() if len(possible) == 1 else None


def _on_map(sought: _Sought, divisions: Sequence[Entry], code: str | None) -> ResolvedPlace | None:
    """The place of the gazetteer, or its candidates; None if it has none, or none in the country that is stated."""
    candidates = sought.parts.candidates
    if divisions:
        candidates = _in_divisions(candidates, divisions)
    chosen, basis = _chosen(sought, candidates, code)
    if chosen:
        return _placed(chosen, basis, sought)
    is_elsewhere = code is not None and all(entry.country != code for entry in candidates)
    return ResolvedPlace(candidates=[entry.id for entry in candidates]) if candidates and not is_elsewhere else None


def _chosen(sought: _Sought, candidates: tuple[Entry, ...], code: str | None) -> tuple[Entry | None, CountryBasis]:
    """The one place, None if it stays open; and whether the article names its country."""
    countries = {entry.country for entry in candidates}
    settled = code or _settled(sought, countries)
    named = evidence(sought.article).everywhere
    if settled is not None:
        basis = CountryBasis.STATED if settled in named else CountryBasis.INFERRED
        return _best([entry for entry in candidates if entry.country == settled]), basis
    if len(countries) == 1 and (not named or any(map(_is_known, candidates))):
        return _best(candidates), CountryBasis.INFERRED
    return None, CountryBasis.INFERRED


def _settled(sought: _Sought, countries: set[str]) -> str | None:
    """The country among the candidates' that the article's words settle on: the nearest evidence that tells one."""
    for named in _told_countries(sought):
        fitting = countries & named
        if len(fitting) == 1:
            return fitting.pop()
        if len(fitting) > 1:
            return None
    return None


def _told_countries(sought: _Sought) -> Iterator[set[str] | frozenset[str]]:
    """The countries that the article puts a place in: beside its name, in its sentence, anywhere."""
    yield countries_beside(sought.article, sought.places)
    if sought.sentence:
        yield place_countries(sought.article, sought.sentence)
    yield evidence(sought.article).most


def _best(candidates: Sequence[Entry]) -> Entry | None:
    """Among the places of one country the one that a bare name means: a site of the field, else the largest."""
    if len(candidates) == 1:
        return candidates[0]
    return min(candidates, key=lambda entry: (_ORDER.index(entry.kind), -entry.inhabitants, entry.id), default=None)


def _is_known(entry: Entry) -> bool:
    return entry.kind != "city" or entry.inhabitants >= _WELL_KNOWN


def _placed(entry: Entry, basis: CountryBasis, sought: _Sought) -> ResolvedPlace:
    precision = _precision(entry, sought.parts, sought.within)
    has_point = precision in (EXACT, NEAR) or (precision == _PRECISION[entry.kind])
    fields: dict[str, Any] = {
        "name": entry.name,
        "admin1": entry.admin1 or None,
        "country_code": None if precision == SEA else entry.country or None,
        "country_basis": basis if entry.country and precision != SEA else None,
        "lat": entry.lat if has_point else None,
        "lon": entry.lon if has_point else None,
        "geo_precision": precision,
        "gazetteer_id": entry.id,
        "candidates": [],
    }
    return typed(ResolvedPlace, fields)


def _precision(entry: Entry, parts: PlaceName, within: str | None) -> int:
    """The entry's own precision, made coarser by what the words put between it and the event."""
    own = _PRECISION[entry.kind]
    if own != EXACT:
        return own
    if within and _AT_SEA.search(within):
        return SEA
    if within and (distance := _DISTANCE.search(within)):
        return NEAR if _kilometres(distance) <= _FAR else REGION
    is_town_for_site = parts.sort == "site" and entry.kind != "site"
    return (
        NEAR
        if is_town_for_site or (within and _BESIDE.match(within) and place_key(parts.core) in place_key(within))
        else EXACT
    )


def _kilometres(distance: re.Match[str]) -> float:
    """How far a stated distance is, number words included."""
    number = distance[1].replace(",", "")
    value = float(number) if number[0].isdigit() else float(number_table("cardinals")[number.casefold()])
    return value * (1.0 if distance["unit"].casefold().startswith("k") else _MILE)
