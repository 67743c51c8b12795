"""Settings come from flag, variable, file, default, in that order, and a wrong one says where it was set."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import SettingsError
from summarize.settings import load_settings


def test_flag_beats_variable_beats_file_beats_default(tmp_path: Path) -> None:
    """Each layer wins over those behind it."""
    assert load_settings(folder=tmp_path, environ={}).window == 64
    (tmp_path / "pyproject.toml").write_text("[tool.summarize]\nwindow = 5\n")
    assert load_settings(folder=tmp_path, environ={}).window == 5
    (tmp_path / "summarize.toml").write_text("window = 6\n")
    assert load_settings(folder=tmp_path, environ={}).window == 6
    assert load_settings(folder=tmp_path, environ={"SUMMARIZE_WINDOW": "7"}).window == 7
    assert load_settings({"window": 8}, folder=tmp_path, environ={"SUMMARIZE_WINDOW": "7"}).window == 8


def test_a_flag_that_was_not_given_does_not_count(tmp_path: Path) -> None:
    """None on the command line leaves the variable in force."""
    assert load_settings({"window": None}, folder=tmp_path, environ={"SUMMARIZE_WINDOW": "7"}).window == 7


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("windw = 5\n", "summarize.toml: windw"),
        ("window = 0\n", "summarize.toml: window"),
        ("window = [\n", "summarize.toml"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, names: str) -> None:
    """An unknown name, a wrong value and broken TOML each name the file, and the setting where there is one."""
    (tmp_path / "summarize.toml").write_text(text)
    with pytest.raises(SettingsError, match=names):
        load_settings(folder=tmp_path, environ={})


def test_a_wrong_variable_and_a_wrong_flag_are_named(tmp_path: Path) -> None:
    """The message says by which way the value came."""
    with pytest.raises(SettingsError, match="SUMMARIZE_WINDOW"):
        load_settings(folder=tmp_path, environ={"SUMMARIZE_WINDOW": "many"})
    with pytest.raises(SettingsError, match="--window"):
        load_settings({"window": -1}, folder=tmp_path, environ={})


def test_a_strangers_variable_is_not_a_setting(tmp_path: Path) -> None:
    """SUMMARIZE_SOMETHING that names no setting is somebody else's."""
    assert load_settings(folder=tmp_path, environ={"SUMMARIZE_SOMETHING": "1"}).model == "rules"
