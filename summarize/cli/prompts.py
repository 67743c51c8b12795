"""`summarize prompts`: the shipped prompts, and exactly what one sends for an article."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from summarize.article import Article


@click.group(invoke_without_command=True)
@click.pass_context
def prompts(context: click.Context) -> None:
    """List the shipped prompts, with their hashes; `show` prints what one sends."""
    if context.invoked_subcommand is not None:
        return
    from summarize.prompt import list_prompts, load_prompt

    for name in list_prompts():
        click.echo(f"{name}  {load_prompt(name).sha256}")


@prompts.command()
@click.argument("name")
@click.option("--article", required=True, metavar="FILE", help="The article that is sent.")
def show(name: str, article: str) -> None:
    """Print exactly what NAME, a prompt or the path of one, sends for an article, and its estimated size."""
    from summarize.models.structured import StructuredMode, request_text
    from summarize.prompt import CHARACTERS_PER_TOKEN, estimated_tokens, load_prompt

    messages = load_prompt(name).render(asyncio.run(_article(article)))
    for message in messages:
        click.echo(f"--- {message['role']}")
        click.echo(message["content"])
    schema = round(len(request_text(StructuredMode.JSON_SCHEMA)) / CHARACTERS_PER_TOKEN)
    click.echo(f"≈ {estimated_tokens(messages)} tokens, and ≈ {schema} for the schema.", err=True)


async def _article(path: str) -> Article:
    """The first article of an input.

    Raises:
        ArticleError: it cannot be read.
    """
    from summarize.errors import ArticleError
    from summarize.readers import read_inputs

    async for article in read_inputs([path]):
        if isinstance(article, ArticleError):
            raise article
        return article
    raise click.UsageError(f"{path} holds no article.")
