"""Kept: a table that works out what it does not hold."""

from __future__ import annotations

from summarize.kept import Kept


def test_what_is_held_is_not_worked_out_again() -> None:
    """Each key is worked out once while the table has room."""
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Kept(length, size=10)
    assert [table[word] for word in ("five", "six", "five")] == [4, 3, 4]
    assert asked == ["five", "six"]


def test_a_full_table_forgets_and_answers_all_the_same() -> None:
    """It never holds more than its size, and what it forgot it works out again."""
    table: Kept[str, int] = Kept(len, size=2)
    for word in ("a", "ab", "abc", "a", "ab", "abc"):
        assert table[word] == len(word)
        assert len(table) <= 2


def test_long_words_are_not_held() -> None:
    """A word of a megabyte is worked out, and leaves no trace in memory."""
    lengths = Kept(len, 10)
    assert lengths["a" * 1_000_000] == 1_000_000
    assert not lengths
