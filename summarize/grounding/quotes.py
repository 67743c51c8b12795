"""Quotes: where the words of a quotation stand in an article, and whether they are evidence there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from summarize.article import Article, Mark, Span
from summarize.grounding.case import differs_by_case
from summarize.grounding.clause import Clause
from summarize.grounding.readings import OUTER_SIGNS, Reading, readings
from summarize.grounding.scope import Quotation, left_out
from summarize.grounding.slips import may_slip
from summarize.grounding.verbatim import has_content, verbatim
from summarize.grounding.view import ArticleView
from summarize.tokens import Tokens, tokenise

_LONGEST = 2_000  # characters; no sentence of a newspaper is longer, and the draft asks for 25 words
_TEXTS = 128  # bare texts whose words and sentences are kept for their next quotation
_PLACES = 64  # occurrences of a phrase that are looked at
_GAP = 40  # tokens that an ellipsis may stand for
_SHOWN = 60  # characters of a word in a message


class QuoteStatus(StrEnum):
    """How a quotation stands to its article. The first three are evidence."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"  # white space, quotation marks, dashes, case, Unicode form, ellipsis, a slipped letter
    MOVED = "moved"  # the same words, one in the article, in another sentence than cited
    CUT = "cut"  # the words stand there without the negation, denial, modal or condition they stand under
    REFUSED = "refused"  # the words do not stand in one sentence of the article


@dataclass(slots=True)  # not frozen: one is made for every fact, and a frozen one costs a call a field
class Grounding:
    """What `ground` says of a quotation.

    Attributes:
        status: whether the quotation is evidence, and how it was found.
        spans: where its words stand in the text, in order; two where an ellipsis parts them, none unless it is
            evidence.
        reason: one sentence: why it is no evidence, or in what it differs from the article; None if verbatim.
        sentence: the number of the sentence the words stand in, None unless it is evidence.
        quoted: the article's tokens of each of the spans.
    """

    status: QuoteStatus
    spans: tuple[Span, ...] = ()
    reason: str | None = None
    sentence: int | None = None
    quoted: tuple[Quotation, ...] = ()

    @property
    def is_evidence(self) -> bool:
        """Whether the article states these words."""
        return bool(self.spans)


class _Place(NamedTuple):
    """Where a reading stands: a range of the article's tokens for each part."""

    ranges: tuple[Quotation, ...]

    @property
    def whole(self) -> Quotation:
        """From the first word of the first part to the last of the last."""
        return Quotation(self.ranges[0].first, self.ranges[-1].stop)

    @property
    def gap(self) -> Quotation | None:
        """What an ellipsis leaves out."""
        if len(self.ranges) == 1:
            return None
        return Quotation(self.ranges[0].stop, self.ranges[1].first)


def ground(quote: str, text: str | Article, *, sentence: int | None = None) -> Grounding:
    """Find a quotation in an article and say whether it is evidence there.

    The words must be the same, one to one and in order, inside one sentence. White space, the sort of quotation
    mark or dash, case, Unicode form and invisible characters are forgiven; so are one ellipsis inside the sentence
    and one letter dropped or doubled in one plain word of five letters or more. Nothing else is. A quotation that
    leaves out a negation, denial, modal or condition that its words stand under is `cut`. A quotation without a
    word of content ("in the") is no evidence for anything and is refused.

    Args:
        quote: the quoted words.
        text: the article, or its text.
        sentence: number of the sentence the words are said to stand in, from 1; None if none is cited. A phrase
            that occurs there resolves to it, else to its first occurrence.

    Returns:
        Never raises: whatever a model puts in a quotation is found or refused.
    """
    article = text if isinstance(text, Article) else _article(text)
    return locate(quote, ArticleView(article), sentence, ())


def locate(
    quote: str,
    view: ArticleView,
    cited: int | None,
    others: Sequence[int],
    refused_marks: Collection[Mark] = (Mark.INSTRUCTION,),
) -> Grounding:
    """`ground`, with further sentences to try before all the rest, and with the marks of those that are no evidence.

    Args:
        quote: the quoted words.
        view: the article.
        cited: number of the cited sentence, None if none is; the words are `moved` unless it holds them.
        others: numbers of the sentences that are tried behind it, in order.
        refused_marks: sentences with these marks are passed over.
    """
    if len(quote) > _LONGEST:
        return _refused(f"The quotation is longer than {_LONGEST} characters.")
    if cited is not None and (quoted := verbatim(quote, view, cited, refused_marks)):
        start = view.tokens.starts[quoted.first]
        return Grounding(QuoteStatus.VERBATIM, (Span(start, start + len(quote)),), None, cited, (quoted,))
    wanted = tokenise(quote)
    if not has_content(wanted.keys):
        return _refused("The quotation holds no word that could state a fact.")
    return _search(wanted, view, [*([] if cited is None else [cited]), *others], refused_marks)


@lru_cache(maxsize=_TEXTS)
def _article(text: str) -> Article:
    """An article for a bare text, kept so that its sentences are made once."""
    return Article(text)


def _search(quote: Tokens, view: ArticleView, cited: Sequence[int], refused_marks: Collection[Mark]) -> Grounding:
    """The best of all ways to read the quotation: whole, without its outer signs, with its ellipsis, with a slip."""
    missing = _missing(quote, view, cited)
    if len(missing) > 1:
        return _refused(f"The word “{_shown(quote.surfaces[missing[0]])}” does not occur in the article.")
    best = _refused(_why_absent(quote, missing))
    for reading in readings(quote, view.tokens, missing):
        found = _resolve(_Search(quote, reading, view, refused_marks), cited)
        if found and found.is_evidence:
            return found
        best = found or best
    return best


def _missing(quote: Tokens, view: ArticleView, cited: Sequence[int]) -> list[int]:
    """The words of the quotation that the article does not hold; mostly its first cited sentence holds them all."""
    clause = view.clause(cited[0]) if cited else None
    missing = [i for i, key in enumerate(quote.keys) if not clause or key not in clause.vocabulary]
    return [i for i in missing if quote.keys[i] not in OUTER_SIGNS and quote.keys[i] not in view.tokens.vocabulary]


class _Search(NamedTuple):
    """One reading of a quotation, and the article it is looked for in."""

    quote: Tokens
    reading: Reading
    view: ArticleView
    refused_marks: Collection[Mark]


def _resolve(search: _Search, cited: Sequence[int]) -> Grounding | None:
    """What the places of one reading say: the first cited sentence that holds it decides, else the whole text."""
    tokens, head = search.view.tokens, search.reading.parts[0]
    for clause in search.view.cited(cited[:_PLACES]):
        if found := _first_evidence(search, _places(search, clause.occurrences(head), clause.stop)):
            return _moved(found, cited[0])
    found = _first_evidence(search, islice(_places(search, tokens.occurrences(head), len(tokens)), _PLACES))
    return _moved(found, cited[0]) if found and cited else found


def _moved(found: Grounding, cited: int) -> Grounding:
    """What was found, marked as moved where it stands in another sentence than cited."""
    if not found.is_evidence or found.sentence == cited:
        return found
    reason = f"The words stand in sentence {found.sentence}, not in sentence {cited}."
    return replace(found, status=QuoteStatus.MOVED, reason=reason)


def _places(search: _Search, starts: Iterable[int], stop: int) -> Iterator[_Place]:
    """Where a reading's words stand up to a token, in order, by where those of its first part do."""
    head, *tail = search.reading.parts
    for start in starts:
        ranges = [Quotation(start, start + len(head))]
        for part in tail:
            end = min(stop, ranges[-1].stop + _GAP + len(part))
            ranges += [
                Quotation(at, at + len(part))
                for at in islice(search.view.tokens.occurrences(part, ranges[-1].stop, end), 1)
            ]
        if len(ranges) == len(search.reading.parts):
            yield _Place(tuple(ranges))


def _first_evidence(search: _Search, places: Iterator[_Place]) -> Grounding | None:
    """The first place that is evidence, else what is wrong with the first; None without a place."""
    first = None
    for place in places:
        found = _judge(search, place)
        if found.is_evidence:
            return found
        first = first or found
    return first


def _judge(search: _Search, place: _Place) -> Grounding:
    """Whether the words at one place are evidence."""
    spans = tuple(search.view.tokens.span(part.first, part.stop) for part in place.ranges)
    sentence = search.view.article.sentence_at(spans[0].start)
    if sentence is None or spans[-1].end > sentence.end:
        return _refused("The words run over the end of a sentence.")
    if sentence.mark in search.refused_marks:
        return _refused(f"Sentence {sentence.number} is marked as {sentence.mark} and is no evidence.")
    clause = search.view.clause_of(sentence)
    if reason := _other_word(search, place, clause):
        return _refused(reason)
    if word := left_out(clause, place.whole, place.gap):
        return Grounding(
            QuoteStatus.CUT, reason=f"The quotation leaves out “{_shown(word)}”, which its words stand under."
        )
    status = QuoteStatus.VERBATIM if _is_verbatim(search, spans) else QuoteStatus.NORMALISED
    return Grounding(status, spans, _slip_note(search, place), sentence.number, place.ranges)


def _other_word(search: _Search, place: _Place, clause: Clause) -> str | None:
    """Why a word of the quotation is another than the article's although their keys agree or nearly agree."""
    slip = _slipped_index(search, place)
    if slip is not None and not may_slip(clause, slip):
        return f"“{_shown(search.view.tokens.surfaces[slip])}” is a word in which no letter may be missing or doubled."
    for part, at in zip(place.ranges, search.reading.at, strict=True):
        quoted = search.quote.surfaces[at : at + part.stop - part.first]
        if word := differs_by_case(quoted, search.view.tokens.surfaces[part.first : part.stop]):
            return f"“{_shown(word)}” is another word in the article's capitals."
    return None


def _slipped_index(search: _Search, place: _Place) -> int | None:
    """The article's token at which the quotation has a slip."""
    slip = search.reading.slip
    if slip is None:
        return None
    part = max(i for i, at in enumerate(search.reading.at) if at <= slip)
    return place.ranges[part].first + slip - search.reading.at[part]


def _slip_note(search: _Search, place: _Place) -> str | None:
    index, slip = _slipped_index(search, place), search.reading.slip
    if index is None or slip is None:
        return None
    return f"“{_shown(search.quote.surfaces[slip])}” is read as “{_shown(search.view.tokens.surfaces[index])}”."


def _is_verbatim(search: _Search, spans: Sequence[Span]) -> bool:
    return len(spans) == 1 and search.quote.text.strip() == search.view.article.text[slice(*spans[0])]


def _why_absent(quote: Tokens, missing: Sequence[int]) -> str:
    if missing:
        return f"The word “{_shown(quote.surfaces[missing[0]])}” does not occur in the article."
    return "The words do not stand together in one sentence of the article."


def _refused(reason: str) -> Grounding:
    return Grounding(QuoteStatus.REFUSED, reason=reason)


def _shown(word: str) -> str:
    """A word as a message shows it: no longer than a line, nothing invisible."""
    return "".join(character for character in word[:_SHOWN] if character.isprintable())
