"""The eval itself, measured: seeded faults found at their rates, and how fast and in what memory it scores.

Run from the project's root: `python -m benchmarks.evaluation [SEEDS [REPORTS]]`. The articles are the project's own
gold; reports are made from it with seeded faults, so that no model is needed.
"""

from __future__ import annotations

import sys
import tracemalloc
from dataclasses import fields, replace
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from summarize.evaluation.baseline_file import make_baseline
from summarize.evaluation.compare import compare_runs
from summarize.evaluation.counts import CountRows
from summarize.evaluation.detectable import detectable
from summarize.evaluation.evaluate import Scored
from summarize.evaluation.gate import check_gate
from summarize.evaluation.gold import Gold, GoldArticle, load_gold
from summarize.evaluation.gold_schema import Split
from summarize.evaluation.metrics import BY_NAME, count_article
from summarize.evaluation.page import EvalPage
from summarize.evaluation.run import Run
from summarize.evaluation.score import PreparedGold, prepare, score_article
from summarize.evaluation.shapes import SHARE, Shape
from summarize.evaluation.statistics import figures, interval
from summarize.evaluation.subject import head_of
from summarize.evaluation.tables import metric_tables, slot_table
from summarize.evaluation.trace import article_row
from summarize.grounding import ground_draft
from summarize.schema.report import Provenance, Report
from summarize.testing import DegradedGold, FaultRates

SEEDS = 100
REPORTS = 1_000
PAGE = 200
"""Articles of the page that is opened."""
RATE = 0.2
EXACT = Shape((1, 0, 0, 0, 0), (1, 1, 1, 1, 0))
"""The share of gold's values that are right, partly right ones not counted."""

FAULTS: dict[str, tuple[str, Shape]] = {
    "missed": ("incidents_all.recall", BY_NAME["incidents_all.recall"].shape),
    "invented": ("incidents_all.precision", BY_NAME["incidents_all.precision"].shape),
    "wrong_count": ("slot.casualties.count", EXACT),
    "wrong_role": ("role_accuracy", SHARE),
    "borrowed": ("slot.attribution.actor", EXACT),
    "tampered": ("evidence.grounded", SHARE),
}
"""Each fault, and the metric and shape in which its rate shows."""

SHARED = ("wrong_role", "borrowed", "tampered")
"""Faults that can strike only a part of what their metric counts: not every attribution has another to borrow."""

_PROVENANCE = Provenance(article_sha256="", schema_sha256="", prompt=None, model="gold", parameters={}, version="")


def report_of(model: DegradedGold, gold: GoldArticle) -> Report:
    """The report that the pipeline would make of the model's answer."""
    return ground_draft(model.degraded(gold), gold.article, _PROVENANCE)


def run_of(gold: Gold, prepared: list[PreparedGold], model: DegradedGold) -> Run:
    """The model's run."""
    rows = CountRows(count_article(score_article(one, report_of(model, one.gold))) for one in prepared)
    head = head_of(gold.fingerprint, "dev", "degraded-gold", None)
    return Run(head, tuple(one.gold.id for one in prepared), rows, {})


def figure(run: Run, metric: str, shape: Shape) -> float:
    """A figure of a run."""
    return float(shape.value(run.rows.table()[metric].sum(axis=0)))


def expected(fault: str, clean: Run, model: DegradedGold) -> float:
    """The figure that a fault at the nominal rate leads to, from the run without faults."""
    metric, shape = FAULTS[fault]
    value, taken = figure(clean, metric, shape), model.chances.taken[fault]
    if fault == "invented":
        found = clean.rows.table()[metric].sum(axis=0)[1]
        return float(found / (found + RATE * taken))
    if fault not in SHARED:
        return value * (1 - RATE)
    whole = clean.rows.table()[metric][:, 1 if shape.size == SHARE.size else slice(None)].sum()
    return value * (1 - RATE * min(taken / float(whole), 1.0))


def rates_found(gold: Gold, prepared: list[PreparedGold], seeds: int) -> None:
    """Print how often the interval that the eval reports holds the figure of each fault's nominal rate."""
    clean = run_of(gold, prepared, DegradedGold(gold.articles))
    print(f"\nfaults at a rate of {RATE}, {seeds} seeds")
    print(f"{'fault':14}{'metric':26}{'expected':>10}{'mean':>8}{'in interval':>13}")
    for fault in (part.name for part in fields(FaultRates)):
        metric, shape = FAULTS[fault]
        rates, held, values, wanted = replace(FaultRates(), **{fault: RATE}), 0, [], 0.0
        for seed in range(seeds):
            model = DegradedGold(gold.articles, rates, seed=seed)
            counts = run_of(gold, prepared, model).rows.table()[metric]
            wanted = expected(fault, clean, model)
            low, high = interval(shape, counts) or (0.0, 1.0)
            held += low <= wanted <= high
            values.append(float(shape.value(counts.sum(axis=0))))
        print(f"{fault:14}{metric:26}{wanted:10.3f}{sum(values) / seeds:8.3f}{held:9} of {seeds}")


def drops_found(gold: Gold, prepared: list[PreparedGold], seeds: int) -> None:
    """Print how often comparison and gate find missed incidents that cost twice the smallest detectable drop."""
    before = run_of(gold, prepared, DegradedGold(gold.articles, FaultRates(missed=0.1), seed=10_000))
    shape = BY_NAME["slots.f1"].shape
    smallest = detectable(shape, before.rows.table()["slots.f1"]) or 0.0
    wanted = figure(before, "slots.f1", shape) - 2 * smallest
    rates = FaultRates(missed=1 - wanted / (2 - wanted))  # F1 = 2 R / (1 + R) where nothing is invented
    baseline = make_baseline(before, None, margin=None, allow_regression=False)
    compared = gated = 0
    for seed in range(seeds):
        after = run_of(gold, prepared, DegradedGold(gold.articles, rates, seed=seed))
        compared += "slots.f1" in compare_runs(before, after).worse
        gated += not check_gate(after, baseline).passed
    print(f"\nsmallest detectable drop of micro F1 {smallest:.3f}; a drop of twice that is found by")
    print(f"  compare {compared} of {seeds} seeds, by the gate {gated} of {seeds}")


def scored(lines: list[str], prepared: list[PreparedGold]) -> CountRows:
    """Score saved reports, one at a time; the decisions are made and thrown away."""
    rows = CountRows()
    for line, one in zip(lines, prepared, strict=True):
        score = score_article(one, Report.model_validate_json(line))
        counts = count_article(score)
        article_row(score, counts)
        rows.append(counts)
    return rows


def many(prepared: list[PreparedGold], count: int) -> tuple[list[str], list[PreparedGold]]:
    """As many saved reports as asked for, from the gold over and over with new faults, and the gold of each."""
    chosen = [prepared[place % len(prepared)] for place in range(count)]
    rates = FaultRates(missed=0.1, invented=0.1, wrong_count=0.1, wrong_role=0.1, borrowed=0.1)
    articles = [one.gold for one in prepared]
    models = [DegradedGold(articles, rates, seed=seed) for seed in range(count // len(prepared) + 1)]
    reports = (report_of(models[place // len(prepared)], one.gold) for place, one in enumerate(chosen))
    return [report.model_dump_json() for report in reports], chosen


def speed(prepared: list[PreparedGold], count: int) -> None:
    """Print seconds and memory for a quarter, a half and all of the reports."""
    lines, chosen = many(prepared, count)
    figures(scored(lines[:20], chosen[:20]).table())  # imports are not scoring
    print(f"\n{'reports':>8}{'seconds':>10}{'ms a report':>13}{'peak memory, kB':>17}")
    for part in (count // 4, count // 2, count):
        start = process_time()
        figures(scored(lines[:part], chosen[:part]).table())
        seconds = process_time() - start
        tracemalloc.start()
        scored(lines[:part], chosen[:part])
        peak = tracemalloc.get_traced_memory()[1] // 1024
        tracemalloc.stop()
        print(f"{part:8}{seconds:10.2f}{seconds / part * 1000:13.2f}{peak:17}")


def page_speed(prepared: list[PreparedGold], count: int) -> None:
    """Print how long Debian's Chromium takes to open the eval page of so many articles, and to filter it."""
    lines, chosen = many(prepared, count)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        with path.open("w", encoding="utf-8") as file:
            page = EvalPage(file.write, head_of("0" * 64, "dev", "degraded-gold", None))
            rows = CountRows()
            for line, one in zip(lines, chosen, strict=True):
                report = Report.model_validate_json(line)
                score = score_article(one, report)
                rows.append(count_article(score))
                page.article(Scored(report, score, {}))
            found = {"degraded-gold": figures(rows.table())}
            page.end(found, [*metric_tables(found), slot_table(found)])
        opened, filtered = _in_browser(path)
        size = path.stat().st_size / 1e6
    print(f"\neval page of {count} articles, {size:.1f} MB: opens in {opened:.2f} s, filters in {filtered:.2f} s")


def _in_browser(path: Path) -> tuple[float, float]:
    """Seconds until the page is loaded and drawn, and until a filter has been applied."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        start = perf_counter()
        page.goto(path.as_uri())
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        opened = perf_counter()
        page.select_option("#slot", "casualties.count")
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        filtered = perf_counter()
        browser.close()
    return opened - start, filtered - opened


def main(seeds: int, count: int) -> None:
    """Print all tables."""
    start = process_time()
    gold = load_gold(split=Split.DEV)
    loaded = process_time()
    prepared = [prepare(article) for article in gold.articles]
    each = 1000 / len(prepared)
    print(
        f"gold: {(loaded - start) * each:.1f} ms an article to load, {(process_time() - loaded) * each:.1f} to prepare"
    )
    speed(prepared, count)
    page_speed(prepared, PAGE)
    rates_found(gold, prepared, max(seeds // 5, 1))
    drops_found(gold, prepared, seeds)


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [SEEDS, REPORTS][len(arguments) :]))
