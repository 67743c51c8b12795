"""Scores of the summary as a text: what it covers, what it makes up, how long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.grounding.number_words import number_table

_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?;:]\s+|\n\s*)[“\"'(]?$")

_STEM = 4
"""Letters by which a name and its adjective agree."""


@dataclass(frozen=True, slots=True)
class SummaryScore:
    """How good a summary is.

    Attributes:
        covered: which of gold's key facts it says, in gold's order.
        unsupported: its numbers, names and dates that the article does not contain, in order.
        words: its length.
    """

    covered: tuple[bool, ...]
    unsupported: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an article, as a summary's are compared with them.

    Attributes:
        words: all of them, normalised.
        stems: their first letters.
    """

    words: frozenset[str]
    stems: frozenset[str]


def vocabulary(source: str) -> Vocabulary:
    """The words of an article's title and text."""
    words = frozenset(map(_key, _WORD.findall(source)))
    return Vocabulary(words, frozenset(word[:_STEM] for word in words))


def score_summary(summary: str, source: Vocabulary, key_facts: Sequence[Sequence[str]]) -> SummaryScore:
    """Score a summary.

    Args:
        summary: its text.
        source: the words of the article.
        key_facts: as gold gives them.
    """
    return SummaryScore(
        covered=tuple(covers(summary, fact) for fact in key_facts),
        unsupported=tuple(unsupported(summary, source)),
        words=len(summary.split()),
    )


def covers(summary: str, fact: Sequence[str]) -> bool:
    """Whether a summary says a key fact.

    Args:
        summary: the summary's text.
        fact: terms that must all occur, as substrings, case and white space apart; `a|b` means either.
    """
    text = _plain(summary)
    return all(any(_plain(choice) in text for choice in term.split("|")) for term in fact)


def _plain(text: str) -> str:
    """Lower case, one space for white space, straight quotes."""
    return " ".join(text.casefold().replace("’", "'").replace("‘", "'").split())


def unsupported(summary: str, source: Vocabulary) -> Iterator[str]:
    """The summary's numbers, names and dates that its article does not contain, in order.

    This is a second reading, on purpose simpler than the one grounding makes: what slips through there is to be
    seen here. A number stands by its value ("two" for 2), a name by its word or its stem of four letters or more
    ("Iraqi" for "Iraq"). The first word of a sentence is a name only if it is one elsewhere.
    """
    for match in _WORD.finditer(summary):
        word = match.group()
        key = _key(word)
        named = word[0].isupper() and not _SENTENCE_START.search(summary[: match.start()])
        known = key in source.words or (named and len(key) >= _STEM and key[:_STEM] in source.stems)
        if not known and (named or (key.isdigit() and key != "1")):  # "one" is also a pronoun
            yield word


def _key(word: str) -> str:
    """What a word is compared by: small letters, no possessive, a number by its digits."""
    plain = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'.,-")
    digits = plain.replace(",", "")
    number = number_table("cardinals").get(plain)
    return digits if digits.isdigit() else plain.replace(".", "") if number is None else str(number)
