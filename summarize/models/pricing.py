"""Prices: what a call costs, by the published price lists or by what the user says."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.ledger import Usage

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Pricing:
    """The price of one model at one address.

    Attributes:
        model: the model's name there.
        base_url: the server's address; decides whose price list holds.
        given: USD per million tokens in and out, from the user; the price list does not count then.
    """

    model: str
    base_url: str
    given: tuple[float, float] | None = None

    def cost(self, usage: Usage) -> float | None:
        """USD for these tokens; None if the price is unknown."""
        if self.given is not None:
            into, out = self.given
            return (usage.prompt * into + usage.completion * out) / MILLION
        import genai_prices

        counted = genai_prices.Usage(
            input_tokens=usage.prompt, output_tokens=usage.completion, cache_read_tokens=usage.cached
        )
        try:
            return float(genai_prices.calc_price(counted, self.model, provider_api_url=self.base_url).total_price)
        except LookupError:
            return None
