"""Which model runs: a registry from the first part of a model's name to what opens it."""

from __future__ import annotations

from collections.abc import Callable

from summarize.errors import SettingsError
from summarize.models.base import Model
from summarize.settings import Settings


def _rules(_settings: Settings) -> Model:
    from summarize.rules.model import RulesModel

    return RulesModel()


PROVIDERS: dict[str, Callable[[Settings], Model]] = {"rules": _rules}


def open_model(settings: Settings) -> Model:
    """The model that the settings name.

    Raises:
        SettingsError: no provider has that name.
    """
    provider = settings.model.partition("/")[0]
    if provider not in PROVIDERS:
        known = ", ".join(sorted(PROVIDERS))
        raise SettingsError(f"The model {settings.model!r} is unknown.", advice=f"Known: {known}.")
    return PROVIDERS[provider](settings)
