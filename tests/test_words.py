"""Words are found as a regular expression finds them, only sooner."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from summarize.words import folded_words


@given(st.text(st.sampled_from("abZ09 _-.,'’“—…éÉİıŞßﬁſ²½٣мК\u200b\u0301\ud800\x1c\x85\u2028\xa0ªǅ") | st.characters()))
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    """In whatever script, case or form: what is neither letter nor digit stands between two words."""
    assert list(folded_words(text)) == re.findall(r"[^\W_]+", text.casefold())


def test_texts_in_other_scripts_are_read_too() -> None:
    """A text with more different letters beyond ASCII than are replaced one by one has the same words."""
    letters = "".join(map(chr, range(0x430, 0x530)))
    assert list(folded_words(f"{letters} — {letters.upper()}!")) == re.findall(
        r"[^\W_]+", f"{letters} {letters}".casefold()
    )
