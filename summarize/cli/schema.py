"""`summarize schema draft|report`: print a published JSON Schema."""

from __future__ import annotations

import click


@click.command()
@click.argument("name", type=click.Choice(["draft", "report"]))
def schema(name: str) -> None:
    """Print the JSON Schema of what a model returns (draft) or of what you get (report)."""
    from summarize.schema.contract import schema_text

    click.echo(schema_text(name), nl=False)
