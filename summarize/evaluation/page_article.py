"""One article of the eval page: its text with the evidence of both sides, and the verdicts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.article import Article, Span
from summarize.evaluation.alignment import Alignment
from summarize.evaluation.evaluate import Scored
from summarize.evaluation.pairing import Decision
from summarize.evaluation.score import ArticleScore
from summarize.evaluation.stated import Stated, StatedIncident
from summarize.evaluation.verdict import Verdict
from summarize.grounding import facts, ground
from summarize.render.page import safe
from summarize.render.reading import Highlight, text_html
from summarize.schema.report import Fact, Report, ReportSentence

_QUOTED = 120
"""Characters of a quote that are shown beside a verdict; the text shows it whole."""


@dataclass(frozen=True)
class _Facts:
    """The verdicts on one pair of facts, or on one fact without a partner."""

    gold: Stated | None
    predicted: Stated | None
    decisions: Sequence[Decision]

    @property
    def field(self) -> str:
        fact = self.gold or self.predicted
        return fact.field if fact else ""


def article_html(scored: Scored, place: int) -> str:
    """The article as a section of the page; `place` is its number there, from 0."""
    score, prefix = scored.score, f"a{place}-"
    article, groups = score.gold.article, list(_groups(score.decisions))
    sentences = [ReportSentence(number=s.number, start=s.start, end=s.end, mark=s.mark) for s in article.sentences]
    text = text_html(article.text, sentences, _highlights(scored, groups, prefix), prefix)
    tags = " ".join(score.gold.head.phenomena)
    return (
        f'<article class="report" id="{prefix}report" data-phenomena="{tags}">\n{_head(score)}'
        f'<div class="columns">\n<section class="text" aria-label="Article">{text}</section>\n'
        f'<section class="facts" aria-label="Verdicts">\n{_verdicts(score, groups, prefix)}</section>\n'
        "</div>\n</article>\n"
    )


def _groups(decisions: Iterable[Decision]) -> Iterator[_Facts]:
    """Decisions on the same facts together, in order."""
    found: dict[tuple[int, int], list[Decision]] = {}
    for decision in decisions:
        found.setdefault((id(decision.gold), id(decision.predicted)), []).append(decision)
    return (_Facts(group[0].gold, group[0].predicted, group) for group in found.values())


def _head(score: ArticleScore) -> str:
    article = score.gold.article
    meta = [score.gold.id, score.gold.head.style, article.published and article.published.isoformat()]
    failed = f'<p class="trap">{safe(str(score.failure))}</p>' if score.failure else ""
    return (
        f"<h1>{safe(article.title or article.id)}</h1>\n"
        f'<p class="meta">{" · ".join(safe(str(part)) for part in meta if part)}'
        f" · {safe(', '.join(score.gold.head.phenomena))}</p>\n{failed}"
    )


def _highlights(scored: Scored, groups: Sequence[_Facts], prefix: str) -> Iterator[Highlight]:
    """The words of both sides, each naming the verdicts that they belong to."""
    places = _report_places(scored.report) if scored.report else {}
    for number, group in enumerate(groups):
        name = f"{prefix}d{number}"
        for span in _gold_spans(scored.score.gold.article, group.gold):
            yield Highlight(span.start, span.end, name, "gold")
        for span in places.get(group.predicted.path, ()) if group.predicted else ():
            yield Highlight(span.start, span.end, name, "predicted")


def _gold_spans(article: Article, fact: Stated | None) -> tuple[Span, ...]:
    """Where the words of a gold fact stand."""
    if fact is None or not fact.values.get("words"):
        return ()
    return ground(fact.values["words"], article, sentence=next(iter(fact.sentences), None)).spans


def _report_places(report: Report) -> Mapping[str, tuple[Span, ...]]:
    """Where the words of each of the report's facts stand, by its path."""
    cited = ((path, fact) for path, fact in facts(report) if isinstance(fact, Fact))
    return {path: tuple(Span(part.start, part.end) for part in fact.evidence) for path, fact in cited}


def _verdicts(score: ArticleScore, groups: Sequence[_Facts], prefix: str) -> str:
    numbered = [(f"{prefix}d{number}", group) for number, group in enumerate(groups)]
    parts = [_section(section, numbered) for section in _sections(score.alignment)]
    taken = {id(group) for section in _sections(score.alignment) for _, group in numbered if section.holds(group)}
    rest = "".join(_facts_html(group, name) for name, group in numbered if id(group) not in taken)
    falls = [f"{fall.path}, s{fall.sentence}: {fall.why}" for fall in score.violations]
    whole = f"<h2>Article</h2>\n{rest}" if rest else ""
    return "".join([*parts, whole, _faults("Traps", falls), _faults("Summary", list(_summary_faults(score)))])


@dataclass(frozen=True)
class _Section:
    """What became of one incident, and which facts are its own."""

    outcome: str
    gold: StatedIncident | None
    predicted: StatedIncident | None

    def holds(self, group: _Facts) -> bool:
        """Whether the facts are of this incident."""
        ours = [
            fact.path.startswith(f"incidents[{incident.index}].")
            for fact, incident in ((group.gold, self.gold), (group.predicted, self.predicted))
            if fact and incident
        ]
        return bool(ours) and all(ours)


def _sections(alignment: Alignment) -> Iterator[_Section]:
    for pair in alignment.pairs:
        yield _Section("aligned", pair.gold, pair.predicted)
    for gold, predicted in alignment.excused:
        yield _Section("excused", gold, predicted)
    for incident in alignment.missed:
        yield _Section("missed", incident, None)
    for incident in alignment.spurious:
        yield _Section("spurious", None, incident)


def _section(section: _Section, numbered: Sequence[tuple[str, _Facts]]) -> str:
    facts_html = "".join(_facts_html(group, name) for name, group in numbered if section.holds(group))
    sides = [side for side in (section.gold, section.predicted) if side]
    headlines = " / ".join(dict.fromkeys(safe(side.headline) for side in sides))
    return (
        f'<div class="incident">\n<h3>{headlines}</h3>\n'
        f'<p class="outcome {section.outcome}">{section.outcome} · {_roles(sides)}</p>\n{facts_html}</div>\n'
    )


def _roles(sides: Sequence[StatedIncident]) -> str:
    """The role; both where gold, which comes first, does not accept the report's."""
    first, last = sides[0], sides[-1]
    if last.roles[0] in first.roles:
        return str(first.roles[0])
    return f'<span class="INC">gold {first.roles[0]}, report {last.roles[0]}</span>'


def _faults(heading: str, lines: Sequence[str]) -> str:
    """A heading and a line for each fault; nothing without one."""
    if not lines:
        return ""
    return f"<h2>{heading}</h2>\n" + "".join(f'<p class="trap">{safe(line)}</p>\n' for line in lines)


def _summary_faults(score: ArticleScore) -> Iterator[str]:
    for fact, covered in zip(score.gold.head.key_facts, score.summary.covered, strict=True):
        if not covered:
            yield f"not said: {', '.join(fact)}"
    yield from (f"not in the article: {word}" for word in score.summary.unsupported)


def _facts_html(group: _Facts, name: str) -> str:
    lines = "".join(map(_decision_html, group.decisions))
    return (
        f'<div class="fact" id="{name}" tabindex="0" role="button">'
        f'<span class="label">{safe(group.field)}</span><span class="phrase">{_quotes(group)}</span>{lines}</div>\n'
    )


def _quotes(group: _Facts) -> str:
    """The words of both sides; once where they are the same."""
    quotes = [str(fact.values.get("words") or "")[:_QUOTED] for fact in (group.gold, group.predicted) if fact]
    return " / ".join(f"“{safe(quote)}”" for quote in dict.fromkeys(quotes) if quote)


def _decision_html(decision: Decision) -> str:
    gold, predicted = (_value(decision, fact) for fact in (decision.gold, decision.predicted))
    said = {
        Verdict.CORRECT: predicted,
        Verdict.MISSING: f"{gold} is missing",
        Verdict.SPURIOUS: f"{predicted} is not in gold",
    }.get(decision.verdict, f"gold {gold}, report {predicted}")
    name, fault = safe(decision.slot.name), int(decision.verdict is not Verdict.CORRECT)
    return (
        f'<span class="said" data-slot="{name}" data-fault="{fault}">'
        f'<span class="verdict {decision.verdict}">{decision.verdict}</span>{name}: {safe(said)}</span>'
    )


def _value(decision: Decision, fact: Stated | None) -> str:
    """What a fact says in the slot, in a few words."""
    if fact is None:
        return ""
    names = [name for name in decision.slot.attributes if name not in ("words", "sentences")]
    said = [str(fact.values[name]) for name in names if fact.values[name] is not None]
    if names[:2] == ["min", "max"]:
        return _count(fact.values["min"], fact.values["max"])
    return " ".join(dict.fromkeys(said)) or f"“{str(fact.values.get('words'))[:_QUOTED]}”"


def _count(low: int | None, high: int | None) -> str:
    """The bounds of a count, as a person says them."""
    if low == high:
        return "no number" if low is None else str(low)
    if low is None:
        return f"up to {high}"
    return f"at least {low}" if high is None else f"{low} to {high}"
