"""Tests of unique ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.readers.ids import UniqueIds


@given(st.lists(st.sampled_from(["a", "b", "a#2", "a#2#2", ""])))
def test_ids_are_unique(wanted: list[str]) -> None:
    """No id is given twice, even where an article asks for what another was renamed to."""
    ids = UniqueIds()
    given_ids = [ids.take(name) for name in wanted]
    assert len(set(given_ids)) == len(wanted)
    assert all(got.startswith(name) for name, got in zip(wanted, given_ids, strict=True))


def test_repeats_are_numbered() -> None:
    """The first keeps its id, the others are numbered from two."""
    ids = UniqueIds()
    assert [ids.take(name) for name in ("a", "b", "a", "a")] == ["a", "b", "a#2", "a#3"]
