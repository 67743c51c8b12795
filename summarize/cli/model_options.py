"""The options of every command that asks a model: which, where, how, and how fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_CHOICES = (
    click.option("--model", help="rules, or openai/NAME; else SUMMARIZE_MODEL, the settings file, or rules."),
    click.option("--prompt", metavar="NAME|PATH", help="The prompt (default: the newest incident prompt)."),
)

_ASKING = (
    click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server (default: OpenAI's own)."),
    click.option(
        "--mode",
        type=click.Choice(["json_schema", "tools", "json_object"]),
        help="How structured output is asked for (default: by server).",
    ),
    click.option("--reasks", type=int, metavar="N", help="Ask again at most N times for a faulty answer (default 1)."),
    click.option("--concurrency", type=int, metavar="N", help="Requests in flight at most (default 64)."),
    click.option("--rpm", type=float, metavar="N", help="Requests a minute at most (default: learnt from the server)."),
    click.option("--tpm", type=float, metavar="N", help="Tokens a minute at most (default: learnt from the server)."),
    click.option("--timeout", type=float, metavar="S", help="Seconds that a request may take (default 600)."),
    click.option(
        "--ledger",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Where calls are kept (default: in your data folder).",
    ),
    click.option("--budget", type=float, metavar="USD", help="Stop before the run costs more (exit code 3)."),
    click.option("--price", metavar="IN,OUT", help="USD per million tokens in and out (default: published prices)."),
    click.option("--offline", is_flag=True, default=None, help="Answer from the ledger alone; make no call."),
    click.option("--refresh", is_flag=True, default=None, help="Ask anew, whatever the ledger holds."),
    click.option("--retry-failed", is_flag=True, default=None, help="Ask anew where the recorded answer was an error."),
)


def model_options(command: F) -> F:
    """Add them to a command, in order."""
    return _with(_with(command, _ASKING), _CHOICES)


def asking_options(command: F) -> F:
    """Add those that say where, how and how fast; the command has its own for which model and prompt."""
    return _with(command, _ASKING)


def _with(command: F, options: Sequence[Callable[[F], F]]) -> F:
    for option in reversed(options):
        command = option(command)
    return command


def settings_flags(options: dict[str, Any]) -> dict[str, Any]:
    """Take the options that are settings out of those of a command."""
    from summarize.settings import Settings

    return {name: options.pop(name) for name in [*options] if name in Settings.model_fields}
