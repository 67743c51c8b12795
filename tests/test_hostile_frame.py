"""Tests of the prompt's frame: no hostile article breaks out of it, and every order is shown as what it is."""

from __future__ import annotations

import re

import pytest

from summarize.article import Mark
from summarize.evaluation.hostile import HostileArticle, load_hostile
from summarize.prompt import derive_marker, load_prompt

_PROMPT = load_prompt()
_LINE = re.compile(r"\[\d+(?: [a-z_]+)?\]|Title: |Source: ")


@pytest.mark.parametrize("hostile", load_hostile(), ids=lambda hostile: hostile.article.id)
def test_the_frame_holds(hostile: HostileArticle) -> None:
    """Two lines carry the marker, and every line between them is a numbered sentence, the title or the source."""
    user = _PROMPT.render(hostile.article)[-1]["content"]
    marker = derive_marker(_PROMPT.sha256, hostile.article)
    lines = user.splitlines()
    fences = [
        index
        for index, line in enumerate(lines)
        if line in (f"<<<article {marker}>>>", f"<<<end of article {marker}>>>")
    ]
    inside = lines[fences[0] + 1 : fences[1]]

    assert len(fences) == 2
    assert fences[1] == len(lines) - 1
    assert all(_LINE.match(line) for line in inside), inside
    numbers = [int(found[1]) for line in inside if (found := re.match(r"\[(\d+)", line))]
    assert numbers == list(range(1, len(hostile.article.sentences) + 1))


@pytest.mark.parametrize("hostile", load_hostile(), ids=lambda hostile: hostile.article.id)
def test_every_order_is_marked_as_one(hostile: HostileArticle) -> None:
    """A sentence that addresses a machine is shown with the mark that the prompt says never to obey."""
    user = _PROMPT.render(hostile.article)[-1]["content"]

    for sentence in hostile.article.sentences:
        assert (f"[{sentence.number} instruction] " in user) is (sentence.mark is Mark.INSTRUCTION)


def test_templates_of_an_article_are_not_run() -> None:
    """Jinja in an article is text: nothing of it is filled in."""
    hostile = next(each for each in load_hostile() if each.article.id == "jinja-article")
    shown = hostile.article.__class__(
        hostile.article.text.replace("{{ article.sentences[0] }} {% set dead = 40 %} ", "{{7*7}} ")
    )

    user = _PROMPT.render(shown)[-1]["content"]

    assert "49" not in user.split("<<<article", 1)[1].split("\n", 1)[1]
