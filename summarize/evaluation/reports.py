"""Saved reports: a file of JSON Lines, indexed once and read one at a time."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from summarize.errors import ArticleError, ContentError, ErrorKind
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.run import prompt_name
from summarize.schema.report import Provenance, Report


class SavedReports:
    """Reports by article, whatever their order in the file; only their places are held in memory.

    A report belongs to a gold article if it was made from the same text; reports saved by `summarize run` carry
    paths as ids, so that the id alone would not do.
    """

    def __init__(self, path: Path) -> None:
        """Find each report in the file.

        Raises:
            ContentError: the file cannot be read, or a line is no report.
        """
        self._path = path
        self._places: dict[str, int] = {}
        self._made_by: tuple[str, str | None] | None = None
        try:
            with path.open("rb") as file:
                place = file.tell()
                for number, line in enumerate(iter(file.readline, b""), start=1):
                    if line.strip():
                        self._note(line, f"{path}:{number}", place)
                    place = file.tell()
        except OSError as error:
            raise ContentError(f"The reports {path} cannot be read: {error.strerror}.") from None

    @property
    def made_by(self) -> tuple[str, str | None]:
        """The model of the first report, and the name and version of its prompt."""
        return self._made_by or ("nobody", None)

    def _note(self, line: bytes, name: str, place: int) -> None:
        made = _provenance(line, name)
        self._places.setdefault(made.article_sha256, place)
        self._made_by = self._made_by or (made.model, prompt_name(made.prompt))

    def find(self, gold: GoldArticle) -> Report | ArticleError:
        """The first report made from the article's text, or why there is none."""
        place = self._places.get(gold.article.sha256)
        if place is None:
            return ArticleError(gold.id, ErrorKind.NOT_FOUND, "There is no report made from this text.")
        with self._path.open("rb") as file:
            file.seek(place)
            line = file.readline()
        try:
            return Report.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            return ArticleError(gold.id, ErrorKind.INVALID_ANSWER, f"The report is broken at {where}: {first['msg']}.")


def _provenance(line: bytes, name: str) -> Provenance:
    try:
        return Provenance.model_validate(json.loads(line)["provenance"])
    except (ValueError, KeyError, TypeError):
        raise ContentError(
            f"{name} is no report.", advice="Give the JSON Lines that `summarize run -o reports.jsonl` wrote."
        ) from None
