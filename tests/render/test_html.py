"""The reading page: words light up for facts and facts for words, without network and without being run."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.render.reading import Highlight, text_html
from summarize.schema.report import Report
from tests.conftest import Browser
from tests.render.conftest import made
from tests.render.test_formats import rendered

pytestmark = [pytest.mark.enable_socket]
HOSTILE = (
    'Two rockets <script>alert(1)</script> hit "Erbil" on Monday.\n'
    "</script></style><img src=x onerror=alert(2)>\x00\u202e ' & <!-- -->"
)


def _written(path: Path, *reports: Report) -> Path:
    path.write_text(rendered("html", *reports), encoding="utf-8")
    return path


@pytest.mark.browser
def test_a_click_on_a_fact_lights_its_words(browser: Browser, rich_report: Report, tmp_path: Path) -> None:
    """The words that state the weapon are lit, and no others; the address names the fact."""
    page = browser.open(_written(tmp_path / "page.html", rich_report))
    page.locator("[id='r0-incidents.0.weapons.0']").click()
    assert page.locator("mark.lit").all_inner_texts() == ["At least three explosive drones"]
    assert page.url.endswith("#r0-incidents.0.weapons.0")
    assert browser.complaints == []


@pytest.mark.browser
def test_a_click_on_words_lights_their_fact(browser: Browser, rich_report: Report, tmp_path: Path) -> None:
    """From the text to the fact, by mouse and by keyboard."""
    page = browser.open(_written(tmp_path / "page.html", rich_report))
    page.locator("mark", has_text="wounding an officer").click()
    assert page.locator(".fact.lit .phrase").all_inner_texts() == ["injured: 1 (officer)"]
    page.locator("mark", has_text="The damage is slight").focus()
    page.keyboard.press("Enter")
    assert page.locator(".fact.lit .phrase").all_inner_texts() == ["minor"]
    assert browser.complaints == []


@pytest.mark.browser
def test_many_reports_have_an_index(
    browser: Browser, rich_report: Report, empty_report: Report, tmp_path: Path
) -> None:
    """Two articles are listed by title, and a link to a fact lights it at once."""
    path = _written(tmp_path / "page.html", rich_report, empty_report)
    page = browser.open(path)
    assert page.locator("nav li").count() == 2
    page.goto(path.as_uri() + "#r0-incidents.2.casualties.0")
    page.reload()
    assert page.locator("mark.lit").all_inner_texts() == ["killed six dockers"]
    assert browser.complaints == []


@pytest.mark.browser
def test_hostile_text_is_shown_not_run(browser: Browser, tmp_path: Path) -> None:
    """Scripts, tags, NUL and direction overrides of an article are letters on the page."""
    shown: list[str] = []
    browser.page.on("dialog", lambda dialog: shown.append(dialog.message))
    page = browser.open(_written(tmp_path / "page.html", made(HOSTILE, id="a", title="<b>x</b>")))
    assert "<script>alert(1)</script>" in page.locator(".text").inner_text()
    assert r"\x00\u202e" in page.locator(".text").inner_text()
    assert page.locator("h1").inner_text() == "<b>x</b>"
    assert page.locator("img").count() == 0
    assert shown == []
    assert browser.complaints == []


def test_the_page_asks_for_nothing(rich_report: Report) -> None:
    """No address, and a policy that allows none."""
    page = rendered("html", rich_report)
    assert "http:" not in page
    assert "https:" not in page
    assert "default-src 'none'" in page


def test_overlapping_words_belong_to_all_their_facts() -> None:
    """Nested and crossing evidence is cut at every border; the text itself stays whole."""
    from html.parser import HTMLParser

    from summarize.schema.report import ReportSentence

    text = "abcdefghij"
    highlights = [Highlight(0, 6, "a"), Highlight(2, 4, "b"), Highlight(3, 9, "c"), Highlight(9, 99, "out of range")]
    html = text_html(text, [ReportSentence(number=1, start=0, end=10)], highlights, "x-")
    found: list[tuple[str, str]] = []

    class Marks(HTMLParser):
        facts = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.facts = dict(attrs).get("data-f") or ""

        def handle_endtag(self, tag: str) -> None:
            self.facts = ""

        def handle_data(self, data: str) -> None:
            found.append((data, self.facts))

    Marks().feed(html)
    assert found == [("ab", "a"), ("c", "a b"), ("d", "a b c"), ("ef", "a c"), ("ghi", "c"), ("j", "")]
