"""Every output format shows every fact with its words, the same way each time, and an empty report too."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.errors import SettingsError
from summarize.render import format_of_suffix, open_renderer
from summarize.render.base import FORMATS, Look
from summarize.render.outline import aggregate_rows, incident_rows
from summarize.schema.report import Report, SummarySentence
from tests.render.conftest import made


def rendered(name: str, *reports: Report) -> str:
    """The whole output of one format."""
    renderer = open_renderer(name)
    return renderer.begin() + "".join(renderer.report(report) for report in reports) + renderer.end()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_renders_rich_empty_and_none(name: str, rich_report: Report, empty_report: Report) -> None:
    """The same reports give the same text, whatever they hold."""
    assert rendered(name) == rendered(name)
    whole = rendered(name, rich_report, empty_report)
    assert whole == rendered(name, rich_report, empty_report)
    assert len(whole) > len(rendered(name, empty_report))


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_fact_is_shown_with_its_words(name: str, rich_report: Report) -> None:
    """Nothing a report states is left out of what a person reads."""
    shown = re.sub(r"<[^>]+>|\\|\s+", "", rendered(name, rich_report))
    rows = [row for index, item in enumerate(rich_report.incidents) for row in incident_rows(item, index)]
    rows += aggregate_rows(rich_report)
    assert len(rows) > 15
    for row in rows:
        assert re.sub(r"\s+", "", row.quote) in shown, row
    for refused in rich_report.rejected:
        assert re.sub(r"\\|\s+", "", refused.message) in shown.replace("&quot;", '"').replace("&#x27;", "'")


def test_background_stands_apart_from_news(rich_report: Report) -> None:
    """The heading BACKGROUND comes after all news, and the old bombing behind it."""
    text = rendered("text", rich_report)
    places = [text.index(words) for words in ("NEWS", "2. Gunmen", "BACKGROUND", "3. Bomb in a parked lorry")]
    assert places == sorted(places)


def test_json_is_one_array(rich_report: Report, empty_report: Report) -> None:
    """Also of no report, and of two."""
    assert json.loads(rendered("json")) == []
    assert len(json.loads(rendered("json", rich_report, empty_report))) == 2


def test_json_lines_are_reports(rich_report: Report) -> None:
    """A line read back is the report."""
    assert Report.model_validate_json(rendered("jsonl", rich_report)) == rich_report


def test_csv_is_a_row_an_incident(rich_report: Report, empty_report: Report) -> None:
    """Columns are named; an article without incident gives no row."""
    rows = list(csv.DictReader(StringIO(rendered("csv", rich_report, empty_report), newline="")))
    assert [row["kind"] for row in rows] == [incident.kind for incident in rich_report.incidents]
    assert rows[0]["casualties"] == "injured: 2 (night-shift workers) | killed: none"
    assert None not in rows[0]


@pytest.mark.parametrize("evil", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_of_a_csv_is_a_formula(evil: str, rich_report: Report) -> None:
    """What an article's title begins with is never run by a spreadsheet."""
    article = rich_report.article.model_copy(update={"title": evil})
    row = next(
        csv.DictReader(StringIO(rendered("csv", rich_report.model_copy(update={"article": article})), newline=""))
    )
    assert row["title"] == f"'{evil}"


def test_csv_survives_quotes_and_line_breaks(rich_report: Report) -> None:
    """A title with both comes back as it was."""
    title = 'He said "no",\nthen left'
    article = rich_report.article.model_copy(update={"title": title})
    row = next(
        csv.DictReader(StringIO(rendered("csv", rich_report.model_copy(update={"article": article})), newline=""))
    )
    assert row["title"] == title


@given(
    st.lists(st.sampled_from(["a", "1", " ", "www.a.b", "http://a.b", *"\\`*_{}[]()<>#+-.!|~&;:@$=\"'"]), min_size=1)
    .map("".join)
    .filter(lambda text: text == " ".join(text.split()))
)
@example("# <img src=x> [a](javascript:b) `c` &amp; ![x](y)")
@example("1. a")
def test_markdown_of_hostile_words_is_only_words(words: str) -> None:
    """Links, images, HTML, lists and headings of an article are shown as they are written, wherever they stand."""
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    summary = [SummarySentence(text=words, sentences=[1])]
    report = made("x", title=words, id="a").model_copy(update={"summary": summary})
    html = page.render(rendered("markdown", report))
    shown = re.findall(r"<h1>(.*)</h1>|<p>(.*) \(s1\)\n", html)
    assert [unescape(heading or paragraph) for heading, paragraph in shown] == [words, words], html


def test_markdown_leaves_names_as_they_are_written() -> None:
    """Stops and hyphens in a line are no syntax."""
    shown = rendered("markdown", made("x", title="U.S. forces near Ain al-Asad, Jan. 26: 2 hurt!", id="a"))
    assert "# U.S. forces near Ain al-Asad, Jan. 26: 2 hurt!" in shown


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_what_was_refused_is_told_with_its_words(name: str, rich_report: Report) -> None:
    """Not only where it stood in the draft."""
    shown = re.sub(r"\\|\s+", " ", rendered(name, rich_report)).replace(" [", "[").replace(" ]", "]")
    assert "weapon “At least nine explosive drones” (incidents[0].weapons[1])" in shown


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_copy_names_the_first(name: str, rich_report: Report) -> None:
    """A person sees that there is nothing new in it."""
    article = rich_report.article.model_copy(update={"duplicate_of": "first.txt"})
    shown = rendered(name, rich_report.model_copy(update={"article": article}))
    assert "(nearly) the same text as first.txt" in shown


def test_words_stand_beside_their_fact(rich_report: Report) -> None:
    """On one line where there is room, below each other on a narrow terminal; no line is wider than asked for."""
    wide, narrow = (open_renderer("text", Look(width=width)).report(rich_report) for width in (100, 60))
    assert re.search(r"casualties +killed: none +“[^”]+” \[s\d\]\n", wide)
    assert len(narrow.splitlines()) > len(wide.splitlines())
    assert max(map(len, wide.splitlines())) <= 100
    assert max(map(len, narrow.splitlines())) <= 60


def test_suffixes_name_formats() -> None:
    """Every format has suffixes of its own; a file without one leaves it open, and an unknown one is an error."""
    suffixes = [suffix for _, _, found in FORMATS.values() for suffix in found]
    assert len(suffixes) == len(set(suffixes))
    assert [format_of_suffix(f"x{suffix}") for suffix in suffixes].count(None) == 0
    assert format_of_suffix("/dev/stdout") is None
    with pytest.raises(SettingsError, match=r"\.docx names no output format"):
        format_of_suffix("x.docx")


def test_an_unknown_format_lists_those_there_are() -> None:
    """The advice names them."""
    with pytest.raises(SettingsError, match="markdown"):
        open_renderer("docx")
