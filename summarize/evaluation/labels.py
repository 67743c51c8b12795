"""Read `labels.yaml`: the draft and the keys that only gold has, apart, with the line of every field.

A field is named by its path as in the draft: `incidents[0].places[1].role`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from summarize.evaluation.gold_schema import DateMark, FactMark, GoldHead, GoldOnly, IncidentMark
from summarize.schema.draft import ArticleDraft

Loc = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

# The C parser where PyYAML was built with it: ten times as fast, the same documents.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something wrong in the gold: which file, which line (from 1), which field, what."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: "
        return f"{where}{self.field}: {self.message}" if self.field else f"{where}{self.message}"


@dataclass(frozen=True)
class Labels:
    """What a `labels.yaml` says.

    Attributes:
        draft: the facts, as a perfect model would return them.
        head: what is said of the article as a whole.
        incident_marks: gold's own keys of each incident, in the draft's order.
        fact_marks: gold's own keys of each fact that has any, by path.
        lines: the line of every field, by path; from 1.
    """

    draft: ArticleDraft
    head: GoldHead
    incident_marks: tuple[IncidentMark, ...]
    fact_marks: Mapping[str, FactMark]
    lines: Mapping[str, int]


@dataclass
class _Reading:
    """The problems found so far in one file, and where its fields are."""

    file: str
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, loc: Loc, message: str) -> None:
        holders = (path_of(loc[:length]) for length in range(len(loc), -1, -1))
        line = next((self.lines[holder] for holder in holders if holder in self.lines), 1)
        self.problems.append(Problem(self.file, line, path_of(loc), message))


def read_labels(path: Path, name: str) -> Labels | list[Problem]:
    """The labels in a file, or everything that is wrong with it.

    Args:
        path: the file.
        name: what problems call it.
    """
    reading = _Reading(name)
    raw = _parse(path, reading)
    if not isinstance(raw, dict):
        if not reading.problems:
            reading.report((), "The file is not a mapping of fields.")
        return reading.problems
    marks: dict[Loc, GoldOnly] = {}
    plain = _take_marks(raw, (), marks, reading)
    draft = _validated(ArticleDraft, plain, (), reading)
    if draft is None or reading.problems:
        return reading.problems
    _check_accepted(draft, marks, reading)
    return reading.problems or _assembled(draft, marks, reading.lines)


def path_of(loc: Loc) -> str:
    """A location as a path: ("incidents", 0, "kind") is `incidents[0].kind`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc]
    return "".join(parts).removeprefix(".")


def _assembled(draft: ArticleDraft, marks: Mapping[Loc, GoldOnly], lines: Mapping[str, int]) -> Labels:
    head = next(mark for mark in marks.values() if isinstance(mark, GoldHead))
    return Labels(
        draft=draft,
        head=head,
        incident_marks=tuple(mark for mark in marks.values() if isinstance(mark, IncidentMark)),
        fact_marks={path_of(loc): mark for loc, mark in marks.items() if isinstance(mark, FactMark)},
        lines=lines,
    )


def _parse(path: Path, reading: _Reading) -> Any:
    """The document as plain values; fills `reading.lines`."""
    try:
        loader = _Loader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node() or yaml.MappingNode("tag:yaml.org,2002:map", [])
        _note_lines(node, (), reading)
        return loader.construct_document(node)
    except OSError as error:
        reading.report((), f"The file cannot be read: {error.strerror}.")
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reading.lines[""] = mark.line + 1 if mark else 1
        reading.report((), f"The file is not YAML: {getattr(error, 'problem', None) or error}.")
    return None


def _note_lines(node: yaml.Node, loc: Loc, reading: _Reading) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            here = (*loc, str(key.value))
            reading.lines[path_of(here)] = key.start_mark.line + 1
            if key.value in seen:
                reading.report(here, "The key stands twice; YAML would silently keep the last.")
            seen.add(key.value)
            _note_lines(value, here, reading)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            reading.lines[path_of((*loc, index))] = value.start_mark.line + 1
            _note_lines(value, (*loc, index), reading)


_MARK_MODELS: dict[str, type[GoldOnly]] = {"incidents": IncidentMark, "date": DateMark}


def _mark_model(loc: Loc) -> type[GoldOnly]:
    """Which keys of gold's own an object may carry, by where it stands."""
    if not loc:
        return GoldHead
    names = [part for part in loc if isinstance(part, str)]
    return _MARK_MODELS.get(names[-1], FactMark)


def _take_marks(value: Any, loc: Loc, marks: dict[Loc, GoldOnly], reading: _Reading) -> Any:
    """The same value without gold's own keys, which go into `marks`."""
    if isinstance(value, list):
        return [_take_marks(item, (*loc, index), marks, reading) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    model = _mark_model(loc)
    own = {key: item for key, item in value.items() if key in model.model_fields}
    if own or model in (GoldHead, IncidentMark):
        mark = _validated(model, own, loc, reading)
        if mark is not None:
            marks[loc] = mark
    return {key: _take_marks(item, (*loc, str(key)), marks, reading) for key, item in value.items() if key not in own}


def _validated(model: type[M], raw: Any, loc: Loc, reading: _Reading) -> M | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            reading.report((*loc, *detail["loc"]), f"{detail['msg']}.")
        return None


def _check_accepted(draft: ArticleDraft, marks: Mapping[Loc, GoldOnly], reading: _Reading) -> None:
    """Every other right answer must be a value that its field can hold."""
    for loc, mark in marks.items():
        if isinstance(mark, FactMark | IncidentMark):
            holder = _at(draft, loc)
            for name, value in _accepted(mark):
                message = _misfit(holder, mark, name, value)
                if message:
                    reading.report((*loc, "accept", name), message)


def _accepted(mark: FactMark | IncidentMark) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, values in mark.accept.items() for value in values)


def _misfit(holder: BaseModel, mark: GoldOnly, name: str, value: Any) -> str | None:
    """Why the value cannot stand in that field of the fact, None if it can."""
    model: BaseModel = holder if name in type(holder).model_fields else mark
    if name not in type(model).model_fields:
        return f"{type(holder).__name__.removeprefix('Draft')} has no field {name!r} to accept values for."
    try:
        type(model).model_validate({**model.model_dump(), name: value})
    except ValidationError as error:
        return f"{value!r} is not a value of {name}: {error.errors(include_url=False)[0]['msg']}."
    return None


def _at(draft: ArticleDraft, loc: Loc) -> BaseModel:
    """The part of the draft at a location that is known to exist."""
    part: Any = draft
    for step in loc:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    assert isinstance(part, BaseModel)  # noqa: S101 - marks are taken from mappings, and those became models
    return part
