"""Answers that nobody would write by hand: each ends as a report or as an error row that is not our own failure."""

from __future__ import annotations

import copy
import gzip
import json
from typing import Any

import pytest

from summarize import ArticleError, Report
from summarize.errors import ErrorKind
from summarize.testing.misbehaviour import MEGABYTE
from summarize.testing.reply import Reply, answer
from summarize.testing.server import ScriptedServer

from .conftest import Bench, always, good_draft

GOOD = good_draft().model_dump(mode="json")
INCIDENT = GOOD["incidents"][0]


def incident(**parts: Any) -> Reply:
    """A draft whose one incident is the good one but for these fields."""
    return answer(json.dumps({**GOOD, "incidents": [{**INCIDENT, **parts}]}))


def weapon(count: str) -> Reply:
    """The same with JSON text for a number."""
    return answer(json.dumps(GOOD).replace('"min": 2', f'"min": {count}'))


def completion(**parts: Any) -> Reply:
    """A chat completion whose parts beside the draft are strange."""
    return Reply(body=json.dumps({**json.loads(answer(good_draft()).body), **parts}).encode())


def message(**parts: Any) -> Reply:
    """A chat completion whose message is strange."""
    whole = json.loads(answer(good_draft()).body)
    whole["choices"][0]["message"] |= parts
    return Reply(body=json.dumps(whole).encode())


@pytest.mark.parametrize(
    "reply",
    [
        answer("[" * 100_000),
        answer('{"summary":' * 50_000),
        weapon("NaN"),
        weapon("Infinity"),
        weapon("1e400"),
        weapon("1" + "0" * 5000),
        incident(headline="Drones \ud83d hit"),
        answer("nonsense \ud83d"),
        answer(json.dumps({**GOOD, "incidents": [INCIDENT] * 10_000})),
        incident(places=INCIDENT["places"] * 50_000),
        incident(headline="drones hit " * 400_000),
        answer(json.dumps({**GOOD, "summary": GOOD["summary"] * 100_000})),
        message(content=[{"type": "text", "text": "x"}]),
        message(content=5),
        message(content=None),
    ],
    ids=[
        "lists in lists",
        "objects in objects",
        "NaN",
        "infinity",
        "beyond a double",
        "five thousand digits",
        "half a character",
        "half a character and no JSON",
        "ten thousand incidents",
        "fifty thousand places",
        "four million characters",
        "a hundred thousand sentences",
        "content in parts",
        "content is a number",
        "no content",
    ],
)
async def test_what_is_no_draft_is_asked_again_and_then_an_invalid_answer(bench: Bench, reply: Reply) -> None:
    """The row names the model's answer, and the answer was asked again once."""
    async with ScriptedServer(always(reply)) as server:
        (row,) = await bench.run(server)
    assert isinstance(row, ArticleError)
    assert row.kind is ErrorKind.INVALID_ANSWER
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"[" * 2_000_000),
        Reply(body=b'{"choices":' + b"[" * 200_000 + b"]" * 200_000 + b"}"),
        Reply(body=b"\x00" * 1000),
        Reply(body=b'{"choices": "\xff"}'),
        Reply(body=b"no gzip", headers={"content-encoding": "gzip"}),
        Reply(body=gzip.compress(b" " * (300 * MEGABYTE), 1), headers={"content-encoding": "gzip"}),
        completion(choices=[None]),
        completion(error="boom"),
    ],
    ids=["deep", "deep and closed", "zeros", "Latin-1", "no gzip", "300 MB in gzip", "null for a choice", "error"],
)
async def test_what_is_no_answer_is_a_bad_response(bench: Bench, reply: Reply) -> None:
    """It may pass, and is tried as often as patience allows."""
    async with ScriptedServer(always(reply)) as server:
        (row,) = await bench.run(server)
    assert isinstance(row, ArticleError)
    assert row.kind is ErrorKind.BAD_RESPONSE
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "usage",
    [
        None,
        "many",
        [1],
        {"prompt_tokens": float("nan")},
        {"prompt_tokens": float("inf")},
        {"prompt_tokens": -5, "completion_tokens": -7},
        {"prompt_tokens": 10**40},
        {"prompt_tokens": "12"},
        {"prompt_tokens": 1, "prompt_tokens_details": 7},
        {"prompt_tokens": 5, "prompt_tokens_details": {"cached_tokens": 900}},
    ],
)
async def test_a_strange_count_of_tokens_costs_no_article(bench: Bench, usage: object) -> None:
    """What a server says of its tokens is taken as far as it can be true; the draft is read all the same."""
    async with ScriptedServer(always(completion(usage=usage))) as server:
        model = await bench.model(server, price=(1.0, 1.0))
        (report,) = await bench.through(model, "Two drones hit the naval base at Larnaca on Tuesday, the army said.")
    assert isinstance(report, Report)
    assert 0 <= model.spending.cost <= 1


@pytest.mark.parametrize(
    "reply",
    [
        message(tool_calls=7),
        message(tool_calls=[7]),
        message(role=5, audio=4),
        completion(model=[1], id=5, created="x", object=9),
        Reply(body=b"\xef\xbb\xbf" + answer(good_draft()).body),
    ],
    ids=["tool calls", "a tool call", "message", "completion", "byte order mark"],
)
async def test_oddities_beside_the_draft_are_passed_over(bench: Bench, reply: Reply) -> None:
    """The draft stands where it should, and is all that counts."""
    async with ScriptedServer(always(reply)) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert len(report.incidents) == 1


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"weapons": [{**INCIDENT["weapons"][0], "min": 10**30, "max": 10**30}]}, "incidents[0].weapons[0]"),
        ({"weapons": [{**INCIDENT["weapons"][0], "min": -2}]}, "incidents[0].weapons[0]"),
        ({"links": [{"to": 10**25, "kind": "response_to"}]}, "incidents[0].links[0]"),
        ({"links": [{"to": -1, "kind": "response_to"}]}, "incidents[0].links[0]"),
        ({"links": [{"to": 0, "kind": "same_series"}]}, "incidents[0].links[0]"),
    ],
)
async def test_a_number_that_cannot_be_is_refused(bench: Bench, parts: dict[str, Any], path: str) -> None:
    """Its fact is among the rejected, and the rest of the report stands."""
    async with ScriptedServer(always(incident(**copy.deepcopy(parts)))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert [rejected.path for rejected in report.rejected] == [path]
    assert [place.name for place in report.incidents[0].places] == ["Larnaca"]


async def test_sentences_that_do_not_exist_are_never_cited(bench: Bench) -> None:
    """Numbers below, beyond and far beyond the article's sentences are left out; quotes are found where they stand."""
    places = [{**INCIDENT["places"][0], "s": 10**25}]
    async with ScriptedServer(always(incident(sentences=[-5, 0, 1, 1, 10**25], places=places))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert report.incidents[0].sentences == [1]
    assert report.incidents[0].places[0].evidence[0].sentence == 1


async def test_of_a_key_given_twice_the_last_counts(bench: Bench) -> None:
    """As in every JSON reader; what it says is grounded like all else."""
    twice = json.dumps(GOOD)[:-1] + ', "incidents": []}'
    async with ScriptedServer(always(answer(twice))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert report.incidents == []
