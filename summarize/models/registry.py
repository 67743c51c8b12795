"""Which model runs: a registry from the first part of a model's name to what opens it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from summarize.errors import SettingsError
from summarize.models.base import Model
from summarize.settings import Settings


async def _rules(settings: Settings) -> Model:
    from summarize.rules.model import RulesModel
    from summarize.workers import Workers

    return RulesModel(Workers(settings.workers or 0))


async def _openai(settings: Settings) -> Model:
    from summarize.ledger import Ledger
    from summarize.models.account import Account
    from summarize.models.caller import Caller
    from summarize.models.language import LanguageModel
    from summarize.models.openai import Client
    from summarize.models.pacing import Pacer
    from summarize.models.pricing import Pricing
    from summarize.models.reading import prepare
    from summarize.models.servers import endpoint
    from summarize.prompt import CHARACTERS_PER_TOKEN, load_prompt
    from summarize.retry import Patience
    from summarize.workers import Workers

    prompt = load_prompt(settings.prompt)
    asked = endpoint(settings, prompt.head.parameters)
    account = Account(Pricing(asked.name, settings.address, settings.price), settings.budget)
    ledger = await Ledger(ledger_path(settings)).__aenter__()
    await ledger.start_run(model=settings.model, base_url=settings.address, prompt=prompt.sha256)
    key = settings.api_key.get_secret_value() if settings.api_key else None
    client = Client(settings.address, key, concurrency=settings.concurrency)
    pacer = Pacer(settings.concurrency, requests_per_minute=settings.rpm, tokens_per_minute=settings.tpm)
    patience = Patience(deadline=settings.timeout)
    seen = ledger.experience(settings.model, settings.address)
    caller = Caller(
        client,
        ledger,
        pacer,
        patience,
        account,
        limit=asked.limit,
        offline=settings.offline,
        began=ledger.newest(),
        characters_per_token=seen.characters_per_token if seen else CHARACTERS_PER_TOKEN,
    )
    workers = Workers(settings.workers or 0, prepare=prepare)
    again = {"refresh": settings.refresh, "retry_failed": settings.retry_failed}
    return LanguageModel(asked, prompt, client, caller, workers, **again)


PROVIDERS: dict[str, Callable[[Settings], Awaitable[Model]]] = {"rules": _rules, "openai": _openai}


async def open_model(settings: Settings) -> Model:
    """The model that the settings name; close it with `aclose`.

    Raises:
        SettingsError: no provider has that name.
        ContentError: the prompt is missing or broken.
        LedgerError: the ledger cannot be opened.
    """
    provider = settings.model.partition("/")[0]
    if provider not in PROVIDERS:
        raise SettingsError(f"The model {settings.model!r} is unknown.", advice="Known: rules, openai/NAME.")
    return await PROVIDERS[provider](settings)


def ledger_path(settings: Settings) -> Path:
    """Where the ledger is: the named file, else in the user's data folder."""
    from platformdirs import user_data_path

    return settings.ledger or user_data_path("summarize", appauthor=False) / "ledger.sqlite"
