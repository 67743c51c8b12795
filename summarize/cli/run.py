"""`summarize run INPUT…`: read articles, print incident reports."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncGenerator
from contextlib import ExitStack, aclosing, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.model_options import model_options, settings_flags

if TYPE_CHECKING:  # reading articles and making models is heavy: --help must not wait for it
    from summarize.cli.errorlog import ErrorLog
    from summarize.cli.output import Write
    from summarize.cli.progress import Progress
    from summarize.errors import ArticleError
    from summarize.render import Renderer
    from summarize.schema.report import Report
    from summarize.settings import Settings


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says apart from settings."""

    inputs: tuple[str, ...]
    files_from: str | None
    published: datetime | None
    title: str | None
    source: str | None
    output_format: str | None
    output: Path | None
    errors: Path | None
    verbose: int
    quiet: bool
    dry_run: bool


@click.command(no_args_is_help=True)
@click.argument("inputs", nargs=-1, metavar="INPUT…")
@click.option("--files-from", metavar="LIST", help="Read inputs from a file, one a line; - is standard input.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Publication day of articles that give none.")
@click.option("--title", help="Title of articles that give none.")
@click.option("--source", help="Outlet of articles that give none.")
@model_options
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "jsonl", "markdown", "csv", "html"]),
    help="Else by the suffix of -o, else text on a terminal and jsonl elsewhere.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file, whole or not at all.")
@click.option("--errors", type=click.Path(path_type=Path), help="Error rows; else beside -o FILE.")
@click.option("--allow-private", is_flag=True, default=None, help="Fetch addresses of private networks too.")
@click.option("--workers", type=int, metavar="N", help="Processes beside this one in long runs (default: by cores).")
@click.option("--dry-run", is_flag=True, help="Print articles, tokens and cost (≈) without a call.")
@click.option("-v", "--verbose", count=True, help="Say more on standard error.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what failed.")
def run(**given: Any) -> int:
    """Read news articles, print incident reports.

    INPUT is a file, a folder, a glob, an http(s) address, or - for standard input; the formats are .txt, .md,
    .html, .pdf and .jsonl. Exit code 1 says that some article failed.
    """
    from summarize.settings import load_settings

    flags = settings_flags(given)
    options = Options(**given)
    if not options.inputs and options.files_from is None:
        raise click.UsageError("Name at least one INPUT, or --files-from LIST.")
    settings = _with_workers(load_settings(flags))
    return asyncio.run(_dry_run(options, settings) if options.dry_run else _run(options, settings))


def _with_workers(settings: Settings) -> Settings:
    """The settings with as many workers as there are spare cores, if they name no number."""
    from summarize.workers import spare_cores

    return settings if settings.workers is not None else settings.model_copy(update={"workers": spare_cores()})


async def _dry_run(options: Options, settings: Settings) -> int:
    """Read the articles, and say what a run would take."""
    from summarize.cli.dry_run import dry_run
    from summarize.readers import read_inputs

    return await dry_run(read_inputs(**_reading(options, settings)), settings, options.errors)


async def _run(options: Options, settings: Settings) -> int:
    """Open the output, the error log and the bar, and send every result to its place."""
    from summarize.cli.errorlog import error_log, errors_path
    from summarize.cli.progress import progress

    with ExitStack() as stack:
        renderer, write = _open_output(options, stack)
        log = stack.enter_context(error_log(errors_path(options.output, options.errors)))
        bar = stack.enter_context(progress(_total(options), quiet=options.quiet))
        done = await _modelled(options, settings, _Places(renderer, write, log, bar, _on_terminal(options)))
    _say(options, f"Reports: {done}; errors: {log.count}.", level=0 if options.output else 1)
    return 1 if log.count else 0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where results go; `on_terminal` says that reports appear where the bar is."""

    renderer: Renderer
    write: Write
    log: ErrorLog
    bar: Progress
    on_terminal: bool

    def put(self, result: Report | ArticleError) -> bool:
        """A report to the output, an error row to the log; whether it was a report."""
        from summarize.errors import ArticleError

        failed = isinstance(result, ArticleError)
        with self.bar.paused() if failed or self.on_terminal else nullcontext():
            if isinstance(result, ArticleError):
                self.log.add(result)
            else:
                self.write(self.renderer.report(result))
        self.bar.advance()
        return not failed


async def _modelled(options: Options, settings: Settings, places: _Places) -> int:
    """Open the model, send every result to its place, say what that cost; returns how many reports there are."""
    from summarize.api import run as summarize_all
    from summarize.cli.interrupt import until_interrupted
    from summarize.models.language import LanguageModel
    from summarize.models.registry import open_model
    from summarize.readers import read_inputs

    model = await open_model(settings)
    _say_model(options, settings)
    try:
        results = summarize_all(read_inputs(**_reading(options, settings)), settings, model)
        if isinstance(model, LanguageModel):
            results = until_interrupted(results, model)
        return await _results(results, places)
    finally:
        await model.aclose()
        if isinstance(model, LanguageModel):
            _say(options, model.spending.line(), level=0)


async def _results(results: AsyncGenerator[Report | ArticleError], places: _Places) -> int:
    """Every result to its place; returns how many reports there are."""
    done = 0
    places.write(places.renderer.begin())
    async with aclosing(results):
        async for result in results:
            done += places.put(result)
    places.write(places.renderer.end())
    return done


def _say_model(options: Options, settings: Settings) -> None:
    """Which model runs, where articles go, and by which flag a key at hand would be used."""
    from summarize.settings import keys_at_hand

    keys = keys_at_hand()
    if settings.model != "rules":
        key = "with your key" if settings.api_key else "without a key"
        if keys and not settings.api_key:
            key += f" ({keys[0]} goes to its own provider, and to none that only a settings file names)"
        sent = "nothing is sent" if settings.offline else f"articles are sent to {settings.address} {key}"
        _say(options, f"model: {settings.model}; {sent}.", level=0)
    elif keys:
        text = f"model: rules; {keys[0]} is set, but nothing is sent anywhere without --model openai/NAME."
        _say(options, text, level=0)
    else:
        _say(options, "model: rules.", level=1)


def _reading(options: Options, settings: Settings) -> dict[str, Any]:
    """The arguments of `read_inputs`."""
    from summarize.readers import Defaults, ReadOptions

    return {
        "inputs": options.inputs,
        "files_from": options.files_from,
        "defaults": Defaults(
            published=options.published.date() if options.published else None,
            title=options.title,
            source=options.source,
        ),
        "options": ReadOptions(allow_private=settings.allow_private),
    }


def _open_output(options: Options, stack: ExitStack) -> tuple[Renderer, Write]:
    """The renderer by flag, suffix or terminal, and where its text goes."""
    from summarize.cli.output import standard_output, whole_file
    from summarize.render import Look, format_of_suffix, open_renderer

    terminal = _on_terminal(options)
    by_place = options.output_format or (format_of_suffix(str(options.output)) if options.output else None)
    name = by_place or ("text" if terminal else "jsonl")
    look = Look(width=shutil.get_terminal_size((100, 24)).columns if terminal else 100, color=terminal)
    target = whole_file(options.output) if options.output else standard_output(raw=name == "text")
    return open_renderer(name, look), stack.enter_context(target)


def _on_terminal(options: Options) -> bool:
    """Whether reports are read as they come."""
    return options.output is None and sys.stdout.isatty()


def _total(options: Options) -> int | None:
    """How many articles there are, for the bar; None where that is not known beforehand."""
    from summarize.readers import count_inputs

    return count_inputs(options.inputs) if options.files_from is None and sys.stderr.isatty() else None


def _say(options: Options, message: str, *, level: int) -> None:
    """A line for the person at the terminal: `level` -v flags are needed to hear it, and no -q."""
    from summarize.cli.exits import complain

    if not options.quiet and options.verbose >= level:
        complain(message)
