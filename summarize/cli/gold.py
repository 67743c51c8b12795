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
def check(folder: Path | None, only: tuple[str, ...]) -> int:
    """Hold every label to its schema, its words and its values.

    Exit code 1 says that a label is broken, or that the program's own rules contradict more than 1% of the facts.
    """
    from summarize.evaluation.gold import read_gold
    from summarize.evaluation.gold_checks import check_gold, cited
    from summarize.evaluation.gold_values import MOST_CONTRADICTED, contradictions

    articles, problems = read_gold(folder)
    if only:
        read_gold(folder, only=only)  # says which id is unknown
    chosen = [article for article in articles if not only or article.id in only]
    found = sorted([*problems, *check_gold(articles)])
    broken = [problem for problem in found if not only or problem.file.split("/")[0] in only]
    contradicted = contradictions(chosen)
    for problem in [*broken, *contradicted]:
        click.echo(str(problem))
    count = sum(1 for article in chosen for _ in cited(article))
    click.echo(
        f"{len(chosen)} articles, {len(broken)} problems; "
        f"the program's own rules contradict {len(contradicted)} of {count} facts.",
        err=True,
    )
    return int(bool(broken) or len(contradicted) > MOST_CONTRADICTED * count)


@gold.command()
@_folder
@_only
def stats(folder: Path | None, only: tuple[str, ...]) -> None:
    """Print what there is: articles, incidents, facts, phenomena, splits, and the fingerprint."""
    from summarize.evaluation.gold import load_gold
    from summarize.evaluation.gold_stats import gold_stats, stats_text

    click.echo(stats_text(gold_stats(load_gold(folder, only=only))))
