"""Instructions: sentences that address a reader-machine, and text that hides what it says.

They are marked so that nothing in them is evidence. The words are read as a person sees them: characters that nobody
sees are left out and letters that look like Latin ones are read as those. From such a sentence on, the rest of its
line is marked too: what follows an order is what the order asks for.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from summarize.article import Mark
from summarize.boilerplate.page import Marking, Page
from summarize.content import lexicon_path

# Overrides turn the order of characters round: what is read is not what is seen. Arabic and Hebrew need none.
_OVERRIDES = re.compile("[\u202d\u202e]")
# Tag characters spell words that no screen shows.
_TAGS = re.compile("[\U000e0000-\U000e007f]{2,}")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_FLAG = "\U0001f3f4"  # flags of England, Scotland and Wales are spelled with tag characters
# Cyrillic, Greek and Turkish letters by the Latin ones that look the same (after Unicode's confusables).
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХІЅαοινρκΑΒΕΖΗΙΚΜΝΟΡΤΥΧİı", "aeopcyxijsdhlqwABEKMHOPCTXISaoivpkABEZHIKMNOPTYXIi"
)
# Signs of markup, and letters that are not Latin: such a sentence is looked at whatever its words are.
_SIGNS = re.compile("[][{}<>|`_#=\u0370-\u1dff\u2c00-\ud7ff]")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 2_000  # characters of a sentence that are looked at, from its start


def mark_instructions(page: Page, _: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark what addresses a machine, with the rest of its line."""
    triggers = _triggers().intersection(_words(page.text))  # few pages have more than one or two
    for line in page.lines:
        is_marked = False
        for index in line.sentences:
            is_marked = is_marked or _addresses_machine(page.sentence(index), triggers)
            if is_marked:
                yield index, Mark.INSTRUCTION


def _addresses_machine(sentence: str, triggers: frozenset[str]) -> bool:
    if not sentence.isascii() and _hides_words(sentence):
        return True
    seen = as_seen(sentence[:_LONGEST])
    if not (_SIGNS.search(seen) or _has_any(triggers, seen.lower())):
        return False
    return any(_is_order(text.lower()) for text in dict.fromkeys((seen, seen.translate(_LOOK_ALIKES))))


def _hides_words(sentence: str) -> bool:
    return bool(_OVERRIDES.search(sentence) or (_FLAG not in sentence and _TAGS.search(sentence)))


def _has_any(triggers: frozenset[str], text: str) -> bool:
    """Whether one of the words stands in the text; most texts do not even have its letters."""
    return any(trigger in text for trigger in triggers) and not triggers.isdisjoint(_WORD.findall(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(as_seen(text).lower())


def as_seen(text: str) -> str:
    """A text as a person sees it: without invisible characters, compatibility forms as plain letters."""
    return text if text.isascii() else unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))


def _is_order(text: str) -> bool:
    opening = text.lstrip(" \t>*#\"'“”‘’([-–—•`_") if not text.startswith("[") else text
    return bool(
        _patterns("word").search(text) or _patterns("anywhere").search(text) or _patterns("opening").match(opening)
    )


@cache
def _triggers() -> frozenset[str]:
    """Words of which every pattern needs one. For membership alone."""
    return frozenset(_tables()["triggers"]["words"])


@cache
def _patterns(place: str) -> re.Pattern[str]:
    """All patterns of one kind of instructions.toml; those for words share the look for a word's beginning."""
    patterns = "|".join(f"(?:{pattern})" for pattern in _tables()[place]["patterns"])
    return re.compile(rf"\b(?:{patterns})" if place == "word" else patterns)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(lexicon_path("instructions.toml").read_text("utf-8"))
