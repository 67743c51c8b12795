"""Test doubles for users of the library: models whose answers, and whose faults, are known."""

from summarize.testing.degraded import DegradedGold, FaultRates
from summarize.testing.scripted import ScriptedModel

__all__ = ["DegradedGold", "FaultRates", "ScriptedModel"]
