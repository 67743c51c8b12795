"""Pages: texts put through splitting and marking, read back as words and marks."""

from __future__ import annotations

from summarize.article import Mark
from summarize.boilerplate import mark_sentences
from summarize.sentences import split_sentences

HEADLINE = "Depot hit by drones at Al-Wahat"
NEWS = "Two drones struck the depot at Al-Wahat on Monday, the governor said. Nobody was hurt in the attack."


def marks_of(text: str, *, title: str | None = None) -> list[tuple[str, Mark | None]]:
    """Each sentence of a text, with single spaces, and its mark."""
    sentences = mark_sentences(text, split_sentences(text), title=title)
    return [(" ".join(text[sentence.start : sentence.end].split()), sentence.mark) for sentence in sentences]


def between_news(*lines: str) -> list[tuple[str, Mark | None]]:
    """The marks of lines, each a paragraph, that stand in the middle of an article."""
    before = [HEADLINE, NEWS, NEWS, NEWS]
    text = "\n\n".join([*before, *lines, NEWS])
    start, end = len(marks_of("\n\n".join(before))), len(marks_of(NEWS))
    return marks_of(text)[start:-end]


def after_news(*lines: str) -> list[tuple[str, Mark | None]]:
    """The marks of lines, each on a line of its own, at the end of an article."""
    before = f"{HEADLINE}\n\n{NEWS}\n\n{NEWS}\n\n{NEWS}"
    return marks_of(before + "\n\n" + "\n".join(lines))[len(marks_of(before)) :]
