"""Tests of PDFs: what a reader sees comes out in paragraphs, and broken or hostile files are errors."""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path

import pytest

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.document import Document, Origin, Parsed
from summarize.readers.pdf import parse_pdf
from tests.readers.pdf_files import lines_stream, pdf

EXAMPLE = Path(__file__).parents[2] / "examples" / "tanker-seizure.pdf"
ONE_LINE = lines_stream([("A tanker was seized in the gulf.", 60, 700, 11)])


def parsed(data: bytes) -> Parsed:
    return parse_pdf(Document(data, Origin("a.pdf", ".pdf")))


def refused(data: bytes) -> ArticleError:
    with pytest.raises(ArticleError) as caught:
        parsed(data)
    assert caught.value.advice
    return caught.value


def test_the_example() -> None:
    """A page printed by a browser, hyphenated and justified, comes out as it was written."""
    lines = parsed(EXAMPLE.read_bytes()).text.split("\n")
    assert lines[:3] == [
        "Masked men seize tanker off Fujairah, crew of 18 unhurt",
        "By Maren Solberg, shipping correspondent",
        "Sunday 8 June 2025",
    ]
    assert lines[3].endswith("The 18 crew members of the Calder Dawn, most of them from the Philippines, are unharmed.")
    assert lines[7] == "A drone the same night"
    assert len(lines) == 12
    assert "4:20 p.m. local time, about 60 nautical miles east of Fujairah." in lines[5]


def test_title_of_the_file() -> None:
    """Taken where the text begins with it; the file's dates are not of publication."""
    info = b"<</Title(A tanker WAS seized)/CreationDate(D:20240422)>>"
    markup = parsed(pdf([ONE_LINE], info)).markup
    assert (markup.title, markup.published) == ("A tanker WAS seized", None)
    assert parsed(pdf([ONE_LINE], b"<</Title(Microsoft Word - draft3.docx)>>")).markup.title is None


def test_a_pdf_without_text() -> None:
    """A scan is an error that names the remedy."""
    error = refused(pdf([b"0 0 100 100 re f"]))
    assert error.kind is ErrorKind.SCANNED_PDF
    assert "ocrmypdf" in error.advice


@pytest.mark.parametrize(("password", "kind"), [("secret", ErrorKind.ENCRYPTED_PDF), ("", None)])
def test_encrypted_pdfs(password: str, kind: ErrorKind | None) -> None:
    """One that asks for a password is an error; one that only forbids printing is read."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([ONE_LINE]))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - of a file that is made here
    out = BytesIO()
    writer.write(out)
    if kind is None:
        assert parsed(out.getvalue()).text == "A tanker was seized in the gulf."
    else:
        assert refused(out.getvalue()).kind is kind


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\nnothing of a PDF" * 100,
        pdf([ONE_LINE])[:300],
        pdf([ONE_LINE]).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]"),
    ],
    ids=["header", "words", "cut off", "a tree in itself"],
)
def test_broken_pdfs(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """They are BROKEN_PDF, and the library's complaints reach nobody."""
    with caplog.at_level(logging.DEBUG):
        assert refused(data).kind in {ErrorKind.BROKEN_PDF, ErrorKind.SCANNED_PDF}
    assert not caplog.records


def test_the_library_logs_again_afterwards() -> None:
    """The level of its logger is put back."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    parsed(pdf([ONE_LINE]))
    assert logger.level == before


HOSTILE = {
    "pages": lambda: pdf([ONE_LINE] * 101),
    "unpacked content": lambda: pdf([b"% comment\n" * 1_000_000]),
    "operators": lambda: pdf([b"q Q\n" * 1_500]),
    "forms that draw forms": lambda: pdf(
        [b"/X0 Do " * 10], forms=[f"/X{n} Do ".encode() * 10 for n in range(1, 12)] + [ONE_LINE]
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_pdfs_that_would_keep_us_busy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused by counting pages, bytes and operators (fewer than usual, so that nothing here takes long)."""
    monkeypatch.setattr("summarize.readers.pdf._MOST_OPERATORS", 2_000)
    assert refused(HOSTILE[name]()).kind is ErrorKind.TOO_LARGE


def test_a_form_that_draws_itself() -> None:
    """A loop ends, one way or the other, in an error row."""
    error = refused(pdf([b"/X0 Do"], forms=[b"/X0 Do"]))
    assert error.kind in {ErrorKind.TOO_LARGE, ErrorKind.BROKEN_PDF, ErrorKind.SCANNED_PDF}
