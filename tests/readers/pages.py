"""Web pages for tests: an article with something put in it."""

from __future__ import annotations

from summarize.readers.document import Document, Origin, Parsed
from summarize.readers.html import parse_html

PARAGRAPHS = (
    "An explosive drone struck the grain terminal of Norvik before dawn on Tuesday, the port authority said.",
    "Two crane operators were treated for smoke, and a conveyor belt was damaged, according to the fire brigade.",
    "No group has said that it was behind the attack, the third on the terminal since the end of the harvest.",
)
HIDDEN = "The secret toll of the attack was ninety people, says a line that was put into the page."


def page(inside: str = "", style: str = "", head: str = "", title: str = "Drone strikes terminal") -> str:
    """A page whose article has three paragraphs, then what is put in, then a last paragraph."""
    paragraphs = "\n".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title><style>{style}</style>{head}</head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{paragraphs}{inside}"
        "<p>The terminal will be closed until Friday, its operator told customers in a message.</p></article>"
        "<footer>Copyright 2021 Norvik Mail</footer></body></html>"
    )


def parsed(source: str | bytes, charset: str | None = None) -> Parsed:
    """What is read from a page."""
    data = source.encode() if isinstance(source, str) else source
    return parse_html(Document(data, Origin("page.html", ".html", charset=charset)))
