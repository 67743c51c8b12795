"""Tests of the publication day: stated or unknown, never guessed."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.readers.pages import page, parsed

DAY = date(2024, 4, 22)
OTHER_STORY = {"@type": "Article", "datePublished": "2024-04-22"}


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def day_of(head: str = "", top: str = "", inside: str = "") -> date | None:
    source = page(inside, head=head).replace("</h1>", f"</h1>{top}")
    return parsed(source).markup.published


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "NewsArticle", "datePublished": "2024-04-22"},
        {"@type": ["Article", "Thing"], "datePublished": "2024-04-22T23:50:00-05:00"},
        [{"@type": "Organization"}, {"@type": "ReportageNewsArticle", "datePublished": "2024-04-22T00:10:00+09:00"}],
        {"@graph": [{"@type": "WebSite"}, {"@type": "https://schema.org/BlogPosting", "datePublished": "2024-04-22"}]},
        {"@type": "WebPage", "mainEntity": {"@type": "LiveBlogPosting", "datePublished": "2024-04-22"}},
        {"@type": "WebPage", "datePublished": "2024-04-22"},
    ],
)
def test_json_ld(value: object) -> None:
    """The article's datePublished, wherever the object stands; the day as written, in no other time zone."""
    assert day_of(json_ld(value)) == DAY


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2024-04-22T10:00:00Z'>",
        "<meta name=DC.date content=2024-04-22>",
        "<meta name=Date content='Mon, 22 Apr 2024 23:50:00 -0500'>",
        "<meta itemprop=datePublished content=20240422>",
        "<meta name=citation_publication_date content=2024/04/22>",
        "<meta name=pubdate content=' 2024-04-22 '>",
    ],
)
def test_meta_elements(head: str) -> None:
    """The names by which pages state it, in any case, and the forms in which they write it."""
    assert day_of(head) == DAY


@pytest.mark.parametrize(
    "top",
    [
        "<time datetime=2024-04-22>22 April</time>",
        "<div class=meta><span><time datetime='2024-04-22T10:00'>22 April</time></span></div>",
        "<p>By A. Lee, <time datetime=2024-04-22>yesterday</time></p>",
        "<p class=updated><time datetime=2025-01-01>1 January</time></p><time datetime=2024-04-22>22 April</time>",
        "<span itemprop=datePublished datetime=2024-04-22>22 April</span>",
    ],
)
def test_time_of_the_articles_head(top: str) -> None:
    """A `<time>` between headline and first paragraph; one that says when it was updated is not it."""
    assert day_of(top=top) == DAY


@pytest.mark.parametrize(
    ("head", "top", "inside"),
    [
        (json_ld({"@type": "NewsArticle", "dateModified": "2024-04-22"}), "", ""),
        (json_ld({"@type": "ItemList", "itemListElement": [OTHER_STORY]}), "", ""),
        (json_ld({"@type": "Event", "datePublished": "2024-04-22"}), "", ""),
        ("<script type='application/ld+json'>{broken</script>", "", ""),
        ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "", ""),
        (json_ld({"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"}), "", ""),
        (json_ld({"@type": "NewsArticle", "datePublished": "April 2024"}), "", ""),
        (json_ld({"@type": "NewsArticle", "datePublished": 20240422}), "", ""),
        ("<meta property='article:modified_time' content='2024-04-22'>", "", ""),
        ("<meta name=date content='22/04/2024'>", "", ""),
        ("<meta name=date content='1970-01-01'>", "", ""),
        ("<meta name=description content='2024-04-22'>", "", ""),
        ("", "<time class=date-modified datetime=2024-04-22>22 April</time>", ""),
        ("", "<aside><time datetime=2024-04-22>22 April</time></aside>", ""),
        ("", "<div class=related-story><time datetime=2024-04-22>22 April</time></div>", ""),
        ("", "<time>2024-04-22</time>", ""),
        ("", "<p>2024-04-22</p>", ""),
        ("", "", "<p>It was the anniversary of the blast of <time datetime=2024-04-22>that day</time>, he said.</p>"),
        ("", "", "<section id=comments><time datetime=2024-04-22>22 April</time></section>"),
    ],
)
def test_dates_that_are_not_of_publication(head: str, top: str, inside: str) -> None:
    """Updates, other stories, comments, dates in the text and placeholders: the day is unknown, footer or not."""
    assert day_of(head, top, inside) is None


def test_a_page_that_contradicts_itself() -> None:
    """JSON-LD of the article, then meta by their order, then JSON-LD of the page, then `<time>`."""
    article = json_ld({"@type": "NewsArticle", "datePublished": "2024-01-01"})
    plain = "<meta name=date content=2024-01-03>"
    strong = "<meta property='article:published_time' content=2024-01-02>"
    web_page = json_ld({"@type": "WebPage", "datePublished": "2024-01-04"})
    time = "<time datetime=2024-01-05>5 January</time>"
    assert day_of(web_page + plain + strong + article, time) == date(2024, 1, 1)
    assert day_of(web_page + plain + strong, time) == date(2024, 1, 2)
    assert day_of(web_page + plain, time) == date(2024, 1, 3)
    assert day_of(web_page, time) == date(2024, 1, 4)
    assert day_of("", time) == date(2024, 1, 5)
