"""The references beyond their pages: what is in order, and texts that no person wrote."""

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking import check
from sagsgang.minutes import EarlierTreatment, Section, SectionKind

WORDS = (
    "se punkt 99 ",
    "bilag 7, ",
    "lov om aktiv ",
    "vedlagt ",
    "[a](#) ",
    "høring i ",
    "(link til sag ",
)


@pytest.fixture(scope="module")
def said(world):
    """The findings of a rule on items that say these texts, with their attachments."""

    def of(rule, *texts, attachments=()):
        items = [
            world.item(
                str(number),
                sections=(world.section(text),),
                attachments=attachments if number == 1 else (),
            )
            for number, text in enumerate(texts, start=1)
        ]
        return check(world.minutes(*items, body="Arbejdsmarkedsudvalget"), rules=[rule]).findings

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Se punkt 1.",
        "Se punkt 9 i referatet fra 3. marts 2024.",
        "Af lånebekendtgørelsens § 3, se punkt 6, fremgår det.",
        "Se punkt 9 i vedtægterne.",
        "Byrådet behandlede det før punkt 9.",
        "1. Åbent\n9. Lukket\n\nSe punkt 9.",
    ],
)
def test_r05_points_of_something_else(said, text):
    assert said("R05", text) == ()


def test_r05_a_contents_without_numbers_says_nothing(world):
    items = [world.item(None, sections=(world.section("Se punkt 9."),)) for _ in range(2)]
    assert check(world.minutes(*items), rules=["R05"]).findings == ()


def test_r02_attachments_numbered_through_the_meeting(world):
    items = [
        world.item(
            str(number),
            sections=(world.section("Se bilag 1."),),
            attachments=(f"Bilag {number} - Notat",),
        )
        for number in (1, 2, 3)
    ]
    assert check(world.minutes(*items), rules=["R02"]).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Er der noget, vil det blive vedlagt som bilag.",
        "Ansøgningen skal være vedlagt et budget.",
        "Notatet var vedlagt på sidste møde.",
    ],
)
def test_r09_what_is_attached_under_a_condition_or_elsewhere(said, text):
    assert said("R09", "Se bilag 1.", text, attachments=("Notat",)) == ()


def test_r06_a_log_of_the_whole_case_holds_this_meeting(world):
    held = datetime.datetime(2025, 5, 12, 16, 30)
    own = EarlierTreatment(body="Arbejdsmarkedsudvalget", date=held.date())
    listing = Section(
        heading="Tidligere behandling",
        kind=SectionKind.EARLIER_TREATMENTS,
        lines=(20, 22),
        text="",
    )

    def found(of_how_many):
        items = [
            world.item(
                str(number),
                sections=(listing,),
                earlier_treatments=(own if number <= of_how_many else own_of_another,),
            )
            for number in range(1, 6)
        ]
        minutes = world.minutes(*items, body="Arbejdsmarkedsudvalget", starts_at=held)
        return len(check(minutes, rules=["R06"]).findings)

    own_of_another = EarlierTreatment(body="Direktionen", date=held.date())
    assert (found(1), found(2), found(5)) == (1, 2, 0)


def test_r08_links_that_lead_on_are_looked_at_line_by_line(world):
    item = world.item(lines=(1, 3), sections=(world.section("Se opslaget og planen."),))
    lines = ["Se [opslaget](#) og", "[planen](https://www.example.org)", "[andet]()"]
    report = check(world.minutes(item), rules=["R08"], lines=lines)
    assert [(each.printed, each.lines) for each in report.findings] == [
        (("opslaget",), (1, 1)),
        (("andet",), (3, 3)),
    ]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_any_text_is_checked(said, text):
    said("R", text, f"Bilag 1 og {text}", attachments=("Notat",))


@pytest.mark.parametrize("word", WORDS)
def test_a_very_long_text_takes_no_quadratic_time(said, word):
    start = time.process_time()
    said("R", word * 40_000, attachments=("Notat",))
    said("R", "x" + word.replace(" ", "") * 40_000, attachments=("Notat",))
    assert time.process_time() - start < 8
