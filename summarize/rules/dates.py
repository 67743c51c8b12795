"""Date words: the expressions of a sentence that say when, from weekdays to "last year"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MINYEAR, date
from enum import IntEnum

from summarize.grounding.clause import Clause
from summarize.grounding.number_words import ordinal_value
from summarize.rules.lexicon import YEAR, YEARS, word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage

_BEFORE_DAY = word_set("dates", "before_day")
_NOT_FIRST = word_set("dates", "not_first")
_BEFORE_YEAR = frozenset({"in", "since", "of", "and", "from", "until"})
_BEHIND_DAY = frozenset({"morning", "afternoon", "evening", "night", "midday", "noon", "dawn"})
_CUSTOMS = frozenset({"prayers", "prayer", "sermon", "edition", "market", "mass"})
_MONTH_PART = word_set("dates", "month_part")
_SPOKEN = word_set("say", "verb") | word_set("dates", "spoken")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEWS_DAYS = 9  # days before the publication from which on an act is past
_REACH = 7  # words before a weekday that can belong to it
_SPOKEN_REACH = 3  # words between "said" and the day on which it was said


class Grain(IntEnum):
    """How fine date words are, the finest first."""

    DATE = 0  # a day and month
    DAY = 1  # a weekday, "yesterday"
    ANCHORED = 2  # "the same night"
    SPAN = 3  # "the weekend"
    CLOCK = 4  # "at dawn"
    MONTH = 5
    YEAR = 6
    PAST = 7  # "last year"


@dataclass(slots=True, eq=False)  # as `Mention`
class When:
    """A date expression.

    Attributes:
        first: its first token.
        stop: the token behind it.
        grain: how fine it is.
        key: equal for the same words for a time.
        is_spoken: whether it is the time of a statement: "said on Thursday".
        is_old: whether it is a calendar day well before the publication.
    """

    first: int
    stop: int
    grain: Grain
    key: str
    is_spoken: bool = False
    is_old: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it names a day."""
        return self.grain <= Grain.DAY

    @property
    def is_past(self) -> bool:
        """Whether the words place it before the news: a month or a year gone by."""
        return self.grain >= Grain.MONTH or self.is_old


def find_dates(passage: Passage, dateline: int = 0, published: date | None = None) -> list[When]:
    """The date expressions of a sentence, in order.

    Args:
        passage: the sentence.
        dateline: the token behind its dateline, whose date is that of the report.
        published: the day of publication, if it is known.
    """
    if "time" not in passage.found and YEAR not in passage.found:
        return []  # most sentences
    found: list[When] = []
    for when in _expressions(passage):
        if when.first < dateline or (when.grain >= Grain.MONTH and _is_since(passage.clause, when)):
            continue
        when.is_old = when.grain is Grain.DATE and published is not None and _is_old(passage.clause, when, published)
        if not found or when.first >= found[-1].stop:
            found.append(when)
        elif when.is_day and found[-1].grain is Grain.CLOCK:
            when.first, found[-1] = found[-1].first, when  # "before dawn on Wednesday"
    return found


def _expressions(passage: Passage) -> list[When]:
    """What is there, by the first token, the longest first."""
    clause = passage.clause
    found: list[When] = []
    for mention in passage.found.get("time", ()):
        when = _READERS.get(mention.value, _plain)(clause, mention)
        if when:
            when.is_spoken = _is_spoken(clause, when)
            found.append(when)
    if YEAR in passage.found:
        found += _years(clause, passage.found[YEAR])
    if len(found) > 1:
        found.sort(key=lambda each: (each.first, -each.stop))
    return found


def _is_since(clause: Clause, when: When) -> bool:
    """Whether words name only the beginning of a time: "the first since April"."""
    before = clause.keys(max(clause.first, when.first - 2), when.first)
    return "since" in before and "when" not in clause.keys(when.stop, when.stop + 2)


def _is_old(clause: Clause, when: When, published: date) -> bool:
    """Whether a calendar day lies more than the news period before the publication."""
    name, _, number = when.key.partition(" ")
    if name not in _MONTHS or not number.isdigit():
        return False
    month, day = _MONTHS.index(name) + 1, int(number)
    for key in clause.keys(when.first, when.stop):
        if key in YEARS:
            told = date(int(key), month, min(day, 28))  # a day that the month has in every year
            break
    else:
        year = published.year - (_day_of(published.year, month, day) > published)
        told = _day_of(max(year, MINYEAR), month, day)  # before a mistyped year 1 lies none
    return (published - told).days > _NEWS_DAYS


def _day_of(year: int, month: int, day: int) -> date:
    """A day of a month, or the month's last."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _is_spoken(clause: Clause, when: When) -> bool:
    """Whether a verb of saying stands right before a day, or right behind it."""
    if when.grain > Grain.DAY or _SPOKEN.isdisjoint(clause.vocabulary):
        return False
    keys, first = clause.tokens.keys, when.first
    if first > clause.first and keys[first] not in ("the", "in", "before"):
        before = keys[max(clause.first, first - _SPOKEN_REACH) : first]
        last = before[-1:] if before[-1] in _SPOKEN else before
        if not _SPOKEN.isdisjoint(last) and "," not in before and "that" not in before:
            return True
    return clause.key(when.stop) in _SPOKEN


def _plain(clause: Clause, mention: Mention) -> When | None:
    grain = _PLAIN[mention.value]
    key = " ".join(clause.keys(mention.first, mention.stop))
    first, stop = mention.first, mention.stop
    while clause.key(first - 1) in ("shortly", "late", "early", "before", "on", "at", "in") and grain is Grain.DAY:
        first -= 1
    return When(first, stop, grain, key)


_PLAIN = {
    "day": Grain.DAY,
    "anchored": Grain.ANCHORED,
    "span": Grain.SPAN,
    "past": Grain.PAST,
    "anniversary": Grain.DATE,
    "clock": Grain.CLOCK,
}


def _weekday(clause: Clause, mention: Mention) -> When | None:
    keys, first, stop = clause.tokens.keys, mention.first, mention.stop
    least = max(clause.first, first - _REACH)
    while first > least and ((before := keys[first - 1]) in _BEFORE_DAY or before[0].isdigit()):
        first -= 1
    while first < mention.first and (keys[first] in _NOT_FIRST or keys[first : mention.first] == ("in",)):
        first += 1
    if (behind := clause.key(stop)) in _BEHIND_DAY:
        stop += 1
        behind = clause.key(stop)
    return None if behind in _CUSTOMS else When(first, stop, Grain.DAY, keys[mention.first])


def _month(clause: Clause, mention: Mention) -> When | None:
    """As "May 19", "19 May 2024", "the tenth of June", "in early March"."""
    first, stop = mention.first, mention.stop + (clause.key(mention.stop) == ".")
    name = clause.key(mention.first)[:3]
    if _is_day_number(clause.key(stop)):
        return When(first, _with_year(clause, stop + 1), Grain.DATE, f"{name} {clause.key(stop)}")
    of = first - 1 if clause.key(first - 1) == "of" else first
    if (day := _day_number(clause.key(of - 1))) is not None:
        begin = of - 1 - (clause.key(of - 2) == "the")
        return When(begin, _with_year(clause, stop), Grain.DATE, f"{name} {day}")
    is_word = name in ("may", "mar") and clause.keys(stop, stop + 2) != (",", "when")
    if is_word and clause.key(first - 1) not in _MONTH_PART and not _year_at(clause, stop):
        return None
    stop = _with_year(clause, mention.stop)
    while clause.key(first - 1) in _MONTH_PART - {"of", "since"}:
        first -= 1
    return When(first, stop, Grain.MONTH, name)


def _years(clause: Clause, mentions: list[Mention]) -> list[When]:
    """As "in 2022"; a year behind a month is the month's."""
    return [
        When(each.first - (clause.key(each.first - 1) == "in"), each.stop, Grain.YEAR, each.value)
        for each in mentions
        if clause.key(each.first - 1) in _BEFORE_YEAR
    ]


def _day_number(key: str) -> int | None:
    if key.isdigit() and _is_day_number(key):
        return int(key)
    value = ordinal_value(key)
    return value if value is not None and key not in ("once", "twice", "thrice") else None


def _is_day_number(key: str) -> bool:
    return key.isdigit() and 0 < int(key) <= 31  # noqa: PLR2004 - days of a month


def _year_at(clause: Clause, index: int) -> bool:
    return clause.key(index) in YEARS


def _with_year(clause: Clause, stop: int) -> int:
    """The token behind the year, if one follows."""
    year = stop + 1 if clause.key(stop) == "," else stop
    return year + 1 if _year_at(clause, year) else stop


_READERS: dict[str, Callable[[Clause, Mention], When | None]] = {"weekday": _weekday, "month": _month}
