"""Inputs: what a user names (files, folders, globs, addresses, standard input) becomes places to read."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from summarize.errors import ArticleError, ErrorKind
from summarize.readers import jsonl
from summarize.readers.folders import path_name, suffix_of, walk
from summarize.readers.formats import SUFFIXES

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


class Kind(StrEnum):
    """What a place is."""

    FILE = "file"
    STDIN = "stdin"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Place:
    """One thing to read: a path, an address, or "-"."""

    kind: Kind
    where: str


def find_places(given: str) -> Iterator[Place | ArticleError]:
    """The places that one input names, found as they are asked for.

    A path that exists is that path, whatever characters are in it; else `*`, `?` and `[` make it a glob.

    Yields:
        a place, or an error row for a folder or glob without articles.
    """
    if not given:
        yield ArticleError("''", ErrorKind.NOT_FOUND, "The input has no name.", advice="Check for an empty variable.")
    elif given == "-":
        yield Place(Kind.STDIN, "-")
    elif os.path.isdir(given):  # noqa: PTH112 - a Path would drop the ./ that the user wrote
        yield from _in_folder(given)
    elif os.path.lexists(given):
        yield Place(Kind.FILE, given)
    elif scheme := _SCHEME.match(given):
        yield _address(given, scheme.group(1))
    elif glob.has_magic(given):
        yield from _in_glob(given)
    else:
        yield Place(Kind.FILE, given)  # its error row is that of any file that is not there


def count_inputs(inputs: Iterable[str]) -> int | None:
    """How many articles the inputs hold; None where only reading tells (standard input, JSON Lines)."""
    count = 0
    for given in inputs:
        for place in find_places(given):
            if isinstance(place, Place) and _holds_many(place):
                return None
            count += 1
    return count


def _holds_many(place: Place) -> bool:
    return place.kind is Kind.STDIN or suffix_of(place.where) in jsonl.SUFFIXES


def _in_folder(folder: str) -> Iterator[Place | ArticleError]:
    found = False
    for path in walk(folder):
        found = True
        yield path if isinstance(path, ArticleError) else Place(Kind.FILE, path)
    if not found:
        suffixes = ", ".join(sorted(SUFFIXES))
        yield ArticleError(
            path_name(folder),
            ErrorKind.NO_ARTICLES,
            "There are no articles in the folder.",
            advice=f"Files with these suffixes are read: {suffixes}; name other files one by one.",
        )


def _in_glob(pattern: str) -> Iterator[Place | ArticleError]:
    found = False
    for path in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 - the pattern may begin anywhere
        if os.path.isdir(path):  # noqa: PTH112 - as above
            if "**" not in pattern:  # ** names the files in it too
                found = True
                yield from _in_folder(path)
        else:
            found = True
            yield Place(Kind.FILE, path)
    if not found:
        yield ArticleError(
            path_name(pattern), ErrorKind.NO_ARTICLES, "No file matches the pattern.", advice="Check the pattern."
        )


def _address(given: str, scheme: str) -> Place | ArticleError:
    if scheme.lower() in {"http", "https"}:
        return Place(Kind.ADDRESS, given)
    return ArticleError(
        path_name(given),
        ErrorKind.UNREADABLE,
        f"Addresses of the scheme {scheme.lower()} are not read.",
        advice="Give an http or https address, or save the article to a file.",
    )
