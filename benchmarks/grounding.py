"""Quotes: what `ground` accepts and refuses, by class, beside langextract's and instructor's matching, and how fast.

Times are of the processor, after a first call that reads the word lists.
Run from the project's root: `python -m benchmarks.grounding [CASES [SEED]]`. The articles are the project's own gold.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import median
from time import process_time

from benchmarks._quote_cases import CLASSES, Case, QuoteClass, cases
from summarize.article import Article
from summarize.evaluation.gold import load_gold
from summarize.grounding import facts, ground

_CASES, _SEED = 300, 1
_SLOW_CASES = 60  # cases a class for instructor, whose fuzzy search takes up to a second on a long miss
_LIMITS = {"evidence": 0.98, "tampered": 0.0}  # least accepted, most accepted


@dataclass
class Tally:
    """What one matcher did with the cases of one class."""

    accepted: int = 0
    total: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Accepted, of all."""
        return self.accepted / self.total


Matcher = Callable[[Case], bool]


def ours(case: Case) -> bool:
    """Whether `ground` takes the quotation as evidence."""
    return ground(case.quote, case.article, sentence=case.sentence).is_evidence


def langextract_matcher() -> Matcher:
    """Langextract's WordAligner with its defaults: aligned, exactly or fuzzily, is accepted."""
    from langextract.core.data import Extraction
    from langextract.resolver import WordAligner

    aligner = WordAligner()

    def accepts(case: Case) -> bool:
        extraction = Extraction(extraction_class="fact", extraction_text=case.quote)
        aligned = aligner.align_extractions([[extraction]], case.article.text)
        return any(found.char_interval is not None for group in aligned for found in group)

    return accepts


def instructor_matcher() -> Matcher:
    """Instructor's CitationMixin: a quotation that survives its validation is accepted."""
    from instructor.dsl.citation import CitationMixin

    def accepts(case: Case) -> bool:
        checked = CitationMixin.model_validate(
            {"substring_quotes": [case.quote]}, context={"context": case.article.text}
        )
        return bool(checked.substring_quotes)

    return accepts


def tally(matcher: Matcher, some: Sequence[Case]) -> Tally:
    """Run a matcher over cases."""
    result = Tally()
    for case in some:
        start = process_time()
        accepted = matcher(case)
        result.seconds.append(process_time() - start)
        result.accepted += accepted
        result.total += 1
    return result


def print_class(quote_class: QuoteClass, tallies: Sequence[Tally]) -> bool:
    """Print a row; say whether ours keeps its limit."""
    share = tallies[0].share
    kept = share >= _LIMITS["evidence"] if quote_class.is_evidence else share <= _LIMITS["tampered"]
    shares = "".join(f"{one.share:>12.1%}" for one in tallies)
    verdict, missed = "yes" if quote_class.is_evidence else "no", "" if kept else "MISSED"
    times = "".join(f"{median(one.seconds) * 1e3:>10.3f}{max(one.seconds) * 1e3:>10.2f}" for one in tallies)
    print(f"{quote_class.name:<30}{verdict:>4}{shares}{times}  {missed}")
    return kept


def print_gold(articles: Sequence[Article]) -> bool:
    """Print how many of gold's own quotations are evidence."""
    gold = load_gold()
    total = passed = 0
    for labelled in gold.articles:
        for _, fact in facts(labelled.draft):
            total += 1
            passed += ground(fact.q, labelled.article, sentence=fact.s).is_evidence  # type: ignore[union-attr]  # a draft's facts are cited
    print(f"gold quotes that are evidence: {passed} of {total} ({passed / total:.2%}) in {len(articles)} articles")
    return passed / total >= _LIMITS["evidence"]


def print_speed(articles: Sequence[Article]) -> bool:
    """Print the time of a quote on 2,000 characters, and of an invented one on 100,000, cold and warm."""
    rng = Random(_SEED)
    text = "\n\n".join(article.text for article in articles)
    words = sorted({word for article in articles for word in article.text.split()})
    short, seconds = Article(text[:2_000]), []
    ground(text[:60], short)
    for quote in (*_windows(short.text, rng, 400), *(_invented(words, rng, 60) for _ in range(400))):
        start = process_time()
        ground(quote, short, sentence=1)
        seconds.append(process_time() - start)
    print(f"a quote on 2,000 characters: median {median(seconds) * 1e3:.3f} ms, worst {max(seconds) * 1e3:.2f} ms")
    long = (text * 2)[:100_000]
    start = process_time()
    ground(_invented(words, rng, 200), long)
    cold = process_time() - start
    warm = []
    for _ in range(50):
        start = process_time()
        ground(_invented(words, rng, 200), long)
        warm.append(process_time() - start)
    print(
        f"an invented quote of 200 on 100,000: first {cold * 1e3:.1f} ms, then median {median(warm) * 1e3:.3f} ms, "
        f"worst {max(warm) * 1e3:.2f} ms"
    )
    return median(seconds) < 0.2e-3 and max(seconds) < 2e-3 and cold < 20e-3


def _windows(text: str, rng: Random, count: int) -> list[str]:
    words = text.split()
    return [" ".join(words[at : at + rng.randint(2, 12)]) for at in (rng.randrange(len(words)) for _ in range(count))]


def _invented(words: Sequence[str], rng: Random, length: int) -> str:
    quote = ""
    while len(quote) < length:
        quote += f"{rng.choice(words)} "
    return quote[:length]


def main() -> int:
    """Print the table; exit 1 if a limit is missed."""
    count, seed = (int(argument) for argument in (*sys.argv[1:], *map(str, (_CASES, _SEED)[len(sys.argv) - 1 :])))
    articles = [labelled.article for labelled in load_gold().articles]
    ground("word lists", "The word lists are read.")
    matchers: list[Matcher] = [ours, langextract_matcher(), instructor_matcher()]
    print(f"{len(articles)} articles, {count} cases a class ({_SLOW_CASES} for instructor), seed {seed}")
    print(f"{'class':<30}{'ok':>4}{'ours':>12}{'langextract':>12}{'instructor':>12}   median and worst ms of each")
    kept = []
    for quote_class in CLASSES:
        made = list(cases(quote_class, articles, count, seed))
        tallies = [tally(matcher, made if at < 2 else made[:_SLOW_CASES]) for at, matcher in enumerate(matchers)]
        kept.append(print_class(quote_class, tallies))
    kept += [print_gold(articles), print_speed(articles)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
