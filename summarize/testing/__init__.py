"""Test doubles for users of the library: models and servers whose answers, and whose faults, are known."""

from summarize.testing.bucket import TokenBucket, limited
from summarize.testing.degraded import DegradedGold, FaultRates
from summarize.testing.misbehaviour import Chaos, expected_kind
from summarize.testing.reply import Reply, answer, error
from summarize.testing.request import Asked
from summarize.testing.scripted import ScriptedModel
from summarize.testing.server import Script, ScriptedServer, Served

__all__ = [
    "Asked",
    "Chaos",
    "DegradedGold",
    "FaultRates",
    "Reply",
    "Script",
    "ScriptedModel",
    "ScriptedServer",
    "Served",
    "TokenBucket",
    "answer",
    "error",
    "expected_kind",
    "limited",
]
