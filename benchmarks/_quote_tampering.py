"""Tampered quotations: each function makes one of a random sentence, or None where the sentence does not allow it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks._quote_source import WORDS, Source, not_there, random_source, window

_LETTERS = re.compile(r"[a-z]{5,}")
_DIGITS: dict[str, str] = WORDS["digits"]
_GROUPS: dict[str, list[list[str]]] = WORDS["groups"]
_CLAUSE_END = re.compile(
    r"[,;:.!?—()“”\"]|\s[–-]\s|\b(?:but|and|because|while|which|who|that|when|after|since|as|although)\b"
)


def _replaced(source: Source, groups: Sequence[Sequence[str]]) -> str | None:
    """A quotation with a word replaced by another of its group."""
    quote = window(source, 4, 16)
    places = [
        (match, group)
        for group in groups
        for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, group))})(?![\w-])", quote or "")
    ]
    if not quote or not places:
        return None
    match, group = source.rng.choice(places)
    other = source.rng.choice([word for word in group if word != match.group()])
    return not_there(source, quote[: match.start()] + other + quote[match.end() :])


def number_changed(source: Source) -> str | None:
    """Another number, in digits or words."""
    quote = window(source, 4, 16)
    match = quote and re.search(r"\d+", quote)
    if quote and match and source.rng.random() < 0.5:
        other = str(int(match.group()) + source.rng.choice((1, 2, 9, 10)))
        return not_there(source, quote[: match.start()] + other + quote[match.end() :])
    return _replaced(source, [list(_DIGITS)])


def ordinal_or_unit_changed(source: Source) -> str | None:
    """The second for the first, miles for kilometres."""
    return _replaced(source, _GROUPS["ordinals_and_units"])


def weapon_swapped(source: Source) -> str | None:
    """A rocket for a drone."""
    return _replaced(source, _GROUPS["weapons"])


def _name_swapped(source: Source, names: Sequence[str]) -> str | None:
    quote = window(source, 4, 16)
    found = list(re.finditer(r"(?<=\s)[A-Z][a-z]{3,}\b", quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    return not_there(source, quote[: match.start()] + source.rng.choice(names) + quote[match.end() :])


def actor_swapped(source: Source) -> str | None:
    """A group's name for a name."""
    return _name_swapped(source, WORDS["names"]["actors"])


def place_swapped(source: Source) -> str | None:
    """A town's name for a name."""
    return _name_swapped(source, WORDS["names"]["places"])


def look_alike(source: Source) -> str | None:
    """Iran for Iraq; where no pair occurs, a name with one letter changed."""
    if quote := _replaced(source, _GROUPS["look_alikes"]):
        return quote
    quote = window(source, 4, 16)
    found = list(re.finditer(r"\b[A-Z][a-z]{3,}\b", quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    at = source.rng.randrange(match.start() + 1, match.end())
    return not_there(source, quote[:at] + source.rng.choice("aeiourntls") + quote[at + 1 :])


def number_of_noun(source: Source) -> str | None:
    """Singular and plural exchanged."""
    quote = window(source, 4, 16)
    found = list(re.finditer(r"(?<=\s)[a-z]{4,}\b(?!['’])", quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    word = match.group()
    other = word[:-1] if word.endswith("s") and not word.endswith("ss") else f"{word}s"
    return not_there(source, quote[: match.start()] + other + quote[match.end() :])


def tokens_exchanged(source: Source) -> str | None:
    """Two neighbouring words exchanged."""
    quote = window(source, 4, 16)
    words = (quote or "").split()
    if len(words) < 4:
        return None
    at = source.rng.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return not_there(source, " ".join(words))


def _inserted(source: Source, words: Sequence[str]) -> str | None:
    quote = window(source, 4, 16)
    if quote is None:
        return None
    parts = quote.split()
    at = source.rng.randrange(1, len(parts))
    return not_there(source, " ".join([*parts[:at], source.rng.choice(words), *parts[at:]]))


def negation_inserted(source: Source) -> str | None:
    """A negation that is not there."""
    return _inserted(source, ("not", "no", "never"))


def modal_inserted(source: Source) -> str | None:
    """A modal or hedge that is not there."""
    return _inserted(source, ("could", "may", "allegedly", "if"))


def negation_lost(source: Source) -> str | None:
    """The negation inside the quotation left out."""
    quote = window(source, 5, 18)
    match = quote and re.search(r"(?<=\S\s)(?:not|no|never|nobody|none|nothing|without)\s", quote)
    return not_there(source, quote[: match.start()] + quote[match.end() :]) if quote and match else None


def letter_changed(source: Source) -> str | None:
    """One letter of a word in small letters changed."""
    quote = window(source, 4, 16)
    found = list(_LETTERS.finditer(quote or ""))
    if not quote or not found:
        return None
    match = source.rng.choice(found)
    at = source.rng.randrange(match.start(), match.end())
    return not_there(source, quote[:at] + source.rng.choice("abcdefghijklmnopqrstuvwxyz") + quote[at + 1 :])


def homoglyph(source: Source) -> str | None:
    """A Latin letter replaced by the Cyrillic one that looks the same."""
    quote = window(source, 4, 16)
    places = [i for i, letter in enumerate(quote or "") if letter in "aeopcxy"]
    if not quote or not places:
        return None
    at = source.rng.choice(places)
    return quote[:at] + quote[at].translate(str.maketrans("aeopcxy", "аеорсху")) + quote[at + 1 :]


def digits_for_words(source: Source) -> str | None:
    """A number word in digits."""
    quote = window(source, 4, 16)
    match = quote and re.search(rf"\b(?:{'|'.join(_DIGITS)})\b", quote)
    return quote[: match.start()] + _DIGITS[match.group()] + quote[match.end() :] if quote and match else None


def bracket_added(source: Source) -> str | None:
    """An editor's addition in brackets."""
    return _inserted(source, ("[the]", "[sic]", "[Iranian]", "(allegedly)"))


def two_sentences(source: Source) -> str | None:
    """The end of a sentence and the beginning of the next, with its stop or without."""
    other = source.article.sentence(source.number + 1)
    head, tail = source.text.split()[-5:], source.article.words(other).split()[:5] if other else []
    if other is None or other.mark or len(head) < 3 or len(tail) < 3:
        return None
    joined = f"{' '.join(head)} {' '.join(tail)}"
    return joined if source.rng.random() < 0.5 else joined.replace(". ", " ")


def another_article(source: Source) -> str | None:
    """Words of another article."""
    other = random_source(source.rng, source.articles)
    quote = window(other, 6, 16)
    return None if other.article == source.article or quote is None else not_there(source, quote)


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


def cut_after_negation(source: Source) -> str | None:
    """What stands behind a negation."""
    return _behind(source, r"no|not|never|nobody|none of|without|neither|\w+n['’]t")


def cut_out_of_condition(source: Source) -> str | None:
    """What stands behind a denial, a condition or a modal."""
    return _behind(source, r"denied that|denies that|denied|denies|if|unless|whether|could|might|would")


def ellipsis_over_negation(source: Source) -> str | None:
    """An ellipsis in place of a negation."""
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
