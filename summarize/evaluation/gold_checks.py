"""What must hold of gold labels beyond their schema: a registry of checks, each a small function.

A check takes one labelled article and yields the path of a field and a sentence for everything that is wrong;
those that look across articles are in `gold_families.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from summarize.article import Article
from summarize.evaluation.cases import gold_case
from summarize.evaluation.gold import GoldArticle
from summarize.evaluation.gold_families import families_stay_together, same_as_is_mutual
from summarize.evaluation.gold_findings import Finding, problem_at
from summarize.evaluation.gold_schema import DateMark
from summarize.evaluation.labels import Problem
from summarize.evaluation.must_not import violations
from summarize.evaluation.phenomena import contradicted
from summarize.evaluation.summary_text import covers
from summarize.grounding import facts
from summarize.schema.draft import Cited, DraftIncident, DraftVersion
from summarize.schema.vocabulary import DatePrecision, DateResolution

Quoted = Cited | DraftVersion
"""A fact of the draft with its quote and sentence number."""

MOST_QUOTE_WORDS = 25
MOST_HEADLINE_WORDS = 20
MOST_SUMMARY_SENTENCES = 4


def check_gold(articles: Sequence[GoldArticle]) -> list[Problem]:
    """Everything that is wrong with these labels, in order of file and line."""
    problems = [problem_at(gold, finding) for gold in articles for check in ARTICLE_CHECKS for finding in check(gold)]
    problems += [problem_at(gold, finding) for check in GOLD_CHECKS for gold, finding in check(articles)]
    return sorted(problems)


def quotes_are_verbatim(gold: GoldArticle) -> Iterator[Finding]:
    """Each quote is words of the sentence it cites, character by character but for white space."""
    for path, fact in cited(gold):
        sentence = gold.article.sentence(fact.s)
        if sentence and _spaced(fact.q) not in _spaced(gold.article.words(sentence)):
            elsewhere = _standing_in(gold.article, fact.q)
            yield f"{path}.q", f"“{fact.q}” does not stand in sentence {fact.s}; {elsewhere}."


def quotes_are_short(gold: GoldArticle) -> Iterator[Finding]:
    """A quote has words, and at most 25."""
    for path, fact in cited(gold):
        words = len(fact.q.split())
        if not 1 <= words <= MOST_QUOTE_WORDS:
            yield f"{path}.q", f"The quote has {words} words; 1 to {MOST_QUOTE_WORDS} are allowed."


def sentences_are_in_range(gold: GoldArticle) -> Iterator[Finding]:
    """Every sentence number names a sentence of the article."""
    last = len(gold.article.sentences)
    for path, number in _sentence_numbers(gold):
        if not 1 <= number <= last:
            yield path, f"The article has no sentence {number}; it has {last}."


def sentence_lists_are_lists(gold: GoldArticle) -> Iterator[Finding]:
    """Incidents and summary sentences name at least one sentence, and each once."""
    lists = [(f"{path}.sentences", incident.sentences) for path, incident in _incidents(gold)]
    lists += [(f"summary[{index}].s", sentence.s) for index, sentence in enumerate(gold.draft.summary)]
    for path, numbers in lists:
        if not numbers or len(set(numbers)) < len(numbers):
            yield path, "The list must name at least one sentence, and each once."


def headlines_are_short(gold: GoldArticle) -> Iterator[Finding]:
    """A headline has at most 20 words."""
    for path, incident in _incidents(gold):
        words = len(incident.headline.split())
        if not 1 <= words <= MOST_HEADLINE_WORDS:
            yield f"{path}.headline", f"It has {words} words; 1 to {MOST_HEADLINE_WORDS} are allowed."


def incidents_are_incidents(gold: GoldArticle) -> Iterator[Finding]:
    """An incident has a place or a time, and an id of its own."""
    counts = Counter(mark.id for mark in gold.labels.incident_marks)
    for (path, incident), mark in zip(_incidents(gold), gold.labels.incident_marks, strict=True):
        if incident.date is None and not incident.places:
            yield path, "An incident needs a place or a time; this has neither."
        if counts[mark.id] > 1:
            yield f"{path}.id", f"The id {mark.id!r} stands {counts[mark.id]} times."


def counts_are_bounds(gold: GoldArticle) -> Iterator[Finding]:
    """Counts are not negative, and min is not above max."""
    for path, fact in cited(gold):
        low, high = getattr(fact, "min", None), getattr(fact, "max", None)
        if any(number is not None and number < 0 for number in (low, high)):
            yield path, "A count is negative."
        if low is not None and high is not None and low > high:
            yield path, f"min {low} is above max {high}."


def casualties_say_what_they_count(gold: GoldArticle) -> Iterator[Finding]:
    """A statement `count` has a number; the others have none."""
    for path, incident in _incidents(gold):
        for index, fact in enumerate(incident.casualties):
            if (fact.min is None and fact.max is None) == (fact.statement == "count"):
                numbers = f"min {fact.min}, max {fact.max}"
                yield f"{path}.casualties[{index}]", f"{fact.statement} does not go with {numbers}."


def links_lead_somewhere(gold: GoldArticle) -> Iterator[Finding]:
    """A link leads to another incident of the list."""
    for path, incident in _incidents(gold):
        for index, link in enumerate(incident.links):
            if path == f"incidents[{link.to}]" or not 0 <= link.to < len(gold.draft.incidents):
                yield f"{path}.links[{index}].to", f"{link.to} is not the place of another incident, from 0."


def dates_agree_with_themselves(gold: GoldArticle) -> Iterator[Finding]:
    """Days, precision and resolution of a date fit each other and the article's publication date."""
    for path, incident in _incidents(gold):
        if incident.date is not None:
            mark = gold.fact_mark(f"{path}.date")
            faults = _date_faults(mark, gold.article) if isinstance(mark, DateMark) else [_DATE_KEYS]
            yield from ((f"{path}.date", message) for message in faults)


def no_incident_has_its_reason(gold: GoldArticle) -> Iterator[Finding]:
    """`no_incident` is set where there is no incident, and only there."""
    if (gold.draft.no_incident is None) == (not gold.draft.incidents):
        yield "no_incident", "It must be null where there are incidents, and a reason where there are none."


def phenomena_hold(gold: GoldArticle) -> Iterator[Finding]:
    """A tag stands once, and the labels do not contradict it."""
    tags = gold.head.phenomena
    yield from (("phenomena", f"{tag} stands twice.") for tag, count in Counter(tags).items() if count > 1)
    yield from (("phenomena", f"{tag} is tagged, but the labels show none.") for tag in contradicted(gold))


def summary_says_the_key_facts(gold: GoldArticle) -> Iterator[Finding]:
    """Gold's own summary has one to four sentences and says every key fact."""
    if not 1 <= len(gold.draft.summary) <= MOST_SUMMARY_SENTENCES:
        yield "summary", f"The summary has 1 to {MOST_SUMMARY_SENTENCES} sentences."
    text = " ".join(sentence.text for sentence in gold.draft.summary)
    for index, fact in enumerate(gold.head.key_facts):
        if not fact or not covers(text, fact):
            yield f"key_facts[{index}]", f"The labels' own summary does not say {fact}."


def traps_name_what_exists(gold: GoldArticle) -> Iterator[Finding]:
    """A trap names an incident of the article and a field that it can stand in."""
    ids = {mark.id for mark in gold.labels.incident_marks}
    for index, trap in enumerate(gold.head.must_not):
        if trap.incident is not None and trap.incident not in ids:
            yield f"must_not[{index}].incident", f"There is no incident {trap.incident!r}."
        if trap.path not in TRAP_PATHS:
            yield f"must_not[{index}].path", f"{trap.path!r} is not one of {', '.join(TRAP_PATHS)}."


def traps_spare_gold(gold: GoldArticle) -> Iterator[Finding]:
    """Gold itself falls into none of its traps."""
    said = gold_case(gold)
    for fall in violations(gold.head.must_not, said, {incident.name: [incident] for incident in said.incidents}):
        yield f"must_not[{fall.trap}]", f"The labels themselves say it, in {fall.path}."


ARTICLE_CHECKS: tuple[Callable[[GoldArticle], Iterator[Finding]], ...] = (
    quotes_are_verbatim,
    quotes_are_short,
    sentences_are_in_range,
    sentence_lists_are_lists,
    headlines_are_short,
    incidents_are_incidents,
    counts_are_bounds,
    casualties_say_what_they_count,
    links_lead_somewhere,
    dates_agree_with_themselves,
    no_incident_has_its_reason,
    phenomena_hold,
    summary_says_the_key_facts,
    traps_name_what_exists,
    traps_spare_gold,
)

GOLD_CHECKS: tuple[Callable[[Sequence[GoldArticle]], Iterator[tuple[GoldArticle, Finding]]], ...] = (
    families_stay_together,
    same_as_is_mutual,
)

TRAP_PATHS = ("incident", *DraftIncident.model_fields, "aggregates", "summary")
"""What a `must_not` can speak of: an incident as a whole, one of its fields, a sum, or the summary."""

_DATE_KEYS = "The date needs resolution and precision, and start and end (null where not resolvable)."


def cited(gold: GoldArticle) -> Iterator[tuple[str, Quoted]]:
    """Every cited fact of the draft with its path, in order."""
    return ((path, fact) for path, fact in facts(gold.draft) if isinstance(fact, Quoted))


def _incidents(gold: GoldArticle) -> Iterator[tuple[str, DraftIncident]]:
    return ((f"incidents[{index}]", incident) for index, incident in enumerate(gold.draft.incidents))


def _sentence_numbers(gold: GoldArticle) -> Iterator[tuple[str, int]]:
    """Every sentence number of the labels with its path."""
    for path, fact in cited(gold):
        yield f"{path}.s", fact.s
    for path, incident in _incidents(gold):
        yield from ((f"{path}.sentences[{index}]", number) for index, number in enumerate(incident.sentences))
        if incident.date is not None and isinstance(incident.date.relative_to, int):
            yield f"{path}.date.relative_to", incident.date.relative_to
    for place, sentence in enumerate(gold.draft.summary):
        yield from ((f"summary[{place}].s[{index}]", number) for index, number in enumerate(sentence.s))
    for index, trap in enumerate(gold.head.must_not):
        yield f"must_not[{index}].s", trap.s


def _date_faults(mark: DateMark, article: Article) -> Iterator[str]:
    if mark.resolution is None or mark.precision is None:
        yield _DATE_KEYS
        return
    if (mark.resolution == DateResolution.NOT_RESOLVABLE) != (mark.precision == DatePrecision.UNRESOLVED):
        yield f"resolution {mark.resolution} does not go with precision {mark.precision}."
    without_year = mark.resolution == DateResolution.STATED_WITHOUT_YEAR
    undated = without_year or mark.precision in (DatePrecision.UNRESOLVED, DatePrecision.DAY_WITHOUT_YEAR)
    if undated == (mark.start is not None or mark.end is not None):
        yield f"{mark.precision}, {mark.resolution} does not go with start {mark.start}, end {mark.end}."
    if mark.start and mark.end and mark.start > mark.end:
        yield f"start {mark.start} is after end {mark.end}."
    if mark.resolution == DateResolution.RELATIVE_TO_PUBLICATION and article.published is None:
        yield "The article gives no publication date to count from."


def _standing_in(article: Article, quote: str) -> str:
    """In which sentences a quote does stand, in words."""
    numbers = [
        str(sentence.number) for sentence in article.sentences if _spaced(quote) in _spaced(article.words(sentence))
    ]
    return f"it stands in {', '.join(numbers)}" if numbers else "it stands in none"


def _spaced(text: str) -> str:
    return " ".join(text.split())
