"""The numbers of findings and of what holds, marked in the text where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking import Finding, Place, Report, Severity, Status, Verified
from sagsgang.checking.finding import Totals
from sagsgang.minutes import Section, SectionKind, Table
from sagsgang.web.archive.pages.blocks import TableQueue, blocks_of
from sagsgang.web.archive.pages.item_marks import ItemMarks
from sagsgang.web.archive.pages.marks import Mark, marked_html
from sagsgang.web.archive.templatetags.archive import block_html

SOURCE = {"name": "a", "sha256": "0" * 64, "format": "txt", "dialect": "plain", "confidence": 1}
TOTALS = Totals(items=1, tables=1, relations_verified=1, findings=1, suppressed=0)


def finding(*places: Place) -> Finding:
    return Finding(
        rule="F01",
        severity=Severity.WARNS,
        status=Status.FIRM,
        confidence=0.9,
        message="…",
        place=places[0],
        others=places[1:],
    )


def held(statement: str, place: Place) -> Verified:
    return Verified(rule="F01", statement=statement, place=place)


def shown(html: str) -> str:
    """Marks between brackets with the finding's number behind; what holds between braces."""
    html = re.sub(
        r'<a class="mark-ref"[^>]*><span class="sr-only"> fund </span>(\d+)</a>', r"\1", html
    )
    html = re.sub(r'<span class="held" title="[^"]*">(.*?)</span>', r"{\1}", html)
    return html.replace("<mark>", "[").replace("</mark>", "]")


@pytest.fixture
def render(item):
    def rendered(text: str, *answers: Finding | Verified, tables: tuple[Table, ...] = ()) -> str:
        section = Section(heading="Tal", kind=SectionKind.OTHER, lines=(1, 50), text=text)
        built = item("1", "Tal", sections=(section,), tables=tables)
        report = Report(
            source=SOURCE,
            findings=tuple(each for each in answers if isinstance(each, Finding)),
            verified=tuple(each for each in answers if isinstance(each, Verified)),
            summary=TOTALS,
        )
        marks = ItemMarks(built, 0, report, {n: f"#fund-{n}" for n in range(1, 9)})
        blocks = blocks_of(section, TableQueue(tables, marks), 0)
        return "".join(block_html(block, "") for block in blocks)

    return rendered


def spans(*found: tuple[int, int]) -> Place:
    return Place(item=0, section=0, spans=found)


def test_several_numbers_of_a_finding_in_a_sentence(render):
    html = render("Af 75 både ligger 60 her.", finding(spans((3, 5), (18, 20))))
    assert shown(html) == "<p>Af [75]1 både ligger [60]1 her.</p>"


def test_the_first_mark_of_a_place_can_be_linked_to_and_each_leads_back(render):
    html = render("Af 75 både ligger 60 her.", finding(spans((18, 20), (3, 5))))
    assert html.index("75") < html.index("maerke-1-1") < html.index("60")
    assert re.findall(r'id="([^"]+)"', html) == ["maerke-1-1"]
    assert re.findall(r'href="([^"]+)"', html) == ["#fund-1", "#fund-1"]


def test_overlapping_findings_are_both_named(render):
    html = render("75 af 90 både", finding(spans((0, 8))), finding(spans((6, 13))))
    assert shown(html) == "<p>[75 af ][90]1[ både]2</p>"
    html = render("75 både", finding(spans((0, 2))), finding(spans((0, 2))))
    assert shown(html) == "<p>[75]12 både</p>"


def test_marks_reach_over_lines_lists_and_leading_blanks(render):
    html = render(
        "  12 og\n  13\n\n- 14 kajer\n2) 15 kajer", finding(spans((2, 12), (16, 18), (28, 30)))
    )
    assert "<p>[12 og]1<br>[13]1</p>" in shown(html)
    assert "<span>[14]1 kajer</span>" in shown(html)
    assert "<span>[15]1 kajer</span>" in shown(html)


def test_cells_and_the_header_are_marked(render):
    table = Table(lines=(2, 4), header=("", "I alt"), rows=(("Både", "7"), ("Sum", "9")))
    place = Place(item=0, table=0, cells=((1, 1), (-1, 1)))
    html = shown(render("", finding(place), tables=(table,)))
    assert '<th scope="col">[I alt]1</th>' in html
    assert '<td class="number">[9]1</td>' in html
    assert html.count("[") == 2


def test_a_span_in_a_row_of_the_text_is_marked_in_its_cell(render):
    table = Table(lines=(2, 4), header=("", "I alt"), rows=(("Både", "7 (8)"), ("Sum", "9")))
    text = "\tI alt\nBåde\t7 (8)\nSum\t9"
    at = text.index("8")
    html = shown(render(text, finding(spans((at, at + 1))), tables=(table,)))
    assert "<td>7 ([8]1)</td>" in html or '<td class="number">7 ([8]1)</td>' in html
    assert html.count("[") == 1


def test_what_holds_is_told_apart_and_says_what_it_is(render):
    html = render("10 + 2 = 12", held("10 + 2 = 12", spans((0, 2))), finding(spans((9, 11))))
    assert shown(html) == "<p>{10} + 2 = [12]1</p>"
    assert 'title="10 + 2 = 12"' in html


def test_a_number_can_hold_and_be_wrong(render):
    html = render("12", held("a", spans((0, 2))), held("b", spans((0, 2))), finding(spans((0, 2))))
    assert shown(html) == "<p>[{12}]1</p>"
    assert 'title="a; b"' in html


@given(
    text=st.text(st.sampled_from("a<&\"' 1"), max_size=20),
    marks=st.lists(
        st.builds(
            Mark,
            st.integers(-3, 25),
            st.integers(-3, 25),
            finding=st.integers(0, 3),
            address=st.just('#"><b>'),
            statement=st.just('<i>"'),
        ),
        max_size=5,
    ),
)
def test_every_letter_is_escaped_and_stays_in_order(text, marks):
    html = marked_html(text, marks)
    bare = re.sub(
        r'<a class="mark-ref" href="[^"<>]*"><span class="sr-only"> \w+ </span>\d</a>', "", html
    )
    bare = re.sub(r'</?mark>|<span class="held" title="[^"<>]*">|</span>', "", bare)
    assert bare == marked_html(text, ())


def test_a_long_line_with_many_numbers_takes_no_quadratic_time(render):
    count = 20_000
    text = " ".join("12" for _ in range(count))
    answers = [held("1", spans(*((3 * n, 3 * n + 2) for n in range(count))))]
    assert render(text, *answers).count("held") == count
    row = text.replace(" ", "\t")
    assert render(row, *answers).count("held") == count
