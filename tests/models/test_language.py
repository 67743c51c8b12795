"""A language model over real HTTP: what is sent, what becomes of each way of answering, and what is asked again."""

from __future__ import annotations

import json

import pytest

from summarize import ArticleError, Report
from summarize.errors import CredentialError, ErrorKind
from summarize.models.openai import LARGEST_BODY
from summarize.schema.contract import schema_text
from summarize.schema.draft import ArticleDraft
from summarize.testing.server import Asked, Reply, ScriptedServer, answer, error

from .conftest import TEXT, Bench, always, good_draft


async def test_an_answer_becomes_a_report(bench: Bench) -> None:
    """The draft comes back grounded, and says which model and prompt made it."""
    async with ScriptedServer(always(answer(good_draft()))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert report.rejected == []
    assert report.incidents[0].weapons[0].evidence[0].quote == "Two drones"
    assert report.provenance.model == "openai/scripted"
    assert report.provenance.prompt is not None
    assert report.provenance.parameters == {"temperature": 0.0, "max_tokens": 8000}


async def test_templates_in_an_article_are_sent_as_they_stand(bench: Bench) -> None:
    """Jinja in an article reaches the server byte for byte and is never executed."""
    text = (
        "The leaflet read {{ 7 * 7 }} and a sum. Printed on it was {% for x in y %} in red. It read {# gone #} below."
    )
    async with ScriptedServer() as server:
        (report,) = await bench.run(server, text)
    assert isinstance(report, Report)
    assert b"read {{ 7 * 7 }} and" in server.asked[0].raw
    assert b"was {% for x in y %} in red" in server.asked[0].raw
    assert b"read {# gone #} below" in server.asked[0].raw


async def test_half_characters_are_sent_as_replacement_characters(bench: Bench) -> None:
    """A lone surrogate cannot be sent as UTF-8; it costs no article."""
    async with ScriptedServer() as server:
        (report,) = await bench.run(server, "Two men fled \ud83d in a lorry. The army said so.")
    assert isinstance(report, Report)
    assert "fled \ufffd in" in server.asked[0].text


@pytest.mark.parametrize(
    ("mode", "part"), [("json_schema", "response_format"), ("tools", "tools"), ("json_object", "response_format")]
)
async def test_each_mode_asks_for_the_schema_and_reads_its_answer(bench: Bench, mode: str, part: str) -> None:
    """The draft's schema goes out by response_format, tool or prompt, and the draft is read where it comes back."""
    reply = answer(good_draft(), tool=mode == "tools")
    async with ScriptedServer(always(reply)) as server:
        (report,) = await bench.run(server, mode=mode)
    assert isinstance(report, Report)
    assert len(report.incidents) == 1
    sent = server.asked[0].body
    assert "relative_to" in json.dumps(sent[part])
    assert ("# The schema of your answer" in sent["messages"][0]["content"]) == (mode == "json_object")


async def test_a_draft_in_a_code_block_is_read_in_json_object_mode(bench: Bench) -> None:
    """Servers without structured output like to wrap their JSON."""
    wrapped = f"Here it is:\n```json\n{good_draft().model_dump_json()}\n```"
    async with ScriptedServer(always(answer(wrapped))) as server:
        (report,) = await bench.run(server, mode="json_object")
    assert isinstance(report, Report)


async def test_the_strict_schema_is_what_strict_servers_take() -> None:
    """Every object forbids other properties and requires all of its own, and no $ref has a sibling."""
    pending = [json.loads(schema_text("draft"))]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending.extend(node)
        elif isinstance(node, dict):
            pending.extend(node.values())
            assert "$ref" not in node or len(node) == 1
            if isinstance(node.get("properties"), dict):
                assert node["additionalProperties"] is False
                assert sorted(node["required"]) == sorted(node["properties"])


@pytest.mark.parametrize(
    ("reply", "kind", "calls"),
    [
        (answer(refusal="I cannot help with that."), ErrorKind.REFUSED, 1),
        (answer(finish="content_filter"), ErrorKind.CONTENT_FILTER, 1),
        (answer("{", finish="length"), ErrorKind.TRUNCATED, 2),
        (answer("no JSON"), ErrorKind.INVALID_ANSWER, 2),
        (answer('{"summary": 3}'), ErrorKind.INVALID_ANSWER, 2),
        (error(429, "Slow down"), ErrorKind.RATE_LIMITED, 3),
        (error(500, "Oops"), ErrorKind.SERVER_ERROR, 3),
        (error(503, "Busy"), ErrorKind.SERVER_ERROR, 3),
        (error(408, "Too slow"), ErrorKind.TIMEOUT, 3),
        (error(404, "No such model"), ErrorKind.UNKNOWN_MODEL, 1),
        (error(400, "Too much", code="context_length_exceeded"), ErrorKind.ARTICLE_TOO_LONG, 1),
        (error(400, "Filtered", code="content_filter"), ErrorKind.CONTENT_FILTER, 1),
        (error(400, "response_format is not supported"), ErrorKind.BAD_REQUEST, 1),
        (Reply(body=b"<html>Sign in</html>", headers={"content-type": "text/html"}), ErrorKind.BAD_RESPONSE, 3),
        (Reply(body=b'{"choices": [{"mess'), ErrorKind.BAD_RESPONSE, 3),
        (Reply(body=b'{"error": {"message": "overloaded"}}'), ErrorKind.BAD_RESPONSE, 3),
        (Reply(body=b'{"choices": []}'), ErrorKind.BAD_RESPONSE, 3),
        (Reply(body=b'{"choices": [{"message": "hello"}]}'), ErrorKind.BAD_RESPONSE, 3),
        (Reply(body=b"\x00\xff garbage"), ErrorKind.BAD_RESPONSE, 3),
        (Reply(body=b"x" * (LARGEST_BODY + 1)), ErrorKind.BAD_RESPONSE, 3),
        (Reply(502, body=b"x" * (LARGEST_BODY + 1)), ErrorKind.SERVER_ERROR, 3),
        (Reply(body=answer().body, sent=50), ErrorKind.UNREACHABLE, 3),
        (Reply(body=answer().body, sent=0), ErrorKind.UNREACHABLE, 3),
        (Reply(0), ErrorKind.UNREACHABLE, 3),
    ],
    ids=lambda value: value.value if isinstance(value, ErrorKind) else None,
)
async def test_each_failure_has_its_kind_and_advice(bench: Bench, reply: Reply, kind: ErrorKind, calls: int) -> None:
    """What may pass is tried again, what will not is not, and the row says what happened and what to do."""
    async with ScriptedServer(always(reply)) as server:
        (row,) = await bench.run(server)
    assert isinstance(row, ArticleError)
    assert row.kind is kind
    assert row.advice
    assert len(server.asked) == calls


async def test_what_passes_is_tried_again(bench: Bench) -> None:
    """Two failures and an answer are a report."""
    replies = (error(503, "Busy"), Reply(body=b"<html>", sent=3), answer(good_draft()))
    async with ScriptedServer(always(*replies)) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (error(401, "Incorrect API key provided: sk-123"), "refuses the key"),
        (error(402, "Insufficient credits"), "no credit"),
        (error(429, "You exceeded your current quota", code="insufficient_quota"), "no credit"),
    ],
)
async def test_a_wrong_key_stops_the_run_at_once(bench: Bench, reply: Reply, words: str) -> None:
    """It is noticed although an earlier article is still waited for, and the key is not in the message."""

    def script(asked: Asked) -> Reply:
        return answer(delay=30) if "article one" in asked.text else reply

    async with ScriptedServer(script) as server:
        with pytest.raises(CredentialError, match=words) as caught:
            await bench.run(
                server, "This is article one. It is stuck.", *[f"Article {n}. It is read." for n in range(9)]
            )
    assert "sk-123" not in str(caught.value)
    assert len(server.asked) <= 10


async def test_a_cut_off_answer_is_asked_once_more_with_a_larger_limit(bench: Bench) -> None:
    """The second request allows twice the tokens."""
    async with ScriptedServer(always(answer("{", finish="length"), answer(good_draft()))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert [asked.body["max_tokens"] for asked in server.asked] == [8000, 16000]


async def test_a_broken_schema_is_asked_again_in_our_words(bench: Bench) -> None:
    """The re-ask names the field's path, what is wrong and the rule, and holds no library's link."""
    broken = good_draft().model_dump(mode="json")
    del broken["incidents"][0]["places"][0]["role"]
    broken["incidents"][0]["kind"] = "earthquake"
    async with ScriptedServer(always(answer(json.dumps(broken)), answer(good_draft()))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    *_, said, reask = server.asked[1].body["messages"]
    assert json.loads(said["content"]) == broken
    assert "incidents[0].places[0].role: is missing" in reask["content"]
    assert "incidents[0].kind: must be one of 'drone_attack'" in reask["content"]
    assert "pydantic" not in reask["content"]


async def test_a_main_incident_that_would_lose_its_place_is_asked_again(bench: Bench) -> None:
    """The place is not in the article; the re-ask says so, and the corrected answer is the report."""
    replies = (answer(good_draft(name="Limassol")), answer(good_draft()))
    async with ScriptedServer(always(*replies)) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert [place.name for place in report.incidents[0].places] == ["Larnaca"]
    assert "incidents[0].places[0]:" in server.asked[1].text


async def test_the_better_answer_is_kept(bench: Bench) -> None:
    """A re-ask that is answered worse changes nothing."""
    worse = ArticleDraft(summary=[], incidents=[], aggregates=[], no_incident=None)
    async with ScriptedServer(always(answer(good_draft(name="Limassol")), answer(worse))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert len(server.asked) == 2
    assert len(report.incidents) == 1
    assert [rejected.path for rejected in report.rejected] == ["incidents[0].places[0]"]


async def test_a_refused_reask_leaves_the_first_answer(bench: Bench) -> None:
    """What was valid once stays."""
    async with ScriptedServer(always(answer(good_draft(name="Limassol")), answer(refusal="No."))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert len(report.incidents) == 1


@pytest.mark.parametrize(("reasks", "calls"), [(0, 1), (1, 2), (3, 4)])
async def test_reasks_are_bounded(bench: Bench, reasks: int, calls: int) -> None:
    """`--reasks N` asks again N times at most."""
    async with ScriptedServer(always(answer("nonsense"))) as server:
        await bench.run(server, reasks=reasks)
    assert len(server.asked) == calls


async def test_a_long_headline_is_never_asked_again(bench: Bench) -> None:
    """Word limits are mended by the program."""
    wordy = good_draft().model_dump(mode="json")
    wordy["incidents"][0]["headline"] = "drones hit naval base " * 10
    async with ScriptedServer(always(answer(json.dumps(wordy)))) as server:
        (report,) = await bench.run(server)
    assert isinstance(report, Report)
    assert len(server.asked) == 1


async def test_a_slow_drip_ends_at_the_deadline(bench: Bench) -> None:
    """A byte now and then does not keep a call alive."""
    from summarize.retry import Patience

    async with ScriptedServer(lambda _asked: answer(delay=20)) as server:
        (row,) = await bench.run(server, patience=Patience(attempts=3, first_wait=0.01, deadline=0.3))
    assert isinstance(row, ArticleError)
    assert row.kind is ErrorKind.TIMEOUT
    assert len(server.asked) == 1


async def test_answers_are_paid_once(bench: Bench) -> None:
    """A second run makes no call, gives the same reports, and so do copies of an article in one run."""
    async with ScriptedServer(always(answer(good_draft()))) as server:
        first = await bench.run(server, TEXT, TEXT, "Another text. It is short.")
        asked = len(server.asked)
        second = await bench.run(server, TEXT, TEXT, "Another text. It is short.")
        assert len(server.asked) == asked
    assert [result.model_dump() for result in first if isinstance(result, Report)] == [
        result.model_dump() for result in second if isinstance(result, Report)
    ]


@pytest.mark.parametrize("reply", [answer(refusal="No."), answer("nonsense")])
async def test_refusals_and_invalid_answers_are_replayed(bench: Bench, reply: Reply) -> None:
    """They were paid: a second run gives the same row without a call."""
    async with ScriptedServer(always(reply)) as server:
        (first,) = await bench.run(server)
        asked = len(server.asked)
        (second,) = await bench.run(server)
        assert len(server.asked) == asked
    assert isinstance(first, ArticleError)
    assert isinstance(second, ArticleError)
    assert first.row() == second.row()


async def test_transport_failures_are_tried_again_in_the_next_run(bench: Bench) -> None:
    """They were not paid, and are asked anew."""
    async with ScriptedServer(always(*[error(500, "Oops")] * 3, answer(good_draft()))) as server:
        (first,) = await bench.run(server)
        (second,) = await bench.run(server)
    assert isinstance(first, ArticleError)
    assert isinstance(second, Report)
