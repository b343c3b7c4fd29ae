"""A meeting as `minutes.Minutes`: an agenda while it is prepared, minutes once it is held."""

from datetime import datetime

import pytest

from sagsgang.minutes import DocumentKind, Outcome, SectionKind
from sagsgang.minutes.printed import Facts
from sagsgang.rendering.printed import item_blocks
from sagsgang.web.cases.models import Case, FinanceStatement, Section
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.compose import meeting_compose
from sagsgang.web.meetings.holding.services import item_begin, meeting_open, presence_record
from sagsgang.web.meetings.models import (
    DecisionPart,
    Item,
    ItemDecision,
    PresenceEvent,
    Proposal,
    Seat,
    Vote,
)

from .conftest import MEETING_DAY, at, fresh

pytestmark = pytest.mark.django_db


def test_the_agenda(meeting, on_agenda, closed, secretary):
    item = on_agenda(meeting)
    shut = closed(meeting, number="15.00.00-A00-7-26")
    composed = meeting_compose(fresh(meeting))
    minutes = composed.minutes
    assert minutes.kind is DocumentKind.AGENDA
    assert (minutes.municipality, minutes.body) == ("Ny Kommune", "Havneudvalget")
    assert minutes.starts_at == datetime(MEETING_DAY.year, MEETING_DAY.month, MEETING_DAY.day, 16)
    assert minutes.place == "Rådhuset, lokale 3"
    assert {person.name for person in minutes.members} == {"Bo Vang", "Anja Lind"}
    assert minutes.chair == "Bo Vang"
    by_key = dict(zip(composed.keys, minutes.items, strict=True))
    assert [r.text for r in by_key[item.pk].recommendations] == ["at skurene bygges."]
    assert by_key[item.pk].case_number.canonical == "15.00.00-A00-1-26"
    assert by_key[shut.pk].is_closed
    assert by_key[shut.pk].closed_ground == "prisen forhandles"
    assert [stop.body for stop in by_key[item.pk].case_route] == ["Havneudvalget"]


def test_lines_point_at_what_they_say(meeting, on_agenda, secretary):
    on_agenda(meeting)
    on_agenda(meeting, "Ny kaj", number="15.00.00-A00-2-26")
    composed = meeting_compose(fresh(meeting))
    for item in composed.minutes.items:
        first, last = item.lines
        assert composed.lines[first - 1] == item.title
        for section in item.sections:
            begin, end = section.lines
            assert first < begin <= end <= last
            assert composed.lines[begin - 1] == section.heading
            assert "\n".join(composed.lines[begin:end]) == section.text


@pytest.fixture
def held(sent, secretary, world, clock):
    """The meeting is under way at its first case: only the chair came."""
    clock.move_to(at(MEETING_DAY, 16))
    seats = {seat.sitting.user_id: seat for seat in Seat.objects.filter(meeting=sent)}
    chair, member = seats[world.people["chair"].pk], seats[world.people["member"].pk]
    meeting_open(actor=secretary, meeting=fresh(sent), present=[chair])
    item = Item.objects.filter(meeting=sent, stop__isnull=False).order_by("order").first()
    item = Item.objects.select_related("meeting__plan__body", "stop__case", "parent").get(
        pk=item.pk
    )
    clock.shift(60)
    item_begin(actor=secretary, item=item)
    assert presence_record
    return fresh(sent), item, chair, member


def test_the_minutes(held, secretary):
    meeting, item, chair, member = held
    decision = ItemDecision.objects.create(
        item=item,
        text="1 godkendt.",
        outcome="approved",
        recorded_by=secretary,
        recorded_at=at(MEETING_DAY, 16),
    )
    DecisionPart.objects.create(
        decision=decision, numbers="1", outcome="approved", text="Godkendt."
    )
    proposal = Proposal.objects.create(item=item, order=1, text="At der bygges to skure")
    Vote.objects.create(proposal=proposal, seat=chair, stance="for")
    composed = meeting_compose(meeting)
    minutes = composed.minutes
    assert minutes.kind is DocumentKind.MINUTES
    assert [person.name for person in minutes.present] == ["Bo Vang"]
    assert [person.name for person in minutes.absent] == ["Anja Lind"]
    told = dict(zip(composed.keys, minutes.items, strict=True))[item.pk]
    assert told.decision.outcome is Outcome.APPROVED
    assert [part.covers for part in told.decision.parts] == [(1,)]
    assert [each.name for each in told.absent] == ["Anja Lind"]
    assert [(vote.for_, vote.result) for vote in told.votes] == [(("Bo Vang",), "vedtaget")]
    (section,) = told.sections_of(SectionKind.DECISION)
    assert section.text == "1 godkendt."
    assert composed.lines[section.lines[0] - 1] == "Beslutning"
    assert not PresenceEvent.objects.filter(seat=member).exists()


def test_the_minutes_have_the_text_that_was_sent(held):
    meeting, item, _chair, _member = held
    item.stop.case.sections.update(html="<p>Noget helt andet.</p>")
    composed = meeting_compose(meeting)
    assert "Der bygges to skure." in composed.lines
    assert "Noget helt andet." not in composed.lines


def test_messages_stand_below_their_item(meeting, on_agenda, secretary):
    parent = Item.objects.filter(meeting=meeting, recurring="messages").first()
    agendas.item_add_message(
        actor=secretary, parent=parent, sender="Formanden", title="Tur", html="<p>I maj.</p>"
    )
    composed = meeting_compose(fresh(meeting))
    told = dict(zip(composed.keys, composed.minutes.items, strict=True))[parent.pk]
    assert ("Formanden: Tur", "I maj.") in [(s.heading, s.text) for s in told.sections]


STATED = "Økonomipåtegning: Skurene er betalt."


@pytest.fixture
def stated(meeting, on_agenda, secretary, world):
    """Puts a case with these sections on the agenda, and a statement by finance of it."""

    def _stated(*sections):
        item = on_agenda(meeting)
        case = item.stop.case
        case.sections.all().delete()
        for order, (heading, kind, html) in enumerate(sections, start=1):
            Section.objects.create(case=case, heading=heading, kind=kind, html=html, order=order)
        FinanceStatement.objects.create(
            case=case,
            asked_by=secretary,
            text="Skurene er betalt.",
            answered_by=world.people["finance_reviewer"],
            answered_at=case.changed_at,
            money_sha256=money_sha256(Case.objects.get(pk=case.pk)),
        )
        return next(
            each for each in meeting_compose(fresh(meeting)).minutes.items if each.case_number
        )

    return _stated


def test_the_finance_statement_stands_below_the_text_about_money(stated):
    item = stated(
        ("Økonomi", SectionKind.FINANCIAL_IMPLICATIONS, "<p>Skurene koster 9.000 kr.</p>"),
        ("Indstilling", SectionKind.RECOMMENDATION, ""),
    )
    assert [each.heading for each in item.sections] == ["Økonomi", "Indstilling"]
    assert item.sections[0].text == f"Skurene koster 9.000 kr.\n\n{STATED}"


def test_the_finance_statement_stands_also_where_nothing_is_written_about_money(stated):
    item = stated(
        ("Sagsfremstilling", SectionKind.PRESENTATION, "<p>Skurene er slidte.</p>"),
        ("Økonomi", SectionKind.FINANCIAL_IMPLICATIONS, ""),
        ("Indstilling", SectionKind.RECOMMENDATION, ""),
    )
    assert [each.heading for each in item.sections][1] == "Økonomi"
    assert item.sections[1].text == STATED


def test_a_finance_statement_without_a_section_about_money_stands_before_the_recommendation(stated):
    item = stated(
        ("Sagsfremstilling", SectionKind.PRESENTATION, "<p>Skurene er slidte.</p>"),
        ("Indstilling", SectionKind.RECOMMENDATION, ""),
    )
    assert [each.heading for each in item.sections] == [
        "Sagsfremstilling",
        "Økonomiske konsekvenser",
        "Indstilling",
    ]
    assert item.sections[1].text == STATED


@pytest.mark.parametrize(("html", "level"), [("", 1), ("<p>Alle har noget at sige.</p>", 2)])
def test_a_message_is_a_heading_inside_the_text_above_it_where_there_is_one(
    meeting, secretary, html, level
):
    top = agendas.item_add_own(actor=secretary, meeting=fresh(meeting), title="Nyt", html=html)
    agendas.item_add_message(
        actor=secretary, parent=top, sender="Formanden", title="Besøg", html="<p>I maj.</p>"
    )
    minutes = meeting_compose(fresh(meeting)).minutes
    item = next(each for each in minutes.items if each.title == "Nyt")
    section = item.sections[-1]
    assert (section.heading, section.level) == ("Formanden: Besøg", level)
    kinds = [row for block in item_blocks(item) if isinstance(block, Facts) for row in block.rows]
    assert "Afsnit" not in dict(kinds)
