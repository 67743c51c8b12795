"""Honest quotations under noise: each function makes one of a random sentence, or None where the sentence has none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from benchmarks._quote_source import WORDS, Source, window
from summarize.wordlist import read_words

_LETTERS = re.compile(r"[a-z]{5,}")
_TAKES_BACK = re.compile(
    r"\b(no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|\w+n['’]t"
    r"|den(?:y|ies|ied|ying|ials?)|could|may|might|would|should|must|can|shall|will|if|unless|whether|lest"
    r"|refuse[ds]?|refusing|fail(?:s|ed|ing)?|declin(?:e|es|ed|ing)|unable|threat\w*|tr(?:y|ies|ied|ying)|attempt\w*"
    r"|plan\w*|vow\w*|want\w*|seek\w*|sought|hop(?:e|es|ed|ing)|inten[dt]\w*|reject\w*|dismiss\w*|believed|thought"
    r"|suspected|expected|likely|nearly|almost|narrowly|disput\w*|refut\w*|\w+['’]ll|ready|about|alleged|prepar\w*)\b",
    re.IGNORECASE,
)


def _honest(source: Source, least: int = 4, most: int = 14) -> str | None:
    """A window of a sentence in which nothing is taken back, or a whole sentence."""
    if _TAKES_BACK.search(source.text):
        return source.text if len(source.text.split()) >= least else None
    quote = window(source, least, most)
    return quote if quote and not _splits_number(source.text, quote) else None


def _splits_number(text: str, window: str) -> bool:
    start = text.find(window)
    return bool(re.search(r"[\w][-–]$", text[:start])) or bool(re.match(r"[-–]\w", text[start + len(window) :]))


def _changed(quote: str | None, changed: str | None) -> str | None:
    return changed if quote and changed and changed != quote else None


def verbatim(source: Source) -> str | None:
    """The words as they stand."""
    return _honest(source)


def white_space(source: Source) -> str | None:
    """Other white space between the words."""
    quote = _honest(source)
    spaces = ("  ", "\n", "\u00a0", "\t", " \n ", "\u2009")
    return _changed(quote, quote and re.sub(r" ", lambda _: source.rng.choice(spaces), quote))


def quotation_marks(source: Source) -> str | None:
    """Straight for curly marks, or curly for straight ones."""
    quote = _honest(source, 4, 20)
    straight = quote and quote.translate(str.maketrans("“”‘’", "\"\"''"))
    curly = quote and re.sub(r"'", "’", re.sub(r'"', "”", quote))
    return _changed(quote, straight if straight != quote else curly)


def upper_case(source: Source) -> str | None:
    """All in capitals."""
    quote = _honest(source)
    return _changed(quote, quote and quote.upper())


def dashes(source: Source) -> str | None:
    """Another sort of dash or hyphen."""
    quote = _honest(source, 4, 20)
    return _changed(quote, quote and re.sub(r"[-–—]", source.rng.choice("-–—‑−"), quote))


def unicode_form(source: Source) -> str | None:
    """The decomposed or the composed form."""
    quote = _honest(source, 4, 20)
    return _changed(quote, quote and unicodedata.normalize(source.rng.choice(("NFD", "NFC")), quote))


def ellipsis(source: Source) -> str | None:
    """Words in the middle left out, marked in one of five ways."""
    quote = None if _TAKES_BACK.search(source.text) else window(source, 8, 22)
    if quote is None:
        return None
    words = quote.split(" ")
    first = source.rng.randint(2, len(words) - 5)
    stop = source.rng.randint(first + 1, len(words) - 3)
    mark = source.rng.choice(("…", "...", "[…]", "[...]", ". . ."))
    return " ".join([*words[:first], mark, *words[stop:]])


def _damaged(source: Source, damage: Callable[[str, int], str]) -> str | None:
    """An honest quotation with one plain word damaged so that nothing else can be read in it."""
    quote = _honest(source)
    words = [match for match in _LETTERS.finditer(quote or "") if _is_plain(quote or "", match)]
    if not quote or not words:
        return None
    match = source.rng.choice(words)
    word = match.group()
    damaged = damage(word, source.rng.randrange(len(word) - 1))
    taken = damaged in _english() or re.search(rf"\b{damaged}\b", source.article.text, re.IGNORECASE)
    return None if taken or damaged == word else quote[: match.start()] + damaged + quote[match.end() :]


def _is_plain(quote: str, match: re.Match[str]) -> bool:
    around = quote[max(0, match.start() - 1) : match.start()] + quote[match.end() : match.end() + 1]
    numbers = {*WORDS["digits"], *WORDS["numerals"]["words"]}
    is_number = match.group() in numbers or match.group().endswith(("teen", "ty"))
    return not is_number and not _TAKES_BACK.fullmatch(match.group()) and not re.search(r"[\w'’]", around)


@cache
def _english() -> frozenset[str]:
    return frozenset(read_words("english_words"))


def dropped_letter(source: Source) -> str | None:
    """One letter dropped, not the last."""
    return _damaged(source, lambda word, at: word[:at] + word[at + 1 :])


def doubled_letter(source: Source) -> str | None:
    """One letter doubled, not the last."""
    return _damaged(source, lambda word, at: word[:at] + word[at] + word[at:])
