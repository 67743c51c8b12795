"""Grounding: every fact's words are found in the article, and its values and names held to them."""

from summarize.grounding.quotes import Grounding, QuoteStatus, ground

__all__ = ["Grounding", "QuoteStatus", "ground"]
