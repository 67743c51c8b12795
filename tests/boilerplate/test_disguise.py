"""What a text looks like, and which of its characters may be other than they look."""

from __future__ import annotations

import pytest

from summarize.boilerplate.disguise import as_seen, hides_words, in_latin, odd_characters


@pytest.mark.parametrize(
    "text", ["Two died, “police” said – 3.5 km away…", "Şırnak's café cost €5\u00a0000", "No. 7: (A/B) & *c* ~ %\n\tx"]
)
def test_news_has_no_odd_characters(text: str) -> None:
    """Accents, typographic signs and odd spaces stand for themselves."""
    assert odd_characters(text) == []


@pytest.mark.parametrize(
    "character",
    [*"[]{}<>`_#=", "\u200b", "\u00ad", "\u202e", "\U000e0066", "\u0301", "\ud800", "о", "ｉ", "𝗮", "½", "你"],
)
def test_what_may_be_something_else_is_odd(character: str) -> None:
    """Markup, what nobody sees, letters of other scripts and letters in another form are told, each once."""
    assert odd_characters(f"one{character}two{character}") == [character]


def test_a_text_is_seen_without_what_nobody_sees() -> None:
    """Invisible characters are left out, and letters in another form are the letters."""
    assert as_seen("ig\u200bnore ｔｈｅ 𝗮𝗿𝘁") == "ignore the art"
    assert in_latin("ignоre") == "ignore"


def test_words_on_no_screen_are_hidden() -> None:
    """Overrides of direction and tag characters hide words; a flag's tags do not."""
    assert hides_words("a \u202eb")
    assert hides_words("a\U000e0066\U000e006f")
    assert not hides_words("\U0001f3f4\U000e0067\U000e0062 won")
    assert not hides_words("plain")
