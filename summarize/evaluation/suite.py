"""Suites: TOML files that say what to score, and what must hold of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from summarize.content import content_path
from summarize.errors import ContentError
from summarize.evaluation.metrics import BY_NAME

SPLITS = ("dev", "test", "all")


class Suite(BaseModel):
    """What a suite file says.

    Attributes:
        gold: the folder of the gold articles, seen from the suite's file; None for the shipped gold.
        split: which half.
        models: the models to score.
        prompts: the prompts to score each model with; empty for the default.
        margin: how far a metric may fall below its baseline when one is made; None for the smallest drop that
            the gold can detect. 0 suits a model whose answers do not vary.
        floors: values that metrics must reach (or, where less is better, not exceed), by name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    gold: Path | None = None
    split: Literal["dev", "test", "all"] = "dev"
    models: list[str] = Field(default_factory=list)
    prompts: list[str] = Field(default_factory=list)
    margin: float | None = Field(default=None, ge=0)
    floors: dict[str, float] = Field(default_factory=dict)

    @field_validator("floors")
    @classmethod
    def _known(cls, floors: dict[str, float]) -> dict[str, float]:
        unknown = sorted(set(floors) - set(BY_NAME))
        if unknown:
            raise ValueError(f"there is no metric {', '.join(unknown)}")
        return floors


def load_suite(name: str) -> Suite:
    """A suite by its file, or by the name of a shipped one.

    Raises:
        ContentError: there is no such suite, or it is broken; the message names the field.
    """
    path = Path(name) if name.endswith(".toml") else content_path("evals", "suites") / f"{name}.toml"
    try:
        suite = Suite.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError:
        known = ", ".join(sorted(file.stem for file in content_path("evals", "suites").glob("*.toml")))
        raise ContentError(f"There is no suite {name}.", advice=f"Give a TOML file, or one of: {known}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"The suite {path} is not TOML: {error}.") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ContentError(f"The suite {path} is broken: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from None
    return suite if suite.gold is None else suite.model_copy(update={"gold": path.parent / suite.gold})
