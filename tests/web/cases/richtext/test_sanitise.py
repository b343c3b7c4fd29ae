"""What may stand in a section, and that nothing else gets in."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.web.cases.richtext.sanitise import ALLOWED, MOST, sanitise
from sagsgang.web.cases.richtext.tree import read_tree
from sagsgang.web.design.refusal import Refusal

VECTORS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' \x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='/x' onclick=alert(1) style='position:fixed' target=_top>x</a>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p class='site-header' id='main-content'>x</p>",
    "<div onmouseover=alert(1)>x</div>",
    "<body onload=alert(1)>x",
    "<form action=//evil.example><input name=q><button>x</button></form>",
    "<base href=//evil.example/><p>x",
    "<meta http-equiv=refresh content='0;url=//evil.example'>x",
    "<link rel=stylesheet href=//evil.example/x.css>x",
    "<textarea></textarea><script>alert(1)</script>",
    "<table><td background='javascript:alert(1)' colspan='2 onload=1'>x<td>y</table>",
    "<ol start='1\" onx=\"' type='javascript'><li>x</ol>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<xml><script>alert(1)</script></xml>",
    "<template><script>alert(1)</script></template>",
    "<p>\0<scr\0ipt>alert(1)</scr\0ipt>",
    "<img src='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4='>",
    "<video><source onerror=alert(1)></video>",
    "<details open ontoggle=alert(1)>x</details>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<style>@import '//evil.example';</style>x",
    "<a href='https://a.example' ping='//evil.example'>x</a>",
    "<figure data-figure='t1' onclick=alert(1)><img src='javascript:alert(1)'><p>x</p></figure>",
    "<figure data-figure='t1'><img src='//evil.example/a.svg'><p>x</p></figure>",
    "<figure data-figure='t1'><img src='/sager/1/tal/t1/diagram.svg?v=0123456789abcdef' "
    "onerror=alert(1)><p>x</p></figure>",
    "<data value='t1\" onclick=\"alert(1)'>x</data>",
    "<data value='javascript:alert(1)'>x</data>",
)
_KEY = re.compile(r"t[1-9][0-9]*")
_PICTURE = re.compile(r"/sager/[0-9]+/tal/t[0-9]+/diagram\.svg\?v=[0-9a-f]{16}")
_HREF = re.compile(r"(?:https?:|mailto:|/|[^:]*\Z)", re.IGNORECASE)


def require_only_allowed(html: str) -> None:
    for element in read_tree(html).elements():
        assert element.tag in ALLOWED
        assert set(element.attributes) <= ALLOWED[element.tag]
        assert _HREF.match(element.attributes.get("href", ""))
        if element.tag == "data":
            assert _KEY.fullmatch(element.attributes["value"])
        if element.tag == "figure":
            assert _KEY.fullmatch(element.attributes["data-figure"])
            assert not list(element.elements("figure"))
        if element.tag == "img":
            assert _PICTURE.fullmatch(element.attributes["src"])


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_that_runs_gets_in(vector):
    html = sanitise(f"<p>før</p>{vector}<p>efter</p>")
    require_only_allowed(html)
    assert "før" in html
    # What a browser would make of it has no tag but ours: whatever else is there is words.
    assert not re.search(rf"<(?!/?(?:{'|'.join(ALLOWED)})\b)", html)
    assert sanitise(html) == html


_TAGS = [*ALLOWED, "div", "span", "b", "i", "h1", "script", "style", "o:p", "font", "img", "svg"]
_PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS]),
    st.sampled_from([f"</{tag}>" for tag in _TAGS]),
    st.sampled_from(
        [
            "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>",
            "<span style='mso-list:Ignore'>2)&nbsp;</span>",
            "<span style='font-weight:bold;font-style:italic'>",
            "<td colspan=3 rowspan=2>",
            "<data value=t3>",
            "<data value=q>",
            "<figure data-figure=t4>",
            "<figure data-figure=T4>",
            "<img src='/sager/1/tal/t1/diagram.svg?v=0123456789abcdef' alt='&nbsp;a'>",
            "<img src='/sager/1/tal/t1/diagram.svg?v=0123456789abcdef&x'>",
            "<ol start=4 type=a>",
            "<a href='/sager/1/'>",
            "<a href='#_ftn1' name='_ftnref1'>",
            "<p id=ftn1>",
            "<!--[if x]>",
            "<br><br>",
            "&nbsp;&nbsp;",
            "<",
            "&amp;lt;",
        ]
    ),
    st.text(max_size=12),
)


@given(st.lists(_PIECES, max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_html_becomes_what_is_allowed_and_stays_so(html):
    once = sanitise(html)
    require_only_allowed(once)
    assert sanitise(once) == once


def test_what_is_allowed_stays_as_it_is():
    html = (
        "<h3>Økonomi</h3><p>Det <strong>koster</strong> <em>10</em> kr.<br>H<sub>2</sub>O m<sup>2"
        '</sup><small>En <a href="/sager/2/">fodnote</a></small></p>'
        '<ol start="3" type="a"><li>x<ul><li>y</li></ul></li></ol><blockquote><p>Citat</p>'
        '</blockquote><table><thead><tr><th scope="col">År</th><th scope="col">Kr.</th></tr>'
        '</thead><tbody><tr><th scope="row">2026</th><td>10</td></tr></tbody></table>'
        '<p>Der er et <strong><data value="t3">mindreforbrug på 11,4 mio. kr.</data></strong></p>'
        '<figure data-figure="t4"><p>Tabel</p><img src="/sager/1/tal/t4/diagram.svg?v='
        '0123456789abcdef" alt="Fra 1 til 2"><table><thead><tr><th scope="col">År</th>'
        '<th scope="col">Kr.</th></tr></thead><tbody><tr><th scope="row">2026</th><td>10</td></tr>'
        "</tbody></table><p>Kilde: X</p></figure>"
    )
    assert sanitise(html) == html


def test_a_picture_stands_in_a_figure_of_the_case_alone():
    own = '<img src="/sager/1/tal/t4/diagram.svg?v=0123456789abcdef" alt="x">'
    assert sanitise(f"<p>a</p>{own}<p>b</p>") == "<p>a</p><p>b</p>"
    assert sanitise(f"<figure>{own}<p>b</p></figure>") == "<p>b</p>"
    assert sanitise(f'<figure data-figure="t1">{own}</figure>') == ""


def test_a_figure_in_a_figure_or_a_cell_is_its_words():
    inner = '<figure data-figure="t2"><p>inde</p></figure>'
    html = sanitise(f'<figure data-figure="t1"><p>ude</p>{inner}</figure>')
    assert html == '<figure data-figure="t1"><p>ude</p><p>inde</p></figure>'
    cells = sanitise(f"<table><tr><td>{inner}</td><td>y</td></tr></table>")
    assert "figure" not in cells
    assert "inde" in cells


@pytest.mark.parametrize(
    ("given_html", "expected"),
    [
        ("tekst", "<p>tekst</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<h1>A</h1><h2>B</h2><h5>C</h5>", "<h3>A</h3><h3>B</h3><h4>C</h4>"),
        ("<p>a<br><br>b</p>", "<p>a</p><p>b</p>"),
        ("<p> </p><p>&nbsp;</p><p>a</p><ul></ul>", "<p>a</p>"),
        ("<b><b>a</b></b><b>b</b>", "<p><strong>ab</strong></p>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<p>10&nbsp;mio. kr.</p>", "<p>10&nbsp;mio. kr.</p>"),
        ("<table><tr><td><p>alene</p></td></tr></table>", "<p>alene</p>"),
        (
            "<table><caption>Tabel 1</caption><tr><td>a<td>b<tr><td>c<td>d</table>",
            "<p>Tabel 1</p><table><tbody><tr><td>a</td><td>b</td></tr>"
            "<tr><td>c</td><td>d</td></tr></tbody></table>",
        ),
    ],
)
def test_the_order_it_is_set_in(given_html, expected):
    assert sanitise(given_html) == expected


def test_words_are_never_lost_to_nesting():
    assert sanitise("<div>" * 30_000 + "ord") == "<p>ord</p>"
    assert "ord" in sanitise("<ul><li>" * 100 + "ord")


def test_too_much_is_refused_with_what_to_do():
    with pytest.raises(Refusal, match="bilag"):
        sanitise("x" * (MOST + 1))
