"""Tests of page metadata: title, outlet and address."""

from __future__ import annotations

from summarize.readers.metadata import Metadata
from tests.readers.pages import page, parsed


def markup(head: str = "", title: str = "Drone strikes terminal") -> Metadata:
    return parsed(page(head=head, title=title)).markup


def test_the_title_is_the_headline() -> None:
    """The `h1`, where the stated title holds it with the site's name around it."""
    assert parsed(page().replace("<title>", "<title>Norvik Mail | ")).markup.title == "Drone strikes terminal"


def test_a_stated_title_that_is_not_on_the_page() -> None:
    """Without a matching `h1`, the stated title: Open Graph, then JSON-LD, then `<title>`."""
    json_ld = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "From data"}</script>'
    graph = "<meta property=og:title content=' From  graph '>"
    assert markup(json_ld + graph).title == "From graph"
    assert markup(json_ld).title == "From data"
    assert parsed("<title>Only this</title>" + page("", title="").partition("</title>")[2]).markup.title == "Only this"


def test_outlet_and_address() -> None:
    """The site's name, and the address that the page gives itself."""
    head = "<meta property=og:site_name content='Norvik Mail'><link rel=canonical href='https://mail.example/1'>"
    assert (markup(head).source, markup(head).url) == ("Norvik Mail", "https://mail.example/1")
    publisher = (
        '<script type="application/ld+json">{"@type": "Article", "publisher": {"name": "Norvik Mail"}}</script>'
        "<meta property=og:url content='https://mail.example/2'>"
    )
    assert (markup(publisher).source, markup(publisher).url) == ("Norvik Mail", "https://mail.example/2")


def test_what_is_not_stated_is_none() -> None:
    """No outlet is made of a host name, and a relative or odd address is none."""
    assert (markup().source, markup("<link rel=canonical href='/1'>").url) == (None, None)
    assert markup("<link rel=canonical href='javascript:alert(1)'>").url is None
