"""The slots of an incident: a registry of extractors, one file for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summarize.rules.incidents import Found
from summarize.rules.slots.attributions import attributions
from summarize.rules.slots.casualties import casualties
from summarize.rules.slots.damage import damage
from summarize.rules.slots.date import date
from summarize.rules.slots.motives import motives
from summarize.rules.slots.outcome import outcome
from summarize.rules.slots.places import place_facts
from summarize.rules.slots.reporters import reporters
from summarize.rules.slots.responses import responses
from summarize.rules.slots.targets import targets
from summarize.rules.slots.weapons import weapons

EXTRACTORS: dict[str, Callable[[Found], Any]] = {
    "date": date,
    "places": place_facts,
    "weapons": weapons,
    "targets": targets,
    "outcome": outcome,
    "attributions": attributions,
    "casualties": casualties,
    "damage": damage,
    "responses": responses,
    "motives": motives,
    "reported_by": reporters,
}
