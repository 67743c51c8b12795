"""Tests of folders: what is read in one, in which order, and what is passed over."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.folders import path_name, walk


def make(root: Path, names: Iterable[str]) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(root: Path) -> list[str]:
    return [path.removeprefix(f"{root}/") if isinstance(path, str) else path.kind.value for path in walk(str(root))]


def test_order_and_suffixes(tmp_path: Path) -> None:
    """By name at every level, every known suffix in any case, others and hidden ones silently left out."""
    make(tmp_path, ["b.TXT", "a/z.md", "a/b/c.jsonl", "c.png", ".hidden.txt", ".git/x.txt", "a.html", "noext", "Z.pdf"])
    assert names(tmp_path) == ["Z.pdf", "a/b/c.jsonl", "a/z.md", "a.html", "b.TXT"]


def test_files_that_a_browser_saves_beside_a_page(tmp_path: Path) -> None:
    """`page_files` beside `page.html` holds frames and advertisements; without the page it is a folder like any."""
    make(tmp_path, ["page.html", "page_files/frame.html", "other_files/a.txt"])
    assert names(tmp_path) == ["other_files/a.txt", "page.html"]


def test_links(tmp_path: Path) -> None:
    """A link to a file is read, a broken one too (it gets its error row), a link to a folder is not followed."""
    make(tmp_path, ["real/a.txt"])
    (tmp_path / "link.txt").symlink_to("real/a.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere")
    (tmp_path / "real" / "up").symlink_to("..")
    assert names(tmp_path) == ["broken.txt", "link.txt", "real/a.txt"]


def test_pipes_are_passed_over(tmp_path: Path) -> None:
    """A pipe in a folder would be waited for in vain."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed(tmp_path: Path) -> None:
    """It is an error row in its place, and the rest is read."""
    make(tmp_path, ["a.txt", "closed/b.txt", "z.txt"])
    (tmp_path / "closed").chmod(0)
    assert names(tmp_path) == ["a.txt", "unreadable", "z.txt"]
    (tmp_path / "closed").chmod(0o700)


def test_a_folder_that_vanished(tmp_path: Path) -> None:
    """A folder that is gone when its turn comes is an error row."""
    (row,) = walk(str(tmp_path / "gone"))
    assert isinstance(row, ArticleError)
    assert row.kind is ErrorKind.NOT_FOUND


def test_a_folder_is_found_as_it_is_asked_for(tmp_path: Path) -> None:
    """What is in a later folder is not looked for before its turn."""
    make(tmp_path, ["a/1.txt", "b/1.txt"])
    found = walk(str(tmp_path))
    first = next(found)
    (tmp_path / "b" / "2.txt").touch()
    rest = list(found)
    assert [str(first)[-7:], *(str(path)[-7:] for path in rest)] == ["a/1.txt", "b/1.txt", "b/2.txt"]


def test_names_are_made_printable() -> None:
    """A name with a line feed, an escape or a byte of no encoding cannot forge a line of the error log."""
    assert path_name("a\nb\x1b[2J\udce9.txt") == r"a\nb\x1b[2J\udce9.txt"
