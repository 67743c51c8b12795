"""A model that answers with gold and makes faults at known rates: the proof that an eval sees what it should.

An eval that never meets a real model can still be proved: each seeded fault must come out in the figures at its
rate, and a comparison must find it once it is large enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields
from random import Random
from typing import Any

from summarize.article import Article
from summarize.errors import ArticleError, ErrorKind
from summarize.evaluation.gold import GoldArticle
from summarize.grounding import ground
from summarize.models.base import Answer, ModelId
from summarize.schema.draft import (
    ArticleDraft,
    Cited,
    DraftAttribution,
    DraftIncident,
    DraftLink,
    DraftTarget,
)
from summarize.schema.vocabulary import IncidentKind, Role, TargetKind

COUNTED = ("weapons", "targets", "casualties")
"""Fields whose facts carry counts."""

QUOTED = ("date", "places", "outcome", *COUNTED, "attributions", "damage", "responses", "motives", "reported_by")
"""Fields of an incident whose facts carry quotes."""

TOO_MANY = 7
"""What a wrong count is too high by."""

_TAMPERED = "unheard-of"
_OPENING_WORDS = 6


@dataclass(frozen=True, slots=True)
class FaultRates:
    """How often each fault is made, from 0 to 1, per opportunity.

    Attributes:
        missed: an incident is left out; per incident.
        invented: an incident that nobody reports is added; per incident, or per article without one.
        wrong_count: a count is too high; per fact with a count.
        wrong_role: main, secondary and background are mixed up; per incident.
        borrowed: an attribution of another incident of the article stands in; per attribution that has such another.
        tampered: a word of a quote is exchanged; per fact.
    """

    missed: float = 0.0
    invented: float = 0.0
    wrong_count: float = 0.0
    wrong_role: float = 0.0
    borrowed: float = 0.0
    tampered: float = 0.0


@dataclass
class Chances:
    """What could have gone wrong and what did, by fault.

    Attributes:
        taken: opportunities.
        made: faults.
    """

    taken: dict[str, int] = field(default_factory=lambda: {part.name: 0 for part in fields(FaultRates)})
    made: dict[str, int] = field(default_factory=lambda: {part.name: 0 for part in fields(FaultRates)})


class DegradedGold:
    """Answers with gold drafts and seeded faults; the same seed makes the same faults in whatever order it is asked.

    Attributes:
        chances: counted over all answers so far.
    """

    def __init__(self, gold: Iterable[GoldArticle], rates: FaultRates | None = None, *, seed: int = 0) -> None:
        """Take the answers from these articles, and make faults at these rates."""
        self._gold = {article.id: article for article in gold}
        self._rates = rates or FaultRates()
        self._seed = seed
        self.chances = Chances()

    @property
    def identity(self) -> ModelId:
        """Its name is "degraded-gold", its parameters the rates and the seed."""
        return ModelId("degraded-gold", {**asdict(self._rates), "seed": self._seed})

    async def draft(self, article: Article) -> Answer:
        """The gold draft with faults.

        Raises:
            ArticleError: it has no gold for the article.
        """
        gold = self._gold.get(article.id)
        if gold is None:
            raise ArticleError(article.id, ErrorKind.NOT_FOUND, "There is no gold for this article.")
        return Answer(self.degraded(gold))

    async def aclose(self) -> None:
        """Nothing is held."""

    def degraded(self, gold: GoldArticle) -> ArticleDraft:
        """The gold draft with faults."""
        dice = _Dice(Random(f"{self._seed} {gold.id}"), self._rates, self.chances)  # noqa: S311 - seeded on purpose
        draft = gold.draft
        for fault in FAULTS:
            draft = fault(draft, gold, dice)
        return draft


@dataclass(frozen=True)
class _Dice:
    """Decides which opportunities go wrong, and counts them."""

    random: Random
    rates: FaultRates
    chances: Chances

    def falls(self, name: str) -> bool:
        self.chances.taken[name] += 1
        fallen = bool(self.random.random() < getattr(self.rates, name))
        self.chances.made[name] += fallen
        return fallen


def _mistake_roles(draft: ArticleDraft, gold: GoldArticle, dice: _Dice) -> ArticleDraft:
    incidents = []
    for index, incident in enumerate(draft.incidents):
        accepted = {incident.role, *gold.incident_mark(index).accept.get("role", ())}
        wrong = [role for role in Role if role not in accepted]
        mistaken = bool(wrong) and dice.falls("wrong_role")
        incidents.append(incident.model_copy(update={"role": dice.random.choice(wrong)}) if mistaken else incident)
    return draft.model_copy(update={"incidents": incidents})


def _miscount(draft: ArticleDraft, _gold: GoldArticle, dice: _Dice) -> ArticleDraft:
    def wrong(fact: Any) -> Any:
        if (fact.min is None and fact.max is None) or not dice.falls("wrong_count"):
            return fact
        higher = {name: getattr(fact, name) + TOO_MANY for name in ("min", "max") if getattr(fact, name) is not None}
        return fact.model_copy(update=higher)

    return _each_fact(draft, COUNTED, wrong)


def _borrow_attributions(draft: ArticleDraft, _gold: GoldArticle, dice: _Dice) -> ArticleDraft:
    incidents = []
    for incident in draft.incidents:
        others = [fact for other in draft.incidents if other is not incident for fact in other.attributions]
        borrowed = [_borrowed(fact, others, dice) for fact in incident.attributions]
        incidents.append(incident.model_copy(update={"attributions": borrowed}))
    return draft.model_copy(update={"incidents": incidents})


def _borrowed(fact: DraftAttribution, others: Sequence[DraftAttribution], dice: _Dice) -> DraftAttribution:
    foreign = [other for other in others if other.actor and fact.actor and other.actor != fact.actor]
    return dice.random.choice(foreign) if foreign and dice.falls("borrowed") else fact


def _tamper(draft: ArticleDraft, _gold: GoldArticle, dice: _Dice) -> ArticleDraft:
    def tampered(fact: Any) -> Any:
        if not dice.falls("tampered"):
            return fact
        words = fact.q.split()
        words[dice.random.randrange(len(words))] = _TAMPERED
        return fact.model_copy(update={"q": " ".join(words)})

    return _each_fact(draft, QUOTED, tampered)


def _miss(draft: ArticleDraft, _gold: GoldArticle, dice: _Dice) -> ArticleDraft:
    kept = [index for index in range(len(draft.incidents)) if not dice.falls("missed")]
    places = {old: new for new, old in enumerate(kept)}
    incidents = [_relinked(draft.incidents[index], places) for index in kept]
    return draft.model_copy(update={"incidents": incidents})


def _relinked(incident: DraftIncident, places: dict[int, int]) -> DraftIncident:
    links = [DraftLink(to=places[link.to], kind=link.kind) for link in incident.links if link.to in places]
    return incident.model_copy(update={"links": links})


def _invent(draft: ArticleDraft, gold: GoldArticle, dice: _Dice) -> ArticleDraft:
    invented = [_invention(gold, dice) for _ in range(max(len(gold.draft.incidents), 1)) if dice.falls("invented")]
    if not invented:
        return draft
    return draft.model_copy(update={"incidents": [*draft.incidents, *invented], "no_incident": None})


def _invention(gold: GoldArticle, dice: _Dice) -> DraftIncident:
    """An incident of a kind, day and place that no gold incident has, in words that do stand in the article."""
    words, sentence = dice.random.choice(_openings(gold.article))
    target = DraftTarget(q=words, s=sentence, kind=TargetKind.OTHER, nationality=None, min=None, max=None)
    nothing: dict[str, Any] = {
        name: [] if str(field.annotation).startswith("list") else None
        for name, field in DraftIncident.model_fields.items()
    }
    said = {"role": Role.MAIN, "kind": IncidentKind.OTHER, "headline": words, "sentences": [sentence]}
    return DraftIncident(**{**nothing, **said, "targets": [target]})


def _openings(article: Article) -> list[tuple[str, int]]:
    """The first words of each sentence that are evidence there."""
    openings = []
    for sentence in article.sentences:
        words = " ".join(article.words(sentence).split()[:_OPENING_WORDS])
        if sentence.mark is None and ground(words, article, sentence=sentence.number).is_evidence:
            openings.append((words, sentence.number))
    return openings


def _each_fact(draft: ArticleDraft, names: Sequence[str], change: Callable[[Any], Any]) -> ArticleDraft:
    """The draft with every fact of these fields changed."""
    incidents = [
        incident.model_copy(update={name: _changed(getattr(incident, name), change) for name in names})
        for incident in draft.incidents
    ]
    return draft.model_copy(update={"incidents": incidents})


def _changed(value: list[Cited] | Cited | None, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, list):
        return [change(fact) for fact in value]
    return None if value is None else change(value)


FAULTS: tuple[Callable[[ArticleDraft, GoldArticle, _Dice], ArticleDraft], ...] = (
    _mistake_roles,
    _miscount,
    _borrow_attributions,
    _tamper,
    _miss,
    _invent,
)
"""In this order, so that gold's own keys, which go by position, still fit."""
