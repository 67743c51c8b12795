"""What the models' tests share: a language model behind a scripted server, with short waits."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from summarize import Article, ArticleError, Report
from summarize.api import run
from summarize.models.language import LanguageModel
from summarize.models.registry import open_model
from summarize.retry import Patience
from summarize.schema.draft import ArticleDraft
from summarize.settings import Settings, load_settings
from summarize.testing.server import Reply, Script, ScriptedServer

IMPATIENT = Patience(attempts=3, first_wait=0.01, longest_wait=0.05, deadline=5)
TEXT = "Two drones hit the naval base at Larnaca on Tuesday, the army said. Nobody was hurt. A search began."


def good_draft(quote: str = "naval base at Larnaca", name: str = "Larnaca") -> ArticleDraft:
    """A draft whose every fact stands in TEXT, unless it is told otherwise."""
    return ArticleDraft.model_validate(
        {
            "summary": [{"text": "Two drones hit a naval base.", "s": [1]}],
            "incidents": [
                {
                    "role": "main",
                    "kind": "drone_attack",
                    "headline": "Drones hit naval base",
                    "sentences": [1],
                    "date": {"q": "on Tuesday", "s": 1, "relative_to": "publication"},
                    "places": [{"q": name, "s": 1, "role": "target", "within": None, "country": None}],
                    "weapons": [
                        {
                            "q": "Two drones",
                            "s": 1,
                            "kind": "drone",
                            "min": 2,
                            "max": 2,
                            "hit": None,
                            "intercepted": None,
                        }
                    ],
                    "targets": [
                        {"q": quote, "s": 1, "kind": "military_base", "nationality": None, "min": None, "max": None}
                    ],
                    "outcome": {"q": "Two drones hit", "s": 1, "stage": "accomplished", "result": "hit"},
                    "attributions": [],
                    "casualties": [],
                    "damage": None,
                    "responses": [],
                    "motives": [],
                    "reported_by": [],
                    "conflicts": [],
                    "links": [],
                }
            ],
            "aggregates": [],
            "no_incident": None,
        }
    )


def always(*replies: Reply) -> Script:
    """The replies in order, the last one for ever."""
    return lambda asked: replies[min(asked.number, len(replies) - 1)]


async def _as_async(articles: Iterable[Article]) -> AsyncIterator[Article]:
    for article in articles:
        yield article


@dataclasses.dataclass
class Bench:
    """Runs articles through a language model at a server, with a ledger of the test's own."""

    folder: Path

    def settings(self, server: ScriptedServer, **options: Any) -> Settings:
        """The settings of a run at that server."""
        given = {
            "model": "openai/scripted",
            "base_url": server.base_url,
            "ledger": self.folder / "ledger.sqlite",
            **options,
        }
        return load_settings(given, folder=self.folder, environ={})

    async def run(
        self, server: ScriptedServer, *texts: str, patience: Patience = IMPATIENT, **options: Any
    ) -> list[Report | ArticleError]:
        """The results for articles of these texts (TEXT if none is given), whose ids are a0, a1 and so on."""
        model = await self.model(server, patience=patience, **options)
        return await self.through(model, *(texts or (TEXT,)))

    async def model(self, server: ScriptedServer, *, patience: Patience = IMPATIENT, **options: Any) -> LanguageModel:
        """The open model of such a run."""
        model = await open_model(self.settings(server, **options))
        assert isinstance(model, LanguageModel)
        return dataclasses.replace(model, caller=dataclasses.replace(model.caller, patience=patience))

    async def through(self, model: LanguageModel, *texts: str, **options: Any) -> list[Report | ArticleError]:
        """The results of that model, which is closed then; the options are those of the run around it."""
        articles = [Article(text, id=f"a{number}") for number, text in enumerate(texts)]
        try:
            return [result async for result in run(_as_async(articles), load_settings(options, environ={}), model)]
        finally:
            await model.aclose()


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench in an empty folder."""
    return Bench(tmp_path)


@pytest.fixture
def draft() -> Callable[..., ArticleDraft]:
    """Makes drafts on TEXT."""
    return good_draft
