"""Gold: articles with the incident report that a careful reader would make of them.

`evals/gold/<id>/article.md` is the text under a YAML header, `evals/gold/<id>/labels.yaml` the labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from summarize.article import Article, Basis
from summarize.content import content_path
from summarize.errors import ArticleError, ContentError
from summarize.evaluation.gold_schema import FactMark, GoldHead, IncidentMark, Split
from summarize.evaluation.labels import Labels, Problem, read_labels
from summarize.readers.document import Document, Origin
from summarize.readers.markdown import parse_markdown
from summarize.schema.draft import ArticleDraft

ARTICLE_FILE = "article.md"
LABELS_FILE = "labels.yaml"
ORIGIN = "origin: original"


@dataclass(frozen=True)
class GoldArticle:
    """One labelled article.

    Attributes:
        id: the folder's name.
        article: the article as a user would give it; its id is the gold id.
        labels: the draft, and what gold says beside it.
    """

    id: str
    article: Article
    labels: Labels

    @property
    def draft(self) -> ArticleDraft:
        """The facts, as a perfect model would return them."""
        return self.labels.draft

    @property
    def head(self) -> GoldHead:
        """What gold says of the article as a whole."""
        return self.labels.head

    def incident_mark(self, index: int) -> IncidentMark:
        """Gold's own keys of the incident at that position, from 0."""
        return self.labels.incident_marks[index]

    def fact_mark(self, path: str) -> FactMark:
        """Gold's own keys of the fact at that path; the defaults if it has none."""
        return self.labels.fact_marks.get(path, _NO_MARK)


_NO_MARK = FactMark()


@dataclass(frozen=True)
class Gold:
    """A set of labelled articles.

    Attributes:
        articles: in order of their ids.
        fingerprint: SHA-256 over the content of every file, hexadecimal.
    """

    articles: tuple[GoldArticle, ...]
    fingerprint: str


def load_gold(folder: Path | None = None, *, split: Split | None = None, only: Sequence[str] = ()) -> Gold:
    """The gold articles in a folder, in order of their ids; arguments and errors as for `iterate_gold`."""
    root = folder or gold_folder()
    chosen = tuple(iterate_gold(root, split=split, only=only))
    return Gold(chosen, fingerprint(root / gold.id for gold in chosen))


def iterate_gold(folder: Path, *, split: Split | None = None, only: Sequence[str] = ()) -> Iterator[GoldArticle]:
    """The gold articles in a folder in order of their ids, each read when it is asked for.

    Args:
        folder: where the articles' folders are.
        split: take this half only.
        only: take these ids only.

    Raises:
        ContentError: a file is broken or an id is unknown; the message names file, line and field.
    """
    for path in _article_folders(folder, only):
        read = read_gold_article(path)
        if not isinstance(read, GoldArticle):
            raise ContentError(f"The gold is broken: {read[0]}", advice="See `summarize gold check`.")
        if split is None or read.head.split == split:
            yield read


def read_gold(folder: Path | None = None, *, only: Sequence[str] = ()) -> tuple[list[GoldArticle], list[Problem]]:
    """The gold articles that can be read, and what is wrong with the others.

    Raises:
        ContentError: the folder holds no gold, or not the ids asked for.
    """
    root = folder or gold_folder()
    articles: list[GoldArticle] = []
    problems: list[Problem] = []
    for path in _article_folders(root, only):
        read = read_gold_article(path)
        if isinstance(read, GoldArticle):
            articles.append(read)
        else:
            problems += read
    return articles, problems


def read_gold_article(folder: Path) -> GoldArticle | list[Problem]:
    """The labelled article in a folder, or everything that is wrong with its files."""
    name = folder.name
    article = _read_article(folder / ARTICLE_FILE, name)
    labels = read_labels(folder / LABELS_FILE, f"{name}/{LABELS_FILE}")
    if isinstance(article, Article) and isinstance(labels, Labels):
        return GoldArticle(name, article, labels)
    return [problem for part in (article, labels) if isinstance(part, list) for problem in part]


def fingerprint(folders: Iterable[Path]) -> str:
    """SHA-256 over the content of the articles and labels in the folders, hexadecimal.

    Each file goes in as its name, its length in bytes and its bytes, in order of the names, so that no two
    different sets of files give the same input.
    """
    digest = sha256()
    for folder in sorted(folders, key=lambda path: path.name):
        for name in (ARTICLE_FILE, LABELS_FILE):
            content = (folder / name).read_bytes()
            digest.update(f"{folder.name}/{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def gold_folder() -> Path:
    """Where the shipped gold is."""
    return content_path("evals", "gold")


def _article_folders(root: Path, only: Sequence[str]) -> list[Path]:
    found = {path.parent.name: path.parent for path in root.glob(f"*/{ARTICLE_FILE}")}
    unknown = sorted(set(only) - set(found))
    if unknown:
        raise ContentError(f"There is no gold article {', '.join(unknown)} in {root}.", advice="Check the id.")
    if not found:
        raise ContentError(f"There is no gold in {root}.", advice="Give the folder that holds <id>/article.md.")
    return [found[name] for name in sorted(only or found)]


def _read_article(path: Path, name: str) -> Article | list[Problem]:
    """The article as the reader of Markdown gives it to every user."""
    file = f"{name}/{ARTICLE_FILE}"
    try:
        data = path.read_bytes()
        parsed = parse_markdown(Document(data, Origin(file)))
    except (OSError, ArticleError) as error:
        return [Problem(file, 1, "", str(error))]
    header = data.decode().removesuffix(parsed.text)
    if ORIGIN not in header.splitlines():
        return [Problem(file, 1, "origin", f"The header must say `{ORIGIN}`: gold is written for this project.")]
    return Article(
        text=parsed.text,
        id=name,
        title=parsed.given.title,
        published=parsed.given.published,
        published_basis=Basis.GIVEN if parsed.given.published else None,
        source=parsed.given.source,
        raw_starts=parsed.raw_starts,
    )
