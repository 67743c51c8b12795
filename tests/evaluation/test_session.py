"""One eval from gold to its outputs: every figure can be traced, and every failure is a row."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from summarize.errors import ArticleError, ContentError, ErrorKind, SettingsError
from summarize.evaluation import evaluate as evaluate_module
from summarize.evaluation.evaluate import score_model
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_schema import Split
from summarize.evaluation.metrics import BY_NAME
from summarize.evaluation.run import load_run
from summarize.evaluation.score import score_article
from summarize.evaluation.session import Evaluation, evaluate
from summarize.evaluation.sinks import SINKS, Sink, sink_for
from summarize.evaluation.source import GoldSource
from summarize.evaluation.statistics import figures
from summarize.evaluation.subject import Subject, head_of, model_subject
from summarize.evaluation.tables import Cell, Table
from summarize.evaluation.text import markdown_text, terminal_text
from summarize.evaluation.verdict import POINTS
from summarize.schema.draft import ArticleDraft
from summarize.testing import DegradedGold, FaultRates, ScriptedModel
from tests.evaluation.conftest import GOLD

FAULTY = FaultRates(missed=0.4, wrong_count=0.5, tampered=0.1)


async def only(subject: Subject) -> AsyncIterator[Subject]:
    """The one subject of an eval."""
    yield subject


async def evaluated(model: Any, suffixes: Sequence[str] = (), **more: Any) -> tuple[Evaluation, dict[str, str]]:
    """An eval of a model on the small gold, and what its outputs hold."""
    source = GoldSource(GOLD)
    written: dict[str, list[str]] = {suffix: [] for suffix in suffixes}

    def open_sinks(subject: Subject) -> list[Sink]:
        return [SINKS[suffix](written[suffix].append, subject.head) for suffix in suffixes]

    found = await evaluate(source, only(model_subject(source, "all", model, window=4)), open_sinks=open_sinks, **more)
    return found, {suffix: "".join(parts) for suffix, parts in written.items()}


def xml(written: dict[str, str]) -> ET.Element:
    """The JUnit XML, parsed."""
    return ET.fromstring(written[".xml"])  # noqa: S314 - the program's own output


def degraded(gold: dict[str, GoldArticle], rates: FaultRates = FAULTY) -> DegradedGold:
    return DegradedGold(gold.values(), rates, seed=3)


async def test_every_figure_can_be_traced_to_words(gold: dict[str, GoldArticle]) -> None:
    """The decisions of the JSON add up to its figures, and each quotes words of its article."""
    _, written = await evaluated(degraded(gold), [".json"])
    saved = json.loads(written[".json"])
    decisions = [decision for article in saved["articles"] for decision in article["decisions"]]
    earned = sum(POINTS.get(decision["verdict"], 0.0) for decision in decisions)
    predicted = sum(decision["verdict"] != "MIS" for decision in decisions)
    wanted = sum(decision["verdict"] != "SPU" for decision in decisions)
    model = saved["figures"]["degraded-gold"]
    assert model["slots.f1"]["value"] == pytest.approx(2 * earned / (predicted + wanted))
    assert {decision["verdict"] for decision in decisions} > {"COR"}
    for article in saved["articles"]:
        text = " ".join(gold[article["id"]].article.text.split())
        sides = [
            side for decision in article["decisions"] for side in (decision["gold"], decision["predicted"]) if side
        ]
        assert all(side["words"] in text for side in sides if side["words"])
        assert all(side["path"].startswith(("incidents[", "aggregates[", "no_incident")) for side in sides)


async def test_a_saved_run_is_the_run(gold: dict[str, GoldArticle], tmp_path: Path) -> None:
    """A run that is loaded from its JSON has the counts of the one that was made."""
    found, written = await evaluated(degraded(gold), [".json"])
    path = tmp_path / "run.json"
    path.write_text(written[".json"], "utf-8")
    loaded, made = load_run(path), found.runs["degraded-gold"]
    assert (loaded.head, loaded.ids) == (made.head, made.ids)
    assert figures(loaded.rows.table()) == figures(made.rows.table())
    path.write_text('{"run": {}}', "utf-8")
    with pytest.raises(ContentError, match="is no saved run"):
        load_run(path)


async def test_baselines_stand_beside_the_model(gold: dict[str, GoldArticle]) -> None:
    """Every table has the empty, majority and first-sentence baselines; the empty one finds nothing."""
    found, _ = await evaluated(degraded(gold))
    assert list(found.figures) == ["degraded-gold", "empty", "majority", "first_sentence"]
    assert found.figures["empty"]["slots.f1"].value == 0.0
    for name in ("majority", "first_sentence"):
        value, best = found.figures[name]["slots.f1"].value, found.figures["degraded-gold"]["slots.f1"].value
        assert value is not None
        assert best is not None
        assert 0 < value < best


async def test_an_article_without_report_is_a_row(gold: dict[str, GoldArticle]) -> None:
    """A failed article misses everything, is listed with its error, and the eval does not pass."""
    drafts: dict[str, ArticleDraft | Exception] = {name: article.draft for name, article in gold.items()}
    drafts["kareh-pier-update"] = ArticleError("kareh-pier-update", ErrorKind.REFUSED, "The model refuses.")
    found, written = await evaluated(ScriptedModel(drafts), [".json", ".xml"])
    assert not found.passed
    row = next(row for row in json.loads(written[".json"])["articles"] if row["id"] == "kareh-pier-update")
    assert row["failure"]["kind"] == "refused"
    assert {decision["verdict"] for decision in row["decisions"]} == {"MIS"}
    assert "The model refuses." in terminal_text(found.tables, width=120, color=False)
    error = xml(written).find(".//testcase[@name='kareh-pier-update']/error")
    assert error is not None
    assert error.get("message") == "The model refuses."


async def test_a_scorer_that_fails_is_a_row(gold: dict[str, GoldArticle], monkeypatch: pytest.MonkeyPatch) -> None:
    """A surprise inside the scorer costs its article, not the run."""
    honest = score_article

    def broken(prepared: Any, report: Any, failure: Any = None) -> Any:
        if report is not None and prepared.gold.id == "tarim-drill":
            raise ZeroDivisionError("no reason")
        return honest(prepared, report, failure)

    monkeypatch.setattr(evaluate_module, "score_article", broken)
    found, _ = await evaluated(DegradedGold(gold.values()))
    run = found.runs["degraded-gold"]
    assert list(run.ids) == sorted(gold)
    assert run.failures["tarim-drill"]["message"] == "The scorer failed: ZeroDivisionError: no reason."


async def test_floors_of_a_suite_must_be_reached(gold: dict[str, GoldArticle]) -> None:
    """A floor above the value, or a ceiling below it, is said in a sentence and fails the eval."""
    floors = {"slots.f1": 0.999, "incidents_all.f1": 0.0, "must_not": 0.5}
    found, _ = await evaluated(degraded(gold), floors=floors)
    assert not found.passed
    assert [line.split(" is ")[0] for line in found.unreached] == ["degraded-gold: slots.f1"]
    assert (await evaluated(DegradedGold(gold.values()), floors=floors))[0].passed


async def test_junit_has_a_case_an_article(gold: dict[str, GoldArticle]) -> None:
    """Each article is a test case; one that falls into a trap fails and says why."""
    draft = gold["kareh-pier-drones"].draft
    attribution = draft.incidents[0].attributions[0].model_copy(update={"status": "stated_as_fact", "by": None})
    wrong = draft.incidents[0].model_copy(update={"attributions": [attribution]})
    answers: dict[str, ArticleDraft | Exception] = {name: article.draft for name, article in gold.items()}
    answers["kareh-pier-drones"] = draft.model_copy(update={"incidents": [wrong, draft.incidents[1]]})
    found, written = await evaluated(ScriptedModel(answers), [".xml"])
    suite = xml(written).find("testsuite")
    assert suite is not None
    assert [case.get("name") for case in suite.iter("testcase")] == sorted(gold)
    falls = found.runs["scripted"].falls
    failed = [case.get("name") for case in suite.iter("testcase") if case.find("failure") is not None]
    assert failed == sorted({name for name, _, _ in falls})


async def test_text_outputs_hold_the_tables(gold: dict[str, GoldArticle]) -> None:
    """Text and Markdown hold every table; what would break a Markdown cell is escaped."""
    found, written = await evaluated(degraded(gold), [".txt", ".md"])
    for table in found.tables:
        assert (table.title in written[".txt"]) == bool(table.rows)
        assert (f"### {table.title}" in written[".md"]) == bool(table.rows)
    hostile = Table("t", ("a",), ((Cell("x | <b> \x1b[2J"),),))
    assert "x \\| &lt;b> \\x1b[2J" in markdown_text([hostile])
    assert "\x1b" not in terminal_text([hostile], width=80, color=False)


@pytest.mark.parametrize("width", [80, 100, 120])
async def test_tables_fit_the_terminal(gold: dict[str, GoldArticle], width: int) -> None:
    """No line is wider than the terminal, and each figure stands whole on a line, however many columns there are."""
    found, _ = await evaluated(degraded(gold))
    text = terminal_text(found.tables, width=width, color=False)
    assert max(map(len, text.splitlines())) <= width
    assert "incidents, continued" in text
    figures = {cell.text for table in found.tables for row in table.rows for cell in row if cell.figure}
    assert {figure for figure in figures if figure not in text} == set()


def test_an_unknown_suffix_is_a_usage_error() -> None:
    """An output that nothing can write is refused before anything is scored."""
    with pytest.raises(SettingsError, match=r"suffix of run.docx"):
        sink_for(Path("run.docx"))


def test_gold_that_leaves_nothing_to_score_is_an_error() -> None:
    """An eval of no article is refused."""
    with pytest.raises(ContentError, match="no gold article tarim"):
        GoldSource(GOLD, only=["tarim"])
    with pytest.raises(ContentError, match="in the split dev"):
        GoldSource(GOLD, split=Split.DEV, only=["tarim-drill"])


async def test_gold_is_read_as_it_is_needed(gold: dict[str, GoldArticle]) -> None:
    """With a window of one an article is read only when the one before is scored."""
    read: list[str] = []

    def watched() -> Any:
        for name in sorted(gold):
            read.append(name)
            yield gold[name]

    scores = score_model(watched(), DegradedGold(gold.values()), window=1)
    first = await anext(scores)
    assert first.score.gold.id == "kareh-pier-drones"
    assert len(read) < len(gold)
    await scores.aclose()


def test_a_run_knows_what_it_is_a_function_of() -> None:
    """The head of a run names gold, split, model, prompt and version, and nothing that changes from run to run."""
    head = head_of("f" * 64, "dev", "rules", None)
    assert set(head.model_dump()) == {"run_version", "gold", "split", "model", "prompt", "version", "epoch"}


def test_every_metric_has_a_table_and_a_label() -> None:
    """Names and labels are unique, so that no figure hides another."""
    assert len({metric.label for metric in BY_NAME.values()}) == len(BY_NAME)
