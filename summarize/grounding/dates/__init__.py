"""Dates: from an article's words for when to an interval of days, its precision, and how it was found.

Small named rules read the words (`registry`); each knows one way of saying when. What the words leave open stays
open: no rule adds a year, a day or a publication date that neither the article nor its reader gave.
"""

from summarize.grounding.dates.resolve import resolve_date
from summarize.grounding.dates.result import ResolvedDate

__all__ = ["ResolvedDate", "resolve_date"]
