"""The published contracts: the JSON Schemas of draft and report, as text."""

from __future__ import annotations

import json
from functools import cache

from pydantic import BaseModel

from summarize.schema.draft import ArticleDraft
from summarize.schema.report import Report

_BASE = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[str, type[BaseModel]] = {"draft": ArticleDraft, "report": Report}


@cache
def schema_text(name: str) -> str:
    """The JSON Schema of "draft" or "report", indented, with a closing line break."""
    schema = {"$schema": _BASE, **MODELS[name].model_json_schema(mode="serialization")}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def schema_file(name: str) -> str:
    """The file name under `schemas/`: the version is that of the shape, not of the program."""
    return f"{name}.v1.json"
