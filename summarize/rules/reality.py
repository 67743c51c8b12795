"""Reality: whether a word tells of an act that was done, and of one act, not of many or of none."""

from __future__ import annotations

from summarize.grounding.clause import Clause
from summarize.rules.lexicon import word_set
from summarize.rules.mentions import Mention
from summarize.rules.passage import Passage

_MODALS, _DONE, _THROUGH, _MODIFIED, _MODIFYING, _RISKS, _PLURALS, _SUMS, _GENERAL = (
    word_set("reality", name)
    for name in ("modal", "done", "through", "modified", "modifying", "risk", "plural", "sum", "general")
)
_HARM = word_set("reality", "harm")
_NOBODY = frozenset({"no", "not", "never", "nobody", "nor"})
_ARTICLES = word_set("reality", "articles")
_FAILING = "explode"  # a bomb that did not go off was planted all the same
_FAILED = frozenset({"failed", "fails", "failing"})
_NOT = frozenset({"not", "didn't", "never"})
_MAY = "may"
_GONE = frozenset({"went", "gone", "goes", "going"})
_WARNING = "warn"  # the class of acts that are announced, not done
_AVERTED, _CRITICS, _ABSTRACT = (word_set("reality", name) for name in ("averted", "critics", "abstract"))
_AVERTED_REACH = 5  # tokens between "averting" and what is averted
_OBJECT_REACH = 5  # tokens behind "attacked" in which its object stands
_FEW = 4  # acts that may be told in one sentence


def is_real(clause: Clause, mention: Mention) -> bool:
    """Whether a word for an act is told as done: not negated, not only possible, not in general, no part of a noun."""
    last = clause.key(mention.stop - 1)
    if (last in _MODIFYING and clause.key(mention.stop) in _MODIFIED) or _is_gone(clause, mention, last):
        return False
    if mention.value == _WARNING and last == "to":
        return clause.key(mention.stop) in _HARM
    if not _AVERTED.isdisjoint(clause.vocabulary) and _is_averted(clause, mention):
        return False
    if mention.value == "attack" and _is_verbal(clause, mention):
        return False
    index = mention.first - 1
    while clause.key(index) in _THROUGH:
        index -= 1
    if last in _PLURALS and clause.key(index) in _GENERAL and mention.value != _WARNING:
        return False
    return _is_done(clause, mention, index)


def _is_gone(clause: Clause, mention: Mention, last: str) -> bool:
    """Whether it is a line that "went dead"."""
    return last == "dead" and clause.key(mention.first - 1) in _GONE


def _is_averted(clause: Clause, mention: Mention) -> bool:
    """Whether it is what was averted."""
    return not _AVERTED.isdisjoint(clause.keys(max(clause.first, mention.first - _AVERTED_REACH), mention.first))


def _is_verbal(clause: Clause, mention: Mention) -> bool:
    """Whether an attack is one in words: "critics attacked the plan"."""
    if _CRITICS.isdisjoint(clause.vocabulary) and _ABSTRACT.isdisjoint(clause.vocabulary):
        return False
    before = clause.keys(max(clause.first, mention.first - 2), mention.first)
    behind = clause.keys(mention.stop, min(clause.stop, mention.stop + _OBJECT_REACH))
    return not _CRITICS.isdisjoint(before) or not _ABSTRACT.isdisjoint(behind)


def _is_done(clause: Clause, mention: Mention, index: int) -> bool:
    """Whether the word before an act does not take it back."""
    before = clause.key(index)
    if mention.value == _FAILING and (before in _NOT or (before == "to" and clause.key(index - 1) in _FAILED)):
        return True
    if before in _ARTICLES:
        return _RISKS.isdisjoint(clause.keys(max(clause.first, index - 2), index + 1))
    if before == "to":
        return clause.key(index - 1) in _DONE
    if before in _MODALS or (before == _MAY and not clause.is_capitalised(index)):
        return mention.value == _WARNING
    return not (clause.is_negation(index) or before in _NOBODY)


def is_sum(passage: Passage) -> bool:
    """Whether a sentence sums up many acts instead of telling one: "over 100 attacks since October"."""
    vocabulary = passage.clause.vocabulary
    if not _PLURALS.isdisjoint(vocabulary):
        return not _SUMS.isdisjoint(vocabulary) or any(
            amount.is_count and (amount.readings[0].low or 0) > _FEW for amount in passage.amounts
        )
    return "since" in vocabulary and ("times" in vocabulary or "since" in passage.clause.all_keys[:2])
