"""The reading page: one self-contained HTML file on which a person checks reports against their articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarize.render.base import Look
from summarize.render.outline import Row, aggregate_rows, incident_rows, link_lines, refused_lines, warning_lines
from summarize.render.page import page_foot, page_head, safe
from summarize.render.phrases import plain
from summarize.render.reading import Highlight, text_html
from summarize.schema.report import Incident, Report
from summarize.schema.vocabulary import Role


class HtmlRenderer:
    """A page that grows report by report; an index of the articles is made in the browser."""

    def __init__(self, _look: Look) -> None:
        self._count = 0

    def begin(self) -> str:
        """The head of the page."""
        return page_head("Incident reports") + '<nav id="index" aria-label="Articles" hidden></nav>\n<main>\n'

    def report(self, report: Report) -> str:
        """One article beside its facts."""
        prefix = f"r{self._count}-"
        self._count += 1
        article = report.article
        rows = list(_all_rows(report))
        text = text_html(article.text, article.sentences, _highlights(rows, prefix), prefix)
        return (
            f'<article class="report" id="{prefix}report">\n{_head(report)}<div class="columns">\n'
            f'<section class="text" aria-label="Article">{text}</section>\n'
            f'<section class="facts" aria-label="Facts">\n{_facts(report, prefix)}</section>\n</div>\n</article>\n'
        )

    def end(self) -> str:
        """The script that lights up words and facts."""
        return "</main>\n" + page_foot()


def fact_id(path: str, prefix: str) -> str:
    """The HTML id of a fact: "incidents[0].weapons[1]" is "r0-incidents.0.weapons.1"."""
    return prefix + re.sub(r"\[(\d+)\]", r".\1", path)


def row_html(row: Row, prefix: str) -> str:
    """One fact with its label, phrase, quoted words and notes."""
    notes = "".join(f'<span class="note">{safe(note)}</span>' for note in row.notes)
    return (
        f'<div class="fact" id="{fact_id(row.path, prefix)}" tabindex="0" role="button">'
        f'<span class="label">{safe(row.label)}</span><span class="phrase">{safe(row.phrase)}</span>'
        f'<span class="quote">“{safe(row.quote)}” {_cited(row.cited)}</span>{notes}</div>\n'
    )


def _all_rows(report: Report) -> Iterator[Row]:
    for index, incident in enumerate(report.incidents):
        yield from incident_rows(incident, index)
    yield from aggregate_rows(report)


def _highlights(rows: Iterable[Row], prefix: str) -> Iterator[Highlight]:
    for row in rows:
        for evidence in row.evidence:
            yield Highlight(evidence.start, evidence.end, fact_id(row.path, prefix))


def _head(report: Report) -> str:
    article = report.article
    known = [article.source, article.published and article.published.isoformat(), article.id if article.title else None]
    meta = " · ".join(safe(str(part)) for part in known if part)
    if article.duplicate_of:
        meta += f" · (nearly) the same text as {safe(article.duplicate_of)}"
    summary = " ".join(f"{safe(sentence.text)} {_cited(sentence.sentences)}" for sentence in report.summary)
    return (
        f'<h1>{safe(article.title or article.id)}</h1>\n<p class="meta">{meta}</p>\n<p class="summary">{summary}</p>\n'
    )


def _facts(report: Report, prefix: str) -> str:
    """News, then background, then totals, then what was refused."""
    parts = []
    if not report.incidents:
        why = f" ({plain(report.no_incident)})" if report.no_incident else ""
        parts.append(f"<h2>No incident{why}</h2>\n")
    numbered = list(enumerate(report.incidents))
    for heading, background in (("News", False), ("Background", True)):
        chosen = [pair for pair in numbered if (pair[1].role is Role.BACKGROUND) is background]
        parts += [f"<h2>{heading}</h2>\n"] if chosen else []
        parts += [_incident(report, incident, index, prefix) for index, incident in chosen]
    totals = aggregate_rows(report)
    if totals:
        parts += ["<h2>Totals and campaigns</h2>\n", *(row_html(row, prefix) for row in totals)]
    return "".join([*parts, _refused(report)])


def _incident(report: Report, incident: Incident, index: int, prefix: str) -> str:
    style = "incident background" if incident.role is Role.BACKGROUND else "incident"
    what = f"{incident.role} · {plain(incident.kind)} · {_cited(incident.sentences)}"
    rows = "".join(row_html(row, prefix) for row in incident_rows(incident, index))
    links = "".join(f'<div class="link">{safe(line)}</div>\n' for line in link_lines(incident, report))
    return (
        f'<div class="{style}">\n<h3>{index + 1}. {safe(incident.headline)}</h3>\n'
        f'<p class="meta">{what}</p>\n{rows}{links}</div>\n'
    )


def _refused(report: Report) -> str:
    """What the model said and the article does not, with the reason."""
    lines = [f"<li>{safe(line)}</li>" for line in refused_lines(report)]
    lines += [f'<li class="warning">{safe(line)}</li>' for line in warning_lines(report)]
    return f'<h2>Refused</h2>\n<ul class="refused">{"".join(lines)}</ul>\n' if lines else ""


def _cited(numbers: list[int]) -> str:
    """Numbers of sentences, set apart from the words before them."""
    return f'<span class="cite">{" ".join(f"s{number}" for number in numbers)}</span>'
