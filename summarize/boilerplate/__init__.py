"""Boilerplate: which sentences of an article are the page's furniture and not its news.

HTML tools remove what surrounds an article; a copied text still holds captions, share bars, pay-wall lines, teasers,
key takeaways, advertisements and headings. Each kind has a marker; the first that names a sentence wins.
A wrong mark on news loses facts and a missing one gains a doubtful incident, so in doubt nothing is marked.
To add a kind of furniture, write a marker and add it to `MARKERS`.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.article import Mark, Sentence
from summarize.boilerplate.captions import mark_captions
from summarize.boilerplate.headings import mark_headings, mark_repeated_headline
from summarize.boilerplate.instructions import mark_instructions
from summarize.boilerplate.lists import mark_key_takeaways, mark_teasers
from summarize.boilerplate.page import Marker, Page
from summarize.boilerplate.phrases import mark_phrases
from summarize.boilerplate.tail import mark_advertising_block, mark_tail

# In order: what is told by its own words comes before what is told by its place among other marks.
MARKERS: tuple[Marker, ...] = (
    mark_instructions,  # first: whatever else such a sentence looks like, it is no evidence
    mark_captions,
    mark_phrases,
    mark_repeated_headline,
    mark_key_takeaways,
    mark_teasers,
    mark_advertising_block,
    mark_tail,
    mark_headings,
)


def mark_sentences(text: str, sentences: Sequence[Sentence], *, title: str | None = None) -> tuple[Sentence, ...]:
    """The same sentences, those that are furniture with their mark.

    Args:
        text: the article's text.
        sentences: its sentences in order.
        title: the headline if it is given apart from the text; a line that repeats it is marked.
    """
    page = Page(text, sentences, title)
    marks: dict[int, Mark] = {}
    for marker in MARKERS:
        for index, mark in marker(page, marks):
            marks.setdefault(index, mark)
    marked = list(sentences)
    for index, mark in marks.items():
        marked[index] = sentences[index]._replace(mark=mark)
    return tuple(marked)
