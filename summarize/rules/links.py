"""Links: which incident is the answer to which."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.rules.incidents import Found
from summarize.schema.draft import DraftLink
from summarize.schema.vocabulary import LinkKind


def links(place: int, found: Sequence[Found]) -> list[DraftLink]:
    """The incident told before, if the words of one that follows it call it an answer.

    Args:
        place: the place of an incident in the list.
        found: the incidents of an article.
    """
    is_answer = place > 0 and found[place].opening.last.turns("answer")
    return [DraftLink(to=place - 1, kind=LinkKind.RESPONSE_TO)] if is_answer else []
