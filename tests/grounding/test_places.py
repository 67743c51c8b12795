"""Tests of places: which place on the map an article's words stand for, and what stays open."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.content import lexicon_path
from summarize.grounding.gazetteer import bare_key, entries, place_key
from summarize.grounding.places import resolve_place
from summarize.schema.report import ResolvedPlace

_FOLDER = Path(__file__).parents[1] / "data" / "places"
_FLOOR = 0.95


class Row(NamedTuple):
    """A row: a name in an article, and the place it stands for ("?" stays open, "-" a country alone, "" nothing)."""

    name: str
    context: str
    within: str
    country: str
    id: str
    country_code: str
    geo_precision: str


def _rows() -> Iterator[Row]:
    for path in sorted(_FOLDER.glob("*.tsv")):
        lines = path.read_text("utf-8").splitlines()[1:]
        for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Row(**cells)


_ROWS = list(_rows())


def _resolved(row: Row) -> ResolvedPlace | None:
    article = Article(row.context)
    return resolve_place(
        row.name,
        within=row.within or None,
        country=row.country or None,
        article=article,
        sentence=next(each for each in article.sentences if row.name in article.words(each)),
    )


def _outcome(place: ResolvedPlace | None) -> tuple[str, str, str]:
    if place is None:
        return "", "", ""
    if place.candidates:
        return "?", "", ""
    return place.gazetteer_id or "-", place.country_code or "", str(place.geo_precision or "")


def test_mentions_get_their_place() -> None:
    """At least 150 mentions, of which at most one in twenty gets another place, country or precision."""
    wrong = [
        (row.name, row.context, _outcome(_resolved(row)), row[4:])
        for row in _ROWS
        if _outcome(_resolved(row)) != row[4:]
    ]

    assert len(_ROWS) >= 150
    assert len(wrong) <= (1 - _FLOOR) * len(_ROWS), wrong


def test_no_mention_gets_a_wrong_country() -> None:
    """Whatever else is missed, no place is put in another country."""
    for row in _ROWS:
        place = _resolved(row)
        assert place is None or place.country_code in (None, row.country_code), row


def test_a_country_counts_only_if_the_article_names_it() -> None:
    """The model's country does not settle what the article leaves open."""
    article = Article("A bomb went off in Tripoli.")

    place = resolve_place("Tripoli", within=None, country="Lebanon", article=article, sentence=None)

    assert place is not None
    assert place.country_code is None
    assert len(place.candidates) > 1


def test_forces_do_not_place() -> None:
    """A country whose forces act somewhere is not where they act."""
    article = Article("U.S. forces and American officials were near Damascus.")

    place = resolve_place("Damascus", within=None, country=None, article=article, sentence=article.sentences[0])

    assert place is None or place.country_code != "US"


def test_the_basis_of_a_country_is_told() -> None:
    """A country that the article names is stated; one that only the gazetteer gives is inferred."""
    stated = Article("A drone fell on Erbil in northern Iraq.")
    silent = Article("A drone fell on Erbil.")

    bases = [
        place.country_basis
        for article in (stated, silent)
        if (place := resolve_place("Erbil", within=None, country=None, article=article, sentence=None))
    ]

    assert bases == ["stated", "inferred"]


def test_a_division_has_no_point_of_a_city() -> None:
    """A province that bears its capital's name is not put on the capital."""
    article = Article("A convoy was hit in Deir ez-Zor province, Syria.")

    place = resolve_place("Deir ez-Zor province", within=None, country=None, article=article, sentence=None)

    assert place is not None
    assert place.geo_precision == 4
    assert place.gazetteer_id == "SY-DY"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Tanf", "Al Tanf"),
        ("Ta’izz", "Ta'izz"),
        ("EL-OBEID", "El Obeid"),
        ("Mocímboa", "Mocimboa"),
        ("Iskenderun", "İskenderun"),
    ],
)
def test_spellings_have_one_key(one: str, other: str) -> None:
    """Case, hyphens, apostrophes and diacritics make no difference to a key."""
    assert place_key(one) == place_key(other)


def test_articles_are_no_part_of_a_bare_key() -> None:
    """Articles as "al-" and "el-" are left out of a bare key, but a name is never empty."""
    assert bare_key(place_key("Ain al-Asad")) == "ain asad"
    assert bare_key("al") == "al"


def test_the_gazetteer_is_sorted_and_whole() -> None:
    """The file is in the order that its search needs, credits GeoNames, and every id in it has its row."""
    data = lexicon_path("gazetteer.tsv").read_bytes()
    lines = data.splitlines()
    keys = [line.split(b"\t", 1)[0] for line in lines[1:]]
    held = {key[1:] for key in keys if key.startswith(b"=")}
    used = {
        identity for line in lines[1:] if not line.startswith(b"=") for identity in line.split(b"\t")[1].split(b" ")
    }

    assert b"GeoNames" in lines[0]
    assert b"CC BY 4.0" in lines[0]
    assert keys == sorted(keys)
    assert used == held


def test_own_places_lie_in_their_countries() -> None:
    """Every site and town of the project's own lies within five degrees of the box around its country's cities."""
    rows = [
        line.decode().split("\t")
        for line in lexicon_path("gazetteer.tsv").read_bytes().splitlines()
        if line.startswith(b"=")
    ]
    points: dict[str, list[tuple[float, float]]] = {}
    for _, _, kind, country, _, lat, lon, _ in rows:
        if kind == "":
            points.setdefault(country, []).append((float(lat), float(lon)))
    for identity, _, kind, country, _, lat, lon, _ in rows:
        if kind in ("site", "town") and country in points:
            lats, lons = zip(*points[country], strict=True)
            assert min(lats) - 5 <= float(lat) <= max(lats) + 5, identity
            assert min(lons) - 5 <= float(lon) <= max(lons) + 5, identity


@given(st.text(max_size=60), st.text(max_size=20) | st.none())
def test_any_words_do_no_harm(name: str, within: str | None) -> None:
    """Whatever a model calls a place, resolving it ends in a place or in none."""
    place = resolve_place(name, within=within, country=within, article=Article(f"{name} in Iraq."), sentence=None)

    assert place is None or place.geo_precision in (None, 1, 2, 3, 4, 5, 6, 7)
    assert entries(place_key(name)) is not None
