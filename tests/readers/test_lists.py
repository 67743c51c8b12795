"""Tests of lists of inputs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.readers.lists import read_list


async def entries(path: str, stdin: bytes = b"") -> list[str]:
    return [given async for given in read_list(path, io.BytesIO(stdin))]


async def test_lines_with_comments(tmp_path: Path) -> None:
    """One input a line; blank lines and # lines are skipped, spaces in names stay."""
    path = tmp_path / "list"
    path.write_bytes(b"a.txt\r\n\n  # comment\n#another\n my file.txt \nhttps://a.example/#part\nlast")
    assert await entries(str(path)) == ["a.txt", " my file.txt ", "https://a.example/#part", "last"]


async def test_nul_separated_list_on_standard_input() -> None:
    """What `find -print0` writes is taken to the letter: # and line feeds are parts of names."""
    assert await entries("-", b"a.txt\0#b.txt\0c\nd.txt\0") == ["a.txt", "#b.txt", "c\nd.txt"]


async def test_names_in_no_encoding(tmp_path: Path) -> None:
    """A file name is bytes; what is not UTF-8 in it still names its file."""
    path = tmp_path / "list"
    path.write_bytes(b"caf\xe9.txt\n")
    assert await entries(str(path)) == ["caf\udce9.txt"]


async def test_an_empty_list(tmp_path: Path) -> None:
    """Nothing in it is nothing to read."""
    path = tmp_path / "list"
    path.touch()
    assert await entries(str(path)) == []


async def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """It is wrong usage, as there is no article to blame."""
    with pytest.raises(UsageError, match=r"list of inputs .*missing cannot be read"):
        await entries(str(tmp_path / "missing"))
