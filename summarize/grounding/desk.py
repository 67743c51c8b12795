"""The desk at which one draft is grounded: the article, and what was refused and mended on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from summarize.grounding.view import ArticleView
from summarize.schema.report import Rejected, ReportWarning


@dataclass(frozen=True)
class Desk:
    """What the grounding of one draft works with and collects.

    Attributes:
        view: the article.
        rejected: what was refused, in the order of the draft.
        warnings: what was removed or rebuilt without refusing a fact.
    """

    view: ArticleView
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[ReportWarning] = field(default_factory=list)

    def reject(self, path: str, rule: str, message: str, part: BaseModel) -> None:
        """Refuse a part of the draft, with the rule and the reason."""
        self.rejected.append(Rejected(path=path, reason=rule, message=message, fact=part.model_dump(mode="json")))

    def warn(self, path: str, message: str) -> None:
        """Note what was removed or rebuilt."""
        self.warnings.append(ReportWarning(path=path, message=message))
