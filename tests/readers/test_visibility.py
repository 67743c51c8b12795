"""Tests of visibility: hidden text is not read, and what only looks hidden is."""

from __future__ import annotations

import pytest

from tests.readers.pages import HIDDEN, PARAGRAPHS, page, parsed

P = f"<p>{HIDDEN}</p>"

HIDDEN_ELEMENTS = [
    f"<p hidden>{HIDDEN}</p>",
    f"<p hidden=until-found>{HIDDEN}</p>",
    f"<div aria-hidden=true>{P}</div>",
    f"<div aria-hidden=' TRUE '>{P}</div>",
    f"<dialog>{P}</dialog>",
    f"<div popover>{P}</div>",
    f"<select><option>{HIDDEN}</option></select>",
    f"<svg><text>{HIDDEN}</text></svg>",
    f"<iframe>{HIDDEN}</iframe>",
    f"<video>{P}</video>",
    f"<textarea>{HIDDEN}</textarea>",
]

HIDING_STYLES = [
    "display:none",
    "DISPLAY : NONE !important",
    "dis/**/play:block;display:none",
    "display:no\\6e e",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:1%",
    "filter:blur(2px) opacity(0)",
    "content-visibility:hidden",
    "font-size:0",
    "font-size:.5px",
    "font-size:1%",
    "font:0/0 a",
    "color:white",
    "color:#fefefe",
    "color:transparent",
    "color:rgba(0,0,0,.02)",
    "color:hsl(0 0% 100%)",
    "-webkit-text-fill-color:white",
    "background:#123456;color:rgb(18 52 86)",
    "background-color:black;color:black",
    "background:rgba(255,255,255,.5);color:#fff",
    "position:absolute;left:-9999px",
    "position:absolute;left:calc(-9999px)",
    "position:fixed;top:-100em",
    "position:absolute;inset:0 0 0 -200vw",
    "position:absolute;left:9999px",
    "text-indent:-999em",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "margin-left:-5000px",
    "margin:0 0 0 -5000px",
    "translate:-9999px",
    "clip:rect(0,0,0,0)",
    "clip:rect(1px 1px 1px 1px)",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "height:0;overflow:hidden",
    "max-height:0;overflow-y:hidden",
    "width:1px;height:1px;overflow:clip",
    "transform:scale(0)",
    "transform:rotate(3deg) scaleY(0)",
    "transform:matrix(0,0,0,0,0,0)",
    "transform:translateX(-9999px)",
    "transform:rotateX(90deg)",
    "scale:0",
    "zoom:0",
]

# A rule of the page's own style sheet, and what it hides.
HIDING_RULES = [
    (".x{display:none}", f"<p class=x>{HIDDEN}</p>"),
    ("#x{visibility:hidden}", f"<p id=x>{HIDDEN}</p>"),
    ("article p:nth-of-type(4){display:none}", P),
    ("p[data-x^=a]{opacity:0}", f"<p data-x=abc>{HIDDEN}</p>"),
    ("article > p.x, .y:hover{font-size:0}", f"<p class=x>{HIDDEN}</p>"),
    (":is(.x,.y) p{display:none}", f"<div class=x>{P}</div>"),
    ("div:has(i){display:none}", f"<div><i>a</i>{P}</div>"),
    (".md\\:x{display:none}", f"<p class='md:x'>{HIDDEN}</p>"),
    ("@media screen{.x{display:none}}", f"<p class=x>{HIDDEN}</p>"),
    ("@media (min-width:600px){.x{display:none}}", f"<p class=x>{HIDDEN}</p>"),
    ("@media only screen and (max-width: 90em){.x{display:none}}", f"<p class=x>{HIDDEN}</p>"),
    ("@supports (display:grid){.x{display:none}}", f"<p class=x>{HIDDEN}</p>"),
    ("@layer a{.x{display:none}}", f"<p class=x>{HIDDEN}</p>"),
    (".x{display:none!important}", f"<p class=x style='display:block'>{HIDDEN}</p>"),
    (".x{display:none!important}.x{display:block}", f"<p class=x>{HIDDEN}</p>"),
    ("p.x{display:none}.x{display:block}", f"<p class=x>{HIDDEN}</p>"),
    ("body{background:#000;color:#eee}.x{color:black}", f"<p class=x>{HIDDEN}</p>"),
    (".x{background-color:red;background:none;color:white}", f"<p class=x>{HIDDEN}</p>"),
    ("div{color:white}", f"<div>{P}</div>"),
    ("div{opacity:0}div p{opacity:1}", f"<div>{P}</div>"),
    ("<!-- .x{display:none} -->", f"<p class=x>{HIDDEN}</p>"),
]

SHOWN = [
    (".x{display:none}.x.y{display:block}", f"<p class='x y'>{HIDDEN}</p>"),
    ("p.x{display:none}", f"<p class=x style='display:block'>{HIDDEN}</p>"),
    ("@media print{p{display:none}}", P),
    ("@media (max-width:600px){p{display:none}}", P),
    ("@media (prefers-reduced-motion){p{display:none}}", P),
    ("@media not screen{p{display:none}}", P),
    ("p::before{display:none}", P),
    ("p:hover{display:none}", P),
    ("p:unknown-thing{display:none}", P),
    ("div{visibility:hidden}div p{visibility:visible}", f"<div>{P}</div>"),
    ("div{font-size:0}p{font-size:16px}", f"<div>{P}</div>"),
    ("div{color:#fff}p{color:initial}", f"<div>{P}</div>"),
    (".x{background:#111}.x p{color:#fff}", f"<div class=x>{P}</div>"),
    (".x{background:url(x.jpg)}.x p{color:#fff}", f"<div class=x>{P}</div>"),
    (".x{background-image:linear-gradient(red,blue);color:#fff}", f"<p class=x>{HIDDEN}</p>"),
    (".x{color:white;background:red}", f"<p class=x>{HIDDEN}</p>"),
    ("p{color:var(--ink);background:var(--paper)}", P),
    ("body{opacity:0}html{visibility:visible}", P),
    ("p{margin:-5px 0;position:relative;left:-10px;overflow:hidden;width:100%}", P),
    ("p{transform:translate(0,0) rotate(0deg) matrix(1,0,0,1,0,0);opacity:.8}", P),
    ("p{font:italic bold 12px/30px Georgia, serif}", P),
    ("p{font:inherit;font-size:large}", P),
    ("p{clip-path:inset(0);clip:auto}", P),
    ("p{height:0}", P),
    ("p{left:-9999px}", P),
    ("", f"<details><summary>More</summary>{P}</details>"),
    ("", f"<div aria-hidden=false>{P}</div>"),
]


@pytest.mark.parametrize("inside", HIDDEN_ELEMENTS)
def test_elements_that_are_not_shown(inside: str) -> None:
    """They are gone, and the paragraphs around them are not."""
    _hidden(page(inside))


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_inline_styles_that_hide(style: str) -> None:
    """Each way of hiding is known."""
    _hidden(page(f'<p style="{style}">{HIDDEN}</p>'))


@pytest.mark.parametrize("style", HIDING_STYLES)
def test_the_same_styles_in_a_rule(style: str) -> None:
    """What hides inline hides from the page's own style sheet too."""
    _hidden(page(f"<p class=x>{HIDDEN}</p>", f".x{{{style}}}"))


@pytest.mark.parametrize(("style", "inside"), HIDING_RULES)
def test_rules_that_hide(style: str, inside: str) -> None:
    """Selectors, media queries and the cascade are followed."""
    _hidden(page(inside, style))


@pytest.mark.parametrize(("style", "inside"), SHOWN)
def test_rules_that_do_not_hide(style: str, inside: str) -> None:
    """What a reader sees is read: a rule that loses, or is not for screens, hides nothing."""
    assert HIDDEN in parsed(page(inside, style)).text


@pytest.mark.parametrize("media", ["print", "(max-width: 300px)"])
def test_style_sheets_for_other_media(media: str) -> None:
    """A whole style sheet may be for paper or telephones."""
    head = f"<style media='{media}'>p{{display:none}}</style>"
    assert HIDDEN in parsed(page(P, head=head)).text


def test_style_sheets_where_scripts_are_off() -> None:
    """A reader's browser runs scripts, so what `<noscript>` says of style is not applied."""
    assert HIDDEN in parsed(page(P, head="<noscript><style>p{display:none}</style></noscript>")).text


def test_text_after_a_hidden_element_stays() -> None:
    """Only the element goes; the words around it stay in their sentence."""
    inside = "<p>The harbour of <span style='display:none'>nowhere</span>Norvik was closed for two days, it said.</p>"
    assert "The harbour of Norvik was closed for two days, it said." in parsed(page(inside)).text


def _hidden(source: str) -> None:
    text = parsed(source).text
    assert "secret" not in text
    for paragraph in PARAGRAPHS:
        assert paragraph in text
