"""The shell of a self-contained page: its head with styles, its scripts, and a policy that forbids all else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from summarize.terminal import visible

_ASSETS = Path(__file__).parent / "assets"


@cache
def asset(name: str) -> str:
    """The text of a file in `assets`."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def page_head(title: str, *, styles: Sequence[str] = ("reading.css",), scripts: Sequence[str] = ("reading.js",)) -> str:
    """Everything up to the body's content.

    The policy allows the page's own styles and scripts by their hash, and no network, frame, form or image.
    """
    style, script = _joined(styles), _joined(scripts)
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def page_foot(scripts: Sequence[str] = ("reading.js",)) -> str:
    """Everything behind the body's content; the same scripts as in the head's policy."""
    return f"<script>{_joined(scripts)}</script>\n</body>\n</html>\n"


def safe(text: str) -> str:
    """Text as HTML shows it: markup escaped, control and direction characters made visible."""
    return escape(visible(text))


def _joined(names: Sequence[str]) -> str:
    return "\n".join(asset(name) for name in names)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
