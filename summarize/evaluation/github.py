"""What GitHub Actions shows of an eval: a step summary, and annotations on what closed the gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarize.errors import OutputError
from summarize.evaluation.gate import GateResult, State
from summarize.evaluation.tables import gate_sentence


def write_summary(path: Path, markdown: str) -> None:
    """Append to the step's summary file, as GitHub asks.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(markdown + "\n")
    except OSError as error:
        raise OutputError(f"The step summary {path} cannot be written: {error.strerror}.") from None


def gate_annotations(result: GateResult | None) -> Iterator[str]:
    """A workflow command for each metric that closed the gate, and for each that has suddenly risen."""
    for row in result.rows if result else ():
        said = gate_sentence(row)
        if row.failed:
            yield f"::error title=Eval gate::{_escaped(said)}"
        elif row.state is State.RISEN:
            yield f"::notice title=Eval gate::{_escaped(said)}"


def _escaped(text: str) -> str:
    """As workflow commands want it: https://github.com/actions/toolkit, packages/core/src/command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
