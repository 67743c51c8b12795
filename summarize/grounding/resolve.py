"""Resolution: what code adds to a fact that stands (days, places on the map, normalised names, the speaker's kind)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from summarize.grounding.statement import Statement


def resolution(statement: Statement, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The report's own fields of a fact.

    Args:
        statement: the located fact.
        fields: the fields carried over from the draft, after the rules removed what does not stand.

    Returns:
        Fields of the report's fact, by name; empty for a kind of fact to which nothing is added.
    """
    resolver = _RESOLVERS.get(type(statement.fact))
    return resolver(statement, fields) if resolver else {}


_Resolver = Callable[[Statement, Mapping[str, Any]], dict[str, Any]]
_RESOLVERS: dict[type[BaseModel], _Resolver] = {}
