"""A story that is posted again is a copy; a story that is updated is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from summarize.article import Article
from summarize.duplicates import Duplicates

STORY = """\
Two soldiers hurt as rockets strike base near Tikrit

BAGHDAD, Nov. 3 (Northgate) — Two soldiers were slightly wounded when a salvo of rockets struck a base north of \
Tikrit on Tuesday, an army general said. It was the third such attack since October. No group claimed it at first.

The rockets were fired from the back of a truck parked about six kilometres from the fence, a police captain said. \
The truck, a model with Kirkuk plates, was found burning an hour later. Seven of the launching tubes had failed.

The prime minister condemned the attack in a statement and promised arrests. "We know the perpetrators," he said.
"""
COPIES: dict[str, Callable[[str], str]] = {
    "the same": lambda text: text,
    "a share bar and teasers": lambda text: f"Share: X | Email\n\n{text}\nREAD MORE: Four killed in Basra\n",
    "another headline": lambda text: text.replace("Two soldiers hurt as rockets strike base near Tikrit", "Base hit"),
    "no headline": lambda text: text.partition("\n\n")[2],
    "a misprint": lambda text: text.replace("promised arrests", "promised arests"),
    "typewriter's quotation marks": lambda text: text.replace('"', "”").replace("—", "-"),
    "other spaces": lambda text: text.replace(" ", "  ").replace("\n\n", "\n\n\n"),
    "a credit": lambda text: f"{text}\n(Reporting by A. Writer; editing by B. Editor)\n",
    "upper case": str.upper,
}
UPDATES: dict[str, Callable[[str], str]] = {
    "another toll": lambda text: text.replace("Two soldiers were slightly", "Three soldiers were slightly"),
    "another day": lambda text: text.replace("Tuesday", "Wednesday"),
    "a claim": lambda text: f"{text}\nKataib Ahrar claimed the attack on Telegram.\n",
    "a death": lambda text: f"{text}\nOne of the wounded died in hospital.\n",
    "half of it": lambda text: text[: len(text) // 2],
}


@pytest.mark.parametrize("change", COPIES.values(), ids=list(COPIES))
def test_a_story_posted_again_is_a_copy(change: Callable[[str], str]) -> None:
    """What a page puts around a story, its headline and a misprint make no new story."""
    duplicates = Duplicates()
    assert duplicates.seen(Article(text=STORY, id="first")) is None
    assert duplicates.seen(Article(text=change(STORY), id="second")) == "first"


@pytest.mark.parametrize("change", UPDATES.values(), ids=list(UPDATES))
def test_an_update_is_no_copy(change: Callable[[str], str]) -> None:
    """A new number, day, claim or death is news."""
    duplicates = Duplicates()
    duplicates.seen(Article(text=STORY, id="first"))
    assert duplicates.seen(Article(text=change(STORY), id="second")) is None


def test_a_copy_of_a_copy_names_the_first() -> None:
    """The id that is given is that of an article that is no copy itself."""
    duplicates = Duplicates()
    names = [duplicates.seen(Article(text=text, id=str(n))) for n, text in enumerate([STORY, STORY, STORY.upper()])]
    assert names == [None, "0", "0"]


def test_stories_alike_in_their_facts_are_told_apart_by_their_words() -> None:
    """Two flashes with one and the same number are two stories."""
    duplicates = Duplicates()
    flashes = ["Two rockets struck Balad air base.", "Two policemen of the customs service drowned at Umm Qasr."]
    assert [duplicates.seen(Article(text=flash, id=flash)) for flash in flashes] == [None, None]


@pytest.mark.parametrize("text", ["…", "12:30", "\ud800 rockets hit", "نفذت القوات غارة على المدينة"])
def test_any_text_can_be_remembered(text: str) -> None:
    """Texts without words, with lone surrogates, or in other scripts are no error, and ids are kept."""
    duplicates = Duplicates()
    assert duplicates.seen(Article(text=text, id="café.txt")) is None
    assert duplicates.seen(Article(text=text, id="again")) == "café.txt"


def test_marking_a_copy_splits_its_text_once() -> None:
    """The marked article is another one, equal but for the mark, that shares what was worked out."""
    article = Article(text=STORY, id="second")
    sentences = article.sentences
    marked = article.with_duplicate_of("first")
    assert (article.duplicate_of, marked.duplicate_of) == (None, "first")
    assert marked.sentences is sentences
    assert marked == Article(text=STORY, id="second", duplicate_of="first")


def test_two_memories_are_apart() -> None:
    """One run does not know what another has seen."""
    Duplicates().seen(Article(text=STORY, id="first"))
    assert Duplicates().seen(Article(text=STORY, id="second")) is None


def test_the_hash_seed_changes_nothing() -> None:
    """The signature of a text is the same in every process."""
    program = (
        "from collections import Counter; from summarize.duplicates import _facts, _fingerprint; "
        "words = Counter('two rockets struck the airport of erbil on monday officials said'.split()); "
        "print(_facts(words), _fingerprint(words))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        for seed in ("0", "1", "2")
    ]
    assert len({run.stdout for run in runs}) == 1
