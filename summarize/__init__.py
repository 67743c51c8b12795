"""News articles on security incidents in, incident reports whose every fact points at the article's words out.

    from summarize import Article, summarize

    report = summarize(Article("Two drones hit the base on Tuesday, the army said."))
    report.incidents[0].weapons[0].evidence[0].quote    # 'Two drones'

Importing the package costs next to nothing: each name is loaded when it is first used (PEP 562).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.api import asummarize_many, summarize, summarize_many
    from summarize.article import Article
    from summarize.errors import ArticleError
    from summarize.grounding import ground
    from summarize.schema.report import Report

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "Report",
    "asummarize_many",
    "ground",
    "summarize",
    "summarize_many",
]

_HOMES = {
    "Article": "summarize.article",
    "ArticleError": "summarize.errors",
    "Report": "summarize.schema.report",
    "asummarize_many": "summarize.api",
    "ground": "summarize.grounding",
    "summarize": "summarize.api",
    "summarize_many": "summarize.api",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'summarize' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
