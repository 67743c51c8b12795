"""Pieces of a draft made whole: what is left out is empty, and a quote without a sentence is looked up."""

from __future__ import annotations

from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from summarize.article import Article
from summarize.schema.draft import ArticleDraft, DraftIncident
from summarize.schema.vocabulary import Role


def whole_draft(pieces: dict[str, Any], article: Article) -> ArticleDraft:
    """A draft from some of its parts.

    Missing lists are empty and missing values null, an incident is a main one and cites every sentence, a summary
    rests on the first sentence, and a quote is cited from the sentence it stands in, from the first if it is in none.

    Args:
        pieces: parts of a draft under its field names.
        article: the article that the quotes are looked up in.

    Raises:
        ValidationError: a part is not one of the schema's.
    """
    return ArticleDraft.model_validate(_whole(ArticleDraft, pieces, article))


def _whole(model: type[BaseModel], given: dict[str, Any], article: Article) -> dict[str, Any]:
    filled = {**_defaults(model, given, article), **given}
    for name, field in model.model_fields.items():
        part = _model_of(field.annotation)
        if part is None or name not in filled:
            continue
        value = filled[name]
        if isinstance(value, list):
            filled[name] = [_whole(part, item, article) for item in value]
        elif isinstance(value, dict):
            filled[name] = _whole(part, value, article)
    return filled


def _defaults(model: type[BaseModel], given: dict[str, Any], article: Article) -> dict[str, Any]:
    """What a part is filled up with: null or an empty list, and the citation."""
    empty: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if get_origin(field.annotation) is list:
            empty[name] = []
        elif NoneType in get_args(field.annotation):
            empty[name] = None
    if model is DraftIncident:
        empty |= {"role": Role.MAIN, "sentences": [sentence.number for sentence in article.sentences]}
    if "s" in model.model_fields:
        empty["s"] = _sentence_of(given["q"], article) if "q" in given else [1]
    return empty


def _sentence_of(quote: str, article: Article) -> int:
    found = article.sentence_at(article.text.find(quote))
    return found.number if found else 1


def _model_of(annotation: object) -> type[BaseModel] | None:
    """The model of a field or of its items, None for plain values."""
    for each in (annotation, *get_args(annotation)):
        if isinstance(each, type) and issubclass(each, BaseModel):
            return each
    return None
