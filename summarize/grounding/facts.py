"""Facts: one walk over all that is cited in a draft or a report, each fact with its path."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from summarize.schema.draft import ArticleDraft, Cited, DraftVersion
from summarize.schema.report import Fact, Report

CitedFact = Cited | DraftVersion | Fact


def facts(root: ArticleDraft | Report) -> Iterator[tuple[str, CitedFact]]:
    """Every cited fact of a draft or report, in the order of the schema.

    Yields:
        The path, as "incidents[0].weapons[1]", and the fact. Summary sentences are no facts.
    """
    return _walk(root, "")


def _walk(part: object, path: str) -> Iterator[tuple[str, CitedFact]]:
    if isinstance(part, CitedFact):
        yield path, part
    elif isinstance(part, list):
        for index, item in enumerate(part):
            yield from _walk(item, f"{path}[{index}]")
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _walk(getattr(part, name), f"{path}.{name}" if path else name)
