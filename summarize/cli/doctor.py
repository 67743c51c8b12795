"""`summarize doctor`: look at what a run on a language model needs, and say what to set."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from summarize.settings import Settings


@click.command()
@click.option("--model", metavar="openai/NAME", help="Else SUMMARIZE_MODEL or the settings file.")
@click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server (default: OpenAI's own).")
@click.option("--price", metavar="IN,OUT", help="USD per million tokens in and out (default: published prices).")
def doctor(model: str | None, base_url: str | None, price: str | None) -> int:
    """Try key, server, model and structured-output modes; three short requests are sent.

    Exit code 1 says that no mode works.
    """
    from summarize.errors import SettingsError
    from summarize.settings import load_settings

    settings = load_settings({"model": model, "base_url": base_url, "price": price})
    if settings.model == "rules":
        raise SettingsError("The rules model needs no server.", advice="Name one with --model openai/NAME.")
    click.echo(f"model: {settings.model} at {settings.address}")
    return asyncio.run(_examined(settings))


async def _examined(settings: Settings) -> int:
    """Print each finding as it is made; 1 if the last one, the advice, is that nothing works."""
    from summarize.models.doctor import examine
    from summarize.terminal import printable

    well = True
    async for finding in examine(settings):
        well = finding.well
        click.echo(f"{'ok ' if well else 'NO '} {finding.subject}: {printable(finding.message)}")
    return 0 if well else 1
