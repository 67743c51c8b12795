"""Instructions: sentences that address a reader-machine, and text that hides what it says.

They are marked so that nothing in them is evidence. The words are read as a person sees them: characters that nobody
sees are left out and letters that look like Latin ones are read as those. From such a sentence on, the rest of its
line is marked too: what follows an order is what the order asks for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from summarize.article import Mark
from summarize.boilerplate.disguise import as_seen, has_signs, hides_words, in_latin, odd_characters
from summarize.boilerplate.page import Marking, Page
from summarize.content import lexicon_path
from summarize.words import folded_words

_WORD = re.compile(r"[^\W_]+")
_SIGN = ""  # stands for a sign of markup or a letter that is not Latin where words do
_MOST_SOUGHT = 20  # odd characters looked for in each sentence, so that thousands of them do no harm
_LONGEST = 2_000  # characters of a sentence that are looked at, from its start


def mark_instructions(page: Page, _: Mapping[int, Mark]) -> Iterator[Marking]:
    """Mark what addresses a machine, with the rest of its line."""
    odd = odd_characters(page.text)
    seen = page.text if "".join(odd).isascii() else as_seen(page.text)
    triggers = _triggers().intersection(folded_words(seen))  # few pages have more than one or two
    suspects = _suspects(page, odd, triggers)
    if not suspects:
        return
    for line in page.lines:
        is_marked = False
        for index in line.sentences:
            is_marked = is_marked or (index in suspects and _addresses_machine(page.texts[index], triggers))
            if is_marked:
                yield index, Mark.INSTRUCTION


def _suspects(page: Page, odd: Sequence[str], triggers: frozenset[str]) -> Collection[int]:
    """The sentences that have an odd character or a trigger; all of a page with many odd characters."""
    if len(odd) > _MOST_SOUGHT:
        return range(len(page.texts))
    return {*_with_any(odd, page.texts), *_with_any(triggers, page.lowered)}


def _with_any(needles: Collection[str], texts: Sequence[str]) -> list[int]:
    """Which of the texts have one of the needles in them."""
    return [index for needle in needles for index, text in enumerate(texts) if needle in text]


def _addresses_machine(sentence: str, triggers: frozenset[str]) -> bool:
    if hides_words(sentence):
        return True
    seen = as_seen(sentence[:_LONGEST])
    lowered, signs = seen.lower(), has_signs(seen)
    words = _WORD.findall(lowered)
    if not signs and triggers.isdisjoint(words):
        return False
    if _is_order(lowered, words, signs=signs):
        return True
    latin = in_latin(seen).lower()
    return latin != lowered and _is_order(latin, _WORD.findall(latin), signs=signs)


def _is_order(text: str, words: Sequence[str], *, signs: bool) -> bool:
    """Whether one of the patterns is in a text, of which the words are given and whether it has signs."""
    opening = text.lstrip(" \t>*#\"'“”‘’([-–—•`_") if not text.startswith("[") else text
    asked = _patterns_with((*words, _SIGN) if signs else words)
    return _openings().match(opening) is not None or any(_compiled(pattern).search(text) for pattern in asked)


@cache
def _triggers() -> frozenset[str]:
    """Words of which every pattern needs one. For membership alone."""
    return frozenset(_tables()["triggers"]["words"])


@cache
def _openings() -> re.Pattern[str]:
    """All patterns for the beginning of a sentence in one."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in _tables()["opening"]["patterns"]))


@cache
def _patterns() -> dict[str, list[str]]:
    """The patterns for what may stand anywhere in a sentence, each with the words of which it needs one, or a sign."""
    tables = _tables()
    found = [(rf"\b(?:{pattern})", needs) for needs, pattern in tables["word"]["patterns"]]
    found += [(pattern, needs) for needs, pattern in tables["anywhere"]["patterns"]]
    return {pattern: needs.split() or [_SIGN] for pattern, needs in found}


@cache
def _by_word() -> dict[str, list[str]]:
    """The same patterns by each of those words."""
    words = dict.fromkeys(word for needs in _patterns().values() for word in needs)
    return {word: [pattern for pattern, needs in _patterns().items() if word in needs] for word in words}


def _patterns_with(words: Sequence[str]) -> set[str]:
    """The patterns that need one of these words: few, where the whole of them would take most of the time."""
    by_word = _by_word()
    return {pattern for word in by_word.keys() & words for pattern in by_word[word]}


_compiled = cache(re.compile)


@cache
def _tables() -> dict[str, dict[str, list[Any]]]:
    return tomllib.loads(lexicon_path("instructions.toml").read_text("utf-8"))
