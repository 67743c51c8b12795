"""Roles: which incidents are the news of the headline and lead, which are other news, which are past."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from summarize.article import Article
from summarize.rules.incidents import Found
from summarize.rules.telling import Telling
from summarize.schema.vocabulary import Role

_LEAD = 3  # sentences that tell the news


def roles(found: Sequence[Found], tellings: Sequence[Telling], article: Article) -> list[Role]:
    """The role of each incident, in their order.

    Args:
        found: the incidents.
        tellings: the sentences of their article.
        article: the article; its title tells the news.
    """
    title = (article.title or "").casefold()
    series = _series(tellings)
    main, background = Role.MAIN, Role.BACKGROUND
    decided: list[Role] = []
    for place, incident in enumerate(found):
        before = (found[place - 1], decided[-1]) if place else None
        if is_past(incident) or (before and _follows(incident, *before)):
            decided.append(background)
        elif main not in decided or _in_title(incident, title) or _is_of(incident, series):
            decided.append(main)
        else:
            decided.append(Role.SECONDARY)
    return decided


def is_past(incident: Found) -> bool:
    """Whether its opening places an incident before the news."""
    return incident.is_past or (incident.opening.turns("history") and not incident.opening.days)


def _follows(incident: Found, before: Found, role: Role) -> bool:
    """Whether an incident without a time of its own goes on with the past that was told right before."""
    is_undated = role is Role.BACKGROUND and not incident.opening.has_dates
    return is_undated and incident.opening.last.passage.paragraph == before.last.passage.paragraph


def _in_title(incident: Found, title: str) -> bool:
    """Whether the title names a place of the incident."""
    for telling in incident.tellings if title else ():
        for place in telling.sites:
            if telling.passage.words(place.first, place.stop).casefold() in title:
                return True
    return False


def _series(tellings: Sequence[Telling]) -> frozenset[str]:
    """The weapons of a series of attacks that the lead tells of; none if it tells of one attack."""
    news = (telling for telling in tellings if telling.passage.is_news)
    sums = [telling.passage for telling in islice(news, _LEAD) if telling.is_sum]
    return frozenset([mention.value for passage in sums for mention in passage.of("weapon")])


def _is_of(incident: Found, series: frozenset[str]) -> bool:
    """Whether an incident has a weapon of the series."""
    if not series:
        return False
    weapons = {mention.value for telling in incident.opening.tellings for mention in telling.passage.of("weapon")}
    return bool(weapons & series)
