"""Tests of Markdown: the header is read and checked, the body is exactly what follows it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, Span
from summarize.errors import ArticleError, ErrorKind
from summarize.readers.document import Document, Origin, Parsed
from summarize.readers.markdown import has_header, parse_markdown
from summarize.readers.metadata import NOTHING, Metadata


def parsed(source: str, encoding: str = "utf-8") -> Parsed:
    return parse_markdown(Document(source.encode(encoding), Origin("a.md")))


def broken(source: str) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        parsed(source)
    assert caught.value.kind is ErrorKind.BROKEN_HEADER
    return caught.value


def test_all_fields_of_a_header() -> None:
    """Title, published, source, url and id are read, other keys are not looked at."""
    result = parsed(
        "---\ntitle: 'Drone: one down'\npublished: 2024-04-22\nsource: Courier\nurl: https://a.example/1\n"
        "id: 0042\ntags: [a, b]\n---\nText\n"
    )
    assert result.given == Metadata("Drone: one down", date(2024, 4, 22), "Courier", "https://a.example/1", "0042")
    assert result.text == "Text\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_body_is_what_follows_the_closing_line(line_end: str, mark: str) -> None:
    """Every character after the header's last line end is the body, whatever the line ends are."""
    source = mark + line_end.join(["---", "title: A", "---", "", " Body", "---", "end"])
    result = parsed(source)
    assert result.text == "\n Body\n---\nend"
    assert result.given.title == "A"


@given(body=st.text(alphabet="ab\r\n-é ", max_size=30), line_end=st.sampled_from(["\n", "\r\n"]))
def test_offsets_lead_back_past_the_header(body: str, line_end: str) -> None:
    """Raw offsets count from the file's first character, header and mark included."""
    source = line_end.join(["\ufeff---", "title: A", "---", ""]) + body
    result = parsed(source)
    article = Article(text=result.text, raw_starts=result.raw_starts)
    for index, character in enumerate(result.text):
        raw = article.raw(Span(index, index + 1))
        assert raw is not None
        assert source[raw.start : raw.end].replace("\r", "\n") == character


@pytest.mark.parametrize(
    "source",
    [
        "---\n\nA text after a thematic break.\n\n---\nMore.",
        "---\nauthor: nobody\n---\nText",
        "Text first\n---\ntitle: A\n---\n",
        "----\ntitle: A\n----\n",
        "---\nA line that says title: but is prose\n---\n",
        "---",
    ],
)
def test_thematic_breaks_are_text(source: str) -> None:
    """Without a known key at the start of a line between two --- at the very start, there is no header."""
    result = parsed(source)
    assert (result.text, result.given) == (source, NOTHING)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("published: April 2024", "published value 'April 2024'"),
        ("published: 22/04/2024", "published value '22/04/2024'"),
        ("published: 2024-02-30", "published value '2024-02-30'"),
        ("title: [a, b]", "title that is not a text"),
        ("title: {a: b}", "title that is not a text"),
        ("title: 'open", "not valid YAML"),
        ("title: a\n  b: c: d", "not valid YAML at line 3"),
        ("title: a\n- b", "not valid YAML"),
    ],
)
def test_broken_headers_say_what_is_wrong(header: str, said: str) -> None:
    """The error names the field or the line, so that a person can mend it."""
    assert said in broken(f"---\n{header}\n---\nText").message


def test_header_without_an_end() -> None:
    """A header that is never closed is no article that begins with ---."""
    assert "closing line" in broken("---\ntitle: A\n\nText without an end").message


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-04-22T23:30:00-05:00", date(2024, 4, 22)),
        ("2024-04-22T00:30:00+09:00", date(2024, 4, 22)),
        ("2024-04-22 10:00", date(2024, 4, 22)),
        ("'2024-04-22'", date(2024, 4, 22)),
    ],
)
def test_published_is_the_day_as_written(written: str, day: date) -> None:
    """A time zone moves no date."""
    assert parsed(f"---\npublished: {written}\n---\nText").given.published == day


def test_values_are_texts() -> None:
    """YAML 1.1 would make `no` false and 010 eight; a title is what is written, and only null is nothing."""
    result = parsed("---\ntitle: no\nid: 010\nsource: ~\nurl: null\n---\nText")
    assert result.given == Metadata(title="no", id="010")


def test_yaml_with_a_million_aliases_costs_nothing() -> None:
    """Aliases of aliases, which grow without bound when written out, are refused as no text."""
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9))
    error = broken(f"---\nl0: &l0 [x]\n{levels}\ntitle: *l8\n---\nText")
    assert "title that is not a text" in error.message


@pytest.mark.parametrize(
    ("text", "answer"), [("---\nid: 1\n---\n", True), ("---\nword: 1\n---\n", False), ("a", False)]
)
def test_recognising_a_header(text: str, answer: bool) -> None:
    """What standard input is read as rests on this."""
    assert has_header(text) is answer
