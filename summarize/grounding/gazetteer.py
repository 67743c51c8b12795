"""The gazetteer: places by their names, looked up in one sorted file without reading it into objects.

`lexicons/gazetteer.tsv` holds cities from 15,000 inhabitants (GeoNames, CC BY 4.0), first-level divisions
(ISO 3166-2) and the project's own military sites, towns, regions and seas. `scripts/build_gazetteer.py` builds it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.content import lexicon_path

_ARTICLES = frozenset(
    {"al", "el", "ad", "ar", "as", "ash", "an", "at", "az", "ed", "er", "es", "ul", "the", "la", "le"}
)
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "ə": "e"})
_MARKS = re.compile("['’‘ʼʻʿʾ`´ʹ]")
_SIGNS = re.compile(r"[^\w]+|_")
DIVISIONS = ("division", "district")
_CACHED = 2048  # keys whose entries are kept


class Entry(NamedTuple):
    """A place of the gazetteer.

    Attributes:
        id: a GeoNames id, an ISO 3166-2 code, or the project's own name for it.
        name: its usual name.
        kind: city, division, site, town, region or sea.
        country: ISO 3166-1 alpha-2; empty where it lies in none or in several.
        admin1: the first-level division; empty if not known.
        lat: degrees north; None if the place has no point.
        lon: degrees east.
        inhabitants: in thousands; 0 if not known.
    """

    id: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    inhabitants: int


@lru_cache(maxsize=_CACHED)
def place_key(name: str) -> str:
    """A name without case, diacritics, apostrophes and signs."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", name).casefold().translate(_LETTERS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return _SIGNS.sub(" ", letters).strip()


def bare_key(key: str) -> str:
    """A key without the articles before it and in it: "ain al asad" is "ain asad"."""
    words = [word for word in key.split() if word not in _ARTICLES]
    return " ".join(words) or key


@lru_cache(maxsize=_CACHED)
def entries(key: str) -> tuple[Entry, ...]:
    """The places with a key, in order of their ids; if they are only divisions, those of its bare form too."""
    found: dict[str, Entry] = {}
    for form in (key, bare_key(key)):
        for identity in (_row(form) or "").split():
            found[identity] = _entry(identity)
        if any(entry.kind not in DIVISIONS for entry in found.values()):
            break
    return tuple(found[identity] for identity in sorted(found))


@lru_cache(maxsize=_CACHED)
def _entry(identity: str) -> Entry:
    cells = _row(f"={identity}")
    assert cells is not None, identity  # noqa: S101 - every id of the file has its row
    name, kind, country, admin1, lat, lon, inhabitants = cells.split("\t")
    degrees = [float(value) if value else None for value in (lat, lon)]
    return Entry(identity, name, kind or "city", country, admin1, degrees[0], degrees[1], int(inhabitants or 0))


def _row(key: str) -> str | None:
    """The cells behind a row's first, found by bisection over the file's bytes; None if there is no such row."""
    file, wanted = _file(), key.encode()
    low, high = 0, len(file)
    while low < high:
        start = file.rfind(b"\n", 0, (low + high) // 2) + 1
        stop = file.index(b"\n", start)
        found, _, cells = file[start:stop].partition(b"\t")
        if found == wanted:
            return cells.decode()
        low, high = (stop + 1, high) if found < wanted else (low, start)
    return None


@cache
def _file() -> bytes:
    return lexicon_path("gazetteer.tsv").read_bytes()
