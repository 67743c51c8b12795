"""Settings: flag, else SUMMARIZE_* variable, else settings file, else default. The only reader of os.environ."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from summarize.errors import SettingsError

PREFIX = "SUMMARIZE_"
OPENAI = "https://api.openai.com/v1"
_FILES = ("summarize.toml: ", "pyproject.toml: ")  # how the origin of a setting from a file begins
# Whose key each provider's own variable holds: it goes to that host (or one below it) and to no other.
PROVIDER_KEYS = {
    "api.openai.com": "OPENAI_API_KEY",
    "openai.azure.com": "AZURE_OPENAI_API_KEY",
    "openrouter.ai": "OPENROUTER_API_KEY",
    "api.anthropic.com": "ANTHROPIC_API_KEY",
    "generativelanguage.googleapis.com": "GEMINI_API_KEY",
}


_CREDENTIALS = f"it holds a user name or password; take it out and set {PREFIX}API_KEY instead"


class Settings(BaseModel):
    """What a run is made with.

    Attributes:
        model: "rules" for the embedded model, "openai/NAME" for one behind an OpenAI-compatible address.
        base_url: that address; OpenAI's own if None.
        api_key: what that address gets as a bearer token; None for nothing. Never from a settings file.
        prompt: a shipped prompt's name, or a path.
        mode: how structured output is asked for; by server if None.
        reasks: how often at most a faulty answer is asked again.
        concurrency: requests in flight at most.
        rpm: requests a minute at most; learnt from the server if None.
        tpm: tokens a minute at most, likewise.
        timeout: seconds that a request may be in the air, all its attempts together.
        ledger: where calls are kept; in the user's data folder if None.
        offline: answer from the ledger alone.
        refresh: ignore what the ledger holds of earlier runs.
        retry_failed: ask anew for articles whose recorded answers ended in an error.
        price: USD per million tokens in and out; from the published lists if None.
        budget: USD that a run may cost at most; None for no bound.
        window: articles read ahead of the oldest unfinished one; bounds memory.
        allow_private: fetch addresses of private networks too.
        workers: processes that read articles and check answers beside this one, in long runs; the command takes one
            for each spare core if None, and the library none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str = "rules"
    base_url: str | None = None
    api_key: SecretStr | None = None
    prompt: str = "incident"
    mode: Literal["json_schema", "tools", "json_object"] | None = None
    reasks: int = Field(default=1, ge=0, le=10)
    concurrency: int = Field(default=64, ge=1, le=10_000)
    rpm: float | None = Field(default=None, gt=0)
    tpm: float | None = Field(default=None, gt=0)
    timeout: float = Field(default=600, gt=0)
    ledger: Path | None = None
    offline: bool = False
    refresh: bool = False
    retry_failed: bool = False
    price: tuple[float, float] | None = None
    budget: float | None = Field(default=None, gt=0)
    window: int = Field(default=64, ge=1, le=100_000)
    allow_private: bool = False
    workers: int | None = Field(default=None, ge=0, le=256)

    @field_validator("price", mode="before")
    @classmethod
    def _pair(cls, value: object) -> object:
        """The command line and the variable write it "IN,OUT"."""
        return value.split(",") if isinstance(value, str) else value

    @field_validator("base_url")
    @classmethod
    def _without_credentials(cls, value: str | None) -> str | None:
        """An address goes into ledger and messages, where no password may be; no API's address has an @ elsewhere."""
        if value is not None and "@" in value:
            raise ValueError(_CREDENTIALS)
        return value

    @property
    def address(self) -> str:
        """The address of the model's server."""
        return (self.base_url or OPENAI).rstrip("/")


def load_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """The settings of a run; a flag that is None was not given.

    Args:
        flags: values given on the command line or in a call.
        folder: where `summarize.toml` or `pyproject.toml` is looked for; the working folder if None.
        environ: the variables; the process's own if None.

    Raises:
        SettingsError: a name is unknown or a value is wrong; the message says where it was set.
    """
    variables = os.environ if environ is None else environ
    layers = (
        _from_file(folder or Path.cwd()),
        _from_environment(variables),
        {name: (value, f"--{name.replace('_', '-')}") for name, value in (flags or {}).items()},
    )
    chosen = {name: (value, origin) for layer in layers for name, (value, origin) in layer.items() if value is not None}
    try:
        settings = Settings.model_validate({name: value for name, (value, _) in chosen.items()})
    except ValidationError as error:
        raise _wrong(error, chosen) from None
    return settings.model_copy(update={"api_key": _key(settings, chosen, variables)})


def keys_at_hand(environ: Mapping[str, str] | None = None) -> list[str]:
    """The names of the variables that hold a key; the process's own variables if None."""
    variables = os.environ if environ is None else environ
    return [name for name in (f"{PREFIX}API_KEY", *PROVIDER_KEYS.values()) if variables.get(name)]


def _key(settings: Settings, chosen: Mapping[str, tuple[Any, str]], environ: Mapping[str, str]) -> SecretStr | None:
    """The key for the chosen address; none for one that only a file of the working folder names.

    Such a file may come with the articles, from anyone: it must not direct a key to an address of its choice.
    """
    if not settings.model.startswith("openai/"):
        return None
    if any(origin.startswith(_FILES) for name, (_, origin) in chosen.items() if name in {"model", "base_url"}):
        return None
    if settings.api_key is not None:
        return settings.api_key if settings.api_key.get_secret_value() else None
    host = urlsplit(settings.address).hostname or ""
    for end, variable in PROVIDER_KEYS.items():
        if (host == end or host.endswith(f".{end}")) and environ.get(variable):
            return SecretStr(environ[variable])
    return None


def github_step_summary(environ: Mapping[str, str] | None = None) -> Path | None:
    """The file in which GitHub Actions collects the step's summary; None elsewhere."""
    path = (os.environ if environ is None else environ).get("GITHUB_STEP_SUMMARY")
    return Path(path) if path else None


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    """The SUMMARIZE_* variables that name a setting; others (SUMMARIZE_LOG of a wrapper, say) are not ours."""
    names = {f"{PREFIX}{name.upper()}": name for name in Settings.model_fields}
    return {names[key]: (value, key) for key, value in environ.items() if key in names}


def _from_file(folder: Path) -> dict[str, tuple[Any, str]]:
    """`summarize.toml`, else `[tool.summarize]` of `pyproject.toml`."""
    path = folder / "summarize.toml"
    if path.is_file():
        table = _read_toml(path)
    else:
        path = folder / "pyproject.toml"
        table = _read_toml(path).get("tool", {}).get("summarize", {}) if path.is_file() else {}
    if "api_key" in table or "api-key" in table:
        raise SettingsError(
            f"The settings file {path.name} holds a key.", advice=f"Take it out and set {PREFIX}API_KEY instead."
        )
    return {name.replace("-", "_"): (value, f"{path.name}: {name}") for name, value in table.items()}


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"The settings file {path} cannot be read: {error}.", advice="Mend it or remove it."
        ) from None


def _wrong(error: ValidationError, chosen: Mapping[str, tuple[Any, str]]) -> SettingsError:
    first = error.errors()[0]
    name = str(first["loc"][0])
    value, origin = chosen[name]
    if first["type"] == "extra_forbidden":
        known = ", ".join(sorted(Settings.model_fields))
        return SettingsError(f"The setting {origin} is unknown.", advice=f"Known settings: {known}.")
    if _CREDENTIALS in first["msg"]:  # the value is not repeated: it is a secret
        return SettingsError(f"The setting {origin} is refused: {_CREDENTIALS}.")
    return SettingsError(f"The setting {origin} has the wrong value {value!r}: {first['msg']}.")
