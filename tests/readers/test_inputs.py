"""Tests of inputs: what a user's word names."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.inputs import Kind, Place, count_inputs, find_places


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles, in the working folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "sub/c.md", "odd[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    (tmp_path / "empty").mkdir()
    return tmp_path


def files(given: str) -> list[str]:
    found = []
    for place in find_places(given):
        assert isinstance(place, Place)
        assert place.kind is Kind.FILE
        found.append(place.where)
    return found


def failed(given: str) -> ArticleError:
    (row,) = find_places(given)
    assert isinstance(row, ArticleError)
    return row


def test_names_stay_as_the_user_wrote_them() -> None:
    """A leading ./ is kept, so that ids can be found in the user's own list."""
    assert files("./a.txt") == ["./a.txt"]
    assert files("sub") == ["sub/c.md"]
    assert files("./sub/") == ["./sub/c.md"]


def test_globs() -> None:
    """A pattern that the shell did not expand is expanded here, sorted, folders included."""
    assert files("[ab].txt") == ["a.txt", "b.txt"]
    assert files("s*") == ["sub/c.md"]
    assert files("**/*.md") == ["sub/c.md"]
    assert files("**") == ["a.txt", "b.txt", "odd[1].txt", "sub/c.md"]


def test_a_file_with_a_pattern_in_its_name_is_that_file() -> None:
    """What exists is not a pattern."""
    assert files("odd[1].txt") == ["odd[1].txt"]


@pytest.mark.parametrize(("given", "advice"), [("empty", ".jsonl"), ("*.nothing", "Check the pattern.")])
def test_folders_and_globs_without_articles(given: str, advice: str) -> None:
    """Nothing found is an error row that says what to do (which suffixes are read in a folder), not silence."""
    error = failed(given)
    assert (error.kind, error.article) == (ErrorKind.NO_ARTICLES, given)
    assert advice in error.advice


def test_an_empty_name_is_an_error_row() -> None:
    """An unset variable of a shell script is told as what it is, and the others are read."""
    assert "empty variable" in failed("").advice


def test_addresses_and_standard_input() -> None:
    """Http and https in any case are fetched, - is standard input."""
    assert list(find_places("HTTPS://a.example/x?y=*")) == [Place(Kind.ADDRESS, "HTTPS://a.example/x?y=*")]
    assert list(find_places("-")) == [Place(Kind.STDIN, "-")]


@pytest.mark.parametrize("given", ["ftp://a.example/x", "file:///etc/passwd", "gopher://a"])
def test_other_schemes_are_refused(given: str) -> None:
    """Addresses of other schemes are no files, and are not fetched."""
    assert failed(given).kind is ErrorKind.UNREADABLE


def test_a_missing_file_is_found_missing_when_it_is_read() -> None:
    """Its error row is made where files are opened."""
    assert files("missing.txt") == ["missing.txt"]


def test_counting() -> None:
    """The progress bar knows how many files there are, and that it cannot know how many lines."""
    assert count_inputs(["a.txt", "sub", "https://a.example", "empty"]) == 4
    assert count_inputs(["a.txt", "-"]) is None
    assert count_inputs(["x.jsonl"]) is None
