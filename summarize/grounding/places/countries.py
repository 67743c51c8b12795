"""The countries that an article names, and how: as the place of something, beside a place's name, or as an actor."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from summarize.article import Article, Sentence, Span
from summarize.content import lexicon_path
from summarize.grounding.clause import Clause
from summarize.grounding.gazetteer import Entry, entries, place_key
from summarize.grounding.lexicon import country_names, word_lists
from summarize.grounding.names import country_starts, first_keys
from summarize.grounding.view import ArticleView
from summarize.tokens import token_key, tokenise

_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:[ -](?:(?:and|of|al|ez) )?[^\W\d_a-z][\w.’'-]*)*")
_COMMA_NAME = re.compile(rf",\s+({_NAME.pattern})")
_TAIL = re.compile(r" (?:province|governorate|region|state|oblast|department|county|district)s?$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"(?:['’]s)?[\s-]*(?:the\s+)?([^\W_][\w.-]*|[^\s])")
_WORD = re.compile(r"[\w-]+|[^\w\s]")
_LAST_WORD = re.compile(r"([^\W_][\w.-]*|[^\s\w])\s*(?:(?:the|its|their)\s+)?$")
_GENITIVE = re.compile(r"['’]s?(?=\s)")
# The ending of a word for a people, as "Iraqi", "Sudanese", "Danes"; a country's short name is none.
_PEOPLE = re.compile(r"(?:an|ese|ish|i|ch|ene|que|ean|k|bè|bé|e|er|aise)s?$")
_BETWEEN = ("place_noun", "settlement", "site", "direction")  # lists of `place_words.toml`
_WINDOW = 60  # characters around a name in which its country may stand
_BEHIND = re.compile(r"['’]?s?\s*(?:,|in|\(|,\s+in)\s*(?:the\s+)?(?:(?:[A-Z][\w’'-]+\s?){1,3},\s+)?$")


class Named(NamedTuple):
    """A mention of a country.

    Attributes:
        code: ISO 3166-1 alpha-2.
        start: offset of its name.
        end: offset behind it.
        is_before_place: whether the word behind it makes it the place of something, as in "Iraqi territory".
        is_country: whether the country itself is named, and not its people or forces.
    """

    code: str
    start: int
    end: int
    is_before_place: bool
    is_country: bool


class Evidence(NamedTuple):
    """The countries that a text names; the sets are for membership alone.

    Attributes:
        mentions: each mention, in order.
        everywhere: every country.
        most: the country that is named most as a country or place, or several that are named as often.
    """

    mentions: Sequence[Named]
    everywhere: frozenset[str]
    most: frozenset[str]


def countries_beside(article: Article, places: Sequence[Span]) -> set[str]:
    """The countries that the words around a place's name put it in: "Tripoli, Lebanon", "Syria's Raqqa".

    Args:
        article: the article.
        places: where the name stands in it.
    """
    text, mentions = article.text, evidence(article).mentions
    return {named.code for place in places for named in _around(mentions, place) if _places(text, named, place)}


def _around(mentions: Sequence[Named], place: Span) -> list[Named]:
    """The mentions close to a place's name."""
    low, high = place.start - _WINDOW, place.end + _WINDOW
    return [named for named in mentions if low <= named.end and named.start <= high]


def place_countries(article: Article, sentence: Sentence) -> set[str]:
    """The countries that a sentence names as the place of something."""
    text, (_, start, end, _) = article.text, sentence
    return {named.code for named in evidence(article).mentions if start <= named.start < end and _is_place(text, named)}


def evidence(article: Article) -> Evidence:
    """The countries that an article names."""
    return article.once(_evidence)


def _evidence(article: Article) -> Evidence:
    mentions = _mentions(ArticleView(article).clauses)
    counts: dict[str, int] = {}
    for named in mentions:
        if named.is_country or named.is_before_place:
            counts[named.code] = counts.get(named.code, 0) + 1
    most = max(counts.values(), default=0)
    return Evidence(
        mentions,
        frozenset([named.code for named in mentions]),
        frozenset([code for code, count in counts.items() if count == most]),
    )


@lru_cache(maxsize=512)
def countries_of_words(words: str) -> frozenset[str]:
    """The countries that region words lie in: those they name, or those of the divisions they name."""
    tokens = tokenise(words)
    named = frozenset([named.code for named in _mentions([Clause(tokens, 0, len(tokens))])])
    return named or frozenset(entry.country for entry in divisions_of_words(words) if entry.country)


@lru_cache(maxsize=512)
def divisions_of_words(words: str) -> tuple[Entry, ...]:
    """The divisions and regions that words name, in their order."""
    names = dict.fromkeys((words, *(match[0] for match in _NAME.finditer(words))))
    found = (entry for name in names for entry in entries(place_key(_TAIL.sub("", name))))
    return tuple(entry for entry in found if entry.kind in ("division", "district", "region"))


def divisions_behind(text: str, places: Sequence[Span]) -> list[Entry]:
    """The divisions that stand behind a place's name and a comma: "Lebanon, Pa."; arguments as above."""
    matches = [_COMMA_NAME.match(text, place.end) for place in places]
    return [entry for match in matches if match for entry in divisions_of_words(match[1]) if entry.kind == "division"]


def occurrences(text: str, name: str) -> list[Span]:
    """Where a place's name stands in a text, as it is given, in capitals or in the case of titles."""
    found: list[Span] = []
    for spelling in dict.fromkeys((name, name.upper(), name.title())):
        start = text.find(spelling)
        while start >= 0:
            end = start + len(spelling)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                found.append(Span(start, end))
            start = text.find(spelling, end)
    return found


def _places(text: str, named: Named, place: Span) -> bool:
    """Whether a country's name puts a place's name in it."""
    if place.end <= named.start <= place.end + _WINDOW:
        return bool(_BEHIND.fullmatch(text[place.end : named.start]))
    if not place.start - _WINDOW <= named.end <= place.start:
        return False
    behind = _GENITIVE.match(text, named.end)
    words = _WORD.findall(text, behind.end() if behind else named.end, place.start)
    return _words_between().issuperset(map(token_key, words))


@cache
def _words_between() -> frozenset[str]:
    """The words that may stand between a country's name and that of a place in it: "Syria's northern city of"."""
    nouns = word_lists("place_words")
    return frozenset({"of", "the"}).union(*map(nouns.__getitem__, _BETWEEN))


def _mentions(clauses: Sequence[Clause]) -> list[Named]:
    """The mentions in some sentences of one text."""
    names, beginnings, reached = _names(), first_keys(), 0
    found: list[Named] = []
    for clause in [clause for clause in clauses if not clause.vocabulary.isdisjoint(beginnings)]:
        text, keys, starts = clause.tokens.text, clause.tokens.keys, clause.tokens.starts
        for index in country_starts(clause):
            start = starts[index]
            if start >= reached and (country := _country_at(text, start, names[keys[index]])):
                name, reached = country
                found.append(_mention(text, name, start, reached))
    return found


def _country_at(text: str, start: int, names: Sequence[_Name]) -> tuple[_Name, int] | None:
    """The first of some countries' names that stands at an offset, and where it ends."""
    if not "A" <= text[start] <= "Z" or text[start - 1 : start].isalnum():
        return None
    for name in names:
        stop = start + len(name.words)
        words = text[start:stop]
        is_whole = not text[stop : stop + 1].isalnum()
        if words.casefold() == name.words and is_whole and (name.words != "us" or words.isupper()):
            return name, stop
    return None


def _mention(text: str, name: _Name, start: int, end: int) -> Named:
    nouns = word_lists("place_words")
    end += text[end : end + 1] == "." and text[end - 2 : end - 1] == "."
    after = _NEXT_WORD.match(text, end)
    next_key = token_key(after[1]) if after else ""
    is_country = not name.is_people and next_key not in nouns["actor_noun"]
    return Named(name.code, start, end, next_key in nouns["place_noun"], is_country)


def _is_place(text: str, named: Named) -> bool:
    """Whether a country is named as the place of something."""
    return named.is_before_place or (named.is_country and _is_behind_preposition(text, named.start))


def _is_behind_preposition(text: str, start: int) -> bool:
    """Whether the word before a country's name makes it the place of something."""
    window = text[max(0, start - _WINDOW) : start]
    farther = window.rsplit(None, 2)[:-2]  # what lies before the last word and an article: no need to search it
    before = _LAST_WORD.search(window, sum(map(len, farther)))
    key = token_key(before[1]) if before else ""
    nouns = word_lists("place_words")
    return key in nouns["place_preposition"] or key in nouns["direction"]


class _Name(NamedTuple):
    """A country's name: its words in lower case, its code, and whether it names the country's people."""

    words: str
    code: str
    is_people: bool


@cache
def _names() -> dict[str, tuple[_Name, ...]]:
    """The names of countries by their first word, the longest first."""
    lists: dict[str, list[str]] = tomllib.loads(lexicon_path("countries.toml").read_text("utf-8"))
    nouns = {
        tokenise(name).keys
        for names in lists.values()
        for name in names
        if not _PEOPLE.search(name) or name == names[0]
    }
    by_word: dict[str, list[_Name]] = {}
    for keys, code in sorted(country_names().items()):
        by_word.setdefault(keys[0], []).append(_Name(" ".join(keys).replace(" - ", "-"), code, keys not in nouns))
    return {word: tuple(sorted(names, key=lambda name: -len(name.words))) for word, names in by_word.items()}
