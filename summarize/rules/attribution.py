"""Attribution facts: who is said to have done it, as a draft holds it."""

from __future__ import annotations

from summarize.rules.actors import Actor
from summarize.rules.passage import Passage
from summarize.rules.quotation import quotation
from summarize.schema.draft import DraftAttribution
from summarize.schema.typed import typed
from summarize.schema.vocabulary import ActorKind, AttributionStatus


def attribution_fact(
    passage: Passage, first: int, stop: int, actor: Actor | None, status: AttributionStatus, by: str | None
) -> DraftAttribution:
    """A fact of the attributions slot.

    Args:
        passage: the sentence.
        first: the first quoted token.
        stop: the token behind the last.
        actor: who is said to have done it, None for nobody.
        status: how firmly it is said.
        by: the words for whose statement it is, None for the article's own.
    """
    fields = {
        "q": quotation(passage, first, stop),
        "s": passage.number,
        "actor": passage.clause.words(actor.first, actor.stop) if actor else None,
        "actor_kind": actor.kind if actor else ActorKind.UNKNOWN,
        "sponsor": actor.sponsor if actor else None,
        "status": status,
        "by": by,
    }
    return typed(DraftAttribution, fields)
