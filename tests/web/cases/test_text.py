"""Two who write in one case: nothing that anybody saved is ever lost."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.models import CaseState, CaseVersion, KeptText, RecommendationPoint, Section
from sagsgang.web.cases.selectors import others_here
from sagsgang.web.cases.services import (
    PointInput,
    case_head_save,
    case_share,
    case_text_nothing,
    case_text_save,
    kept_text_settle,
    points_save,
    version_make,
    version_restore,
)
from sagsgang.web.design.refusal import Refusal

from ..world import build_world

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def shared(db, world):
    """A case that two officers write in, and its first section."""
    case = world.case()
    case_share(actor=world.people["case_officer"], case=case, user=world.people["colleague"])
    return case, case.sections.first()


def save(world, case, who, html, based_on, section=None, **more):
    return case_text_save(
        actor=world.people[who],
        case=case,
        section=section or case.sections.first(),
        html=html,
        based_on=based_on,
        **more,
    )


def test_a_text_is_saved_on_the_revision_it_was_written_on(world, shared):
    case, section = shared
    saved = save(world, case, "case_officer", "<p>Tre skure.</p>", 1)
    assert saved.is_changed
    section.refresh_from_db()
    assert section.html == "<p>Tre skure.</p>"
    assert section.revision == 2
    assert section.changed_by == world.people["case_officer"]
    case.refresh_from_db()
    assert "tre skure" in case.search_text
    assert Event.objects.filter(code="case_text_saved").count() == 1


def test_when_another_was_quicker_hers_stays_and_mine_is_kept(world, shared):
    case, section = shared
    save(world, case, "case_officer", "<p>Hendes.</p>", 1)
    late = save(world, case, "colleague", "<p>Mit.</p>", 1)
    section.refresh_from_db()
    assert section.html == "<p>Hendes.</p>"
    assert late.kept.html == "<p>Mit.</p>"
    assert late.section.revision == 2
    # Sent twice it is kept once.
    assert save(world, case, "colleague", "<p>Mit.</p>", 1).kept == late.kept
    assert KeptText.objects.count() == 1


def test_the_kept_text_can_be_used_and_then_waits_no_longer(world, shared):
    case, section = shared
    save(world, case, "case_officer", "<p>Hendes.</p>", 1)
    kept = save(world, case, "colleague", "<p>Mit.</p>", 1).kept
    save(world, case, "colleague", "<p>Mit.</p>", 2, settles=kept)
    section.refresh_from_db()
    assert section.html == "<p>Mit.</p>"
    kept.refresh_from_db()
    assert kept.settled_at is not None
    texts = [v.content["sections"][0]["html"] for v in case.versions.all()]
    assert "<p>Hendes.</p>" in texts


def test_choosing_hers_leaves_the_kept_text_in_its_row(world, shared):
    case, _ = shared
    save(world, case, "case_officer", "<p>Hendes.</p>", 1)
    kept = save(world, case, "colleague", "<p>Mit.</p>", 1).kept
    kept_text_settle(actor=world.people["colleague"], case=case, kept=kept)
    kept.refresh_from_db()
    assert kept.settled_at is not None
    assert kept.html == "<p>Mit.</p>"


def test_the_same_text_again_is_no_conflict(world, shared):
    case, _ = shared
    save(world, case, "case_officer", "<p>Ens.</p>", 1)
    assert save(world, case, "colleague", "<p>Ens.</p>", 1).kept is None


def test_script_in_a_pasted_text_is_taken_out(world, shared):
    case, section = shared
    save(
        world,
        case,
        "case_officer",
        '<p onclick="x()">Kaj<script>alert(1)</script><img src=x onerror=y>'
        '<a href="javascript:z()">her</a></p>',
        1,
    )
    section.refresh_from_db()
    for evil in ("script", "onclick", "onerror", "javascript", "<img"):
        assert evil not in section.html
    assert "Kaj" in section.html


def test_only_those_who_may_write_do(world, shared):
    case, _ = shared
    for key in ("manager", "secretary", "finance_reviewer", "stranger"):
        with pytest.raises(PermissionDenied):
            save(world, case, key, "<p>Nej.</p>", 1)
    case.state = CaseState.SENT
    case.save()
    with pytest.raises(PermissionDenied):
        save(world, case, "case_officer", "<p>Nej.</p>", 1)


def test_a_section_of_another_case_is_refused(world, shared):
    case, _ = shared
    other = world.case("En anden sag")
    with pytest.raises(Refusal):
        save(world, case, "case_officer", "<p>x</p>", 1, section=other.sections.first())


def test_nothing_to_remark_in_one_click_but_never_over_a_text(world, shared):
    case, section = shared
    section.nothing_text = "Intet at bemærke."
    section.save()
    officer = world.people["case_officer"]
    with pytest.raises(Refusal):
        case_text_nothing(actor=officer, case=case, section=section, based_on=1)
    section.html = ""
    section.save()
    case_text_nothing(actor=officer, case=case, section=section, based_on=1)
    section.refresh_from_db()
    assert section.html == "<p>Intet at bemærke.</p>"


def test_who_writes_is_seen_by_the_other_for_a_while(world, shared):
    case, _ = shared
    with time_machine.travel(NOON, tick=False) as clock:
        save(world, case, "case_officer", "<p>Her.</p>", 1)
        assert [str(p.user) for p in others_here(case, world.people["colleague"])] == [
            "Signe Krogh"
        ]
        assert others_here(case, world.people["case_officer"]) == []
        clock.shift(timedelta(minutes=2))
        assert others_here(case, world.people["colleague"]) == []


# Versions ---------------------------------------------------------------------------------------


def test_what_one_writes_within_ten_minutes_is_one_version(world, shared):
    case, _ = shared
    with time_machine.travel(NOON, tick=False) as clock:
        save(world, case, "case_officer", "<p>Et.</p>", 1)
        clock.shift(timedelta(minutes=4))
        save(world, case, "case_officer", "<p>Et to.</p>", 2)
        assert case.versions.count() == 1
        clock.shift(timedelta(minutes=7))
        save(world, case, "case_officer", "<p>Et to tre.</p>", 3)
        assert case.versions.count() == 2
        save(world, case, "colleague", "<p>Et to tre fire.</p>", 4)
        assert [v.by.name for v in case.versions.all()][-1] == "Kaj Brink"
        assert case.versions.count() == 3


def test_taking_much_away_leaves_the_version_that_had_it(world, shared):
    case, _ = shared
    long = "<p>" + "ord " * 30 + "</p>"
    with time_machine.travel(NOON, tick=False):
        save(world, case, "case_officer", long, 1)
        save(world, case, "case_officer", "", 2)
    texts = [v.content["sections"][0]["html"] for v in case.versions.all()]
    assert "ord ord" in texts[0]
    assert texts[1] == ""


def test_a_version_that_something_leans_on_never_changes(world, shared):
    case, _ = shared
    sent = version_make(case=case, actor=world.people["case_officer"], reason="sent")
    save(world, case, "case_officer", "<p>Senere.</p>", 1)
    sha = sent.sha256
    sent.refresh_from_db()
    assert sent.sha256 == sha
    assert CaseVersion.objects.count() == 2


def test_a_version_has_the_hash_of_what_is_in_it(world, shared):
    case, _ = shared
    one = version_make(case=case, actor=world.people["case_officer"], reason="sent")
    two = version_make(case=case, actor=world.people["colleague"], reason="approved")
    assert one.sha256 == two.sha256
    save(world, case, "case_officer", "<p>Andet.</p>", 1)
    three = version_make(case=case, actor=world.people["case_officer"], reason="sent")
    assert three.sha256 != one.sha256
    assert three.content["points"][0]["text"] == "at skurene bygges."


def test_bringing_a_version_back_is_a_new_version_and_can_be_undone(world, shared):
    case, section = shared
    officer = world.people["case_officer"]
    first = version_make(case=case, actor=officer, reason="sent")
    save(world, case, "case_officer", "<p>Nyt.</p>", 1)
    points_save(actor=officer, case=case, points=[], based_on=1)
    made = version_restore(actor=officer, case=case, version=first)
    section.refresh_from_db()
    assert section.html == "<p>Der bygges to skure.</p>"
    assert case.points.get().text == "at skurene bygges."
    assert made.restored_from == first.number
    before = case.versions.get(number=made.number - 1)
    version_restore(actor=officer, case=case, version=before)
    section.refresh_from_db()
    assert section.html == "<p>Nyt.</p>"
    assert not case.points.exists()


def test_a_version_of_another_case_is_not_brought_back(world, shared):
    case, _ = shared
    officer = world.people["case_officer"]
    other = version_make(case=world.case("En anden"), actor=officer)
    with pytest.raises(Refusal):
        version_restore(actor=officer, case=case, version=other)


# Points and head ---------------------------------------------------------------------------------


def test_points_keep_their_rows_when_they_change_places(world, shared):
    case, _ = shared
    officer = world.people["case_officer"]
    made = points_save(
        actor=officer,
        case=case,
        points=[PointInput("at a"), PointInput("at b", choice="A"), PointInput("  ")],
        based_on=1,
    )
    a, b = made.points
    turned = points_save(
        actor=officer,
        case=case,
        points=[PointInput("at b", b.pk, choice="A"), PointInput("at a", a.pk)],
        based_on=2,
    )
    assert [(p.pk, p.number) for p in turned.points] == [(b.pk, 1), (a.pk, 2)]


def test_points_of_two_writers(world, shared):
    case, _ = shared
    points_save(
        actor=world.people["case_officer"], case=case, points=[PointInput("at ja")], based_on=1
    )
    late = points_save(
        actor=world.people["colleague"], case=case, points=[PointInput("at nej")], based_on=1
    )
    assert late.kept.points[0]["text"] == "at nej"
    assert RecommendationPoint.objects.get().text == "at ja"


def test_a_point_is_put_only_to_a_body_of_the_municipality(world, shared):
    case, _ = shared
    with pytest.raises(Refusal):
        points_save(
            actor=world.people["case_officer"],
            case=case,
            points=[PointInput("at", addressee=10**9)],
            based_on=1,
        )


def head(case, **changed):
    told = {
        "title": case.title,
        "number": case.number,
        "kind": case.kind,
        "deadline": case.deadline,
        "has_financial_implications": case.has_financial_implications,
    }
    return told | changed


def test_the_head_is_not_written_over_what_another_wrote(world, shared):
    case, _ = shared
    officer, colleague = world.people["case_officer"], world.people["colleague"]
    case_head_save(actor=officer, case=case, based_on=1, **head(case, title="Nyt navn"))
    assert case.title == "Nyt navn"
    with pytest.raises(Refusal):
        case_head_save(actor=colleague, case=case, based_on=1, **head(case, title="Andet navn"))


def test_a_case_is_closed_only_with_ground_rule_and_public_title(world, shared):
    case, _ = shared
    officer = world.people["case_officer"]
    with pytest.raises(Refusal) as refused:
        case_head_save(actor=officer, case=case, based_on=1, **head(case), is_closed=True)
    assert refused.value.field == "closed_ground"
    closed = {
        "is_closed": True,
        "closed_ground": "Budgivere kendes endnu ikke.",
        "closed_reference": "Kommunestyrelsesloven § 10",
        "public_title": "Udbud",
    }
    case_head_save(actor=officer, case=case, based_on=1, **head(case), **closed)
    assert case.is_closed
    case.refresh_from_db()
    assert case.public_title == "Udbud"
    codes = set(Event.objects.values_list("code", flat=True))
    assert {"case_head_saved", "case_closed_set"} <= codes


# The law -----------------------------------------------------------------------------------------

WRITES = st.lists(
    st.tuples(
        st.sampled_from(["case_officer", "colleague"]),
        st.sampled_from([0, 1]),
        st.integers(0, 3),
        st.sampled_from(["write", "write", "write", "load", "use mine", "use hers", "restore"]),
    ),
    max_size=14,
)


class NothingIsLost(TestCase):
    """Random histories of two who load, write on what they loaded, and choose between texts."""

    @classmethod
    def setUpTestData(cls):
        cls.world = build_world()

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(WRITES, st.sampled_from([1, 11]))
    def test_every_saved_text_is_somewhere(self, writes, minutes):
        world = self.world
        case = world.case()
        case.co_officers.add(world.people["colleague"])
        sections = list(case.sections.all())
        seen = {who: [1, 1] for who in ("case_officer", "colleague")}
        saved: list[tuple[str, int, str]] = []
        with time_machine.travel(NOON, tick=False) as clock:
            for step, (who, at, lag, what) in enumerate(writes):
                clock.shift(timedelta(minutes=minutes))
                section = Section.objects.get(pk=sections[at].pk)
                actor = world.people[who]
                kept = KeptText.objects.filter(
                    section=section, author=actor, settled_at__isnull=True
                ).first()
                if what == "load":
                    seen[who][at] = max(1, section.revision - lag)
                elif what == "use mine" and kept:
                    save(world, case, who, kept.html, section.revision, section, settles=kept)
                elif what == "use hers" and kept:
                    kept_text_settle(actor=actor, case=case, kept=kept)
                elif what == "restore" and case.versions.exists():
                    version_restore(actor=actor, case=case, version=case.versions.first())
                else:
                    html = f"<p>tekst {step} af {who}</p>"
                    told = save(world, case, who, html, seen[who][at], section)
                    saved.append((who, at, html))
                    if told.kept is None:
                        seen[who][at] = told.section.revision
        everything = {s.html for s in Section.objects.filter(case=case)}
        everything |= set(KeptText.objects.filter(case=case).values_list("html", flat=True))
        for version in case.versions.all():
            everything |= {s["html"] for s in version.content["sections"]}
        for place, (who, at, html) in enumerate(saved):
            # Within ten minutes one's own next text may stand for the one it took the place of.
            own_later = [(w, a) for w, a, _ in saved[place + 1 :]]
            assert html in everything or (minutes == 1 and (who, at) in own_later)
