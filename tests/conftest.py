"""What several rooms' tests share: a browser page, and where the reference articles are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Browser:
    """An open page of Debian's Chromium, and everything it complained of."""

    page: Any
    complaints: list[str] = field(default_factory=list)

    def open(self, path: Path) -> Any:
        """Load a file, as a double click would."""
        self.page.goto(path.as_uri())
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A page in a fresh Chromium; what it writes to its console, and requests that it makes, are complaints."""
    if CHROMIUM is None:
        pytest.skip("Debian's chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        opened = Browser(chromium.new_page(viewport={"width": 1400, "height": 900}))
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("requestfailed", lambda request: opened.complaints.append(f"request failed: {request.url}"))
        yield opened
        chromium.close()


@pytest.fixture
def shared_articles() -> Path:
    """Two real articles that lie beside a developer's checkout; users do not have them."""
    folder = ROOT.parent / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("the reference articles are not beside this checkout")
    return folder
