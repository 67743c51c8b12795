"""Language: which language an article is written in, so that an article that is not English gets an error row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from summarize.wordlist import read_words
from summarize.words import folded_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"
_REACH, _MOST_WORDS = 2000, 320  # characters looked at, from the first letter on, and the words in about as many
_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_ENGLISH_SHARE = 0.15  # of the words; news in English has 0.25 to 0.35, news in other languages below 0.05
_FEWEST_WORDS = 8  # below this the share of function words says nothing
_SURE = 0.6  # py3langid's probability: below it, a text in Latin letters is an English flash full of foreign names


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language a text is most likely in; "und" for a text without words.

    English is known by its function words. Only a text without them costs the loading of py3langid (about a
    second and 120 MB). A short text in Latin letters that fits no language well counts as English: names from
    the field ("Harakat al-Nujaba", "Ain al-Asad") outweigh the few English words of a news flash.
    """
    if _are_english(folded_words(text)[:_MOST_WORDS]):
        return "en"
    first = _WORD.search(text)
    return _most_likely(text[first.start() : first.start() + _REACH]) if first else UNDETERMINED


def _are_english(words: Sequence[str]) -> bool:
    english = sum(map(_english_words().__contains__, words))
    if english < _ENGLISH_SHARE * len(words):  # perhaps for its numbers and initials, which are in no language
        words = [word for word in words if len(word) > 1 and word.isalpha()]
    return len(words) >= _FEWEST_WORDS and english >= _ENGLISH_SHARE * len(words)


def _most_likely(sample: str) -> str:
    language, probability = _identifier().classify(sample)
    if probability < _SURE and len(_LATIN.findall(sample)) * 2 > len(_WORD.findall(sample)):
        return "en"
    return str(language)


@cache
def _english_words() -> frozenset[str]:
    return frozenset(read_words("english_function_words"))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(read_words("news_languages"))
    return identifier
