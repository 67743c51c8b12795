"""`summarize eval [SUITE]`: score models, or saved reports, against gold."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.model_options import asking_options, settings_flags
from summarize.cli.recording import recorded, recording_command

if TYPE_CHECKING:  # scoring is heavy to import: --help must not wait for it
    from summarize.cli.progress import Progress
    from summarize.evaluation.baseline_file import Baseline
    from summarize.evaluation.evaluate import Scored
    from summarize.evaluation.gold_schema import Split
    from summarize.evaluation.session import Evaluation
    from summarize.evaluation.sinks import Outcome, Sink
    from summarize.evaluation.source import GoldSource
    from summarize.evaluation.subject import Subject
    from summarize.evaluation.suite import Suite
    from summarize.settings import Settings

_file = click.Path(path_type=Path, dir_okay=False)
_folder = click.Path(path_type=Path, exists=True, file_okay=False)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says apart from settings; `recording` is the command that records the answers."""

    suite: str | None
    models: tuple[str, ...]
    prompts: tuple[str, ...]
    split: str | None
    gold: Path | None
    only: tuple[str, ...]
    failing: Path | None
    reports: Path | None
    epochs: int
    record: Path | None
    outputs: tuple[Path, ...]
    gate: Path | None
    update: bool
    allow_regression: bool
    quiet: bool
    recording: str


@click.command(name="eval")
@click.argument("suite", required=False)
@click.option("--model", "models", multiple=True, help="rules, or openai/NAME; may be given again.")
@click.option("--prompt", "prompts", metavar="NAME|PATH", multiple=True, help="The prompt; may be given again.")
@click.option("--split", type=click.Choice(["dev", "test", "all"]), help="Which half of the gold; else dev.")
@click.option("--gold", type=_folder, help="Folder of gold articles; else those of the program.")
@click.option("--only", metavar="ID", multiple=True, help="This article only; may be given again.")
@click.option("--failing", type=_file, metavar="RUN", help="Only the articles that lost points in a saved run.")
@click.option("--reports", type=_file, metavar="FILE.jsonl", help="Score saved reports, without a call.")
@click.option(
    "--epochs", type=click.IntRange(1), default=1, help="Ask for every article so often, and show the spread."
)
@click.option("--record", type=_file, metavar="FILE", help="Keep the calls in this recording, in place of the ledger.")
@click.option(
    "-o",
    "--output",
    "outputs",
    type=_file,
    multiple=True,
    help="Write .json (every decision, what compare reads), .html, .xml (JUnit), .md or .txt; may be given again.",
)
@click.option("--gate", type=_file, metavar="BASELINE", help="Exit 1 if a metric falls below its floor, or is worse.")
@click.option("--update", is_flag=True, help="Write the baseline of --gate anew; its floors are never lowered.")
@click.option("--allow-regression", is_flag=True, help="With --update: lower floors too.")
@asking_options
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def eval_(**given: Any) -> int:
    """Score models against articles labelled by hand.

    SUITE is the name of a shipped suite or a TOML file; it says which models and gold, and what must hold. Exit
    code 1 says that an article failed, a floor was not reached, or the gate is closed; 4 that the gate cannot
    compare: the gold is another, or answers are not recorded.
    """
    recording = recording_command(given)
    flags = settings_flags(given)
    return asyncio.run(_eval(Options(**given, recording=recording), flags))


async def _eval(options: Options, flags: dict[str, Any]) -> int:
    """Score every subject, then write and show what came out.

    Raises:
        UsageError: options do not go together.
    """
    from summarize.cli.progress import progress
    from summarize.errors import UsageError
    from summarize.evaluation.session import evaluate
    from summarize.evaluation.source import GoldSource
    from summarize.evaluation.suite import Suite, load_suite

    if options.update and options.gate is None:
        raise UsageError("--update writes the baseline of --gate.", advice="Give --gate FILE too.")
    suite = load_suite(options.suite) if options.suite else Suite()
    split = options.split or suite.split
    gold = GoldSource(options.gold or suite.gold, split=_half(split), only=_chosen(options))
    with ExitStack() as stack:
        if options.record:
            flags["ledger"] = stack.enter_context(recorded(options.record, keep=not flags["offline"]))
        samples = _samples(options, flags, suite)
        bar = stack.enter_context(progress(len(gold) * len(samples), quiet=options.quiet))
        files = _Files(options.outputs, len(samples) > 1, stack, bar)
        subjects = _subjects(options, samples, gold, split)
        evaluation = await evaluate(
            gold,
            subjects,
            open_sinks=files.open,
            baseline=_baseline(options),
            floors=suite.floors,
            recording=options.recording,
        )
    _show(evaluation)
    if options.update and options.gate:
        _update(evaluation, options, suite, options.gate)
    return 0 if evaluation.passed else 1


def _half(split: str) -> Split | None:
    from summarize.evaluation.gold_schema import Split

    return None if split == "all" else Split(split)


def _chosen(options: Options) -> tuple[str, ...]:
    """The ids that --only and --failing leave; empty for all."""
    from summarize.errors import UsageError
    from summarize.evaluation.run import load_run, lost_points

    if options.failing is None:
        return options.only
    failing = lost_points(load_run(options.failing))
    chosen = tuple(name for name in failing if not options.only or name in options.only)
    if not chosen:
        raise UsageError(f"No article lost points in {options.failing}.", advice="There is nothing to score again.")
    return chosen


async def _subjects(
    options: Options, samples: list[tuple[Settings, int]], gold: GoldSource, split: str
) -> AsyncIterator[Subject]:
    """What is scored: the saved reports, else each model with each prompt, as often as there are epochs."""
    from summarize.evaluation.subject import model_subject, reports_subject
    from summarize.models.registry import open_model

    if options.reports:
        yield reports_subject(gold, split, options.reports)
        return
    for settings, number in samples:
        epoch = number if options.epochs > 1 else None
        yield model_subject(gold, split, await open_model(settings), window=settings.window, epoch=epoch)


def _samples(options: Options, flags: dict[str, Any], suite: Suite) -> list[tuple[Settings, int]]:
    """The settings of each sample of each model and prompt, and its number, from 1.

    Models and prompts are those of the command line, else of the suite, else those that are set. Samples after the
    first are asked anew, whatever the ledger holds.

    Raises:
        UsageError: options do not go together.
    """
    from summarize.errors import UsageError
    from summarize.settings import load_settings

    if options.epochs > 1 and flags["offline"]:
        raise UsageError("--epochs asks anew, and --offline makes no call.", advice="Leave one of them out.")
    models = options.models or tuple(suite.models) or (None,)
    prompts = options.prompts or tuple(suite.prompts) or (None,)
    chosen = [load_settings({**flags, "model": model, "prompt": prompt}) for model in models for prompt in prompts]
    samples = [(settings, number) for settings in chosen for number in range(1, options.epochs + 1)]
    if options.gate and len(samples) > 1:
        raise UsageError("A gate holds one run.", advice="Give one --model and --prompt, and no --epochs.")
    return [
        (settings if number == 1 else settings.model_copy(update={"refresh": True}), number)
        for settings, number in samples
    ]


def _baseline(options: Options) -> Baseline | None:
    """What the run is held against; nothing where that is about to be written."""
    from summarize.evaluation.baseline_file import load_baseline

    return load_baseline(options.gate) if options.gate and not options.update else None


@dataclass(frozen=True, slots=True)
class _Files:
    """The output files of all subjects; with several subjects each file carries the subject's name."""

    paths: tuple[Path, ...]
    several: bool
    stack: ExitStack
    bar: Progress

    def open(self, subject: Subject) -> list[Sink]:
        """The outputs of one subject, and the progress bar."""
        from summarize.cli.output import whole_file
        from summarize.evaluation.sinks import sink_for

        sinks: list[Sink] = [_BarSink(self.bar)]
        for path in self.paths:
            make = sink_for(path)
            sinks.append(make(self.stack.enter_context(whole_file(self._place(path, subject.name))), subject.head))
        return sinks

    def _place(self, path: Path, name: str) -> Path:
        plain = "".join(char if char.isalnum() or char in "-._" else "-" for char in name)
        return path.with_stem(f"{path.stem}-{plain}") if self.several else path


@dataclass(frozen=True, slots=True)
class _BarSink:
    """Moves the progress bar."""

    bar: Progress

    def article(self, _scored: Scored, _row: Mapping[str, Any]) -> None:
        """One more article is scored."""
        self.bar.advance()

    def end(self, _outcome: Outcome) -> None:
        """The bar goes away by itself."""


def _show(evaluation: Evaluation) -> None:
    """The tables on standard output, for GitHub too where that is what runs us, and what was not reached."""
    from summarize.cli.exits import complain
    from summarize.cli.output import standard_output
    from summarize.evaluation.github import gate_annotations, write_summary
    from summarize.evaluation.text import markdown_text, terminal_text
    from summarize.settings import github_step_summary

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 200
    with standard_output(raw=True) as write:
        write(terminal_text(evaluation.tables, width=width, color=terminal))
        summary = github_step_summary()
        if summary:
            write_summary(summary, markdown_text([*evaluation.tables[:5], *evaluation.gate_tables]))
            write("".join(f"{line}\n" for line in gate_annotations(evaluation.gate)))
    for line in evaluation.sentences:
        complain(line)


def _update(evaluation: Evaluation, options: Options, suite: Suite, path: Path) -> None:
    """Write the baseline of the only run."""
    from summarize.cli.exits import complain
    from summarize.cli.output import whole_file
    from summarize.evaluation.baseline_file import check_recorded, load_baseline, make_baseline

    old = load_baseline(path) if path.exists() else None
    run = next(iter(evaluation.runs.values()))
    check_recorded(run, options.recording)
    made = make_baseline(run, old, margin=suite.margin, allow_regression=options.allow_regression)
    with whole_file(path) as write:
        write(made.text())
    complain(f"The baseline {path} holds {len(made.metrics)} floors on {len(made.articles)} articles.")
