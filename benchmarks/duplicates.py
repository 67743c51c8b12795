"""Duplicates: how many changed copies of gold articles are found, how many updates are taken for copies, at what cost.

Run from the project's root: `python -m benchmarks.duplicates`.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Callable

from summarize.article import Article
from summarize.duplicates import Duplicates
from summarize.evaluation.gold import load_gold

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLAIM = "The Islamic Resistance in Iraq claimed responsibility for the attack in a statement. It gave no details."
_MANY = 20_000
_LEAST_COPIES, _MOST_UPDATES = 0.9, 0.05
_MOST_BYTES = 200  # of memory an article remembered


def _misprint(text: str, chance: random.Random, count: int) -> str:
    places = [match.start() + 2 for match in re.finditer(r"[a-z]{6,}", text)]
    for place in sorted(chance.sample(places, min(count, len(places))), reverse=True):
        text = text[:place] + text[place + 1 :]
    return text


def _replaced(text: str, chance: random.Random, pattern: str, new: Callable[[str], str]) -> str:
    """One match in a paragraph that ends in a stop, so that it is no headline and no time of a live blog, replaced."""
    paragraphs = re.finditer(r"^.{80,}[.”]$", text, re.MULTILINE)
    found = [(line.start(), match) for line in paragraphs for match in re.finditer(pattern, line[0])]
    if not found:
        return text
    offset, match = chance.choice(found)
    return text[: offset + match.start()] + new(match[0]) + text[offset + match.end() :]


Change = Callable[[str, random.Random], str]
COPIES: dict[str, Change] = {
    "share bar, pay wall, teaser": lambda text, _: f"Share: X | VK\n\n{text}\nSubscribe now\nREAD MORE: Two held\n",
    "another headline": lambda text, _: f"Militants hit base, two wounded: what we know\n\n{text}",
    "quotation marks, dashes": lambda text, _: text.replace("“", '"').replace("”", '"').replace("—", "-"),
    "double spaces": lambda text, _: text.replace(" ", "  "),
    "credit": lambda text, _: f"{text}\n\n(Reporting by A. Writer; editing by B. Editor)\n",
    "one misprint": lambda text, chance: _misprint(text, chance, 1),
    "three misprints": lambda text, chance: _misprint(text, chance, 3),
    "a sentence of the publisher": lambda text, _: f"{text}\n\nThis story first appeared with our partners.",
}
_NUMBER = r"\b(?:[Tt]wo|three|four|five|\d\d)\b"
UPDATES: dict[str, Change] = {
    "another number": lambda text, chance: _replaced(text, chance, _NUMBER, lambda _: "71"),
    "another day": lambda text, chance: _replaced(
        text, chance, "|".join(_DAYS), lambda day: _DAYS[(_DAYS.index(day) + 2) % len(_DAYS)]
    ),
    "a claim": lambda text, _: f"{text}\n\n{_CLAIM}\n",
    "the first half": lambda text, _: text[: len(text) // 2],
}


def share_found(change: Change, texts: list[str]) -> tuple[int, int]:
    """How many changed texts are taken for the text they were made of, and how many were changed."""
    found = count = 0
    for number, text in enumerate(texts):
        changed = change(text, random.Random(number))
        if changed != text:
            duplicates = Duplicates()
            duplicates.seen(Article(text=text, id="first"))
            count += 1
            found += duplicates.seen(Article(text=changed, id="second")) is not None
    return found, count


def remembered() -> tuple[float, float]:
    """Bytes of memory and milliseconds that one of many short, different articles takes."""
    chance, words = random.Random(1), [f"word{number}" for number in range(5000)]
    duplicates = Duplicates()
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    for number in range(_MANY):
        text = f"It {' '.join(chance.choices(words, k=20))} hit {chance.randrange(10**6)}."
        duplicates.seen(Article(text=text, id=f"/data/articles/2024/{number:08}.txt"))
    spent = time.process_time() - start
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / _MANY, spent * 1000 / _MANY


def main() -> int:
    """Print the tables; exit 1 if a limit is missed."""
    texts = [gold.article.text for gold in load_gold().articles]
    memory, cost = remembered()
    totals = []
    for title, changes in (("copies found", COPIES), ("updates taken for copies", UPDATES)):
        counts = {name: share_found(change, texts) for name, change in changes.items()}
        total = sum(found for found, _ in counts.values()), sum(count for _, count in counts.values())
        totals.append(total[0] / total[1])
        for name, (found, count) in [*counts.items(), (title, total)]:
            print(f"{name:<30}{found:>5} of {count}")
        print()
    whole = Duplicates()
    mixed = [text for number, text in enumerate(texts) if whole.seen(Article(text=text, id=str(number)))]
    print(f"{len(mixed)} of {len(texts)} gold articles, families of updates among them, taken for copies")
    print(f"{memory:.0f} bytes and {cost:.2f} ms for each of {_MANY} short articles")
    kept = totals[0] >= _LEAST_COPIES and totals[1] <= _MOST_UPDATES and memory <= _MOST_BYTES
    return 0 if kept and not mixed else 1


if __name__ == "__main__":
    sys.exit(main())
