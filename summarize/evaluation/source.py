"""The gold of one eval: which articles, their fingerprint and commonest values; read anew for each pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from summarize.errors import ContentError
from summarize.evaluation.baselines import Majority, MajorityCount
from summarize.evaluation.gold import GoldArticle, fingerprint, gold_folder, iterate_gold
from summarize.evaluation.gold_schema import Split


class GoldSource:
    """Gold articles that are never all in memory.

    Attributes:
        ids: the articles, in order.
        fingerprint: SHA-256 over their files, hexadecimal.
        majority: their commonest values.
    """

    def __init__(self, folder: Path | None = None, *, split: Split | None = None, only: Sequence[str] = ()) -> None:
        """Read through the gold once.

        Args:
            folder: where the articles' folders are; the shipped gold if None.
            split: take this half only.
            only: take these ids only.

        Raises:
            ContentError: a file is broken, an id is unknown, or nothing is left to score.
        """
        self._folder = folder or gold_folder()
        counted = MajorityCount()
        ids = []
        for gold in iterate_gold(self._folder, split=split, only=only):
            ids.append(gold.id)
            counted.add(gold)
        if not ids:
            raise ContentError(f"No gold article of {self._folder} is in the split {split}.", advice="Choose another.")
        self.ids = tuple(ids)
        self.fingerprint = fingerprint(self._folder / name for name in ids)
        self.majority: Majority = counted.majority()

    def __iter__(self) -> Iterator[GoldArticle]:
        """The articles, each read when it is asked for."""
        return iterate_gold(self._folder, only=self.ids)

    def __len__(self) -> int:
        return len(self.ids)
