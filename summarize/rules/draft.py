"""The draft that the rules make of an article: incidents with their slots, and a short summary."""

from __future__ import annotations

from typing import Any

from summarize.article import Article
from summarize.grounding.clause import Clause
from summarize.rules.absence import why_none
from summarize.rules.aggregates import find_aggregates
from summarize.rules.dateline import dateline_stop
from summarize.rules.headline import headline
from summarize.rules.honest import honest
from summarize.rules.incidents import Found, find_incidents
from summarize.rules.links import links
from summarize.rules.parts import parts
from summarize.rules.passage import read_passages
from summarize.rules.proof import proven
from summarize.rules.roles import roles
from summarize.rules.slots import EXTRACTORS
from summarize.rules.slots.conflicts import conflicts
from summarize.rules.summary import summarise, summarise_none
from summarize.rules.telling import Telling
from summarize.schema.draft import ArticleDraft, DraftIncident, DraftLink
from summarize.schema.typed import typed
from summarize.schema.vocabulary import NoIncident, Role

_STATING = ("attributions", "casualties")  # slots whose words can be taken back by others, not yet asked whether


def draft_article(article: Article) -> ArticleDraft:
    """What the rules read in an English article."""
    tellings = read_tellings(article)
    found = proven(find_incidents(tellings))
    reason = why_none(tellings, found, article)
    found = [] if reason else found
    incidents = [
        _incident(incident, role, links(place, found))
        for place, (incident, role) in enumerate(zip(found, roles(found, tellings, article), strict=True))
    ]
    fields = {
        "summary": summarise(incidents) if incidents else summarise_none(reason or NoIncident.UNRELATED, tellings),
        "incidents": incidents,
        "aggregates": find_aggregates(tellings),
        "no_incident": reason,
    }
    return typed(ArticleDraft, fields)


def read_tellings(article: Article) -> list[Telling]:
    """The sentences of an article with what each tells."""
    tellings: list[Telling] = []
    for passage in read_passages(article):
        for part in parts(passage, article.published):
            before = tellings[-1] if tellings else None
            tellings.append(Telling(part, dateline_stop(part.clause), article.published, before))
    return tellings


def _incident(found: Found, role: Role, answers: list[DraftLink]) -> DraftIncident:
    slots: dict[str, Any] = {name: extract(found) for name, extract in EXTRACTORS.items()}
    clauses = _clauses(found)
    for name in _STATING:
        if slots[name]:
            slots[name] = honest(slots[name], clauses)
    fields = {
        "role": role,
        "kind": found.kind,
        "headline": headline(found.kind, slots["places"], slots["weapons"], slots["targets"], slots["casualties"]),
        "sentences": sorted(clauses),
        **slots,
        "conflicts": conflicts(found, slots["attributions"]),
        "links": answers,
    }
    return typed(DraftIncident, fields)


def _clauses(found: Found) -> dict[int, list[Clause]]:
    """The sentences of an incident, or its parts of them, by the number of the sentence."""
    clauses: dict[int, list[Clause]] = {}
    for telling in found.tellings:
        number, clause = telling.passage.number, telling.passage.clause
        if number in clauses:
            clauses[number].append(clause)
        else:
            clauses[number] = [clause]
    return clauses
