"""The eval page in Debian's Chromium: it filters, lights up words, asks no network and runs nothing of an article."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from summarize.evaluation.session import evaluate
from summarize.evaluation.sinks import HtmlSink
from summarize.evaluation.source import GoldSource
from summarize.evaluation.subject import model_subject
from summarize.testing import DegradedGold, FaultRates
from tests.conftest import Browser
from tests.evaluation.test_session import only

pytestmark = pytest.mark.browser


async def page_of(folder: Path) -> str:
    """The page of a faulty model on the gold in a folder."""
    source = GoldSource(folder)
    parts: list[str] = []
    model = DegradedGold(source, FaultRates(wrong_count=0.5, missed=0.3), seed=5)
    await evaluate(
        source,
        only(model_subject(source, "all", model, window=4)),
        open_sinks=lambda subject: [HtmlSink(parts.append, subject.head)],
    )
    return "".join(parts)


@pytest.fixture
def hostile(gold_copy: Callable[[str, str, str], Path]) -> Path:
    """The small gold, with an article whose headline and text try to run a script."""
    folder = gold_copy("tarim-drill", "family: null", "family: null")
    article = folder / "tarim-drill" / "article.md"
    text = article.read_text("utf-8").replace("Coast guard drill", "<img src=x onerror=alert(1)> drill")
    article.write_text(text + "\n<script>document.title='pwned'</script> was painted on the barge.\n", "utf-8")
    return folder


@pytest.fixture
def page(hostile: Path, tmp_path: Path, browser: Browser) -> Any:
    """The eval page, opened."""
    path = tmp_path / "page.html"
    with ThreadPoolExecutor() as pool:  # the browser's driver holds this thread's event loop
        path.write_text(pool.submit(asyncio.run, page_of(hostile)).result(), "utf-8")
    return browser.open(path)


def test_the_page_filters(page: Any, browser: Browser) -> None:
    """A filter leaves the articles of its phenomenon, and the verdicts of its slot that are not right."""
    assert page.locator("#shown").inner_text() == "3 of 3 articles"
    page.select_option("#phenomenon", "no_incident")
    assert page.locator("#shown").inner_text() == "1 of 3 articles"
    headings = page.locator(".report:not([hidden]) h1").all_text_contents()
    assert headings == ["<img src=x onerror=alert(1)> drill at Tarim Bay"]
    page.select_option("#phenomenon", "")
    page.select_option("#slot", "casualties.count")
    page.check("#faults")
    visible = page.locator(".fact:not([hidden])").all_text_contents()
    assert visible
    lines = page.locator(".fact:not([hidden]) .said:not([hidden])")
    assert len(visible) == lines.count()
    for line in lines.all_text_contents():
        assert "casualties.count" in line
        assert not line.startswith("COR")
    assert page.locator(".incident:not([hidden])").count() <= len(visible)
    assert page.locator("mark.faded").count() > 0
    assert page.locator("mark:not(.faded)").first.is_visible()
    assert browser.complaints == []


def test_a_click_lights_the_words(page: Any, browser: Browser) -> None:
    """The words of both sides light up for the verdict that is clicked."""
    page.locator(".fact", has_text="place.role").first.click()
    assert "Port Kareh" in page.locator("mark.lit").all_inner_texts()
    assert browser.complaints == []


def test_nothing_of_an_article_runs(page: Any, browser: Browser) -> None:
    """Markup in headline and text is shown as text; the title is the page's own, and intervals are drawn."""
    assert page.title() == "Eval of degraded-gold"
    assert "<script>document.title='pwned'</script>" in page.locator(".text").last.text_content()
    assert page.locator(".report img, .report script").count() == 0
    assert page.locator("svg.bar").count() > 20
    assert page.locator("svg.plot circle").count() > 20
    assert browser.complaints == []
