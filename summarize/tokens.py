"""Tokens: the words and signs of a text, their normalised keys, and where each stands.

Two tokens are the same word if their keys are equal. A key forgets what is noise in a quotation (case, Unicode
form, invisible characters, the sort of quotation mark or dash) and nothing else: "5" and "five", "Iran" and
"Iraq", "U.S." and "us" have different keys.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from operator import add
from typing import Any

from summarize.article import Span
from summarize.kept import Kept
from summarize.lazy import lazy
from summarize.once import Once

_COMBINING = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f"
)
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_APOSTROPHES = "'’‘ʼʻ′`´＇"
_WORD = f"(?:[^\\W_]|[{_COMBINING}{_INVISIBLE}])"
_CLITIC = "(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL])(?![^\\W_])"
# A token. What nobody reads is passed over at once, and plain words are tried before all others, for speed.
_TOKEN = re.compile(
    rf"""
    ((?=[^\s{_INVISIBLE}])(?:
      [A-Za-z]{{2,}}+(?=[\s,;.:!?)"”-])|[A-Za-z](?=[\s,;])
    | (?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?                   # U.S., a.m.
    | \d+(?:[.,:]\d+)+{_WORD}*                               # 1,000 and 5.30pm
    | {_WORD}+(?:[{_APOSTROPHES}](?!{_CLITIC}){_WORD}+)*     # five, didn't, Kata'ib; but "Iraq's" is two tokens
    | [{_APOSTROPHES}]{_CLITIC}                              # the 's of a possessive
    | \[\s?(?:…|\.\.\.+)\s?\]|…|\.(?:\s?\.){{2,}}            # the ellipsis in its spellings
    | [-‐‑‒–—―−﹣－]+
    | ''|``|[{_APOSTROPHES}"“”„‟«»‚‛‹›＂]
    | [^\s]
    ))
    """,
    re.VERBOSE,
)
_TO_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_INVISIBLES = re.compile(f"[{_INVISIBLE}]")
# Compatibility forms that are the same word in another type; "²" and "½" are other numbers and stay.
_SAME_WORD_FORMS = ("<wide>", "<narrow>", "<compat>", "<font>", "<initial>", "<medial>", "<final>", "<isolated>")
_KEPT_KEYS = 32_768  # words whose keys are kept: the words of a language repeat from article to article
_SEPARATOR = "\x1f"  # is white space to `re`, so it occurs in no token

ELLIPSIS = "…"
DASH = "-"
QUOTE_MARK = '"'


@dataclass  # not frozen, which would cost as much as all else it is made of; nobody changes it
class Tokens(Once):
    """The tokens of a text in order.

    Most of what is asked of them is worked out when it is asked for. Their keys are there from the beginning: rules
    ask for them a thousand times an article, and an attribute that may be worked out takes three times as long to read.

    Attributes:
        text: the text.
        pieces: in turns what nobody reads (white space, invisible characters) and a token; the first and the last
            are of the first kind, and may be empty.
        surfaces: each token as it stands in the text.
        keys: each token's normalised form.
    """

    text: str = field(repr=False)
    pieces: list[str]
    surfaces: list[str] = field(init=False, repr=False, compare=False)
    keys: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look the keys up."""
        self.surfaces = self.pieces[1::2]
        self.keys = tuple(map(_KEYS.__getitem__, self.surfaces))

    def __len__(self) -> int:
        return len(self.surfaces)

    @lazy
    def gaps(self) -> list[str]:
        """What stands before each token: white space and characters that nobody sees."""
        return self.pieces[:-1:2]

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """Every key that occurs. For membership alone: its order is not fixed."""
        return frozenset(self.keys)

    @lazy
    def starts(self) -> list[int]:
        """Offset of each token's first character."""
        return self._borders[:-1:2]

    @lazy
    def ends(self) -> list[int]:
        """Offset behind each token's last character."""
        return self._borders[1::2]

    def end(self, index: int) -> int:
        """Offset behind a token's last character."""
        return self.ends[index]

    def span(self, first: int, stop: int) -> Span:
        """The stretch of text from token `first` up to, not including, token `stop`."""
        return Span(self.starts[first], self.ends[stop - 1])

    def range(self, span: Span) -> tuple[int, int]:
        """First token and stop of the tokens that begin inside a stretch of text."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def cut(self, start: int, end: int) -> tuple[int, int] | None:
        """First token and stop of those that make up a stretch of text; None if its ends are not those of tokens."""
        first, stop = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first == stop or self.starts[first] != start or self.ends[stop - 1] != end:
            return None
        return first, stop

    def occurrences(self, keys: Sequence[str], first: int = 0, stop: int | None = None) -> Iterator[int]:
        """The token at which each run of these keys begins, in order, inside the given token range."""
        needle = _SEPARATOR + _SEPARATOR.join(keys) + _SEPARATOR
        end = len(self._joined) if stop is None else self._offsets[stop] + 1
        position = self._joined.find(needle, self._offsets[first] if first else 0, end)
        while position >= 0:
            yield bisect_right(self._offsets, position) - 1
            position = self._joined.find(needle, position + 1, end)

    @lazy
    def letters(self) -> str:
        """The letters that occur in the keys, sorted."""
        return "".join(sorted(filter(str.isalpha, set("".join(self.vocabulary)))))

    @lazy
    def _borders(self) -> list[int]:
        """Offset behind each piece."""
        return list(accumulate(map(len, self.pieces)))

    @lazy
    def _done(self) -> dict[Any, Any]:
        return {}

    @lazy
    def _joined(self) -> str:
        return _SEPARATOR + _SEPARATOR.join(self.keys) + _SEPARATOR

    @lazy
    def _offsets(self) -> list[int]:
        """Where in the joined keys the separator before each token is, and the one after the last."""
        return list(accumulate(map(add, map(len, self.keys), repeat(1)), initial=0))


def tokenise(text: str) -> Tokens:
    """The tokens of a text; characters that nobody sees are none.

    Args:
        text: any text; lone surrogates and control characters do no harm.
    """
    return Tokens(text, _TOKEN.split(text))


def token_key(surface: str) -> str:
    """The normalised form of one token."""
    return _KEYS[surface]


def _key(surface: str) -> str:
    if surface.isascii() and surface[0].isalnum():
        key = _without_last_dot(surface.lower())
        return surface if key == surface else key  # one object for both, where it may be
    if _is_ellipsis(surface):
        return ELLIPSIS
    if surface.strip("-‐‑‒–—―−﹣－") == "":
        return DASH
    if surface.strip(_APOSTROPHES + '"“”„‟«»‚‛‹›＂') == "":
        return QUOTE_MARK
    return _without_last_dot(_fold(surface))


def is_word(key: str) -> bool:
    """Whether a key is a word or number, not a sign."""
    return key[:1].isalnum() or any(map(str.isalnum, key))


def _is_ellipsis(surface: str) -> bool:
    return surface.strip("[].… ") == "" and ("…" in surface or surface.count(".") > 2)  # noqa: PLR2004 - three dots


def _without_last_dot(key: str) -> str:
    """The stop of an abbreviation may be the stop of its sentence: the key of "U.S." is "u.s"."""
    return key[:-1] if key[-1:] == "." and len(key) > 1 else key


def _fold(surface: str) -> str:
    """Case, Unicode form, apostrophe and invisible characters forgotten."""
    visible = _INVISIBLES.sub("", surface).translate(_TO_APOSTROPHE)
    plain = "".join(map(_plain_form, unicodedata.normalize("NFC", visible)))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", plain).casefold())


def _plain_form(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.decomposition(character).startswith(_SAME_WORD_FORMS):
        return unicodedata.normalize("NFKC", character)
    return character


_KEYS = Kept(_key, _KEPT_KEYS)
