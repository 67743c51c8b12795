"""A forecast: what a run would ask and pay, by the ledger and by estimates, without a call."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from summarize.article import Article
from summarize.ledger import Usage
from summarize.ledger.calls import newest_answer
from summarize.ledger.connection import existing
from summarize.ledger.experience import Experience, experience
from summarize.models.answers import whole_answer
from summarize.models.asking import call_request, first_messages
from summarize.models.pricing import Pricing
from summarize.models.reading import holds_draft
from summarize.models.registry import ledger_path
from summarize.models.servers import Endpoint, endpoint
from summarize.prompt import CHARACTERS_PER_TOKEN, Prompt, load_prompt
from summarize.settings import Settings

_UNSEEN = Experience(CHARACTERS_PER_TOKEN, 1300)  # the median of the gold labels, as JSON, by characters


@dataclass
class Forecast:
    """What a run would ask; add its articles in order.

    Attributes:
        asked: what is asked, and how.
        prompt: what articles are rendered with.
        pricing: the model's price.
        seen: characters a token and tokens an answer.
        ledger: recorded answers; None if they do not count.
        retry_failed: of those, the ones that hold no draft do not. One that a re-ask mended is taken for failed too.
        articles: how many were added.
        replayed: how many of them cost nothing: they are in the ledger, or an earlier one asks the same.
        usage: estimated tokens of the others.
    """

    asked: Endpoint
    prompt: Prompt
    pricing: Pricing
    seen: Experience
    ledger: sqlite3.Connection | None
    retry_failed: bool = False
    articles: int = 0
    replayed: int = 0
    usage: Usage = field(default_factory=Usage)
    _keys: set[bytes] = field(default_factory=set)

    def add(self, article: Article) -> int | None:
        """The estimated tokens of the article's request; None if it costs nothing."""
        request = call_request(self.asked, first_messages(self.asked, self.prompt, article), self.asked.parameters)
        self.articles += 1
        key = bytes.fromhex(request.key)
        if key in self._keys or self._is_answered(request.key):
            self.replayed += 1
            return None
        self._keys.add(key)
        tokens = round(request.characters / self.seen.characters_per_token)
        self.usage = Usage(self.usage.prompt + tokens, self.usage.completion + round(self.seen.answer_tokens))
        return tokens

    def _is_answered(self, key: str) -> bool:
        found = newest_answer(self.ledger, key) if self.ledger is not None else None
        if found is None:
            return False
        return not self.retry_failed or holds_draft(whole_answer(found.body), self.asked.mode)

    @property
    def cost(self) -> float | None:
        """USD, estimated; None if the price is unknown. Re-asks, and what a server has in its cache, are left out."""
        return self.pricing.cost(self.usage)


@contextmanager
def forecast(settings: Settings) -> Iterator[Forecast]:
    """An empty forecast of a run with these settings; the ledger is only read, and none is made.

    Raises:
        SettingsError: the model has no name.
        ContentError: the prompt is missing or broken.
        LedgerError: the ledger cannot be read.
    """
    prompt = load_prompt(settings.prompt)
    asked = endpoint(settings, prompt.head.parameters)
    pricing = Pricing(asked.name, settings.address, settings.price)
    path = ledger_path(settings)
    if not path.exists():
        yield Forecast(asked, prompt, pricing, _UNSEEN, None)
        return
    with existing(path) as connection:
        seen = experience(connection, settings.model, settings.address) or _UNSEEN
        yield Forecast(asked, prompt, pricing, seen, None if settings.refresh else connection, settings.retry_failed)
