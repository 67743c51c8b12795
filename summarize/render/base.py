"""What a renderer is, and the registry of output formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from summarize.errors import SettingsError
from summarize.schema.report import Report


@dataclass(frozen=True, slots=True)
class Look:
    """How text for a terminal looks: `width` in columns, `color` with ANSI styles or without."""

    width: int = 100
    color: bool = False


class Renderer(Protocol):
    """Turns a stream of reports into text, a piece at a time, so that memory stays flat.

    The output is `begin()`, then `report(...)` for each report in order, then `end()`.
    """

    def begin(self) -> str:
        """What stands before the first report."""
        ...

    def report(self, report: Report) -> str:
        """One report."""
        ...

    def end(self) -> str:
        """What stands behind the last report."""
        ...


# Format -> (module, class, suffixes). The module is imported when its format is asked for.
FORMATS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "text": ("summarize.render.text", "TextRenderer", (".txt",)),
    "json": ("summarize.render.json", "JsonRenderer", (".json",)),
    "jsonl": ("summarize.render.jsonl", "JsonlRenderer", (".jsonl", ".ndjson")),
    "markdown": ("summarize.render.markdown", "MarkdownRenderer", (".md", ".markdown")),
    "csv": ("summarize.render.csv", "CsvRenderer", (".csv",)),
    "html": ("summarize.render.html", "HtmlRenderer", (".html", ".htm")),
}


def open_renderer(name: str, look: Look | None = None) -> Renderer:
    """A fresh renderer for one output.

    Raises:
        SettingsError: the format is unknown.
    """
    if name not in FORMATS:
        raise SettingsError(f"The output format {name!r} is unknown.", advice=f"Known formats: {', '.join(FORMATS)}.")
    module, attribute, _ = FORMATS[name]
    make = cast("Callable[[Look], Renderer]", getattr(import_module(module), attribute))
    return make(look or Look())


def format_of_suffix(path: str) -> str | None:
    """The format that a file's suffix names, None if it has none.

    Raises:
        SettingsError: the suffix names no format.
    """
    suffix = PurePath(path).suffix.lower()
    named = next((name for name, (_, _, suffixes) in FORMATS.items() if suffix in suffixes), None)
    if suffix and named is None:
        raise SettingsError(
            f"The suffix {suffix} names no output format.", advice=f"Give --format {'|'.join(FORMATS)}."
        )
    return named
