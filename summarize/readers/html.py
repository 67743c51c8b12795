"""HTML: the article of a page, as its reader sees it, and what its markup states about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.errors import ArticleError, ErrorKind
from summarize.readers.decoding import decode
from summarize.readers.document import Document, Parsed
from summarize.readers.page_metadata import read_page_metadata, visible_headline
from summarize.readers.visibility import TooComplicatedError, remove_unseen

if TYPE_CHECKING:  # lxml is only imported when a page is read
    from lxml.html import HtmlElement

# trafilatura takes time that grows with the square of what one paragraph or list holds; at these limits the
# worst page takes about ten seconds. The largest pages of news sites have about 10,000 elements.
_MOST_ELEMENTS = 20_000
_MOST_CHILDREN = 2_000
_MOST_ATTRIBUTES = 1_000  # of one element; libxml2 compares each with each
_SHORTEST_SENTENCE = 40  # characters; a page without such a line is a menu or a form
_LONG_TAG = 3_000  # characters; shorter ones cannot have so many attributes

_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_STATED_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE
)
_LOOKED_AT = 4096  # bytes in which a page states its encoding; the standard says 1024
_TABLE_RULE = re.compile(r"^\|(?:-+\|)+ ?$\n?", re.MULTILINE)
_TABLE_EDGE = re.compile(r"^\| (.*?) ?\| ?$", re.MULTILINE)


def parse_html(document: Document) -> Parsed:
    """The visible text of the page's article, one paragraph a line, its headline first.

    Headings stand on lines of their own, list items begin with "- ", cells of a table are set apart by " | ".

    Raises:
        ArticleError: ENCODING, BINARY, TOO_LARGE (too many elements to read in bounded time), or
            NO_ARTICLE_TEXT.
    """
    source = decode(document, _declared_encoding(document)).removeprefix("\ufeff")
    _check_tags(document.name, source)
    tree = _tree(document.name, source)
    markup = read_page_metadata(tree)
    try:
        remove_unseen(tree)
    except TooComplicatedError:
        raise _too_complicated(document.name) from None
    text = _article_text(tree)
    if all(len(line) < _SHORTEST_SENTENCE for line in text.split("\n")):
        raise ArticleError(
            document.name,
            ErrorKind.NO_ARTICLE_TEXT,
            "No article was found in the page.",
            advice="Save the article alone as text, or give its PDF.",
        )
    headline = visible_headline(tree, markup.title)
    if headline and _squeezed(headline) not in {_squeezed(line) for line in text.split("\n")}:
        text = f"{headline}\n{text}"
    return Parsed(text=text, markup=markup)


def _declared_encoding(document: Document) -> str | None:
    """What the server says, else what the page says."""
    if document.origin.charset:
        return document.origin.charset
    stated = _STATED_CHARSET.search(document.data[:_LOOKED_AT])
    label = stated.group(1).decode("ascii") if stated else None
    # A statement that can be read byte by byte was not written in UTF-16.
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def _check_tags(name: str, source: str) -> None:
    """Refuse, before anything parses it, a page that would keep a parser busy."""
    if source.count("<") > 3 * _MOST_ELEMENTS:  # an element has two tags, and may have a comment beside it
        raise _too_complicated(name)
    for tag in _TAG.finditer(source):
        if tag.end() - tag.start() > _LONG_TAG:
            bare = _QUOTED.sub("", tag.group())
            if len(bare.split()) > _MOST_ATTRIBUTES:
                raise _too_complicated(name)


def _tree(name: str, source: str) -> HtmlElement:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, ValueError):
        raise ArticleError(
            name, ErrorKind.NO_ARTICLE_TEXT, "The page has no content.", advice="Check the file."
        ) from None
    elements = list(tree.iter())
    if len(elements) > _MOST_ELEMENTS or any(len(element) > _MOST_CHILDREN for element in elements):
        raise _too_complicated(name)
    return tree


def _article_text(tree: HtmlElement) -> str:
    """The article as trafilatura finds it; readers' comments, pictures and links are left out."""
    from trafilatura import bare_extraction

    # Discourse keeps posts in an attribute, which trafilatura reads and nobody sees.
    for element in tree.xpath("//*[@data-preloaded]"):
        del element.attrib["data-preloaded"]
    # trafilatura drops <time>, and with it the day of "on <time>Tuesday</time>".
    for element in tree.xpath("//p//time"):
        element.drop_tag()
    found = bare_extraction(tree, include_comments=False, include_images=False, include_links=False)
    text = str(getattr(found, "text", None) or "")
    return _TABLE_EDGE.sub(r"\1", _TABLE_RULE.sub("", text)).strip()


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()


def _too_complicated(name: str) -> ArticleError:
    return ArticleError(
        name,
        ErrorKind.TOO_LARGE,
        "The page has more elements, attributes or style rules than can be read in bounded time.",
        advice="Save the article alone as text.",
    )
