"""Places: from an article's name of a place to a place on the map, no finer than its words, never by fame alone."""

from summarize.grounding.places.resolve import resolve_place

__all__ = ["resolve_place"]
