"""Boilerplate: precision and recall of marks by kind on hand-marked texts, and whether gold's evidence is ever marked.

Run from the project's root: `python -m benchmarks.boilerplate`; with `-v` every difference is listed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from summarize.article import Mark
from summarize.boilerplate import mark_sentences
from summarize.evaluation.gold import load_gold
from summarize.sentences import split_sentences
from tests.marked_texts import marked_texts

_MOST_EVIDENCE_MARKED = 0.001
_LEAST_NEWS_KEPT = 0.995


def compared() -> Iterator[tuple[str, str, str]]:
    """Of each sentence the kind due, the kind given, and its words; "news" for no mark."""
    for sample in marked_texts():
        for sentence in mark_sentences(sample.text, split_sentences(sample.text)):
            if sentence.end in sample.ends:
                words = sample.text[sentence.start : sentence.end]
                yield sample.ends[sentence.end] or "news", sentence.mark or "news", words


def cited(value: object) -> Iterator[int]:
    """The sentences that quotations anywhere in a draft's data point at."""
    if isinstance(value, dict):
        if isinstance(value.get("q"), str) and isinstance(value.get("s"), int):
            yield value["s"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from cited(part)


def evidence() -> Iterator[tuple[str, int, Mark | None]]:
    """Of every quotation in gold its article, its sentence and that sentence's mark."""
    for gold in load_gold().articles:
        for number in cited(gold.draft.model_dump(mode="json")):
            sentence = gold.article.sentence(number)
            yield gold.id, number, sentence.mark if sentence else None


def main() -> int:
    """Print the tables; exit 1 if too much news is marked."""
    rows = list(compared())
    due, given = Counter(row[0] for row in rows), Counter(row[1] for row in rows)
    right = Counter(row[0] for row in rows if row[0] == row[1])
    print(f"{'kind':<20}{'due':>6}{'precision':>11}{'recall':>9}")
    for kind in ["news", *Mark]:
        if due[kind] or given[kind]:
            precision, recall = right[kind] / max(given[kind], 1), right[kind] / max(due[kind], 1)
            print(f"{kind:<20}{due[kind]:>6}{precision:>11.1%}{recall:>9.1%}")
    quotations = list(evidence())
    marked = [row for row in quotations if row[2] not in {None, Mark.HEADING}]  # a round-up's headings give the place
    print(f"\n{len(marked)} of {len(quotations)} quotations in gold stand in marked sentences other than headings")
    if "-v" in sys.argv:
        print(*(row for row in rows if row[0] != row[1]), *sorted(set(marked)), sep="\n")
    kept = right["news"] >= _LEAST_NEWS_KEPT * due["news"]
    return 0 if kept and len(marked) <= _MOST_EVIDENCE_MARKED * len(quotations) else 1


if __name__ == "__main__":
    sys.exit(main())
