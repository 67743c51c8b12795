"""The published schemas: they match the models, and the draft fits strict structured outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from summarize.content import content_path
from summarize.schema.contract import MODELS, schema_file, schema_text

# What the structured-outputs guide of the OpenAI API allows (strict: true), read November 2026.
ALLOWED_KEYWORDS = {"$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "description", "enum"} | {
    "items",
    "properties",
    "required",
    "title",
    "type",
}
MAX_PROPERTIES = 5_000
MAX_LEVELS = 10
MAX_ENUM_VALUES = 1_000
MAX_NAME_CHARACTERS = 120_000


@pytest.mark.parametrize("name", sorted(MODELS))
def test_the_published_schema_is_the_models(name: str) -> None:
    """`make schemas` was run after the last change of a model."""
    assert content_path("schemas", schema_file(name)).read_text(encoding="utf-8") == schema_text(name)


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema object of a schema document; names of properties are not schema objects."""
    if isinstance(node, list):
        for item in node:
            yield from _nodes(item)
    elif isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key in {"properties", "$defs"}:
                yield from _nodes(list(value.values()))
            elif key in {"items", "anyOf"}:
                yield from _nodes(value)


DRAFT: dict[str, Any] = json.loads(schema_text("draft"))


def test_the_draft_uses_no_keyword_beyond_the_strict_subset() -> None:
    """No default, pattern, minimum or format stands in the draft's schema."""
    used = {key for node in _nodes(DRAFT) for key in node}
    assert used <= ALLOWED_KEYWORDS


def test_every_object_of_the_draft_requires_all_it_names_and_nothing_more() -> None:
    """Strict outputs refuse optional properties and open objects."""
    objects = [node for node in _nodes(DRAFT) if "properties" in node]
    assert len(objects) > 10
    for node in objects:
        assert node["additionalProperties"] is False
        assert sorted(node["required"]) == sorted(node["properties"])


def test_no_reference_of_the_draft_has_a_neighbour() -> None:
    """Strict outputs refuse a description beside $ref."""
    assert [node for node in _nodes(DRAFT) if "$ref" in node and len(node) > 1] == []


def _depth(node: dict[str, Any]) -> int:
    """Levels of nested objects and arrays, references followed."""
    if "$ref" in node:
        return _depth(DRAFT["$defs"][node["$ref"].rsplit("/", 1)[1]])
    inner = [*node.get("properties", {}).values(), *node.get("anyOf", [])]
    if isinstance(node.get("items"), dict):
        inner.append(node["items"])
    step = 1 if node.get("type") in {"object", "array"} else 0
    return step + max((_depth(child) for child in inner), default=0)


def test_the_draft_stays_inside_the_published_sizes() -> None:
    """Properties, nesting, enum values and characters of names are all below the limits."""
    properties = [name for node in _nodes(DRAFT) for name in node.get("properties", {})]
    values = [value for node in _nodes(DRAFT) for value in node.get("enum", [])]
    assert len(properties) <= MAX_PROPERTIES
    assert _depth(DRAFT) <= MAX_LEVELS
    assert len(values) <= MAX_ENUM_VALUES
    assert sum(map(len, [*properties, *values, *DRAFT["$defs"]])) <= MAX_NAME_CHARACTERS


def test_the_root_is_an_object() -> None:
    """Strict outputs refuse anyOf and $ref at the root."""
    assert DRAFT["type"] == "object"
    assert "anyOf" not in DRAFT
    assert "$ref" not in DRAFT
