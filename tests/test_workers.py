"""Workers: the same work in other processes, which come late, die with the run and are never missed."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from summarize import Article, ArticleError, Report
from summarize.evaluation.gold import load_gold
from summarize.evaluation.gold_schema import Split
from summarize.pipeline import stream
from summarize.rules.model import RulesModel
from summarize.workers import Workers

TEXT = "Two drones hit the naval base at Larnaca on Tuesday, the army said.\nNobody was hurt."

# Starts workers, prints their process ids and waits for ever.
ABANDONED = """
import asyncio
from tests.test_workers import here, ready
from summarize.workers import Workers

async def main():
    workers = Workers(2, after=0)
    await ready(workers)
    print(*{await workers.run(here) for _ in range(2)}, flush=True)
    await asyncio.sleep(600)

if __name__ == "__main__":
    asyncio.run(main())
"""


# Takes some results of a run with workers, and no more; the loop ends while the workers start.
LEFT = """
import asyncio
from summarize import Article, asummarize_many

articles = [Article(f"Two drones hit the base at Larnaca on Tuesday. Run {number}.") for number in range(400)]
results = asummarize_many(articles, workers=2)

async def main():
    taken = 0
    async for result in results:
        taken += 1
        if taken == TAKEN:
            break

asyncio.run(main())
print("ended")
"""

# Gives out work with something that only this program's main file knows.
OWN = """
import asyncio, dataclasses
from summarize import Article
from tests.test_workers import ready
from summarize.workers import Workers

@dataclasses.dataclass(frozen=True)
class Mine(Article):
    note: str = ""

async def main():
    workers = Workers(1, after=0)
    await ready(workers)
    print(await workers.run(repr, Mine("Two men fled.", id="a")) == repr(Mine("Two men fled.", id="a")))
    await workers.close()

asyncio.run(main())
"""


def here() -> int:
    """The process that this is called in."""
    return os.getpid()


def fail(message: str) -> None:
    raise ValueError(message)


def die() -> int:
    """End the process as the system does when memory is short; in the process of the test itself, do nothing."""
    if "summarize.worker" in " ".join(sys.orig_argv):
        os.kill(os.getpid(), signal.SIGKILL)
    return here()


async def ready(workers: Workers) -> None:
    """Wait until they have begun."""
    while await workers.run(here) == os.getpid():  # noqa: ASYNC110 - the workers set no event
        await asyncio.sleep(0.01)


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    """One, from the first piece of work on."""
    workers = Workers(1, after=0)
    yield workers
    await workers.close()


def _lives(process: int) -> bool:
    """Whether there is such a process, and it is no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _children(process: int) -> set[str]:
    return set(Path(f"/proc/{process}/task/{process}/children").read_text().split())


async def test_a_short_run_starts_no_process() -> None:
    """The first pieces of work are done here, and without a number of workers all are."""
    few, none = Workers(1, after=3), Workers(after=0)
    assert {await few.run(here) for _ in range(3)} == {os.getpid()}
    assert {await none.run(here) for _ in range(9)} == {os.getpid()}
    await few.close()


async def test_work_is_done_elsewhere_and_here_while_all_are_busy(workers: Workers) -> None:
    """Of many pieces at once the workers have some and this process the others."""
    await ready(workers)
    done = await asyncio.gather(*(workers.run(here) for _ in range(60)))
    assert len(set(done)) == 2
    assert os.getpid() in done


async def test_an_error_comes_back_as_it_was_raised(workers: Workers) -> None:
    """It makes no difference where the work was done."""
    await ready(workers)
    with pytest.raises(ValueError, match="the words"):
        await workers.run(fail, "the words")


async def test_what_cannot_be_sent_is_done_here(workers: Workers) -> None:
    """An answer can be JSON in brackets without end; it is read all the same."""
    await ready(workers)
    nested: list[object] = []
    for _ in range(100_000):
        nested = [nested]
    assert await workers.run(len, nested) == 1
    assert await workers.run(here) != os.getpid()


async def test_a_killed_worker_is_not_missed(workers: Workers) -> None:
    """What it was at, and all that comes behind, is done here."""
    await ready(workers)
    assert set(await asyncio.gather(workers.run(die), workers.run(here))) == {os.getpid()}
    assert await workers.run(here) == os.getpid()


async def test_the_others_go_on_where_one_is_killed() -> None:
    """Only that one's work is done here."""
    workers = Workers(2, after=0)
    while len({os.getpid(), *await asyncio.gather(workers.run(here), workers.run(here))}) < 3:  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.01)
    assert await workers.run(die) == os.getpid()
    assert await workers.run(here) != os.getpid()
    await workers.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes as Linux lists them")
async def test_workers_can_be_closed_while_they_start() -> None:
    """Nothing of them is left."""
    before, workers = _children(os.getpid()), Workers(2, after=0)
    assert await workers.run(here) == os.getpid()
    await asyncio.sleep(0.01)
    await workers.close()
    assert _children(os.getpid()) == before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes as Linux lists them")
def test_workers_end_when_the_run_is_killed() -> None:
    """After SIGKILL nobody tells them, and nothing is left behind."""
    with subprocess.Popen([sys.executable, "-c", ABANDONED], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        started = [int(number) for number in run.stdout.readline().split()]
        assert started
        assert all(map(_lives, started))
        run.kill()
    deadline = time.monotonic() + 30
    while any(map(_lives, started)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, started))


def test_a_run_that_is_ended_says_nothing_of_its_workers() -> None:
    """SIGTERM ends it and them, and no line of Python's is left on standard error."""
    with subprocess.Popen([sys.executable, "-c", ABANDONED], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stdout.readline()
        run.terminate()
        _, errors = run.communicate(timeout=60)
    assert errors == b""


def test_a_program_on_standard_input_has_workers_too() -> None:
    """It is no file that a worker could import, and no worker has to."""
    program = ABANDONED.replace("await asyncio.sleep(600)", "await workers.close()")
    run = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.split()
    assert run.stderr == ""


@pytest.mark.parametrize("taken", [199, 201, 202])
def test_a_loop_ends_although_workers_are_starting(taken: int) -> None:
    """Results that nobody wants any more, and were not closed, keep no program from ending."""
    program = LEFT.replace("TAKEN", str(taken))
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "ended\n"


def test_what_only_this_program_can_read_is_done_here() -> None:
    """A worker that cannot import a class of the main file says so, and the work does not fail for it."""
    run = subprocess.run([sys.executable, "-"], input=OWN, capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "True\n"


def test_ctrl_c_of_a_terminal_reaches_the_run_alone(tmp_path: Path) -> None:
    """A terminal sends it to all processes, and the workers, starting or at work, say nothing of it."""
    rows = "".join(
        f'{{"id": "a{number}", "text": "Desk {number}: the men fled on Tuesday."}}\n' for number in range(20_000)
    )
    (tmp_path / "articles.jsonl").write_text(rows)
    command = [sys.executable, "-m", "summarize", "articles.jsonl", "--workers", "2", "-o", "reports.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True) as run:
        _until_it_has_children(run.pid)
        os.killpg(run.pid, signal.SIGINT)
        _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"Traceback" not in errors
    assert b"KeyboardInterrupt" not in errors


def _until_it_has_children(process: int) -> None:
    deadline = time.monotonic() + 60
    while not _children(process) and time.monotonic() < deadline:
        time.sleep(0.01)


async def test_reports_are_the_same_wherever_they_are_made(workers: Workers) -> None:
    """Byte for byte, and in the order of the articles; an error row too."""
    articles = [
        *(gold.article for gold in load_gold(split=Split.DEV).articles),
        Article("Der Minister sprach in Berlin.", id="x"),
    ]

    async def read() -> AsyncIterator[Article | ArticleError]:
        for article in articles:
            yield article

    async def made(model: RulesModel) -> list[str]:
        results = [result async for result in stream(read(), model, window=8)]
        return [result.model_dump_json() if isinstance(result, Report) else repr(result) for result in results]

    await ready(workers)
    assert await made(RulesModel(workers)) == await made(RulesModel())


def test_an_article_travels_with_its_sentences() -> None:
    """They are not split anew on the other side, nor are the tokens sent."""
    article = Article(TEXT, id="a", title="Drones hit base")
    assert article.tokens
    assert len(article.sentences) == 2
    there = pickle.loads(pickle.dumps(article))  # noqa: S301 - our own bytes
    assert there == article
    assert there.__dict__["sentences"] == article.sentences
    assert "tokens" not in there.__dict__
