"""Sentences end where a reader of news says they end, nothing of the text is lost, and lines stay what they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.sentences import split_sentences
from tests.marked_texts import marked_texts

SHARED_ARTICLES = Path(__file__).parents[2] / "shared" / "articles"
WRAPPED = """\
The attack took place near the town of Zummar in the north of the
country, officials said on Tuesday in a statement sent to Gen.
Smith and others who were in Baghdad at the time. A second attack
hit Erbil.
"""


def split(text: str) -> list[str]:
    """The sentences of a text, with single spaces."""
    return [" ".join(text[sentence.start : sentence.end].split()) for sentence in split_sentences(text)]


def test_boundaries_are_those_marked_by_hand() -> None:
    """Over more than 400 sentence ends in twelve styles of news, the F1 of boundaries is at least 0.99."""
    right = found = marked = 0
    for sample in marked_texts():
        ends = {sentence.end for sentence in split_sentences(sample.text)}
        right += len(ends & sample.ends.keys())
        found += len(ends)
        marked += len(sample.ends)
    assert marked >= 400
    assert 2 * right / (found + marked) >= 0.99


@pytest.mark.parametrize(
    "sentence",
    [
        "U.S. forces left the base, and the U.N. and the U.K. said nothing.",
        "He met Maj. Gen. Pat Ryder and Lt. Cmdr. A. Nwosu.",
        "BRIG. GEN. HARTNETT: Good afternoon.",
        "It was taken on Jan. 26, 2023, in Syria.",
        "It happened at 5 a.m. Tuesday.",
        "It happened at 5 a.m. GMT and at 9:15 p.m. (Sanaa time) on May 10.",
        "J. R. R. Smith of St. Louis spoke.",
        "The Houthis' No. 2 commander, a.k.a. Abu Ali, was seen approx. 3.5 km from there.",
        "See https://www.example.com/a.b?c=d.e for pictures.",
        "BAGHDAD (AP) — At least 12 rockets hit a base.",
        "14:05 GMT — Sirens are heard in Erbil.",
        "“Who did it?” Col. Smith asked.",
        '"Like the end of the world?" I asked.',
        "“It is over!” he shouted.",
        "They lost … nothing that they could not replace.",
        "Trains were last attacked in… 1985.",
        "Q. Was it Iran?",
        "A. We are looking at it.",
        "1. The Coast Guard commends the crew.",
        "[Photo: A tank burns near Idlib. Courtesy of the rescuers]",
        "(U.S. Army photo by Sgt. Julio Hernandez)",
        "He is Gen. (ret.) Avi Barak.",
        "The 14th Regt. on the hill fired.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    """A stop that belongs to a word, a number, a quotation or a bracket ends nothing."""
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ("He left the U.S.", "The base is empty."),
        ("It closed at 5 p.m.", "The siren rang."),
        ("He lives in Norfolk, Va.", "He is 31."),
        ("He said no.", "Officials said yes."),
        ("We saw Kassandra L.", "The tanker sank."),
        ("He condemned it.", "al-Sudani did not."),
        ("“We were asleep.", "Then it hit.", "I ran,” said Layla."),
        ("“It ended.”", "The base was quiet."),
        ("“Who has trucks to waste?”", "Nobody had claimed it by noon."),
        ("He was hit.", "(He lived.)", "She was not."),
        ("Nobody answered...", "Then came a blast."),
        ("They took ammo.", "“Grain, not shells,” he said."),
        ("It burned.", "12 men were hurt."),
        ("The photo shows it, May 19, 2020.", "(U.S. Army photo by Spc. Derek Mustard)"),
        ("The mass.", "Police left."),
    ],
)
def test_two_sentences_are_two(parts: tuple[str, ...]) -> None:
    """A stop that ends a sentence does so behind abbreviations, in quotations and before lower-case names too."""
    assert split(" ".join(parts)) == list(parts)


def test_lines_end_sentences() -> None:
    """A headline, a bullet, a caption's filler and a credit end with their line, with or without a stop."""
    lines = ["Rockets hit base", "", "US Base 2", "• One drone", "• Two drones", "By Jane Smith", "It burned."]
    assert split("\n".join(lines)) == [line for line in lines if line]


@pytest.mark.parametrize("separator", ["\n", "\r", "\u2028", "\x0b", "\x85"])
def test_every_line_separator_counts(separator: str) -> None:
    """Lines are what Unicode calls lines."""
    assert split(f"Rockets hit base{separator}Two hurt") == ["Rockets hit base", "Two hurt"]


def test_wrapped_lines_are_joined() -> None:
    """A text cut to a width is read as if it were not cut, abbreviations at a line's end included."""
    assert split(WRAPPED) == [
        "The attack took place near the town of Zummar in the north of the country, officials said on Tuesday in a"
        " statement sent to Gen. Smith and others who were in Baghdad at the time.",
        "A second attack hit Erbil.",
    ]


def test_a_width_that_one_paragraph_shows_holds_for_the_others() -> None:
    """A full line goes on in the next one also where that begins with a name."""
    paragraph = "The dead were named as Constable Abdul Wahid, 28, and Constable\nRamzan, 35, of the same station."
    assert split(f"{WRAPPED}\n{paragraph}")[2:] == [" ".join(paragraph.split())]
    assert len(split(paragraph)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "- the grenade that was found on the roof was of Russian make;",
        "by Jane Smith",
        "2. a second and rather different thing",
        "photo: army",
    ],
)
def test_items_and_credits_are_not_joined(line: str) -> None:
    """A long headline does not swallow the bullet, the by-line or the credit below it."""
    headline = "Militants attack a police post near the northern town of Zummar on Monday"
    assert split(f"{headline}\n{line}") == [headline, line]


def test_headlines_of_one_length_are_not_joined() -> None:
    """Lines of a wrapped text's length that begin in upper case stay apart."""
    lines = ["Two soldiers of the Third Brigade are wounded as rockets hit Erbil", "Baghdad promises arrests by Friday"]
    assert split("\n".join(lines)) == lines


@given(st.text(alphabet=st.sampled_from('aAbZ1 .!?…"”“’()[]\n\t\u00a0\u2028•-–:;,é') | st.characters(), max_size=300))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost(text: str) -> None:
    """Sentences are numbered from 1, in order, without outer white space, and hold every other character once."""
    sentences = split_sentences(text)
    assert [sentence.number for sentence in sentences] == list(range(1, len(sentences) + 1))
    ends = [0, *(sentence.end for sentence in sentences)]
    starts = [*(sentence.start for sentence in sentences), len(text)]
    assert all(text[end:start].strip() == "" for end, start in zip(ends, starts, strict=True))
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        assert words
        assert words == words.strip()


@pytest.mark.parametrize("text", [". Two died", "Six hid. . . Two died", ". . Two died", "so\ud800le. Two died"])
def test_odd_stops_lose_nothing(text: str) -> None:
    """A stop with no word before it, or behind half of a surrogate pair, is no error and is in a sentence."""
    assert "".join(split(text)).replace(" ", "") == text.replace(" ", "")


def test_real_articles_split_at_no_rank_or_acronym() -> None:
    """In articles as they are copied from pages no sentence ends in a rank, a month or an initial."""
    paths = sorted(SHARED_ARTICLES.glob("*.txt"))
    if not paths:
        pytest.skip("the shared articles are not beside this checkout")
    for path in paths:
        sentences = split(path.read_text("utf-8"))
        assert len(sentences) > 30
        assert not [sentence for sentence in sentences if re.search(r"\b(?:U\.S|Sgt|Spc|Gen|Jan|[A-Z])\.$", sentence)]
