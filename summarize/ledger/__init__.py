"""The ledger room: a SQLite record of every model call, so that each is paid once and replayed for ever."""

from summarize.ledger.record import CallRecord, Completion, Usage
from summarize.ledger.request import CallRequest
from summarize.ledger.store import Ledger

__all__ = ["CallRecord", "CallRequest", "Completion", "Ledger", "Usage"]
