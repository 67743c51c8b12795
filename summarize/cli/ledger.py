"""`summarize ledger [show|export|import]`: runs and spending, one call, and recordings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # --help must not wait for it
    from summarize.ledger.record import StoredCall
    from summarize.ledger.spending import RunSpending

_HEADS = ("run", "started (UTC)", "model", "calls", "failed", "tokens in", "out", "USD")


@click.group(invoke_without_command=True)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The ledger's file (default: SUMMARIZE_LEDGER, else in the user's data folder).",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Runs that are listed.")
@click.pass_context
def ledger(context: click.Context, ledger: Path | None, limit: int) -> None:
    """List the runs of the ledger, the newest first, and what they cost; it keeps every call of a language model.

    No keys are in it, but whole articles are.
    """
    from summarize.models.registry import ledger_path
    from summarize.settings import load_settings

    context.obj = ledger_path(load_settings({"ledger": ledger}))
    if context.invoked_subcommand is None:
        _list(context.obj, limit)


def _list(path: Path, limit: int) -> None:
    from summarize.ledger.connection import existing
    from summarize.ledger.spending import spending, totals
    from summarize.terminal import printable

    with existing(path) as connection:
        runs, total = spending(connection, limit), totals(connection)
    rows = [_HEADS, *map(_row, runs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text.rjust(width) for text, width in zip(row, widths, strict=True))
        click.echo(printable("  ".join(cells).rstrip()))
    if total.runs > len(runs):
        click.echo(f"Older runs that are not listed: {total.runs - len(runs)}; --limit N lists more.")
    unpriced = f"; the price of {total.unpriced} answers is unknown" if total.unpriced else ""
    click.echo(f"Runs: {total.runs}; calls: {total.calls}; {total.cost:.4f} USD{unpriced}.")


def _row(run: RunSpending) -> tuple[str, ...]:
    usage = run.usage
    tokens = (f"{usage.prompt:,}", f"{usage.completion:,}")
    return str(run.id), run.started[:19], run.model, str(run.calls), str(run.failed), *tokens, f"{run.cost:.4f}"


@ledger.command()
@click.argument("number", metavar="ID", type=int)
@click.pass_obj
def show(path: Path, number: int) -> None:
    """Print one call as JSON: what was asked, what came back, what it cost."""
    from summarize.cli.output import standard_output
    from summarize.errors import LedgerError
    from summarize.ledger.calls import stored_call
    from summarize.ledger.connection import existing

    with existing(path) as connection:
        stored = stored_call(connection, number)
    if stored is None:
        raise LedgerError(f"The ledger {path} has no call {number}.", advice="A report's provenance names its calls.")
    with standard_output(raw=False) as write:
        write(json.dumps(_shown(stored), ensure_ascii=False, indent=2) + "\n")


def _shown(stored: StoredCall) -> dict[str, Any]:
    from dataclasses import asdict

    call = {"id": stored.id, "run": stored.run, "at": stored.at, **asdict(stored.call)}
    return {**call, "key": stored.call.request.key, "body": _body(stored.call.body)}


def _body(body: bytes | None) -> object:
    """The answer as JSON where it is some, else as text."""
    if body is None:
        return None
    try:
        return json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace")


@ledger.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_(path: Path, file: Path) -> None:
    """Write the newest answer to each request as JSON Lines, a recording that can be committed.

    It holds whole articles. Equal answers give an equal file.
    """
    from summarize.cli.exits import complain
    from summarize.cli.output import whole_file
    from summarize.ledger.connection import existing
    from summarize.ledger.recording import export_lines

    with existing(path) as connection, whole_file(file) as write:
        for line in export_lines(connection):
            write(line)
    complain(f"{file} holds whole articles; share it only if they may be shared.")


@ledger.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_obj
def import_(path: Path, file: Path) -> None:
    """Take a recording into the ledger, all of it or nothing; answers that are there already are not taken again."""
    from contextlib import closing

    from summarize.cli.exits import complain
    from summarize.ledger.connection import connect, explained
    from summarize.ledger.recording import import_lines

    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(connect(path)) as connection, file.open(encoding="utf-8", errors="replace") as lines:
            new, count = import_lines(connection, lines, str(file))
    complain(f"{new} of {count} answers were new.")
