"""Tests of PDF paragraphs: what was wrapped is joined, what was set apart stays apart."""

from __future__ import annotations

from itertools import chain

import pytest

from summarize.readers.document import Document, Origin
from summarize.readers.pdf import parse_pdf
from summarize.readers.pdf_lines import Line
from summarize.readers.pdf_paragraphs import join_pages
from tests.readers.pdf_files import Placed, lines_stream, pdf

LEADING, PARAGRAPH = 14.0, 24.0
FULL = [
    "An armed drone struck the grain terminal of Norvik on Tuesday",
    "and two crane operators were treated for smoke, the authority",
    "said.",
]


def placed(
    *paragraphs: list[str], top: float = 800, size: float = 11, x: float = 60, gap: float = PARAGRAPH
) -> list[Line]:
    """Lines of paragraphs, one under the other."""
    lines, y = [], top
    for paragraph in paragraphs:
        for text in paragraph:
            lines.append(Line(text, 60, y, size))
            y -= LEADING
        y -= gap - LEADING
    return lines


def test_paragraphs_set_apart_by_space() -> None:
    """A wider gap is a new paragraph, even after a full line."""
    text = join_pages([placed(FULL[:2], ["The belt was damaged."])])
    assert text == f"{FULL[0]} {FULL[1]}\nThe belt was damaged."


def test_paragraphs_without_space_between() -> None:
    """A line that ends where the next word would have fitted was ended on purpose."""
    text = join_pages([placed(FULL, FULL, gap=LEADING)])
    assert text == "\n".join([" ".join(FULL)] * 2)


def test_paragraphs_with_indented_first_lines() -> None:
    """Books and agencies set the first line in."""
    second = [Line(text, 60.0 + (12 if not index else 0), 700 - LEADING * index, 11) for index, text in enumerate(FULL)]
    first = [Line(text, 60.0, 700 + LEADING * (2 - index), 11) for index, text in enumerate([FULL[0], "a" * 59 + "."])]
    assert join_pages([first + second]).count("\n") == 1


def test_headings_and_bullets() -> None:
    """Another size of font and a bullet begin a paragraph."""
    lines = [
        *placed(["Attack on terminal"], size=18, top=840),
        *placed([*FULL, "• One drone.", "• Another, and", "more."]),
    ]
    assert join_pages([lines]) == f"Attack on terminal\n{' '.join(FULL)}\n• One drone.\n• Another, and more."


def test_a_sentence_over_two_pages() -> None:
    """It is joined; a sentence that ended on the first page is followed by a paragraph."""
    assert join_pages([placed(FULL[:1]), placed(FULL[1:])]) == " ".join(FULL)
    assert join_pages([placed(FULL), placed(["Nobody was hurt."])]).count("\n") == 1


def test_running_titles_are_dropped() -> None:
    """What stands at the head and foot of several pages, numbers aside, is not the article."""
    pages = [
        [Line("Norvik Mail, 4 May", 60, 830, 8), *placed(body), Line(f"https://mail.example {n}/2", 60, 20, 8)]
        for n, body in ((1, FULL[:2]), (2, FULL[2:]))
    ]
    assert join_pages(pages) == " ".join(FULL)


def test_a_sentence_that_is_said_twice_is_no_running_title() -> None:
    """Only the same place on the page makes it one."""
    pages = [placed(["Nobody was hurt.", FULL[0]]), placed(["More came later.", "Then it ended.", "Nobody was hurt."])]
    assert join_pages(pages).count("Nobody was hurt.") == 2


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the infor-", "mation was", "the information was"),
        ("the infor\u00ad", "mation was", "the information was"),
        ("an Iran-", "backed group", "an Iran-backed group"),
        ("a second-", "largest port", "a second-largest port"),
        ("the Al-", "Asad base", "the Al-Asad base"),
        ("a 12-", "hour fight", "a 12-hour fight"),
        ("he said -", "and left", "he said - and left"),
        ("the air-", "frame. The air was", "the air-frame. The air was"),
        ("the har-", "bour. A harbour is", "the harbour. A harbour is"),
    ],
)
def test_words_divided_at_line_ends(before: str, after: str, joined: str) -> None:
    """A hyphen of the line's end goes, one of the word stays: by capitals, by the text's other words, by a list."""
    assert join_pages([placed([before, after])]) == joined


def test_nothing() -> None:
    """No lines are no text."""
    assert join_pages([]) == join_pages([[]]) == ""


def test_places_come_from_the_page() -> None:
    """Through a real file: moved and scaled coordinates, columns one after the other."""
    left: list[Placed] = [(text, 60, 700 - LEADING * n, 11) for n, text in enumerate(FULL)]
    right: list[Placed] = [(text, 320, 700 - LEADING * n, 11) for n, text in enumerate(FULL)]
    content = b"q 0.5 0 0 0.5 10 10 cm " + lines_stream(chain(left, right)) + b" Q"
    text = parse_pdf(Document(pdf([content]), Origin("a.pdf"))).text
    assert text == "\n".join([" ".join(FULL)] * 2)
