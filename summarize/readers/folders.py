"""Folders: the articles in one and below it, in order, found as they are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePath

from summarize.errors import ArticleError
from summarize.readers.chunks import file_error
from summarize.readers.formats import HTML, SUFFIXES
from summarize.terminal import printable


def walk(folder: str) -> Iterator[str | ArticleError]:
    """The paths of a folder's articles, each folder's entries by name, folders among them read where they stand.

    Skipped: hidden files and folders, files of other suffixes, links to folders, and what a browser saves beside
    a page (`page_files` beside `page.html`). One folder's names are held at a time, and those of its parents.

    Yields:
        a path that begins with the folder as it was given, or an error row for a folder that cannot be listed.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield file_error(path_name(folder), error)
        return
    pages = {PurePath(entry.name).stem for entry in entries if suffix_of(entry.name) in HTML.suffixes}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not (entry.name.endswith("_files") and entry.name.removesuffix("_files") in pages):
                yield from walk(entry.path)
        elif suffix_of(entry.name) in SUFFIXES and _is_file_or_broken_link(entry):
            yield entry.path


def suffix_of(path: str) -> str:
    """A path's suffix in lower case, with its dot."""
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - a million times; a Path costs ten times as much


def path_name(path: str) -> str:
    """A path as ids and errors name it: with / on every system, on one line, without unprintable characters."""
    return printable(path.replace(os.sep, "/"))


def _is_file_or_broken_link(entry: os.DirEntry[str]) -> bool:
    """A broken link gets its error row where it is read; a pipe or socket in a folder is none of ours."""
    return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))  # noqa: PTH110 - no object
