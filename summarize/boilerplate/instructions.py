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

from summarize.article import Mark
from summarize.boilerplate.disguise import as_seen, has_signs, hides_words, in_latin, odd_characters
from summarize.boilerplate.page import Marking, Page
from summarize.content import lexicon_path
from summarize.words import folded_words

_WORD = re.compile(r"[^\W_]+")
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
    return [index for index, text in enumerate(texts) if any(map(text.__contains__, needles))] if needles else []


def _addresses_machine(sentence: str, triggers: frozenset[str]) -> bool:
    if hides_words(sentence):
        return True
    seen = as_seen(sentence[:_LONGEST])
    if not (has_signs(seen) or _has_any(triggers, seen.lower())):
        return False
    return any(_is_order(text.lower()) for text in dict.fromkeys((seen, in_latin(seen))))


def _has_any(triggers: frozenset[str], text: str) -> bool:
    """Whether one of the words stands in the text; most texts do not even have its letters."""
    return any(map(text.__contains__, triggers)) and not triggers.isdisjoint(_WORD.findall(text))


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
