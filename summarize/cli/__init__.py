"""The command `summarize`: its commands by name, each imported when it is called, so that --help is instant."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import cast

import click
from click_default_group import DefaultGroup

from summarize import __version__

# Command -> (module, attribute, help line).
COMMANDS = {
    "run": ("summarize.cli.run", "run", "Read articles, print incident reports (the default)."),
    "eval": ("summarize.cli.eval", "eval_", "Score a model against gold."),
    "compare": ("summarize.cli.compare", "compare", "Compare two scored runs."),
    "gold": ("summarize.cli.gold", "gold", "Check and count the gold articles."),
    "prompts": ("summarize.cli.prompts", "prompts", "List prompts; show exactly what one sends."),
    "doctor": ("summarize.cli.doctor", "doctor", "Try a language model's server and say what to set."),
    "ledger": ("summarize.cli.ledger", "ledger", "List runs and spending; show, export and import calls."),
    "schema": ("summarize.cli.schema", "schema", "Print the JSON Schema of draft or report."),
}


class LazyGroup(DefaultGroup):  # type: ignore[misc]  # click-default-group has no types
    """A group whose commands are names and help lines until one is called."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command's own module is imported here, and only here."""
        name, _, rest = super().resolve_command(ctx, args)
        module, attribute, _ = COMMANDS[name]
        return name, cast("click.Command", getattr(import_module(module), attribute)), rest

    def invoke(self, ctx: click.Context) -> object:
        """Call the command; a closed pipe is told apart here, as click would make it exit code 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            from summarize.cli.exits import ReaderGoneError

            raise ReaderGoneError("The reader of the output has gone.") from None


@click.group(
    cls=LazyGroup,
    default="run",
    commands={name: click.Command(name, short_help=line) for name, (_, _, line) in COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`summarize INPUT…` is `summarize run INPUT…`; `summarize run --help` shows its options.",
)
@click.version_option(__version__, prog_name="summarize")
def cli() -> None:
    """Turn news articles on security incidents into reports that can be checked word by word."""


def main() -> None:
    """Run the command and exit: 0 done, 1 some article failed, 2 usage, 3 budget, 4 not comparable, 130 stopped."""
    from summarize.cli.collector import collect_rarely
    from summarize.cli.exits import guarded

    collect_rarely()
    sys.exit(guarded(cli))
