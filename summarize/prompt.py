"""Prompts: files with front matter and Jinja2 parts, rendered with an article into the messages of a model call.

A prompt is `prompts/<name>/v<version>.md`; its worked examples are in the folder `v<version>/` beside it, an
article and a draft each. A released version never changes: `prompts/released.toml` pins its hash, which covers
its examples.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from summarize.article import Article, Sentence
from summarize.content import content_path, content_root
from summarize.errors import ContentError
from summarize.schema.contract import MODELS
from summarize.schema.draft import ArticleDraft
from summarize.schema.report import PromptId

if TYPE_CHECKING:
    from jinja2 import Template

MARKER_DIGITS = 16  # hexadecimal digits of the delimiter's marker
CHARACTERS_PER_TOKEN = 4.0  # of English news text; the ledger corrects it for each model
_VARIABLES = {"system": {"examples"}, "user": {"article", "marker"}}
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_PART = re.compile(r"^<!-- (system|user) -->\n", re.MULTILINE)


class Message(TypedDict):
    """One message of a chat request."""

    role: str
    content: str


class FrontMatter(BaseModel):
    """The head of a prompt file."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    name: str
    version: str
    schema_name: str
    languages: tuple[str, ...]
    parameters: dict[str, float | int | str]


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: an article and the draft a careful reader makes of it."""

    name: str
    article: Article
    draft: ArticleDraft


@dataclass(frozen=True)
class Prompt:
    """A prompt as it was read.

    Attributes:
        head: name, version, schema, languages and recommended parameters.
        parts: the Jinja2 source of "system" and "user".
        examples: the worked examples, in the order of their file names.
        sha256: over the prompt file and its examples.
    """

    head: FrontMatter
    parts: dict[str, str]
    examples: tuple[Example, ...]
    sha256: str

    @property
    def identity(self) -> PromptId:
        """What a report says of this prompt."""
        return PromptId(name=self.head.name, version=self.head.version, sha256=self.sha256)

    def render(self, article: Article) -> list[Message]:
        """The messages for one article; the same article always gives the same messages."""
        marker = derive_marker(self.sha256, article)
        shown = {
            "title": _one_line(article.title or ""),
            "source": _one_line(article.source or ""),
            "published": article.published.isoformat() if article.published else "",
            "sentences": numbered(article),
        }
        return [
            {"role": "system", "content": self._system},
            {"role": "user", "content": self._templates["user"].render(article=shown, marker=marker)},
        ]

    @cached_property
    def _system(self) -> str:
        """The constant part, rendered once, so that a server can cache it."""
        examples = [
            {"sentences": numbered(example.article), "draft": _compact(example.draft)} for example in self.examples
        ]
        return self._templates["system"].render(examples=examples)

    @cached_property
    def _templates(self) -> dict[str, Template]:
        from jinja2 import StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment

        # No autoescape: the parts are plain text for a model, and nothing of an article is ever a template.
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)
        return {name: environment.from_string(source) for name, source in self.parts.items()}


def load_prompt(which: str = "incident") -> Prompt:
    """The prompt of that name ("incident" is its newest version, "incident/v1" that one) or path.

    Raises:
        ContentError: it is missing, broken, uses an unknown variable or schema, or is a released version that
            was changed.
    """
    path = _find(which)
    head, parts = _parse(path)
    examples = tuple(_examples(path.with_suffix("")))
    prompt = Prompt(head, parts, examples, _hash(path))
    _check_variables(prompt, path)
    _check_attributes(prompt, path)
    _check_released(prompt, path)
    return prompt


def list_prompts() -> list[str]:
    """The names of the shipped prompts with their versions, as "incident/v1", oldest first."""
    found = content_path("prompts").glob("*/v*.md")
    return sorted((f"{path.parent.name}/{path.stem}" for path in found), key=_version_key)


def released() -> dict[str, str]:
    """Released prompts and the SHA-256 that each was released with."""
    path = content_path("prompts", "released.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def derive_marker(prompt_sha256: str, article: Article) -> str:
    """The delimiter's marker: 16 hex digits that do not occur in the article, the same for the same request."""
    shown = "\n".join(filter(None, (article.title, article.source, article.text)))
    seed = f"{prompt_sha256}{article.text}"
    counter = 0
    while True:
        suffix = str(counter) if counter else ""
        digest = sha256(f"{seed}{suffix}".encode("utf-8", "surrogatepass")).hexdigest()
        marker = digest[:MARKER_DIGITS]
        if marker not in shown:
            return marker
        counter += 1


def numbered(article: Article) -> str:
    """The article's sentences, one a line, as "[3] …", with what marks them as boilerplate."""
    return "\n".join(_numbered_line(article, sentence) for sentence in article.sentences)


def _numbered_line(article: Article, sentence: Sentence) -> str:
    mark = f" {sentence.mark.value}" if sentence.mark else ""
    return f"[{sentence.number}{mark}] {_one_line(article.words(sentence))}"


def estimated_tokens(messages: Iterable[Mapping[str, Any]]) -> int:
    """The size of a request in tokens, estimated by characters."""
    return round(sum(len(message["content"]) for message in messages) / CHARACTERS_PER_TOKEN)


def _one_line(text: str) -> str:
    """Line breaks of every kind become spaces: nothing of an article can begin a line of the prompt."""
    return " ".join(text.splitlines())


def _compact(draft: ArticleDraft) -> str:
    return json.dumps(draft.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))


def _find(which: str) -> Path:
    if which.endswith(".md"):
        path = Path(which)
        if not path.is_file():
            raise ContentError(f"The prompt file {which} is missing.", advice="Give the path of a prompt file.")
        return path
    name, _, version = which.partition("/")
    known = [entry for entry in list_prompts() if entry.startswith(f"{name}/") and version in {"", entry.split("/")[1]}]
    if not known:
        shipped = ", ".join(list_prompts())
        raise ContentError(f"There is no prompt {which!r}.", advice=f"Shipped prompts: {shipped}; or give a path.")
    return content_path("prompts", f"{known[-1]}.md")


def _version_key(entry: str) -> tuple[str, int]:
    name, _, version = entry.partition("/v")
    return name, int(version) if version.isdigit() else 0


def _parse(path: Path) -> tuple[FrontMatter, dict[str, str]]:
    found = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if not found:
        raise ContentError(f"The prompt {path.name} has no front matter between two lines of ---.")
    try:
        head = FrontMatter.model_validate(_rename(yaml.safe_load(found[1])))
    except (yaml.YAMLError, ValidationError, AttributeError) as error:
        raise ContentError(f"The front matter of the prompt {path.name} is wrong: {error}.") from None
    schema = head.schema_name.partition(".")[0]
    if schema not in MODELS:
        raise ContentError(f"The prompt {path.name} names the schema {head.schema_name!r}, which is missing.")
    pieces = _PART.split(found[2])
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    if set(parts) != set(_VARIABLES):
        raise ContentError(f"The prompt {path.name} must have the parts <!-- system --> and <!-- user -->.")
    return head, parts


def _rename(head: dict[str, Any]) -> dict[str, Any]:
    """The file says `schema`, which pydantic keeps for itself."""
    return {("schema_name" if key == "schema" else key): value for key, value in head.items()}


def _examples(folder: Path) -> Iterator[Example]:
    """Pairs of `<name>.txt` and `<name>.yaml`, by name."""
    for path in sorted(folder.glob("*.txt")):
        try:
            draft = ArticleDraft.model_validate(yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8")))
        except (OSError, yaml.YAMLError, ValidationError) as error:
            raise ContentError(f"The worked example {path.stem} of {folder.name} is wrong: {error}.") from None
        yield Example(path.stem, Article(path.read_text(encoding="utf-8"), id=path.stem), draft)


def _hash(path: Path) -> str:
    """SHA-256 over the prompt file and its examples, each with its name and length before it."""
    digest = sha256()
    for file in [path, *sorted(path.with_suffix("").glob("*"))]:
        content = file.read_bytes()
        digest.update(f"{file.name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _check_variables(prompt: Prompt, path: Path) -> None:
    from jinja2 import Environment, TemplateSyntaxError, meta

    for name, source in prompt.parts.items():
        try:
            used = meta.find_undeclared_variables(Environment(autoescape=True).parse(source))
        except TemplateSyntaxError as error:
            raise ContentError(f"The {name} part of the prompt {path.name} is broken: {error}.") from None
        unknown = sorted(used - _VARIABLES[name])
        if unknown:
            known = ", ".join(sorted(_VARIABLES[name]))
            raise ContentError(
                f"The {name} part of the prompt {path.name} uses the unknown variable {unknown[0]!r}.",
                advice=f"Known there: {known}.",
            )


def _check_attributes(prompt: Prompt, path: Path) -> None:
    """`article.sentnces` is found here, not at the first call."""
    from jinja2 import UndefinedError

    try:
        prompt.render(Article("An article.", title="A title", source="A source"))
    except UndefinedError as error:
        raise ContentError(f"The prompt {path.name} uses something unknown: {error}.") from None


def _check_released(prompt: Prompt, path: Path) -> None:
    if content_root() not in path.resolve().parents:
        return
    name = f"{path.parent.name}/{path.stem}"
    pinned = released().get(name)
    if pinned is not None and pinned != prompt.sha256:
        raise ContentError(
            f"The released prompt {name} was changed.", advice="Put it back, and make the change in the next version."
        )
