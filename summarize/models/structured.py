"""Structured output: how each mode asks a server for the draft's schema, built once a process."""

from __future__ import annotations

import copy
import json
from enum import StrEnum
from functools import cache
from typing import Any

from summarize.schema.contract import schema_text

NAME = "incident_report"  # what the schema or tool is called in a request


class StructuredMode(StrEnum):
    """The ways in which servers take a schema."""

    JSON_SCHEMA = "json_schema"  # response_format with a strict schema
    TOOLS = "tools"  # one tool that must be called
    JSON_OBJECT = "json_object"  # any JSON object; the schema stands in the prompt


@cache
def draft_schema() -> dict[str, Any]:
    """The draft's JSON Schema as strict structured outputs take it: no titles, no `$schema`."""
    schema = json.loads(schema_text("draft"))
    schema.pop("$schema")
    return _without_titles(schema)  # type: ignore[no-any-return]  # a dict in gives a dict out


@cache
def request_part(mode: StructuredMode) -> dict[str, Any]:
    """What a request says beyond its messages; treat it as read-only."""
    if mode is StructuredMode.JSON_SCHEMA:
        described = {"name": NAME, "strict": True, "schema": draft_schema()}
        return {"response_format": {"type": "json_schema", "json_schema": described}}
    if mode is StructuredMode.TOOLS:
        function = {"name": NAME, "strict": True, "parameters": draft_schema()}
        return {
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": NAME}},
        }
    # llama.cpp's servers take the schema beside the type and hold to it; others ignore it.
    return {"response_format": {"type": "json_object", "schema": draft_schema()}}


@cache
def request_text(mode: StructuredMode) -> str:
    """The same as canonical JSON text, for the ledger's key."""
    return json.dumps(request_part(mode), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def schema_note() -> str:
    """What is added to the constant part of the prompt where the server is not given the schema otherwise."""
    schema = json.dumps(draft_schema(), ensure_ascii=False, separators=(",", ":"))
    return f"\n\n# The schema of your answer\nOne JSON object that is valid under this JSON Schema:\n{schema}\n"


def _without_titles(node: Any) -> Any:
    """Titles only repeat the names; a property called "title" is not one."""
    node = copy.copy(node)
    if isinstance(node, list):
        return [_without_titles(item) for item in node]
    if not isinstance(node, dict):
        return node
    node.pop("title", None) if isinstance(node.get("title"), str) else None
    return {key: _without_titles(value) for key, value in node.items()}
