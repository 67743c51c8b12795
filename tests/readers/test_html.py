"""Tests of HTML: the article comes out as its reader sees it, and no page keeps the program busy."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import ArticleError, ErrorKind
from tests.readers.pages import PARAGRAPHS, page, parsed

EXAMPLE = Path(__file__).parents[2] / "examples" / "checkpoint-bombing.html"


def refused(source: str | bytes, charset: str | None = None) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        parsed(source, charset)
    return caught.value


def test_one_paragraph_a_line_headline_first() -> None:
    """Navigation and footer are gone, paragraphs are lines, the headline is the first of them."""
    lines = parsed(page()).text.split("\n")
    assert lines[:4] == ["Drone strikes terminal", *PARAGRAPHS]
    assert len(lines) == 5


def test_headings_lists_quotes_tables_and_breaks() -> None:
    """Each keeps a line of its own, so that sentences are not run together."""
    inside = (
        "<h2>What is known</h2><ul><li>The belt will be repaired by the weekend.</li><li>Ships are waiting.</li></ul>"
        "<blockquote><p>We heard it come in over the water, said a guard at the gate.</p></blockquote>"
        "<p>First line of the notice to mariners.<br>Second line of the notice.</p>"
        "<table><tr><th>Night</th><th>Drones</th></tr><tr><td>Monday</td><td>2</td></tr></table>"
    )
    lines = parsed(page(inside)).text.split("\n")
    assert lines[4:-1] == [
        "What is known",
        "- The belt will be repaired by the weekend.",
        "- Ships are waiting.",
        "We heard it come in over the water, said a guard at the gate.",
        "First line of the notice to mariners.",
        "Second line of the notice.",
        "Night | Drones",
        "Monday | 2",
    ]


def test_characters_stay() -> None:
    """Curly quotes and decomposed letters are those of the page; references are resolved, white space is squeezed."""
    text = parsed(page("<p>The caf&eacute; “Nore\u0301n”  in\n Norvik was 5&#8211;6&nbsp;km away from it.</p>")).text
    assert "The café “Nore\u0301n” in Norvik was 5–6 km away from it." in text


def test_inline_elements_do_not_cut_words() -> None:
    """Links and emphasis are part of their sentence, and so is a marked-up time."""
    inside = (
        "<p>It was hit on <time datetime=2024-04-23>Tues</time>day by <a href=#>two <b>dro</b>nes</a>, he said, "
        "and that was not the first such attack.</p>"
    )
    assert "It was hit on Tuesday by two drones, he said" in parsed(page(inside)).text


def test_headline_that_stands_outside_the_article() -> None:
    """A headline above the article's element is its first line all the same; a site's name is none."""
    source = page().replace("<h1>Drone strikes terminal</h1>", "")
    above = source.replace("<article>", "<header><h1>Norvik Mail</h1></header><h1>Drone strikes terminal</h1><article>")
    text = parsed(above).text
    assert text.startswith(f"Drone strikes terminal\n{PARAGRAPHS[0]}")
    assert "Norvik Mail" not in text


def test_text_that_no_reader_sees_is_not_read() -> None:
    """Comments, alternative texts, scripts' data and templates are not on the page."""
    inside = (
        "<!-- hidden --><img alt='hidden'><template><p>hidden</p></template>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "hidden"}</script>'
        "<noscript><p>hidden</p></noscript><div data-preloaded='hidden'></div><input type=hidden value=hidden>"
    )
    assert "hidden" not in parsed(page(inside)).text


def test_readers_comments_are_not_read() -> None:
    """What readers write under an article is not the article."""
    comments = "<section id=comments class=comments><div class=comment><p>I heard that thirty died.</p></div></section>"
    assert "thirty" not in parsed(page().replace("</article>", f"</article>{comments}")).text


def test_data_of_scripts_is_not_taken_for_the_text_of_an_empty_page() -> None:
    """Where nothing is visible there is no article, even if the markup carries one."""
    source = (
        '<html><head><title>A</title><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
        + "Forty people were killed in the harbour, the invisible text says. " * 10
        + '"}</script></head><body><div id=app></div></body></html>'
    )
    assert refused(source).kind is ErrorKind.NO_ARTICLE_TEXT


LINKS = "".join(f"<li><a href=/{n}>Topic number {n}</a></li>" for n in range(30))
MENU = f"<html><body><ul>{LINKS}</ul></body></html>"
FORM = "<html><body><form><h1>Sign in</h1><label>Name<input></label><button>Go</button></form></body></html>"
SCRIPTED = "<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div></div></body></html>"


@pytest.mark.parametrize(
    "source", ["<html></html>", "<html><body></body></html>", "<!-- only -->", "<html><head>", MENU, FORM, SCRIPTED]
)
def test_pages_without_an_article(source: str) -> None:
    """They are an error with a remedy, never an empty article."""
    error = refused(source)
    assert error.kind is ErrorKind.NO_ARTICLE_TEXT
    assert error.advice


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("utf-8", "utf-8"), ("koi8-r", "koi8-r"), ("gbk", "gbk")],
)
def test_stated_encodings(label: str, encoding: str) -> None:
    """A page is read as it says; Latin-1 means Windows-1252, as in every browser."""
    words = {"koi8-r": "Норвик", "gbk": "诺维克", "utf-8": "Nørvík’s"}.get(encoding, "“Norvík’s”")
    source = page(f"<p>The people of {words} were told to stay at home for the rest of the day.</p>")
    assert words in parsed(source.replace("utf-8", label).encode(encoding)).text


def test_server_beats_page_and_mark_beats_both() -> None:
    """The order of the HTML standard: byte order mark, server, page."""
    source = page("<p>The people of Nørvik were told to stay at home for the rest of the day.</p>")
    wrong = source.replace("utf-8", "koi8-r")
    assert "Nørvik" in parsed(wrong.encode("cp1252"), "windows-1252").text
    assert "Nørvik" in parsed(wrong.encode("utf-8-sig"), "windows-1252").text
    assert "Nørvik" in parsed(wrong.encode("utf-16")).text
    assert "Nørvik" in parsed(source.replace("utf-8", "utf-16").encode()).text


def test_wrong_and_unknown_encodings() -> None:
    """Bytes that are not what the page says are an error, not replacement characters."""
    source = page("<p>The people of Nørvik</p>")
    assert refused(source.encode("cp1252")).kind is ErrorKind.ENCODING
    assert "x-own" in refused(source.replace("utf-8", "x-own").encode()).message
    assert refused(b"<html>\x00\x01").kind is ErrorKind.BINARY


HOSTILE = {
    "a million elements": page("<i></i>" * 1_000_000),
    "many children": page("<p>" + "<a href=x>l</a> " * 5_000 + "</p>"),
    "many attributes": page("<p a='>' " + " ".join(f"a{n}" for n in range(50_000)) + ">x</p>"),
    "many quotes": '<p a="' * 300_000,
    "many brackets": "<" * 3_000_000,
    "comments in comments": "<html><body><!--" + "<!-- " * 300_000,
    "slow selectors": page("<div>" * 200 + "<p>x</p>" * 500, "q * * * * * * p{color:red}"),
    "searching selectors": page("<p>x</p>" * 1900, "*:has(~ .none) {color: red}"),
    "large style sheet": page(style="".join(f".u{n}{{color:red}}" for n in range(60_000))),
    "nested style sheet": page(style="@media screen{" * 3000 + ".x{color:red}"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_pages_that_would_keep_a_parser_busy(name: str) -> None:
    """They are refused by counting, before or while they are read; on the clock each takes a few seconds at most."""
    assert refused(HOSTILE[name]).kind is ErrorKind.TOO_LARGE


def test_nested_beyond_sense() -> None:
    """Ten thousand elements in one another are no crash: libxml2 stops at 256, and the text above is read."""
    text = parsed(page("<div>" * 10_000 + "<p>deep</p>")).text
    assert text.startswith("Drone strikes terminal")
    assert "deep" not in text


def test_entities_do_not_grow() -> None:
    """HTML knows no entities of a page's own."""
    source = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>" + page("<p>&b;&b;</p>")
    assert "aaaa" not in parsed(source).text


def test_the_example_page() -> None:
    """Of the example, with its ticker, advertisement, hidden orders and comments, the news remains."""
    result = parsed(EXAMPLE.read_bytes())
    lines = result.text.split("\n")
    assert lines[0] == "Car bomb kills six at Kirkuk checkpoint"
    assert lines[2].startswith("A car bomb exploded at a police checkpoint")
    assert lines[-1].startswith("Monday’s bombing was the deadliest")
    for unwanted in ("45 dead", "Ignore", "Advertisement", "thirty", "Share", "Parliament", "Forty", "railway"):
        assert unwanted not in result.text
