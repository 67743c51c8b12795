"""`summarize gold check|stats`: check the labels of the gold articles, and count them."""

from __future__ import annotations

from pathlib import Path

import click

_folder = click.option(
    "--folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that holds <id>/article.md and <id>/labels.yaml (default: the shipped gold).",
)
_only = click.option("--only", metavar="ID", multiple=True, help="This article only; may be given again.")


@click.group()
def gold() -> None:
    """Check and count the articles labelled by hand."""


@gold.command()
@_folder
@_only
@click.pass_context
def check(context: click.Context, folder: Path | None, only: tuple[str, ...]) -> None:
    """Hold every label to its schema, its words and its values; exit 1 if something is wrong."""
    from summarize.evaluation.gold import read_gold
    from summarize.evaluation.gold_checks import check_gold

    articles, problems = read_gold(folder)
    problems = sorted([*problems, *check_gold(articles)])
    if only:
        read_gold(folder, only=only)
        problems = [problem for problem in problems if problem.file.split("/")[0] in only]
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(only or articles)} articles, {len(problems)} problems.", err=True)
    context.exit(1 if problems else 0)


@gold.command()
@_folder
@_only
def stats(folder: Path | None, only: tuple[str, ...]) -> None:
    """Print what there is: articles, incidents, facts, phenomena, splits, and the fingerprint."""
    from summarize.evaluation.gold import load_gold
    from summarize.evaluation.gold_stats import gold_stats, stats_text

    click.echo(stats_text(gold_stats(load_gold(folder, only=only))))
