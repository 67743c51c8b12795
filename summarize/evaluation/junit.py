"""A run as JUnit XML: a test case for each article and for each gated metric, as CI servers show them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from summarize.evaluation.gate import GateResult, GateRow
from summarize.evaluation.tables import gate_sentence

Case = tuple[str, str]
"""How a test case ended (passed, failure, error), and its XML."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit_xml(model: str, cases: Sequence[Case], gate: GateResult | None) -> str:
    """The XML.

    Args:
        model: whose run it is.
        cases: of its articles, as `article_case` makes them.
        gate: what the gate says, if there is one; a gated metric fails if the gate is closed by it.
    """
    suites = [_suite(f"eval {model}", cases)]
    if gate:
        suites.append(_suite(f"gate {model}", [_metric(row) for row in gate.rows]))
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n' + "".join(suites) + "</testsuites>\n"


def _suite(name: str, cases: Sequence[Case]) -> str:
    errors = sum(kind == "error" for kind, _ in cases)
    failures = sum(kind == "failure" for kind, _ in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
    return f"<testsuite name={_attribute(name)} {counts}>\n{''.join(text for _, text in cases)}</testsuite>\n"


def article_case(row: Mapping[str, Any]) -> Case:
    """The test case of an article.

    It errs if there is no report of it, and fails if the report falls into a trap; what it lost otherwise stands
    in its output.

    Args:
        row: the decisions on it, as `trace.article_row` gives them.
    """
    lost = [_lost(decision) for decision in row["decisions"] if decision["verdict"] != "COR"]
    output = f"<system-out>{_text(chr(10).join(lost))}</system-out>" if lost else ""
    if row["failure"]:
        return "error", _case("eval", row["id"], f"<error message={_attribute(row['failure']['message'])}/>")
    if row["violations"]:
        said = "; ".join(f"{fall['path']}: {fall['why']}" for fall in row["violations"])
        return "failure", _case("eval", row["id"], f"<failure message={_attribute(said)}/>{output}")
    return "passed", _case("eval", row["id"], output)


def _lost(decision: Mapping[str, Any]) -> str:
    sides = (decision["gold"], decision["predicted"])
    gold, predicted = (f"{side['path']} ({_said(side['says'])})" if side else "nothing" for side in sides)
    return f"{decision['verdict']} {decision['slot']}: gold {gold}, report {predicted}"


def _said(values: Mapping[str, Any]) -> str:
    """What a slot says: its values, those that are there."""
    return ", ".join(f"{name} {value}" for name, value in values.items() if value is not None)


def _metric(row: GateRow) -> Case:
    if not row.failed:
        return "passed", _case("gate", row.metric, "")
    return "failure", _case("gate", row.metric, f"<failure message={_attribute(gate_sentence(row))}/>")


def _case(classname: str, name: str, inner: str) -> str:
    head = f"<testcase classname={_attribute(classname)} name={_attribute(name)}"
    return f"{head}>{inner}</testcase>\n" if inner else f"{head}/>\n"


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text), {"\n": "&#10;"})


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
