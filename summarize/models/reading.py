"""Reading: what can be made of an answer to an article, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summarize.article import Article
from summarize.grounding import ground_draft
from summarize.models.answers import AnswerError, check_given
from summarize.models.asking import well_formed
from summarize.models.base import ModelId, provenance
from summarize.models.openai import parse
from summarize.models.reask import Problem, grounding_problems, schema_problems, size_problems
from summarize.models.structured import StructuredMode
from summarize.schema.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of an answer: a report, unless the answer holds no draft, and what a re-ask would complain of."""

    report: Report | None
    problems: list[Problem]


def read_answer(answer: dict[str, Any], mode: StructuredMode, article: Article, identity: ModelId) -> Reading:
    """Parse an answer and hold it to its article.

    Args:
        answer: the chat completion as a JSON object.
        mode: how the draft was asked for.
        article: what it is about.
        identity: the model, for the report's provenance.
    """
    if problems := size_problems(said(answer)):
        return Reading(None, problems)
    try:
        draft = parse(answer, mode)
    except ValueError as error:
        return Reading(None, schema_problems(error))
    report = ground_draft(draft, article, provenance(article, identity))
    return Reading(report, grounding_problems(draft, report))


def holds_draft(answer: dict[str, Any], mode: StructuredMode) -> bool:
    """Whether an answer is a draft, whatever the article makes of it; else an article that ends with it has failed."""
    try:
        check_given(answer)
        parse(answer, mode)
    except (AnswerError, ValueError):
        return False
    return True


def said(answer: dict[str, Any]) -> str:
    """The text of an answer, be it content or a tool's arguments."""
    message = answer["choices"][0]["message"]
    try:
        return well_formed(str(message["tool_calls"][0]["function"]["arguments"]))
    except (KeyError, IndexError, TypeError):
        return well_formed(str(message.get("content") or ""))


def prepare() -> None:
    """Import what reading an answer takes, in a process that is to read many."""
    from openai.types.chat import ChatCompletion  # noqa: F401 - for those that come after

    from summarize.models.openai import parser
    from summarize.models.structured import draft_schema

    draft_schema()
    for mode in StructuredMode:
        parser(mode)
