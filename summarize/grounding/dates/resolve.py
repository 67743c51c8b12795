"""Date words resolved: the first rule that reads them says what they mean."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from summarize.article import Article, Sentence
from summarize.grounding.dates.anchor import sentence_date
from summarize.grounding.dates.frame import Frame
from summarize.grounding.dates.registry import RULES
from summarize.grounding.dates.result import UNRESOLVED, ResolvedDate
from summarize.grounding.dates.rule import DateRule
from summarize.grounding.dates.words import canonical

_LONGEST = 300  # characters; no date words are longer
_DANGLING = re.compile(r"\b(?:after|before)$")
_TURNS = re.compile(r"\b(?:came|comes|coming|follows|followed)\b[^.;]{0,20}$")


def resolve_date(
    words: str,
    *,
    relative_to: Literal["publication", "anniversary"] | int | None,
    sentence: Sentence | None,
    article: Article,
    future: bool,
) -> ResolvedDate:
    """The days that an article's words for when stand for.

    Args:
        words: the quoted words.
        relative_to: what they count from; a number is the sentence with the date they count from.
        sentence: the sentence they stand in, where it is known.
        article: the article; words that count from publication need its `published`.
        future: whether the act is threatened or announced: nothing else lies after the publication.

    Returns:
        An interval; unresolved where neither the words nor what they count from give one.
    """
    if len(words) > _LONGEST:
        return UNRESOLVED
    text = canonical(words)
    if sentence and _is_turned(words, article, sentence):
        return UNRESOLVED
    rule, match = _reading(text)
    if not rule or not match:
        return UNRESOLVED
    try:
        anchor = sentence_date(article, relative_to) if isinstance(relative_to, int) else None
        return rule.read(match, Frame(article, anchor, future))
    except (OverflowError, ValueError):  # a day before the year 1 or after 9999
        return UNRESOLVED


@lru_cache(maxsize=1024)  # date words repeat from article to article
def _reading(text: str) -> tuple[DateRule | None, re.Match[str] | None]:
    """The first rule that reads canonical words, with its match."""
    for rule in RULES:
        if match := rule.pattern.search(text):
            return rule, match
    return None, None


def _is_turned(words: str, article: Article, sentence: Sentence) -> bool:
    """Whether "came a week after" turns the words round: then they date the other event."""
    if not _DANGLING.search(words):
        return False
    text = article.words(sentence)
    place = text.find(words)
    return place >= 0 and _TURNS.search(text, 0, place) is not None
