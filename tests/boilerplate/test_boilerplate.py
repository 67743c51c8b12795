"""Furniture is marked by kind and news is not, measured on pages that were marked by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.article import Article, Mark
from summarize.boilerplate import mark_sentences
from summarize.sentences import split_sentences
from tests.boilerplate.pages import between_news, marks_of
from tests.marked_texts import marked_texts

NEWS_LIKE_FURNITURE = (Path(__file__).parents[1] / "data" / "marks" / "news.txt").read_text("utf-8").splitlines()[1:]
SHARED_ARTICLES = Path(__file__).parents[3] / "shared" / "articles"


def counted() -> tuple[Counter[Mark | None], Counter[Mark | None], Counter[Mark | None]]:
    """Over the marked texts: marks that are right, marks given, marks that should have been given."""
    right, given_marks, due = Counter[Mark | None](), Counter[Mark | None](), Counter[Mark | None]()
    for sample in marked_texts():
        for sentence in mark_sentences(sample.text, split_sentences(sample.text)):
            if sentence.end in sample.ends:
                mark = sample.ends[sentence.end]
                given_marks[sentence.mark] += 1
                due[mark] += 1
                right[sentence.mark] += sentence.mark == mark
    return right, given_marks, due


def test_news_keeps_its_facts() -> None:
    """Of the sentences marked as news by hand, at most one in 200 is taken for furniture."""
    right, _, due = counted()
    assert due[None] >= 300
    assert right[None] >= 0.995 * due[None]


def test_furniture_is_found() -> None:
    """Of all marks given, 19 in 20 are of the right kind, and so many of those due are given."""
    right, given_marks, due = counted()
    kinds = [mark for mark in due if mark]
    assert len(kinds) == len(Mark) - 1  # all but instructions to a reader-machine
    hits = sum(right[kind] for kind in kinds)
    assert hits >= 0.95 * sum(given_marks[kind] for kind in Mark)
    assert hits >= 0.95 * sum(due[kind] for kind in kinds)


@pytest.mark.parametrize("line", NEWS_LIKE_FURNITURE)
def test_news_that_looks_like_furniture_is_not_marked(line: str) -> None:
    """A sentence that only begins like a caption, a teaser or a share bar stays news."""
    assert [mark for _, mark in between_news(line)] == [None] * len(between_news(line))


def test_marking_changes_nothing_but_marks() -> None:
    """Numbers and offsets are those of the splitter, and each sentence comes back once."""
    for sample in marked_texts():
        sentences = split_sentences(sample.text)
        marked = mark_sentences(sample.text, sentences)
        assert tuple(sentence._replace(mark=None) for sentence in marked) == sentences


@given(st.lists(st.sampled_from(["Key points", "READ MORE", "• One", "Two", "It is.", "(Photo: A/B)", "", "COMMENTS"])))
@settings(max_examples=200, deadline=None)
def test_any_order_of_lines_can_be_marked(lines: list[str]) -> None:
    """Furniture without an article, doubled or in odd places, is no error."""
    text = "\n".join(lines)
    assert len(marks_of(text)) == len(split_sentences(text))


def test_an_article_gives_its_sentences_marked() -> None:
    """`Article.sentences` is split and marked, with the title known."""
    article = Article(text="Rockets hit base\nRockets hit base\n\nShare this:\n\nIt burned.", title="Rockets hit base")
    assert [sentence.mark for sentence in article.sentences] == [None, Mark.REPEATED_HEADLINE, Mark.SHARE_BAR, None]


def test_real_pages_lose_their_furniture() -> None:
    """In articles copied from pages the news is unmarked and captions, takeaways and advertisements are not news."""
    paths = sorted(SHARED_ARTICLES.glob("*.txt"))
    if not paths:
        pytest.skip("the shared articles are not beside this checkout")
    marked = dict(pair for path in paths for pair in marks_of(path.read_text("utf-8")))
    expected = {
        "claimed these attacks": None,
        "No U.S. personnel": None,
        "sets up a remote-controlled": Mark.CAPTION,
        "Barrett is the world leader": Mark.ADVERTISEMENT,
        "• Rockets were launched": Mark.KEY_TAKEAWAYS,
    }
    for words, mark in expected.items():
        assert [found for text, found in marked.items() if words in text] == [mark]
