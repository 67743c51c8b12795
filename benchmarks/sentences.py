"""Sentences: F1 of their ends in the texts marked by hand, and the cost of a 600-word text, beside plain sentencex.

Run from the project's root: `python -m benchmarks.sentences`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence

from sentencex import get_sentence_boundaries, segment

from summarize.boilerplate import mark_sentences
from summarize.evaluation.gold import load_gold
from summarize.language import detect_language
from summarize.sentences import split_sentences
from tests.marked_texts import marked_texts

_WORDS = 600
_ROUNDS = 15
_LEAST_F1 = 0.99
_MOST_TIMES = {"splitting": 15.0, "marking": 13.0, "language": 8.0}  # of plain sentencex, about 0.06 ms


def plain_ends(text: str) -> set[int]:
    """The sentence ends that sentencex alone sees, a line at a time."""
    ends: set[int] = set()
    offset = 0
    for line in text.splitlines(keepends=True):
        for bound in get_sentence_boundaries("en", line):
            if words := bound["text"].rstrip():
                ends.add(offset + bound["start_index"] + len(words))
        offset += len(line)
    return ends


def plain_split(text: str) -> list[list[str]]:
    """The sentences that sentencex alone gives, a line at a time."""
    return [segment("en", line) for line in text.splitlines() if line]


def our_ends(text: str) -> set[int]:
    """The sentence ends that the project sees."""
    return {sentence.end for sentence in split_sentences(text)}


def f1(ends: Callable[[str], set[int]]) -> float:
    """F1 of sentence ends over the texts marked by hand."""
    right = count = 0
    for sample in marked_texts():
        found = ends(sample.text)
        right += len(found & sample.ends.keys())
        count += len(found) + len(sample.ends)
    return 2 * right / count


def milliseconds(works: Mapping[str, Callable[[str], object]], texts: Sequence[str]) -> dict[str, float]:
    """The processor time of a text of 600 words; the best of rounds that take turns, so that all meet the same load."""
    words = sum(len(text.split()) for text in texts)
    best = dict.fromkeys(works, float("inf"))
    for _ in range(_ROUNDS):
        for name, work in works.items():
            start = time.process_time()
            for text in texts:
                work(text)
            best[name] = min(best[name], time.process_time() - start)
    return {name: seconds * 1000 * _WORDS / words for name, seconds in best.items()}


def main() -> int:
    """Print the table; exit 1 if a limit is missed."""
    texts = [gold.article.text for gold in load_gold().articles]
    split = {text: split_sentences(text) for text in texts}
    plain, ours = f1(plain_ends), f1(our_ends)
    print(f"F1 of {sum(len(sample.ends) for sample in marked_texts())} sentence ends")
    print(f"{'plain sentencex':<18}{plain:8.4f}")
    print(f"{'splitting':<18}{ours:8.4f}")
    costs = milliseconds(
        {
            "plain sentencex": plain_split,
            "splitting": split_sentences,
            "marking": lambda text: mark_sentences(text, split[text]),
            "language": detect_language,
        },
        texts,
    )
    base = costs["plain sentencex"]
    print(f"\n{_WORDS} words of gold{'ms':>9}{'ratio':>9}")
    for name, cost in costs.items():
        print(f"{name:<18}{cost:8.3f}{cost / base:9.1f}")
    return 0 if ours >= _LEAST_F1 and all(costs[name] <= most * base for name, most in _MOST_TIMES.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
