"""Quotations for the grounding benchmark: honest ones under noise, and tampered ones, by class and seed.

Every class is one small function that makes a case of a random sentence, or None where the sentence does not
allow it. `CLASSES` is the registry.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from summarize.article import Article
from summarize.wordlist import read_words

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[a-z]{5,}")
_TAKES_BACK = re.compile(
    r"\b(no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|\w+n['’]t"
    r"|den(?:y|ies|ied|ying|ials?)|could|may|might|would|should|must|can|shall|will|if|unless|whether|lest"
    r"|refuse[ds]?|refusing|fail(?:s|ed|ing)?|declin(?:e|es|ed|ing)|unable|threat\w*|tr(?:y|ies|ied|ying)|attempt\w*"
    r"|plan\w*|vow\w*|want\w*|seek\w*|sought|hop(?:e|es|ed|ing)|inten[dt]\w*|reject\w*|dismiss\w*|believed|thought"
    r"|suspected|expected|likely|nearly|almost|narrowly|disput\w*|refut\w*|\w+['’]ll|ready|about|alleged|prepar\w*)\b",
    re.IGNORECASE,
)
_WORDS = tomllib.loads(Path(__file__).with_name("quote_words.toml").read_text("utf-8"))
_DIGITS: dict[str, str] = _WORDS["digits"]
_GROUPS: dict[str, list[list[str]]] = _WORDS["groups"]
_CLAUSE_END = re.compile(
    r"[,;:.!?—()“”\"]|\s[–-]\s|\b(?:but|and|because|while|which|who|that|when|after|since|as|although)\b"
)


class Case(NamedTuple):
    """A quotation, the article it is held against, and the number of the sentence it is said to stand in."""

    quote: str
    article: Article
    sentence: int | None


class Source(NamedTuple):
    """A sentence to make a case of, and the articles it is drawn from."""

    rng: Random
    articles: Sequence[Article]
    article: Article
    number: int
    text: str


@dataclass(frozen=True)
class QuoteClass:
    """A class of quotations, and whether they are evidence."""

    name: str
    is_evidence: bool
    make: Callable[[Source], str | None]


def cases(quote_class: QuoteClass, articles: Sequence[Article], count: int, seed: int) -> Iterator[Case]:
    """That many cases of a class, the same for the same seed.

    Raises:
        ValueError: the articles do not hold that many.
    """
    rng = Random(f"{quote_class.name}/{seed}")
    made = 0
    for _ in range(count * 400):
        source = _source(rng, articles)
        quote = quote_class.make(source)
        if quote and quote.strip():
            made += 1
            yield Case(quote, source.article, source.number)
        if made == count:
            return
    raise ValueError(f"Only {made} cases of {quote_class.name}.")


def _source(rng: Random, articles: Sequence[Article]) -> Source:
    article = rng.choice(articles)
    running = [sentence for sentence in article.sentences if sentence.mark is None]
    sentence = rng.choice(running)
    return Source(rng, articles, article, sentence.number, article.words(sentence))


def _window(source: Source, least: int = 4, most: int = 14, *, text: str | None = None) -> str | None:
    """Some words of a sentence in a row."""
    words = list(_WORD.finditer(source.text if text is None else text))
    if len(words) < least:
        return None
    length = source.rng.randint(least, min(most, len(words)))
    first = source.rng.randint(0, len(words) - length)
    whole = source.text if text is None else text
    return whole[words[first].start() : words[first + length - 1].end()]


def _honest(source: Source, least: int = 4, most: int = 14) -> str | None:
    """A window of a sentence in which nothing is taken back, or a whole sentence."""
    if _TAKES_BACK.search(source.text):
        return source.text if len(source.text.split()) >= least else None
    window = _window(source, least, most)
    return window if window and not _splits_number(source.text, window) else None


def _splits_number(text: str, window: str) -> bool:
    start = text.find(window)
    return bool(re.search(r"[\w][-–]$", text[:start])) or bool(re.match(r"[-–]\w", text[start + len(window) :]))


def _changed(quote: str | None, changed: str | None) -> str | None:
    return changed if quote and changed and changed != quote else None


def _verbatim(source: Source) -> str | None:
    return _honest(source)


def _white_space(source: Source) -> str | None:
    quote = _honest(source)
    spaces = ("  ", "\n", "\u00a0", "\t", " \n ", "\u2009")
    return _changed(quote, quote and re.sub(r" ", lambda _: source.rng.choice(spaces), quote))


def _quotation_marks(source: Source) -> str | None:
    quote = _honest(source, 4, 20)
    straight = quote and quote.translate(str.maketrans("“”‘’", "\"\"''"))
    curly = quote and re.sub(r"'", "’", re.sub(r'"', "”", quote))
    return _changed(quote, straight if straight != quote else curly)


def _upper_case(source: Source) -> str | None:
    quote = _honest(source)
    return _changed(quote, quote and quote.upper())


def _dashes(source: Source) -> str | None:
    quote = _honest(source, 4, 20)
    return _changed(quote, quote and re.sub(r"[-–—]", source.rng.choice("-–—‑−"), quote))


def _unicode_form(source: Source) -> str | None:
    quote = _honest(source, 4, 20)
    return _changed(quote, quote and unicodedata.normalize(source.rng.choice(("NFD", "NFC")), quote))


def _ellipsis(source: Source) -> str | None:
    quote = None if _TAKES_BACK.search(source.text) else _window(source, 8, 22)
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
    is_number = match.group() in {*_DIGITS, *_WORDS["numerals"]["words"]} or match.group().endswith(("teen", "ty"))
    return not is_number and not _TAKES_BACK.fullmatch(match.group()) and not re.search(r"[\w'’]", around)


def _english() -> frozenset[str]:
    return frozenset(read_words("english_words"))


def _dropped_letter(source: Source) -> str | None:
    return _damaged(source, lambda word, at: word[:at] + word[at + 1 :])


def _doubled_letter(source: Source) -> str | None:
    return _damaged(source, lambda word, at: word[:at] + word[at] + word[at:])


def _replaced(source: Source, groups: Sequence[Sequence[str]]) -> str | None:
    """A quotation with a word replaced by another of its group."""
    quote = _window(source, 4, 16)
    places = [
        (match, group)
        for group in groups
        for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, group))})(?![\w-])", quote or "")
    ]
    if not quote or not places:
        return None
    match, group = source.rng.choice(places)
    other = source.rng.choice([word for word in group if word != match.group()])
    return _not_there(source, quote[: match.start()] + other + quote[match.end() :])


def _not_there(source: Source, quote: str) -> str | None:
    """The tampered quotation unless it happens to stand in the article."""
    return None if " ".join(quote.split()).lower() in " ".join(source.article.text.split()).lower() else quote


def _number_changed(source: Source) -> str | None:
    quote = _window(source, 4, 16)
    match = quote and re.search(r"\d+", quote)
    if quote and match and source.rng.random() < 0.5:
        other = str(int(match.group()) + source.rng.choice((1, 2, 9, 10)))
        return _not_there(source, quote[: match.start()] + other + quote[match.end() :])
    return _replaced(source, [list(_DIGITS)])


def _ordinal_or_unit_changed(source: Source) -> str | None:
    return _replaced(source, _GROUPS["ordinals_and_units"])


def _weapon_swapped(source: Source) -> str | None:
    return _replaced(source, _GROUPS["weapons"])


def _name_swapped(source: Source, names: Sequence[str]) -> str | None:
    quote = _window(source, 4, 16)
    found = list(re.finditer(r"(?<=\s)[A-Z][a-z]{3,}\b", quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    return _not_there(source, quote[: match.start()] + source.rng.choice(names) + quote[match.end() :])


def _actor_swapped(source: Source) -> str | None:
    return _name_swapped(source, _WORDS["names"]["actors"])


def _place_swapped(source: Source) -> str | None:
    return _name_swapped(source, _WORDS["names"]["places"])


def _look_alike(source: Source) -> str | None:
    """Iran for Iraq; where no pair occurs, a name with one letter changed."""
    if quote := _replaced(source, _GROUPS["look_alikes"]):
        return quote
    quote = _window(source, 4, 16)
    found = list(re.finditer(r"\b[A-Z][a-z]{3,}\b", quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    at = source.rng.randrange(match.start() + 1, match.end())
    return _not_there(source, quote[:at] + source.rng.choice("aeiourntls") + quote[at + 1 :])


def _number_of_noun(source: Source) -> str | None:
    """Singular and plural exchanged."""
    quote = _window(source, 4, 16)
    found = list(re.finditer(r"(?<=\s)[a-z]{4,}\b(?!['’])", quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    word = match.group()
    other = word[:-1] if word.endswith("s") and not word.endswith("ss") else f"{word}s"
    return _not_there(source, quote[: match.start()] + other + quote[match.end() :])


def _tokens_exchanged(source: Source) -> str | None:
    quote = _window(source, 4, 16)
    words = (quote or "").split()
    if len(words) < 4:
        return None
    at = source.rng.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return _not_there(source, " ".join(words))


def _inserted(source: Source, words: Sequence[str]) -> str | None:
    quote = _window(source, 4, 16)
    if quote is None:
        return None
    parts = quote.split()
    at = source.rng.randrange(1, len(parts))
    return _not_there(source, " ".join([*parts[:at], source.rng.choice(words), *parts[at:]]))


def _negation_inserted(source: Source) -> str | None:
    return _inserted(source, ("not", "no", "never"))


def _modal_inserted(source: Source) -> str | None:
    return _inserted(source, ("could", "may", "allegedly", "if"))


def _negation_lost(source: Source) -> str | None:
    quote = _window(source, 5, 18)
    match = quote and re.search(r"(?<=\S\s)(?:not|no|never|nobody|none|nothing|without)\s", quote)
    return _not_there(source, quote[: match.start()] + quote[match.end() :]) if quote and match else None


def _letter_changed(source: Source) -> str | None:
    quote = _window(source, 4, 16)
    found = list(_LETTERS.finditer(quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    at = source.rng.randrange(match.start(), match.end())
    return _not_there(source, quote[:at] + source.rng.choice("abcdefghijklmnopqrstuvwxyz") + quote[at + 1 :])


def _homoglyph(source: Source) -> str | None:
    quote = _window(source, 4, 16)
    places = [i for i, letter in enumerate(quote or "") if letter in "aeopcxy"]
    if not quote or not places:
        return None
    at = source.rng.choice(places)
    return quote[:at] + quote[at].translate(str.maketrans("aeopcxy", "аеорсху")) + quote[at + 1 :]


def _digits_for_words(source: Source) -> str | None:
    quote = _window(source, 4, 16)
    match = quote and re.search(rf"\b(?:{'|'.join(_DIGITS)})\b", quote)
    return quote[: match.start()] + _DIGITS[match.group()] + quote[match.end() :] if quote and match else None


def _bracket_added(source: Source) -> str | None:
    return _inserted(source, ("[the]", "[sic]", "[Iranian]", "(allegedly)"))


def _two_sentences(source: Source) -> str | None:
    other = source.article.sentence(source.number + 1)
    head, tail = source.text.split()[-5:], source.article.words(other).split()[:5] if other else []
    if other is None or other.mark or len(head) < 3 or len(tail) < 3:
        return None
    joined = f"{' '.join(head)} {' '.join(tail)}"
    return joined if source.rng.random() < 0.5 else joined.replace(". ", " ")


def _another_article(source: Source) -> str | None:
    other = _source(source.rng, source.articles)
    quote = _window(other, 6, 16)
    return None if other.article == source.article or quote is None else _not_there(source, quote)


def _behind(source: Source, triggers: str) -> str | None:
    """The words behind a word that takes them back, to the end of their clause."""
    found = list(re.finditer(rf"\b(?:{triggers})\s+", source.text, re.IGNORECASE))
    if not found:
        return None
    match = source.rng.choice(found)
    rest = source.text[match.end() :]
    end = _CLAUSE_END.search(rest)
    clause = rest[: end.start()] if end else rest
    words = clause.split()
    harmless = re.match(r"(?:only|just|fewer|less|more|later|longer|doubt|far|long|least|\d)", rest)
    if harmless or len(words) < 2:
        return None
    return " ".join(words[: source.rng.randint(2, max(2, len(words)))])


def _cut_after_negation(source: Source) -> str | None:
    return _behind(source, r"no|not|never|nobody|none of|without|neither|\w+n['’]t")


def _cut_out_of_condition(source: Source) -> str | None:
    return _behind(source, r"denied that|denies that|denied|denies|if|unless|whether|could|might|would")


def _ellipsis_over_negation(source: Source) -> str | None:
    found = list(re.finditer(r"(?<=\s)(?:no|not|never|nobody|nothing|without|\w+n['’]t)(?=\s)", source.text))
    if not found:
        return None
    match = source.rng.choice(found)
    before, behind = source.text[: match.start()].split(), source.text[match.end() :].split()
    if len(before) < 2 or len(behind) < 2:
        return None
    if re.match(r"(?:only|just|fewer|less|more|later|doubt|far|long|least)", behind[0]):
        return None
    return f"{' '.join(before[-4:])} … {' '.join(behind[:4])}"


CLASSES: tuple[QuoteClass, ...] = (
    QuoteClass("verbatim", is_evidence=True, make=_verbatim),
    QuoteClass("white space", is_evidence=True, make=_white_space),
    QuoteClass("quotation marks", is_evidence=True, make=_quotation_marks),
    QuoteClass("upper case", is_evidence=True, make=_upper_case),
    QuoteClass("dashes", is_evidence=True, make=_dashes),
    QuoteClass("Unicode form", is_evidence=True, make=_unicode_form),
    QuoteClass("ellipsis", is_evidence=True, make=_ellipsis),
    QuoteClass("dropped letter", is_evidence=True, make=_dropped_letter),
    QuoteClass("doubled letter", is_evidence=True, make=_doubled_letter),
    QuoteClass("number changed", is_evidence=False, make=_number_changed),
    QuoteClass("ordinal or unit changed", is_evidence=False, make=_ordinal_or_unit_changed),
    QuoteClass("digits for words", is_evidence=False, make=_digits_for_words),
    QuoteClass("negation inserted", is_evidence=False, make=_negation_inserted),
    QuoteClass("negation lost", is_evidence=False, make=_negation_lost),
    QuoteClass("modal inserted", is_evidence=False, make=_modal_inserted),
    QuoteClass("weapon swapped", is_evidence=False, make=_weapon_swapped),
    QuoteClass("actor swapped", is_evidence=False, make=_actor_swapped),
    QuoteClass("place swapped", is_evidence=False, make=_place_swapped),
    QuoteClass("look-alike name", is_evidence=False, make=_look_alike),
    QuoteClass("letter changed", is_evidence=False, make=_letter_changed),
    QuoteClass("homoglyph", is_evidence=False, make=_homoglyph),
    QuoteClass("bracket added", is_evidence=False, make=_bracket_added),
    QuoteClass("singular and plural", is_evidence=False, make=_number_of_noun),
    QuoteClass("two tokens exchanged", is_evidence=False, make=_tokens_exchanged),
    QuoteClass("two sentences joined", is_evidence=False, make=_two_sentences),
    QuoteClass("cut after a negation", is_evidence=False, make=_cut_after_negation),
    QuoteClass("cut out of denied, if, could", is_evidence=False, make=_cut_out_of_condition),
    QuoteClass("ellipsis over a negation", is_evidence=False, make=_ellipsis_over_negation),
    QuoteClass("sentence of another article", is_evidence=False, make=_another_article),
)
