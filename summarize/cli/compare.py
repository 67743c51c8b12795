"""`summarize compare RUN_A RUN_B`: what is better or worse in the second of two saved runs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("before", metavar="RUN_A", type=_file)
@click.argument("after", metavar="RUN_B", type=_file)
def compare(before: Path, after: Path) -> int:
    """Compare two runs that `summarize eval -o run.json` wrote.

    Each metric and slot is put to a paired permutation test over articles, corrected after Holm. Exit code 1 says
    that RUN_B is significantly worse in something; 4 that the runs are of different gold.
    """
    from summarize.cli.exits import complain
    from summarize.cli.output import standard_output
    from summarize.evaluation.compare import compare_runs
    from summarize.evaluation.run import load_run
    from summarize.evaluation.tables import comparison_tables, moved_tables
    from summarize.evaluation.text import terminal_text

    comparison = compare_runs(load_run(before), load_run(after))
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 140
    with standard_output(raw=True) as write:
        tables = [*comparison_tables(comparison), *moved_tables(comparison.moved)]
        write(terminal_text(tables, width=width, color=terminal))
    for line in comparison.sentences:
        complain(line)
    return 1 if comparison.worse else 0
