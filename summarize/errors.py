"""Every error of the program, in one tree.

    SummarizeError
    |- ArticleError            one article failed, the others go on (exit 1); also the error row itself
    |- UsageError              wrong usage, settings or key (exit 2)
    |  |- SettingsError        a setting is unknown or has a wrong value
    |  |- ContentError         shipped or given content (prompt, schema, suite, gold) is missing or broken
    |  |- CredentialError      the model server refuses the key, or there is none
    |- BudgetError             the budget would be exceeded (exit 3)
    |- ComparisonError         two runs, or a run and a baseline, cannot be compared (exit 4)
    |- LedgerError             the ledger cannot be read or written; the run stops (exit 2)
    |- OutputError             the output cannot be written; the run stops (exit 2)

Every message is one sentence that says what happened, and `advice` says what to do next.
"""

from __future__ import annotations

from enum import StrEnum


class SummarizeError(Exception):
    """Any error of this program; `advice` says what to do next."""

    exit_code = 2

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class ErrorKind(StrEnum):
    """What went wrong with an article."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    NO_ARTICLES = "no_articles"
    UNKNOWN_FORMAT = "unknown_format"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    BINARY = "binary"
    ENCODING = "encoding"
    BROKEN_HEADER = "broken_header"
    BROKEN_LINE = "broken_line"
    NO_ARTICLE_TEXT = "no_article_text"
    SCANNED_PDF = "scanned_pdf"
    ENCRYPTED_PDF = "encrypted_pdf"
    BROKEN_PDF = "broken_pdf"
    PRIVATE_ADDRESS = "private_address"
    HTTP_STATUS = "http_status"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    LANGUAGE = "language"
    INTERNAL = "internal"
    # of language models
    REFUSED = "refused"
    CONTENT_FILTER = "content_filter"
    TRUNCATED = "truncated"
    ARTICLE_TOO_LONG = "article_too_long"
    INVALID_ANSWER = "invalid_answer"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    BAD_RESPONSE = "bad_response"
    BAD_REQUEST = "bad_request"
    UNKNOWN_MODEL = "unknown_model"
    NOT_RECORDED = "not_recorded"
    NOT_STARTED = "not_started"


class ArticleError(SummarizeError):
    """One article failed. It is raised for one article, and yielded as a row for many.

    Attributes:
        article: the article's id, or the path or address that was given.
        kind: what went wrong, from a closed list.
        message: one sentence that says what happened.
        advice: what to do next.
    """

    exit_code = 1

    def __init__(self, article: str, kind: ErrorKind, message: str, *, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.article = article
        self.kind = kind

    def __str__(self) -> str:
        return f"{self.article}: {super().__str__()}"

    def row(self) -> dict[str, str]:
        """The error as a JSON row: article, kind, message, advice."""
        return {
            "article": self.article,
            "kind": self.kind.value,
            "message": self.message,
            "advice": self.advice,
        }


class UsageError(SummarizeError):
    """The command or call was used wrongly."""


class SettingsError(UsageError):
    """A setting is unknown or has a wrong value."""


class ContentError(UsageError):
    """Shipped or given content (prompt, schema, suite, gold) is missing or broken."""


class CredentialError(UsageError):
    """The model server refuses the key, or there is none."""


class BudgetError(SummarizeError):
    """The budget would be exceeded by the next call."""

    exit_code = 3


class ComparisonError(SummarizeError):
    """Two runs, or a run and a baseline, cannot be compared."""

    exit_code = 4


class LedgerError(SummarizeError):
    """The ledger cannot be read or written."""


class OutputError(SummarizeError):
    """The output cannot be written."""
