"""The render room: one file per output format, and the registry that names them."""

from summarize.render.base import Look, Renderer, format_of_suffix, open_renderer

__all__ = ["Look", "Renderer", "format_of_suffix", "open_renderer"]
