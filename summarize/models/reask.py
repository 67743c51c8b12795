"""Re-asks: what was wrong with an answer, in our own words, and whether that is worth asking once more.

A re-ask says of each field its path, what is wrong with it and the rule; no library's wording goes into it, so that
a recorded conversation stays the same when a library is updated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from summarize.grounding import facts
from summarize.models.structured import draft_schema
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import Rejected, Report
from summarize.schema.vocabulary import Role

MOST_SHOWN = 20  # problems that a re-ask names; the rest is likely of the same kind
MOST_SAID = 60_000  # characters of the answer that are sent back
LARGEST_DRAFT = 500_000  # characters; 16,000 tokens, the most that is asked for, have some 60,000
_FAILED_SHARE = 0.1  # of the facts; from there on an answer is worth asking again
_VITAL = re.compile(r"incidents\[(\d+)\](?:\.(?:kind|date|places\[\d+\]|casualties\[\d+\]))?")
_RULES = {
    "missing": "is missing: every field is required, null or [] where nothing is stated",
    "extra_forbidden": "is no field of the schema: leave it out",
    "json_invalid": "is no valid JSON: answer with one JSON object and nothing else",
    "int_type": "is no whole number: give one, or null where the field allows it",
    "int_parsing": "is no whole number: give one, or null where the field allows it",
    "int_from_float": "is no whole number: give one, or null where the field allows it",
    "string_type": "is no text: give text, or null where the field allows it",
    "list_type": "is no list: give a list, [] where nothing is stated",
    "model_type": "is no object: give an object with the schema's fields",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of an answer."""

    path: str
    message: str


def size_problems(said: str) -> list[Problem]:
    """An answer of absurd length: its server keeps no token limit, and to ground it would hold up other articles."""
    if len(said) <= LARGEST_DRAFT:
        return []
    return [Problem("the answer", f"is longer than {LARGEST_DRAFT:,} characters: name each fact once")]


def schema_problems(error: ValueError) -> list[Problem]:
    """Where an answer breaks the schema, each field once; the whole answer if that cannot be told."""
    if not isinstance(error, ValidationError):
        return [Problem("the answer", _RULES["json_invalid"])]
    details = error.errors(include_url=False, include_input=False)
    problems = (Problem(_path(detail["loc"]), _rule(detail)) for detail in details)
    return list({problem.path: problem for problem in problems}.values())


def grounding_problems(draft: ArticleDraft, report: Report) -> list[Problem]:
    """What grounding refused, if that is worth a re-ask: empty otherwise.

    It is where a main incident loses its kind, date, a place or casualties, or a tenth of all facts fail.
    """
    if not report.rejected:
        return []
    lost = any(_is_vital(rejected, draft) for rejected in report.rejected)
    total = sum(1 for _ in facts(draft))
    if not lost and len(report.rejected) < _FAILED_SHARE * total:
        return []
    return [Problem(rejected.path, f"{rejected.message} (rule: {rejected.reason})") for rejected in report.rejected]


def reask_messages(said: str, problems: list[Problem]) -> list[dict[str, str]]:
    """What a conversation goes on with: the model's answer, and what is wrong with it."""
    lines = [f"- {problem.path}: {problem.message}" for problem in problems[:MOST_SHOWN]]
    if len(problems) > MOST_SHOWN:
        lines.append(f"- and {len(problems) - MOST_SHOWN} more of this kind")
    text = (
        "A program held your answer to the schema and to the article, and this failed:\n"
        + "\n".join(lines)
        + "\nGive the whole corrected JSON object. Quote the article exactly; leave out what it does not say; "
        "keep what was right."
    )
    return [{"role": "assistant", "content": said[:MOST_SAID] or "{}"}, {"role": "user", "content": text}]


def standing(report: Report | None) -> tuple[int, int]:
    """How good an answer is: facts that stand, and, second, how few were refused; -1 for no valid answer."""
    if report is None:
        return (-1, 0)
    return (sum(1 for _ in facts(report)), -len(report.rejected))


def _is_vital(rejected: Rejected, draft: ArticleDraft) -> bool:
    found = _VITAL.fullmatch(rejected.path)
    return found is not None and draft.incidents[int(found[1])].role is Role.MAIN


def _rule(detail: ErrorDetails) -> str:
    expected = detail.get("ctx", {}).get("expected")
    return f"must be one of {expected}" if expected else _RULES.get(detail["type"], "does not fit the schema")


def _path(location: Iterable[int | str]) -> str:
    """As "incidents[0].date.q"; the names of a union's members, which pydantic puts in between, are left out."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part in _field_names():
            path += f".{part}" if path else part
    return path or "the answer"


@cache
def _field_names() -> frozenset[str]:
    """Every name that is a field somewhere in the draft."""
    models = [draft_schema(), *draft_schema()["$defs"].values()]
    return frozenset(name for model in models for name in model.get("properties", ()))
