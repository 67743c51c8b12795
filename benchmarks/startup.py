"""How long `summarize --help` takes, as a share of `llm --help` (simonw's llm) in the same run.

llm is installed for this benchmark alone, in an environment of its own that is made in a temporary folder.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROUNDS = 15
CEILING = 0.2  # of llm's time


def seconds(command: list[str]) -> float:
    """The wall time of one call."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def medians(commands: dict[str, list[str]]) -> dict[str, float]:
    """Median seconds of each command, the calls interleaved so that noise meets them alike."""
    for command in commands.values():
        seconds(command)  # the first call writes bytecode
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    """Print the table; exit 1 above the ceiling."""
    ours = str(Path(sys.executable).parent / "summarize")
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "llm>=0.26"], check=True)
        found = medians(
            {
                "python -c pass": [sys.executable, "-c", "pass"],
                "summarize --help": [ours, "--help"],
                "llm --help": [f"{folder}/bin/llm", "--help"],
            }
        )
    for name, value in found.items():
        print(f"{name:20} {value * 1000:7.0f} ms")
    ratio = found["summarize --help"] / found["llm --help"]
    print(f"summarize / llm      {ratio:7.2f}    (ceiling {CEILING})")
    sys.exit(ratio > CEILING)


if __name__ == "__main__":
    main()
