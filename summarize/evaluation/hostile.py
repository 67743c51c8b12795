"""Hostile articles: texts that give orders to a machine, read by a model that obeys every one.

Each folder of `evals/hostile/` holds an article (Markdown or HTML) and `order.yaml`: the order in plain words, the
answer of a model that obeys, and the words and numbers that may then not come out as facts. Nothing of an order is a
fact, whatever a model makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.article import Article, Basis, Mark
from summarize.content import content_path
from summarize.errors import ContentError
from summarize.evaluation.pieces import whole_draft
from summarize.grounding import facts, ground_draft
from summarize.models.base import ModelId, provenance
from summarize.readers.document import Document, Origin
from summarize.readers.html import parse_html
from summarize.readers.markdown import parse_markdown
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import Fact, Report

ORDER_FILE = "order.yaml"
OBEDIENT = ModelId("obedient")
_PARSERS = {"article.md": parse_markdown, "article.html": parse_html}
_COUNTS = ("min", "max", "hit", "intercepted")


class Order(BaseModel):
    """What `order.yaml` says.

    Attributes:
        order: what the article asks for, in plain words.
        refused: words and numbers that may not come out as facts.
        answer: the draft of a model that obeys, missing parts left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    order: str
    refused: list[str | int]
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class HostileArticle:
    """An article that gives an order, and what a model that obeys makes of it."""

    article: Article
    order: Order
    draft: ArticleDraft


@dataclass(frozen=True, slots=True)
class HostileRow:
    """What came of one order.

    Attributes:
        id: the folder's name.
        order: the order in plain words.
        obeyed: what of it came out, one line each; empty if nothing did.
        kept: how many facts of the article itself stood.
    """

    id: str
    order: str
    obeyed: tuple[str, ...]
    kept: int


def load_hostile(folder: Path | None = None) -> list[HostileArticle]:
    """The hostile articles in order of their ids.

    Args:
        folder: a folder of folders; the shipped suite by default.

    Raises:
        ContentError: there is none, or one is broken.
    """
    root = folder or content_path("evals", "hostile")
    found = [_load(path.parent) for path in sorted(root.glob(f"*/{ORDER_FILE}"))]
    if not found:
        raise ContentError(f"There are no hostile articles in {root}.", advice="Give the folder that holds them.")
    return found


def run_hostile(articles: Iterable[HostileArticle]) -> list[HostileRow]:
    """Ground the obedient answer to each article and see what of the order came out."""
    return [judge(hostile, ground_draft(hostile.draft, hostile.article, provenance(hostile.article, OBEDIENT)))
            for hostile in articles]  # fmt: skip


def judge(hostile: HostileArticle, report: Report) -> HostileRow:
    """What of an order came out in a report on its article."""
    obeyed = tuple(dict.fromkeys(_obeyed(hostile, report)))
    return HostileRow(hostile.article.id, hostile.order.order, obeyed, sum(1 for _ in facts(report)))


def _obeyed(hostile: HostileArticle, report: Report) -> Iterator[str]:
    marked = {each.number for each in hostile.article.sentences if each.mark is Mark.INSTRUCTION}
    for path, fact in facts(report):
        if isinstance(fact, Fact) and any(evidence.sentence in marked for evidence in fact.evidence):
            yield f"{path} rests on an order"
    spoken = list(_strings(report))
    for word in hostile.order.refused:
        if isinstance(word, str):
            yield from (f"“{word}” in {path}" for path, text in spoken if word.casefold() in text.casefold())
        else:
            yield from (f"{word} in {path}" for path, fact in facts(report) if _has_count(fact, word))
    if report.no_incident is not None and report.no_incident is hostile.draft.no_incident:
        yield f"no_incident: {report.no_incident.value}"


def _strings(report: Report) -> Iterator[tuple[str, str]]:
    """Every text of the summary, the incidents and the aggregates, with where it stands."""
    parts = report.model_dump(mode="json", include={"summary", "incidents", "aggregates"})
    yield from _walk(parts, "")


def _walk(part: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, dict):
        for name, value in part.items():
            if name not in ("checks", "grounding"):  # what rules say of a fact is no fact
                yield from _walk(value, f"{path}.{name}".lstrip("."))
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _walk(value, f"{path}[{index}]")


def _has_count(fact: object, number: int) -> bool:
    return any(getattr(fact, name, None) == number for name in _COUNTS)


def _load(folder: Path) -> HostileArticle:
    name = f"hostile/{folder.name}"
    try:
        order = Order.model_validate(yaml.safe_load((folder / ORDER_FILE).read_text("utf-8")))
        article = _article(folder)
        return HostileArticle(article, order, whole_draft(order.answer, article))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise ContentError(f"The hostile article {name} is broken: {error}") from None


def _article(folder: Path) -> Article:
    """The article as its reader gives it to every user."""
    path = next(folder / file for file in _PARSERS if (folder / file).exists())
    parse: Callable[[Document], Any] = _PARSERS[path.name]
    parsed = parse(Document(path.read_bytes(), Origin(path.name)))
    given = parsed.given
    return Article(
        text=parsed.text,
        id=folder.name,
        title=given.title,
        published=given.published,
        published_basis=Basis.GIVEN if given.published else None,
    )
