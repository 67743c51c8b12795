"""Tests of date words: what they resolve to, class by class, and what stays open."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.grounding.dates import ResolvedDate, resolve_date
from summarize.schema.vocabulary import DatePrecision, DateResolution

_FOLDER = Path(__file__).parents[1] / "data" / "dates"
_FLOOR = 0.97


class Row(NamedTuple):
    """A row of a class: words in an article, and what they stand for."""

    words: str
    relative_to: Literal["publication", "anniversary"] | int | None
    article: Article
    future: bool
    expected: ResolvedDate


def _rows(path: Path) -> Iterator[Row]:
    lines = path.read_text("utf-8").splitlines()[1:]
    for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        text = "\n\n".join(filter(None, [cells["anchor"], f"It happened {cells['words']} in the east."]))
        relative_to = cells["relative_to"] or None
        yield Row(
            cells["words"],
            int(relative_to) if relative_to and relative_to.isdigit() else relative_to,  # type: ignore[arg-type]  # a file's text
            Article(text, published=_day(cells["published"])),
            bool(cells["future"]),
            ResolvedDate(
                _day(cells["start"]),
                _day(cells["end"]),
                cells["month_day"] or None,
                DatePrecision(cells["precision"]),
                DateResolution(cells["resolution"]),
            ),
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _resolved(row: Row) -> ResolvedDate:
    return resolve_date(row.words, relative_to=row.relative_to, sentence=None, article=row.article, future=row.future)


_CLASSES = {path.stem: list(_rows(path)) for path in sorted(_FOLDER.glob("*.tsv"))}
_ROWS = [row for rows in _CLASSES.values() for row in rows]


def test_the_rows_cover_the_field() -> None:
    """There are at least 15 classes of 8 rows, and a quarter of all rows is not resolvable."""
    open_rows = [row for row in _ROWS if row.expected.resolution is DateResolution.NOT_RESOLVABLE]

    assert len(_CLASSES) >= 15
    assert min(map(len, _CLASSES.values())) >= 8
    assert len(open_rows) >= len(_ROWS) / 4


@pytest.mark.parametrize("name", list(_CLASSES))
def test_a_class_is_resolved(name: str) -> None:
    """The words of a class resolve to their interval, precision and resolution."""
    wrong = [(row.words, _resolved(row), row.expected) for row in _CLASSES[name] if _resolved(row) != row.expected]

    assert len(wrong) <= (1 - _FLOOR) * len(_CLASSES[name]), wrong


def test_what_is_not_resolvable_stays_open() -> None:
    """No row that nobody can resolve gets a day."""
    for row in _ROWS:
        if row.expected.resolution is DateResolution.NOT_RESOLVABLE:
            resolved = _resolved(row)
            assert (resolved.start, resolved.end, resolved.month_day) == (None, None, None), row.words


def test_without_publication_nothing_counts_from_it() -> None:
    """Words that resolve from the publication stay open, or keep their day, once it is not given."""
    for row in _ROWS:
        if row.expected.resolution is DateResolution.RELATIVE_TO_PUBLICATION:
            undated = row._replace(article=Article(row.article.text))
            assert _resolved(undated).start is None, row.words


def test_nothing_but_the_announced_lies_after_publication() -> None:
    """An interval that code computed begins no later than the day of publication."""
    for row in _ROWS:
        resolved = _resolved(row)
        if resolved.start and row.article.published and not row.future and resolved.resolution != "stated":
            assert resolved.start <= row.article.published, row.words


def test_a_week_after_dates_the_other_event() -> None:
    """A blast that "came a week after" is not dated a week later."""
    article = Article(
        "On Tuesday a bomb went off. The blast came a week after the shooting.", published=date(2025, 9, 16)
    )

    resolved = resolve_date("a week after", relative_to=1, sentence=article.sentence(2), article=article, future=False)

    assert resolved.start is None


def test_a_sentence_with_two_days_is_no_anchor() -> None:
    """Words that count from a sentence with two different days stay open; a day of speaking does not count."""
    two = Article(
        "Rockets fell on Monday. On Friday, after the rockets of Monday, a mine went off.", published=date(2024, 4, 27)
    )
    spoken = Article("The army said on Friday that rockets fell on Monday.", published=date(2024, 4, 27))

    def later(article: Article, number: int) -> ResolvedDate:
        return resolve_date("a day later", relative_to=number, sentence=None, article=article, future=False)

    assert later(two, 2).start is None
    assert later(spoken, 1).start == date(2024, 4, 23)


def test_a_bare_hour_is_today_in_a_live_blog_alone() -> None:
    """A time of day without a day resolves where the entries of a live blog carry the clock."""
    entries = "19:05 Calm.\n\n17:20 Two rockets fell.\n\n16:00 A blast at nine."
    live = Article(entries, published=date(2025, 2, 12))
    wire = Article("A blast shook the port at nine.", published=date(2025, 2, 12))

    assert resolve_date("at nine", relative_to="publication", sentence=None, article=live, future=False).start
    assert not resolve_date("at nine", relative_to="publication", sentence=None, article=wire, future=False).start


@given(st.text(max_size=80), st.dates(date(1990, 1, 1), date(2090, 1, 1)) | st.none())
def test_any_words_do_no_harm(words: str, published: date | None) -> None:
    """Whatever the words are, resolving them ends in an interval in order or in none."""
    resolved = resolve_date(
        words, relative_to="publication", sentence=None, article=Article(words, published=published), future=False
    )

    assert (resolved.start is None) == (resolved.end is None)
    assert resolved.start is None or resolved.end is None or resolved.start <= resolved.end


_PIECES = """next|last|the|W|2|31|999|Monday|May|Feb. 29|2099|years ago|week of|night to|-|before|later|days|13/13/2024
first|to|early|00|0000|9999-12-31|in|Christmas|spring|a month|same year|of that year|weekend|Sunday the 4th|hours"""


@given(
    st.lists(st.sampled_from(_PIECES.replace("\n", "|").split("|")), max_size=8).map(" ".join),
    st.sampled_from([None, 1, "publication", "anniversary"]),
)
def test_any_date_words_do_no_harm(words: str, relative_to: Literal["publication", "anniversary"] | int | None) -> None:
    """Date words in any order, also impossible ones, end in an interval in order or in none."""
    article = Article(f"On 29 February 2024 it began. It went on {words}.", published=date(2024, 3, 1))

    resolved = resolve_date(words, relative_to=relative_to, sentence=None, article=article, future=True)

    assert resolved.start is None or (resolved.end is not None and resolved.start <= resolved.end)


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("words", ["on Monday", "last week", "yesterday", "in December", "two years ago", "tomorrow"])
def test_at_the_calendar_s_ends_words_stay_open_or_hold(words: str, published: date) -> None:
    """A mistyped publication day of the year 1 or 9999 costs no article: days beyond the calendar stay open."""
    article = Article(f"It happened {words} in the east.", published=published)
    for future in (False, True):
        found = resolve_date(words, relative_to="publication", sentence=None, article=article, future=future)
        assert found.start is None or found.end is None or found.start <= found.end
