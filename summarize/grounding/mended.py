"""A draft mended: without the lone surrogates that a model in Python may put in it, since no JSON can hold them."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticSerializationError

from summarize.schema.draft import ArticleDraft
from summarize.surrogates import without_surrogates


def mended(draft: ArticleDraft) -> ArticleDraft:
    """The draft with U+FFFD for every lone surrogate; the same object where there is none."""
    try:
        draft.model_dump_json()
    except PydanticSerializationError:
        return ArticleDraft.model_validate(_mended(draft.model_dump()))
    return draft


def _mended(part: Any) -> Any:
    if isinstance(part, str):
        return without_surrogates(part)
    if isinstance(part, list):
        return [_mended(item) for item in part]
    if isinstance(part, dict):
        return {name: _mended(value) for name, value in part.items()}
    return part
