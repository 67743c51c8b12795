"""The rules' lexicons: phrases to be looked for in an article, and word lists to be asked.

`lexicons/phrases/*.toml` and grounding's cues hold phrases by table and list: each becomes a mention where an
article has it. A phrase written with a capital letter is a name, and found only where the article has a capital
too. `lexicons/words/*.toml` hold words that only rules ask for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from summarize.content import lexicon_path
from summarize.grounding.lexicon import country_names
from summarize.tokens import tokenise

COUNTRY = "country"
"""The label of countries and of the words for their people; the value is the ISO 3166-1 alpha-2 code."""
ACTOR = "actor"
"""The label of those who act; the value is the kind of actor."""
YEAR = "year"
"""The label of years; the value is the year."""
YEARS = frozenset(map(str, range(1900, 2100)))
"""What is read as a year. For membership alone."""
_ABBREVIATION = 5  # letters of the longest abbreviation that may be a word
_FOLDER = Path(__file__).resolve().parent / "lexicons"
_CUES = ("status", "effect", "outcome", "damage")  # grounding's words: what is drafted by them is checked by them

Tables = dict[str, dict[str, list[str]]]


class Case(IntEnum):
    """How a phrase must be written to be found: at least so much in capitals."""

    ANY = 0
    CAPITAL = 1  # a name
    CAPITALS = 2  # an abbreviation that is a word in small letters: "IS", "HAN"


class Phrase(NamedTuple):
    """A phrase of a lexicon.

    Attributes:
        keys: its token keys.
        label: the table it stands in.
        value: the list of that table.
        case: how it must be written in the article.
    """

    keys: tuple[str, ...]
    label: str
    value: str
    case: Case


PhraseIndex = dict[str, dict[str, tuple[Phrase, ...]]]
"""Phrases by their first key, then by their second, "" for those of one word; the longest first."""


@cache
def phrase_index() -> PhraseIndex:
    """Every phrase."""
    index: PhraseIndex = {}
    for phrase in sorted((*_phrases(), *_countries(), *_actors(), *_years()), key=lambda phrase: -len(phrase.keys)):
        first, second = (*phrase.keys, "")[:2]
        behind = index.setdefault(first, {})
        behind[second] = (*behind.get(second, ()), phrase)
    return index


@cache
def word_set(label: str, value: str) -> frozenset[str]:
    """The words of a list, of a list of phrases those of one word. For membership alone: its order is not fixed."""
    keys = [tokenise(word).keys for word in _tables(label)[label][value]]
    return frozenset(key[0] for key in keys if len(key) == 1)


@cache
def country_title(code: str) -> str:
    """The English short name of a country, by its ISO 3166-1 alpha-2 code."""
    return str(_read(lexicon_path("countries.toml"))[code][0])


@cache
def _tables(label: str) -> Tables:
    """The tables of the lexicon that has one of this name."""
    return next(tables for tables in (*_files("words"), *_phrase_tables()) if label in tables)


@cache
def _files(folder: str) -> tuple[Tables, ...]:
    return tuple(_read(path) for path in sorted((_FOLDER / folder).glob("*.toml")))


@cache
def _phrase_tables() -> tuple[Tables, ...]:
    cues = _read(lexicon_path("cues.toml"))
    return (*_files("phrases"), {name: cues[name] for name in _CUES})


def _phrases() -> Iterator[Phrase]:
    for tables in _phrase_tables():
        for label, lists in tables.items():
            for value, phrases in lists.items():
                for words in phrases:
                    yield Phrase(tokenise(words).keys, label, value, _case(words))


def _countries() -> Iterator[Phrase]:
    for keys, code in sorted(country_names().items()):
        yield Phrase(keys, COUNTRY, code, Case.CAPITAL)


def _actors() -> Iterator[Phrase]:
    """The groups and forces of the package's list, under all their names."""
    for actor in _read(lexicon_path("actors.toml"))["actor"]:
        for words in (actor["name"], *actor["aliases"]):
            yield Phrase(tokenise(words).keys, ACTOR, actor["kind"], _case(words))


def _years() -> Iterator[Phrase]:
    for year in sorted(YEARS):
        yield Phrase((year,), YEAR, year, Case.ANY)


def _case(words: str) -> Case:
    if words.isupper() and len(words) <= _ABBREVIATION:
        return Case.CAPITALS
    return Case.CAPITAL if words[0].isupper() else Case.ANY


def _read(path: Path) -> Any:
    return tomllib.loads(path.read_text("utf-8"))
