"""Keys go to their own provider, only where a person chose it, and nowhere else: not to disk, not to a log."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from summarize.errors import SettingsError
from summarize.settings import load_settings
from summarize.testing.server import ScriptedServer

SECRET = "sk-not-for-everyone"  # noqa: S105 - it opens nothing
ELSEWHERE = "http://127.0.0.1:9/v1"


def key(folder: Path, flags: dict[str, str], **environ: str) -> str | None:
    """The key that a run with these flags and variables would send."""
    found = load_settings(flags, folder=folder, environ=environ).api_key
    return found.get_secret_value() if found else None


def test_a_providers_variable_goes_to_that_provider_alone(tmp_path: Path) -> None:
    """OPENAI_API_KEY is for OpenAI's address; another address gets SUMMARIZE_API_KEY or nothing."""
    model = {"model": "openai/gpt-5-mini"}
    assert key(tmp_path, model, OPENAI_API_KEY=SECRET) == SECRET
    assert key(tmp_path, {**model, "base_url": ELSEWHERE}, OPENAI_API_KEY=SECRET) is None
    assert key(tmp_path, {**model, "base_url": "https://api.openai.com.evil.example/v1"}, OPENAI_API_KEY=SECRET) is None
    assert key(tmp_path, {**model, "base_url": ELSEWHERE}, SUMMARIZE_API_KEY=SECRET) == SECRET
    assert key(tmp_path, {**model, "base_url": "https://openrouter.ai/api/v1"}, OPENROUTER_API_KEY=SECRET) == SECRET


def test_the_rules_model_has_no_key(tmp_path: Path) -> None:
    """A key alone changes nothing: the rules model runs, and it sends nothing."""
    settings = load_settings({}, folder=tmp_path, environ={"OPENAI_API_KEY": SECRET, "SUMMARIZE_API_KEY": SECRET})
    assert settings.model == "rules"
    assert settings.api_key is None


@pytest.mark.parametrize("line", ['model = "openai/x"', f'base_url = "{ELSEWHERE}"'])
def test_a_file_in_the_working_folder_gets_no_key_unless_confirmed(tmp_path: Path, line: str) -> None:
    """Such a file may come with the articles; a flag or variable that names the same confirms it."""
    (tmp_path / "summarize.toml").write_text(line)
    flags = {} if line.startswith("model") else {"model": "openai/x"}
    assert key(tmp_path, flags, SUMMARIZE_API_KEY=SECRET, OPENAI_API_KEY=SECRET) is None
    confirmed = {"model": "openai/x", "base_url": ELSEWHERE}
    assert key(tmp_path, confirmed, SUMMARIZE_API_KEY=SECRET) == SECRET


def test_a_key_in_a_settings_file_is_an_error(tmp_path: Path) -> None:
    """Keys belong in variables; the message does not repeat it."""
    (tmp_path / "summarize.toml").write_text(f'api_key = "{SECRET}"')
    with pytest.raises(SettingsError, match="holds a key") as caught:
        load_settings({}, folder=tmp_path, environ={})
    assert SECRET not in str(caught.value)


def test_settings_do_not_print_the_key(tmp_path: Path) -> None:
    """Neither repr nor JSON shows it."""
    settings = load_settings({"model": "openai/x"}, folder=tmp_path, environ={"SUMMARIZE_API_KEY": SECRET})
    assert SECRET not in repr(settings)
    assert SECRET not in settings.model_dump_json()


def _everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def _summarize(folder: Path, *arguments: str, **variables: str) -> tuple[str, str]:
    environ = {name: value for name, value in os.environ.items() if not name.endswith("_API_KEY")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "summarize", *arguments, cwd=folder, env=environ | variables, stdout=-1, stderr=-1
    )
    output, errors = await process.communicate()
    return output.decode(), errors.decode()


@pytest.mark.parametrize(
    "address", [f"http://user:{SECRET}@127.0.0.1:9/v1", f"https://{SECRET}@[::1", f"user:{SECRET}@example.org"]
)
async def test_an_address_with_a_password_is_refused(tmp_path: Path, address: str) -> None:
    """One sentence and exit code 2; the password is not repeated, and nothing is written."""
    (tmp_path / "a.txt").write_text("Two men fled from the port. The army said so on Tuesday.")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "summarize", "--model", "openai/x", "--base-url", address, "--ledger", "l.sqlite"),
        *("-vv", "a.txt"),
        cwd=tmp_path,
        stdout=-1,
        stderr=-1,
    )
    output, errors = await process.communicate()
    assert (process.returncode, output) == (2, b"")
    assert errors.startswith(b"summarize: The setting --base-url is refused: it holds a user name or password")
    assert len(errors.splitlines()) == 1
    assert SECRET.encode() not in errors
    assert _names(tmp_path) == ["a.txt"]


async def test_the_key_is_sent_as_a_header_and_written_nowhere(tmp_path: Path) -> None:
    """It is not in the ledger, the output or the log, and the line on standard error says where articles go."""
    (tmp_path / "a.txt").write_text("Two men fled from the port. The army said so on Tuesday.")
    async with ScriptedServer() as server:
        arguments = ("--model", "openai/x", "--base-url", server.base_url, "--ledger", "l.sqlite", "-vv", "a.txt")
        output, errors = await _summarize(tmp_path, *arguments, SUMMARIZE_API_KEY=SECRET)
    assert server.asked[0].headers["authorization"] == f"Bearer {SECRET}"
    assert f"articles are sent to {server.base_url} with your key" in errors
    assert SECRET not in output + errors
    assert SECRET.encode() not in _everything(tmp_path)


async def test_no_key_no_header(tmp_path: Path) -> None:
    """Servers without keys get none, also not another provider's; nor the organisation of another account."""
    (tmp_path / "a.txt").write_text("Two men fled from the port. The army said so on Tuesday.")
    variables = {"OPENAI_API_KEY": SECRET, "OPENAI_ORG_ID": "org-secret", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    async with ScriptedServer() as server:
        arguments = ("--model", "openai/x", "--base-url", server.base_url, "--ledger", "l.sqlite", "a.txt")
        _, errors = await _summarize(tmp_path, *arguments, **variables)
    assert SECRET not in str(server.asked[0].headers)
    assert "org-secret" not in str(server.asked[0].headers)
    assert "without a key (OPENAI_API_KEY goes to its own provider" in errors


async def test_a_key_alone_sends_nothing_and_the_line_names_the_flag(tmp_path: Path) -> None:
    """The rules model runs, and standard error says how the key would be used."""
    (tmp_path / "a.txt").write_text("Two men fled from the port. The army said so on Tuesday.")
    _, errors = await _summarize(tmp_path, "a.txt", OPENAI_API_KEY=SECRET)
    assert errors == (
        "summarize: model: rules; OPENAI_API_KEY is set, but nothing is sent anywhere without --model openai/NAME.\n"
    )
