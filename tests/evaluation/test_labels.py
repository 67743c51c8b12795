"""labels.yaml is read, and everything wrong in it is named by line and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.evaluation.gold import GoldArticle, read_gold
from summarize.evaluation.gold_schema import DateMark, FactMark
from summarize.schema.draft import ArticleDraft

Copy = Callable[[str, str, str], Path]


def test_draft_and_gold_keys_come_apart(gold: dict[str, GoldArticle]) -> None:
    """The draft is a plain draft, and gold's own keys are found by the path of their fact."""
    pier = gold["kareh-pier-drones"]
    assert ArticleDraft.model_validate(pier.draft.model_dump()) == pier.draft
    assert pier.fact_mark("incidents[0].places[0]") == FactMark(accept={"q": ["Kareh"]})
    assert isinstance(pier.fact_mark("incidents[0].date"), DateMark)
    assert pier.fact_mark("incidents[0].targets[0]") == FactMark()
    assert [mark.id for mark in pier.labels.incident_marks] == ["pier", "rockets"]


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("role: background", "role: past", 41, "incidents[1].role", "Input should be 'main'"),
        ('victims: "dock worker"}', "}", 31, "incidents[0].casualties[0].victims", "Field required"),
        (
            'status: claimed, by: "Saffron',
            'status: claimed, who: x, by: "Saffron',
            29,
            "incidents[0].attributions[0].who",
            "not permitted",
        ),
        ("style: wire_flash", "style: novel", 3, "style", "Input should be 'wire_flash'"),
        (
            "accept: {result: [unknown]}",
            "accept: {result: [sunk]}",
            54,
            "incidents[1].outcome.accept.result",
            "'sunk' is not a value of result",
        ),
        ("accept: {role: [secondary]}", "accept: {size: [1]}", 43, "incidents[1].accept.size", "has no field 'size'"),
        (
            "damage: null\n    responses: []\n    motives: []\n    reported_by:\n",
            "damage: null\n    damage: null\n    responses: []\n    motives: []\n    reported_by:\n",
            34,
            "incidents[0].damage",
            "The key stands twice",
        ),
        ("no_incident: null\n", "no_incident: [\n", 14, "", "The file is not YAML"),
    ],
)
def test_a_slip_is_named_by_line_and_field(
    gold_copy: Copy, old: str, new: str, line: int, field: str, message: str
) -> None:
    """Each slip of a labeller gives a problem with the file, the line, the field and what is wrong."""
    _, problems = read_gold(gold_copy("kareh-pier-drones", old, new))
    problem = problems[0]
    assert (problem.file, problem.line, problem.field) == ("kareh-pier-drones/labels.yaml", line, field)
    assert message in problem.message


def test_an_empty_file_is_a_problem_of_every_missing_key(gold_copy: Copy) -> None:
    """An empty labels file says which keys it lacks."""
    folder = gold_copy("tarim-drill", "no_incident: exercise", "no_incident: exercise")
    (folder / "tarim-drill" / "labels.yaml").write_text("", "utf-8")
    _, problems = read_gold(folder)
    assert {problem.field for problem in problems} >= {"split", "style", "summary", "incidents"}
