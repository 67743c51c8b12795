"""Tests of metadata: what counts as a date, and what a field may hold."""

from __future__ import annotations

from datetime import date

import pytest

from summarize.readers.metadata import FieldError, Metadata, parse_day, read_metadata


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-29",
        " 2024-02-29 ",
        "2024-02-29T23:59",
        "2024-02-29T23:59:59.123456Z",
        "2024-02-29t00:00:00+14:00",
        "2024-02-29 23:59:59 -0500",
        "2024-02-29T10:00:00+03",
        "2024-02-29 10:00 UTC",
    ],
)
def test_iso_dates(text: str) -> None:
    """Every ISO 8601 form of a calendar date gives the day that is written."""
    assert parse_day(text) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["April 2024", "2024", "2024-04", "2023-02-29", "22.04.2024", "2024-04-22banana", "2024-04-22T", "", "٢٠٢٤-٠٤-٢٢"],
)
def test_everything_else_is_no_date(text: str) -> None:
    """A month, a year, another order of numbers and an impossible day are none."""
    assert parse_day(text) is None


def test_blank_and_null_are_absent() -> None:
    """A field that holds nothing says nothing."""
    assert read_metadata({"title": " ", "published": None, "source": "", "other": 1}) == Metadata()


def test_numbers_are_ids() -> None:
    """Data sets number their articles."""
    assert read_metadata({"id": 7}).id == "7"


@pytest.mark.parametrize("value", [True, 1.5, ["a"], {"a": 1}])
def test_other_values_are_errors_that_name_the_field(value: object) -> None:
    """A list is no title, and true is no id."""
    with pytest.raises(FieldError, match="has a source that is not a text"):
        read_metadata({"source": value})
