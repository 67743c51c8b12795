"""Quotations for the grounding benchmark: honest ones under noise, and tampered ones, by class and seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from benchmarks import _quote_noise as noise
from benchmarks import _quote_tampering as tampering
from benchmarks._quote_source import Source, random_source
from summarize.article import Article


class Case(NamedTuple):
    """A quotation, the article it is held against, and the number of the sentence it is said to stand in."""

    quote: str
    article: Article
    sentence: int | None


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
        source = random_source(rng, articles)
        quote = quote_class.make(source)
        if quote and quote.strip():
            made += 1
            yield Case(quote, source.article, source.number)
        if made == count:
            return
    raise ValueError(f"Only {made} cases of {quote_class.name}.")


CLASSES: tuple[QuoteClass, ...] = (
    QuoteClass("verbatim", is_evidence=True, make=noise.verbatim),
    QuoteClass("white space", is_evidence=True, make=noise.white_space),
    QuoteClass("quotation marks", is_evidence=True, make=noise.quotation_marks),
    QuoteClass("upper case", is_evidence=True, make=noise.upper_case),
    QuoteClass("dashes", is_evidence=True, make=noise.dashes),
    QuoteClass("Unicode form", is_evidence=True, make=noise.unicode_form),
    QuoteClass("ellipsis", is_evidence=True, make=noise.ellipsis),
    QuoteClass("dropped letter", is_evidence=True, make=noise.dropped_letter),
    QuoteClass("doubled letter", is_evidence=True, make=noise.doubled_letter),
    QuoteClass("number changed", is_evidence=False, make=tampering.number_changed),
    QuoteClass("ordinal or unit changed", is_evidence=False, make=tampering.ordinal_or_unit_changed),
    QuoteClass("digits for words", is_evidence=False, make=tampering.digits_for_words),
    QuoteClass("negation inserted", is_evidence=False, make=tampering.negation_inserted),
    QuoteClass("negation lost", is_evidence=False, make=tampering.negation_lost),
    QuoteClass("modal inserted", is_evidence=False, make=tampering.modal_inserted),
    QuoteClass("weapon swapped", is_evidence=False, make=tampering.weapon_swapped),
    QuoteClass("actor swapped", is_evidence=False, make=tampering.actor_swapped),
    QuoteClass("place swapped", is_evidence=False, make=tampering.place_swapped),
    QuoteClass("look-alike name", is_evidence=False, make=tampering.look_alike),
    QuoteClass("letter changed", is_evidence=False, make=tampering.letter_changed),
    QuoteClass("homoglyph", is_evidence=False, make=tampering.homoglyph),
    QuoteClass("bracket added", is_evidence=False, make=tampering.bracket_added),
    QuoteClass("singular and plural", is_evidence=False, make=tampering.number_of_noun),
    QuoteClass("two tokens exchanged", is_evidence=False, make=tampering.tokens_exchanged),
    QuoteClass("two sentences joined", is_evidence=False, make=tampering.two_sentences),
    QuoteClass("cut after a negation", is_evidence=False, make=tampering.cut_after_negation),
    QuoteClass("cut out of denied, if, could", is_evidence=False, make=tampering.cut_out_of_condition),
    QuoteClass("ellipsis over a negation", is_evidence=False, make=tampering.ellipsis_over_negation),
    QuoteClass("sentence of another article", is_evidence=False, make=tampering.another_article),
)
