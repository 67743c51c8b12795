"""Disguise: what a text looks like to a person, and whether it may look otherwise than a program reads it."""

from __future__ import annotations

import re
import unicodedata

from summarize.kept import Kept

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
_SIGNS = re.compile("[][{}<>`_#=\u0370-\u1dff\u2c00-\ud7ff]")
# What else ASCII has, and the general categories of characters beyond it that may stand for themselves.
_USUAL = bytes(code for code in range(128) if not _SIGNS.match(chr(code)))
_SHOWN = frozenset("LNPSZ")


def odd_characters(text: str) -> list[str]:
    """The characters of a text that may not be what they look like: markup, invisible ones, letters that are not Latin.

    Quick, for news has few: of its thousands of characters some quotation marks and dashes are looked at.
    """
    others = text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass")
    return [character for character in dict.fromkeys(others) if _ODD[character]]


def has_signs(text: str) -> bool:
    """Whether a text has signs of markup or letters that are not Latin."""
    return _SIGNS.search(text) is not None


def hides_words(text: str) -> bool:
    """Whether a text holds words that no screen shows, or turns the order of characters round."""
    if text.isascii():
        return False
    return bool(_OVERRIDES.search(text) or (_FLAG not in text and _TAGS.search(text)))


def as_seen(text: str) -> str:
    """A text as a person sees it: without invisible characters, compatibility forms as plain letters."""
    return text if text.isascii() else unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))


def in_latin(text: str) -> str:
    """A text with the letters that look like Latin ones as those."""
    return text if text.isascii() else text.translate(_LOOK_ALIKES)


def _is_odd(character: str) -> bool:
    """Whether a character is not shown, a sign of markup, or letters in another form; "…" is none, three stops."""
    if unicodedata.category(character)[0] not in _SHOWN or has_signs(character):
        return True
    seen = as_seen(character)
    return seen != character and any(each.isalnum() or has_signs(each) for each in seen)


_ODD = Kept(_is_odd, 4096)
