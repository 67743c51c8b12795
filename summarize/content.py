"""Where shipped content is: prompts, schemas and evals, in the wheel or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path

from summarize.errors import ContentError

_PACKAGE = Path(__file__).resolve().parent


def content_root() -> Path:
    """The folder that holds `prompts`, `schemas` and `evals`: the wheel's copy, else the checkout's root."""
    shipped = _PACKAGE / "_content"
    return shipped if shipped.is_dir() else _PACKAGE.parent


def content_path(*parts: str) -> Path:
    """The path of one piece of shipped content.

    Raises:
        ContentError: it is not there.
    """
    path = content_root().joinpath(*parts)
    if not path.exists():
        raise ContentError(f"The shipped content {'/'.join(parts)} is missing.", advice="Install the package again.")
    return path


def lexicon_path(name: str) -> Path:
    """The path of a word list in the package's `lexicons` folder."""
    return _PACKAGE / "lexicons" / name
