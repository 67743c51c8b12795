"""Canonical date words: lower case, numbers in digits, "M11" for November, "W0" for Monday, "T" for a time of day.

A calendar day is always written "9 M11", with its year "9 M11 2024", and an ordinal "9th", so that rules need one
spelling each. A capital letter tells May from may.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from summarize.grounding.dates.days import MONTHS_IN_YEAR
from summarize.grounding.number_words import number_table
from summarize.kept import Kept

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_CLOCK = "T"
_TIMES = ("once", "twice", "thrice")  # values of ordinals, but no ordinals
_ZONE = r"(?:\s?(?:\(?(?:local time|GMT|UTC|CET|EET|ET|EST|EDT|Z)\b\)?))"
_HALF = r"(?:\s?(?:[ap]\.?\s?m\b\.?|o'clock|hrs\b|h\b))"
# "Nov. 9", "April 13-14": in digits, since "last October two attackers" is no day.
_MONTH_FIRST = re.compile(
    rf"\b({'|'.join(_MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)\s(?:the\s)?"
    r"(\d{1,2}(?:\s?-\s?\d{1,2})?)(?:st|nd|rd|th)?\b(?![:.]\d)",
    re.IGNORECASE,
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:'s)?")
_CACHED = 4096  # date words, and single words, that are kept: they repeat


@lru_cache(maxsize=_CACHED)
def canonical(words: str) -> str:
    """Date words in the one spelling that rules read."""
    return canonical_sentence(words)


def canonical_sentence(text: str) -> str:
    """A sentence that holds date words in the same spelling; it is not kept, as sentences do not repeat."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    if _DIGIT.search(text):
        for pattern, replacement in _DIGIT_FORMS:
            text = pattern.sub(replacement, text)
    text = _WORD.sub(_canonical_word, text)
    for pattern, replacement in _CANONICAL_FORMS:
        text = pattern.sub(replacement, text)
    return text.strip()


def _spelled(match: re.Match[str]) -> str:
    """A date in digits with the month's name."""
    month = int(match["month"])
    is_month = 1 <= month <= MONTHS_IN_YEAR
    return f" {int(match['day'])} {_MONTHS[month - 1]} {match['year']} " if is_month else match[0]


_Form = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_CALENDAR_FORMS: tuple[_Form, ...] = (
    (re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\b"), _spelled),
    (_MONTH_FIRST, r"\2 \1"),
    (re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"), _spelled),
)
_CLOCK_FORMS: tuple[_Form, ...] = (
    (re.compile(rf"\b\d{{1,2}}[:.]\d\d(?::\d\d)?(?!\d){_HALF}?{_ZONE}?", re.IGNORECASE), f" {_CLOCK} "),
    (re.compile(rf"\b\d{{1,2}}{_HALF}{_ZONE}?", re.IGNORECASE), f" {_CLOCK} "),
    (re.compile(rf"\b\d{{4}}(?:\s?(?:h|hrs|hours)\b{_ZONE}?|{_ZONE})", re.IGNORECASE), f" {_CLOCK} "),
    (re.compile(rf"\b(?<=towards )\d{{1,2}} hours\b{_ZONE}?", re.IGNORECASE), f" {_CLOCK} "),
)
_DIGIT_FORMS = _CALENDAR_FORMS + _CLOCK_FORMS
_CANONICAL_FORMS: tuple[_Form, ...] = (
    (re.compile(r"'s?\b|[,\"“”.;!?]"), " "),
    (re.compile(r"\s*-\s*"), "-"),
    (re.compile(r"\b(\d{1,2})(?:st|nd|rd)\b"), r"\1th"),
    (re.compile(r"\bchristmas eve\b"), "24 M12"),
    (re.compile(r"\bchristmas(?: day)?\b"), "25 M12"),
    (re.compile(r"\bnew year eve\b"), "31 M12"),
    (re.compile(r"\bnew year day\b"), "1 M01"),
    (re.compile(r"\b([23])0-([1-9])(th)?\b"), r"\1\2\3"),  # twenty-one, thirty-first
    (re.compile(r"\s+"), " "),
    (re.compile(r"\b(\d{1,2})th(?: of)?(?: the month of)? (M\d\d)\b"), r"\1 \2"),
)


def _canonical_word(match: re.Match[str]) -> str:
    return _SPELLED[match[0]] or _abbreviated(match)


def _spelled_alone(surface: str) -> str:
    """A word in canonical spelling; empty where the words around it tell whether it is an abbreviation."""
    word = surface.removesuffix("'s")
    if word == _CLOCK:
        return word
    key = word.casefold()
    if not word[0].isupper():
        return _number_or(key)
    return _names().get(key) or ("" if key in _abbreviations() else _number_or(key))


def _abbreviated(match: re.Match[str]) -> str:
    """A word that is an abbreviation if it stands as one."""
    key = match[0].removesuffix("'s").casefold()
    return _abbreviations()[key] if _is_abbreviation(match) else _number_or(key)


def _number_or(key: str) -> str:
    """A number word in digits; any other word as it is."""
    if key in number_table("cardinals"):
        return str(number_table("cardinals")[key])
    if key in number_table("ordinal_values") and key not in _TIMES:
        return f"{number_table('ordinal_values')[key]}th"
    return key


def _is_abbreviation(match: re.Match[str]) -> bool:
    """Whether a word is cut short for a date: a stop or a number is beside it, or it stands alone."""
    before, after = match.string[: match.start()].rstrip()[-1:], match.string[match.end() :].lstrip()[:1]
    return after == "." or (before + after).strip().isdigit() or not (before or after)


@cache
def _names() -> dict[str, str]:
    months = {name.casefold(): f"M{index:02}" for index, name in enumerate(_MONTHS, 1)}
    return months | {name.casefold(): f"W{index}" for index, name in enumerate(_WEEKDAYS)}


@cache
def _abbreviations() -> dict[str, str]:
    return {name[:length]: tag for name, tag in _names().items() for length in (3, 4, 5)}


_SPELLED = Kept(_spelled_alone, _CACHED)
