"""Duplicates: which articles of a run repeat an earlier one, word for word or nearly so."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from itertools import islice
from struct import unpack

from summarize.article import Article
from summarize.content import lexicon_path
from summarize.kept import Kept
from summarize.scratch import scratch_database
from summarize.wordlist import read_words
from summarize.words import folded_words

_BITS = 64
_MASK = (1 << _BITS) - 1
_SHORTEST = 5  # letters of a word that tells stories apart
_NEAR = 8  # bits two fingerprints may differ in; unrelated news differs in 15 and more
_MOST_COMPARED = 1000  # earlier articles with the same facts, the latest of them
_KEPT = 16_384  # words of which it is kept what they count for: a language's repeat from article to article
_MOST_WORDS = 60_000  # different words of an article that count: the sums below have 16 bits


class Duplicates:
    """Remembers every article it has seen, in a scratch database.

    Two articles are the same story when their running text has the same facts, each as often (numbers, weekdays,
    and words such as "said", "killed", "claimed"), and when the simhash of their longer words (Charikar 2002;
    64 bits as in Manku, Jain and Das Sarma, "Detecting near-duplicates for web crawling", 2007) differs in at most
    8 bits. Boilerplate and the headline do not count. So a copy with a share bar, another
    headline or a misprint is found, and an update with another toll, another day or a claim is not one.

    Missed: a copy that is cut, or with a misprint in a number or such a word. Taken for a copy: an article
    that differs from another in a few names alone.
    """

    def __init__(self) -> None:
        self._database = scratch_database(
            self,
            "CREATE TABLE seen (facts INTEGER, fingerprint INTEGER, id BLOB); CREATE INDEX by_facts ON seen (facts);",
        )

    def seen(self, article: Article) -> str | None:
        """The id of the earlier article that this one repeats, None for a new one, which is remembered."""
        counts = _counts(article)
        facts, fingerprint = _facts(counts), _fingerprint(counts)
        for other, name in self._with_facts(facts):
            if ((fingerprint ^ other) & _MASK).bit_count() <= _NEAR:
                return name.decode()
        row = (facts, fingerprint, article.id.encode())
        self._database.execute("INSERT INTO seen VALUES (?, ?, ?)", row)
        return None

    def _with_facts(self, facts: int) -> Iterable[tuple[int, bytes]]:
        query = "SELECT fingerprint, id FROM seen WHERE facts = ? ORDER BY rowid DESC LIMIT ?"
        return self._database.execute(query, (facts, _MOST_COMPARED))


def _counts(article: Article) -> Counter[str]:
    """How often each word occurs in the news of an article: in all of it but for what is left out, which is short."""
    counts = Counter(folded_words(article.text))
    for word in folded_words(_left_out(article)):
        counts[word] -= 1
        if not counts[word]:
            del counts[word]
    return counts


def _left_out(article: Article) -> str:
    """The sentences that are no news, and the headline: the lines above the first that ends in a stop."""
    left, above = [], True
    for sentence in article.sentences:
        if above and sentence.mark is None:
            above = not _is_stopped(article.words(sentence))
        if above or sentence.mark is not None:
            left.append(article.words(sentence))
    return "" if above else " ".join(left)


def _is_stopped(sentence: str) -> bool:
    return sentence.rstrip("\"'”’»)]")[-1:] in {".", "!", "?", "…"}


def _facts(counts: Mapping[str, int]) -> int:
    """A hash of the words that updates change, with how often each occurs."""
    return _hash(repr(sorted([(word, counts[word]) for word in filter(_FACTS.__getitem__, counts)])))


def _fingerprint(words: Iterable[str]) -> int:
    """The simhash of the different longer words: a bit is set where it is in more than half of their hashes."""
    spread = sum(map(_SPREADS.__getitem__, islice(words, _MOST_WORDS)))
    total, *counts = unpack(f">{1 + _BITS}H", spread.to_bytes(2 * (1 + _BITS), "big"))
    bits = "".join(["1" if 2 * count > total else "0" for count in counts])
    return int.from_bytes(int(bits, 2).to_bytes(_BITS // 8, "big"), "big", signed=True)  # as SQLite keeps it


def _is_fact(word: str) -> bool:
    return word in _fact_words() or word[0].isdecimal()


def _spread(word: str) -> int:
    """A longer word as a 1 and the bits of its hash, each in a field of 16 bits, so that a sum counts all of them."""
    return int("000".join(f"1{_hash(word) & _MASK:0{_BITS}b}"), 16) if len(word) >= _SHORTEST else 0


_FACTS = Kept(_is_fact, _KEPT)
_SPREADS = Kept(_spread, _KEPT)


def _hash(text: str) -> int:
    digest = blake2b(text.encode(), digest_size=_BITS // 8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache
def _fact_words() -> frozenset[str]:
    numbers = tomllib.loads(lexicon_path("numbers.toml").read_text("utf-8"))
    return frozenset([*numbers["cardinals"], *numbers["multipliers"], *read_words("news_cues"), "nobody", "none"])
