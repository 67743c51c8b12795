"""Grounding: every fact's words are found in the article, and its values and names held to them."""

from summarize.grounding.draft import ground_draft
from summarize.grounding.facts import facts
from summarize.grounding.quotes import Grounding, QuoteStatus, ground

__all__ = ["Grounding", "QuoteStatus", "facts", "ground", "ground_draft"]
