"""The draft that the rules make of an article: incidents with their slots, and a short summary."""

from __future__ import annotations

from typing import Any

from summarize.article import Article
from summarize.rules.aggregates import aggregates
from summarize.rules.incidents import Found, find_incidents
from summarize.rules.mentions import read_passages
from summarize.rules.setting import likeliest_setting, quiet_setting
from summarize.rules.slots import EXTRACTORS
from summarize.schema.draft import ArticleDraft, DraftIncident, DraftSummarySentence

_EMPTY = ("targets", "attributions", "responses", "motives", "reported_by", "conflicts", "links")
_LONGEST_SUMMARY = 4  # sentences


def draft_article(article: Article) -> ArticleDraft:
    """What the rules read in an English article."""
    passages = read_passages(article)
    quiet = quiet_setting(passages)
    found = [] if quiet else find_incidents(passages)
    incidents = [_incident(incident) for incident in found]
    return ArticleDraft(
        summary=[_sentence(incident) for incident in incidents[:_LONGEST_SUMMARY]],
        incidents=incidents,
        aggregates=aggregates(passages),
        no_incident=None if incidents else quiet or likeliest_setting(passages),
    )


def _incident(found: Found) -> DraftIncident:
    slots: dict[str, Any] = {name: [] for name in _EMPTY} | {"damage": None}
    slots |= {name: extract(found) for name, extract in EXTRACTORS.items()}
    incident = DraftIncident(
        role=found.role,
        kind=found.kind,
        headline="",
        sentences=[passage.number for passage in found.passages],
        **slots,
    )
    return incident.model_copy(update={"headline": _headline(incident)})


def _headline(incident: DraftIncident) -> str:
    kind = incident.kind.value.replace("_", " ").capitalize()
    where = f" at {incident.places[0].q}" if incident.places else ""
    return f"{kind}{where}"


def _sentence(incident: DraftIncident) -> DraftSummarySentence:
    when = f" ({incident.date.q})" if incident.date else ""
    cited = [incident.sentences[0], *([incident.date.s] if incident.date else [])]
    return DraftSummarySentence(text=f"{_headline(incident)}{when}.", s=list(dict.fromkeys(cited)))
