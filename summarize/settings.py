"""Settings: flag, else SUMMARIZE_* variable, else settings file, else default. The only reader of os.environ."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarize.errors import SettingsError

PREFIX = "SUMMARIZE_"


class Settings(BaseModel):
    """What a run is made with.

    Attributes:
        model: "rules" for the embedded model.
        window: articles read ahead of the oldest unfinished one; bounds memory.
        allow_private: fetch addresses of private networks too.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str = "rules"
    window: int = Field(default=64, ge=1, le=100_000)
    allow_private: bool = False


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
    layers = (
        _from_file(folder or Path.cwd()),
        _from_environment(os.environ if environ is None else environ),
        {name: (value, f"--{name.replace('_', '-')}") for name, value in (flags or {}).items()},
    )
    chosen = {name: (value, origin) for layer in layers for name, (value, origin) in layer.items() if value is not None}
    try:
        return Settings.model_validate({name: value for name, (value, _) in chosen.items()})
    except ValidationError as error:
        raise _wrong(error, chosen) from None


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
    return SettingsError(f"The setting {origin} has the wrong value {value!r}: {first['msg']}.")
