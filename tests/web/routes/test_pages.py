"""The pages of ways: who sees them, what they show, and what their forms do and refuse."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import DelegationRule
from sagsgang.web.routes import services
from sagsgang.web.routes.models import CaseStop, RouteTemplate

pytestmark = pytest.mark.django_db

ROWS = (
    ("Direktionen", "recommendation", 1),
    ("Havneudvalget", "recommendation", 2),
    ("Økonomiudvalget", "recommendation", 3),
    ("Byrådet", "decision", 4),
)


def signed_in(client, user):
    client.force_login(user)
    return client


def post(client, path, prefix="", **fields):
    name = f"{prefix}-" if prefix else ""
    data = {f"{name}{key}": value for key, value in fields.items() if key != "do"}
    data[f"{name}operation"] = fields.pop("operation", None) or uuid4()
    if "do" in fields:
        data["do"] = fields["do"]
    return client.post(path, data)


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_way_is_laid_added_to_and_dated_from_its_page(client, world, meet):
    case = world.case(state="approved")
    officer = world.people["case_officer"]
    template = RouteTemplate.objects.create(municipality=world.municipality, name="Hele vejen")
    for name, kind, step in ROWS:
        template.stops.create(
            body=world.body(name), kind=kind, step=step, is_deciding=kind == "decision"
        )
    days = {name: 10 * step for name, _kind, step in ROWS}
    for name, day in days.items():
        meet(world.body(name), day)
    signed_in(client, officer)
    path = f"/sager/{case.pk}/vej/"
    assert "Der er ingen behandlinger" in text_of(client.get(path))
    assert post(client, path, "lay", do="lay", template=template.pk).status_code == 303
    assert CaseStop.objects.filter(case=case).count() == 4
    assert post(client, path, "dates", do="dates").status_code == 303
    assert set(CaseStop.objects.values_list("state", flat=True)) == {"scheduled"}
    added = post(
        client, path, "add", do="add", body=world.body("Ældrerådet").pk, kind="hearing", step=""
    )
    assert added.status_code == 303
    page = client.get(path)
    assert page.status_code == 200
    told = text_of(page)
    assert "Ældrerådet høres først , efter at Byrådet" in told.replace("først,", "først ,")
    assert "Trin 1 af 5" in told


def test_a_form_sent_twice_adds_once(client, world):
    case = world.case()
    signed_in(client, world.people["case_officer"])
    for _ in range(2):
        response = post(
            client,
            f"/sager/{case.pk}/vej/",
            "add",
            do="add",
            operation="6f1b2a34-0000-4000-8000-000000000001",
            body=world.body("Byrådet").pk,
            kind="decision",
            is_deciding="on",
            step="",
        )
        assert response.status_code == 303
    assert CaseStop.objects.filter(case=case).count() == 1


def test_a_second_that_settles_is_refused_and_what_was_typed_stays(client, world, way):
    case = world.case()
    way(case, ("Byrådet", "decision", 1))
    signed_in(client, world.people["case_officer"])
    response = post(
        client,
        f"/sager/{case.pk}/vej/",
        "add",
        do="add",
        body=world.body("Økonomiudvalget").pk,
        kind="decision",
        is_deciding="on",
        step="1",
    )
    assert response.status_code == 400
    assert "Byrådet afgør allerede sagen" in text_of(response)
    assert f'<option value="{world.body("Økonomiudvalget").pk}" selected' in (
        response.content.decode()
    )


def test_the_case_of_others_is_not_there(client, world, way):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    for key in ("stranger", "member", "administrator"):
        signed_in(client, world.people[key])
        for path in ("", f"{stop.pk}/", f"{stop.pk}/beslutning/", f"{stop.pk}/tilfoejelse/"):
            assert client.get(f"/sager/{case.pk}/vej/{path}").status_code == 404, (key, path)
    client.logout()
    assert client.get(f"/sager/{case.pk}/vej/").status_code == 302


def test_who_may_only_read_gets_403_and_no_forms(client, world, way):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    signed_in(client, world.people["colleague"])
    page = client.get(f"/sager/{case.pk}/vej/")
    assert page.status_code == 200
    assert b'name="do"' not in page.content
    assert post(client, f"/sager/{case.pk}/vej/", "dates", do="dates").status_code == 403
    withdrawn = post(
        client, f"/sager/{case.pk}/vej/{stop.pk}/", "withdraw", do="withdraw", reason="Nej"
    )
    assert withdrawn.status_code == 403
    assert client.get(f"/sager/{case.pk}/vej/{stop.pk}/beslutning/").status_code == 403


def test_the_decision_is_written_by_phrase_and_point_by_point(client, world, way):
    case = world.case(state="approved")
    case.points.create(number=2, text="at der sættes lys på.")
    case.points.create(number=3, text="at Ældrerådet orienteres.")
    stop, _last = way(case, ("Havneudvalget", "decision", 1), ("Byrådet", "decision", 2))
    signed_in(client, world.people["secretary"])
    path = f"/sager/{case.pk}/vej/{stop.pk}/beslutning/"
    assert client.get(path).status_code == 200
    day = timezone.localdate() - timedelta(days=1)
    fields = {
        "decided_on": day.isoformat(),
        "decision_text": "Ad 1 godkendt.\nAd 2-3 indstilles til godkendelse.",
        "absent": "Bo Vang",
        "item_number": "15",
    }
    operation = str(uuid4())
    assert post(client, path, operation=operation, **fields).status_code == 303
    stop.refresh_from_db()
    assert (stop.state, stop.outcome, stop.absent) == ("treated", "mixed", "Bo Vang")
    points = [(p.numbers, p.outcome) for p in stop.decided_points.all()]
    assert points == [("1", "approved"), ("2-3", "recommended")]
    assert CaseStop.objects.get(step=2).referred_by == stop
    # Sent again by the same click: once. Written again by somebody else: told so.
    assert post(client, path, operation=operation, **fields).status_code == 303
    again = post(client, path, **fields)
    assert again.status_code == 400
    assert "Ulla Fenger har allerede skrevet" in text_of(again)
    shown = text_of(client.get(f"/sager/{case.pk}/vej/"))
    assert "Punkt 2-3" in shown
    assert "Fraværende: Bo Vang" in shown


def test_words_that_say_nothing_ask_for_the_outcome(client, world, way):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    signed_in(client, world.people["secretary"])
    path = f"/sager/{case.pk}/vej/{stop.pk}/beslutning/"
    day = timezone.localdate().isoformat()
    response = post(client, path, decided_on=day, decision_text="Udvalget besøgte havnen.")
    assert response.status_code == 400
    assert "Vælg det her" in text_of(response)
    assert "Udvalget besøgte havnen." in text_of(response)
    assert post(client, path, decided_on=day, phrase="Godkendt.").status_code == 303
    stop.refresh_from_db()
    assert (stop.decision_text, stop.outcome) == ("Godkendt.", "approved")


def test_an_addition_stands_below_and_the_old_words_stay(client, world, way):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    secretary = world.people["secretary"]
    services.stop_record(
        actor=secretary,
        stop=stop,
        decided_on=timezone.localdate(),
        decision_text="Godkendt.",
        outcome="approved",
    )
    signed_in(client, secretary)
    path = f"/sager/{case.pk}/vej/{stop.pk}/tilfoejelse/"
    assert post(client, path, text="Anja Lind deltog ikke.").status_code == 303
    shown = text_of(client.get(f"/sager/{case.pk}/vej/"))
    assert "Godkendt." in shown
    assert "Anja Lind deltog ikke." in shown
    assert "af Ulla Fenger" in shown


def test_what_would_be_wrong_is_said_before_anything_is_sent(client, world, way):
    case = world.case()
    way(case, ("Byrådet", "decision", 1))
    signed_in(client, world.people["case_officer"])
    body = world.body("Ældrerådet").pk
    told = client.get(f"/sager/{case.pk}/vej/proev/?body={body}&kind=hearing")
    assert "Ældrerådet høres først" in text_of(told)
    assert CaseStop.objects.filter(case=case).count() == 1
    fine = client.get(f"/sager/{case.pk}/vej/proev/?body={body}&kind=information")
    assert text_of(fine).strip() == ""


def test_a_body_that_is_new_on_the_way_is_tried_with_its_meetings(client, world, meet):
    council = world.body("Byrådet")
    meeting = meet(council, 20)
    case = world.case(deadline=timezone.localdate(meeting.starts_at) + timedelta(days=30))
    signed_in(client, world.people["case_officer"])
    wanted = f"/sager/{case.pk}/vej/proev/?body={council.pk}&kind=decision&is_deciding=on"
    assert text_of(client.get(wanted)).strip() == ""
    meeting.delete()
    assert "har ikke noget møde" in text_of(client.get(wanted))


def test_the_administration_leads_to_the_ways(client, world):
    signed_in(client, world.people["administrator"])
    assert 'href="/administration/sagsgange/"' in client.get("/administration/").content.decode()


def test_a_treatment_is_moved_postponed_and_withdrawn(client, world, way, meet):
    case = world.case(state="approved")
    first, second = way(case, ("Havneudvalget", "recommendation", 1), ("Byrådet", "decision", 2))
    signed_in(client, world.people["case_officer"])
    path = f"/sager/{case.pk}/vej/{second.pk}/"
    assert client.get(path).status_code == 200
    post(client, path, "move", do="move", where="beside")
    second.refresh_from_db()
    assert second.step == 1
    post(client, path, "move", do="move", where="later")
    second.refresh_from_db()
    assert second.step == 2
    refused = post(client, path, "postpone", do="postpone", reason="Mangler tal")
    assert refused.status_code == 400
    assert "vælg et møde eller en dato" in text_of(refused)
    meeting = meet(world.body("Byrådet"), 20)
    done = post(client, path, "postpone", do="postpone", reason="Mangler tal", meeting=meeting.pk)
    assert done.status_code == 303
    second.refresh_from_db()
    assert (second.state, second.meeting) == ("postponed", meeting)
    post(client, f"/sager/{case.pk}/vej/{first.pk}/", "withdraw", do="withdraw", reason="Ikke nu")
    assert "Ikke nu" in text_of(client.get(f"/sager/{case.pk}/vej/"))


def test_the_list_of_the_forgotten_counts_what_one_may_see(
    client, world, way, django_assert_max_num_queries
):
    for number in range(3):
        case = world.case(f"Sag {number}", state="approved", is_closed=number == 2)
        way(case, ("Havneudvalget", "decision", 1))
    signed_in(client, world.people["colleague"])
    with django_assert_max_num_queries(14):
        page = text_of(client.get("/sagsgang/glemt/"))
    assert "2 behandlinger" in page
    assert "Sag 2" not in page
    signed_in(client, world.people["secretary"])
    assert "3 behandlinger" in text_of(client.get("/sagsgang/glemt/"))
    for key, status in (("stranger", 403), ("member", 403)):
        signed_in(client, world.people[key])
        assert client.get("/sagsgang/glemt/").status_code == status


def test_an_administrator_makes_a_way(client, world):
    signed_in(client, world.people["administrator"])
    home = world.municipality.pk
    made = post(client, "/administration/sagsgange/", f"home{home}", name="Budgetopfølgning")
    assert made.status_code == 400  # which municipality was not said
    response = client.post(
        "/administration/sagsgange/",
        {
            "home": home,
            f"home{home}-operation": uuid4(),
            f"home{home}-name": "Budgetopfølgning",
        },
    )
    template = RouteTemplate.objects.get()
    path = f"/administration/sagsgange/{template.pk}/"
    assert response.headers["Location"] == path
    for name, kind, _step in ROWS:
        added = post(
            client,
            path,
            "add",
            do="add",
            body=world.body(name).pk,
            kind=kind,
            step="",
            answer_days="21",
            **({"is_deciding": "on"} if kind == "decision" else {}),
        )
        assert added.status_code == 303
    last = template.stops.get(kind="decision")
    data = {"do": "move", "stop": last.pk, "move-operation": uuid4(), "move-where": "beside"}
    assert client.post(path, data).status_code == 303
    assert [stop.step for stop in template.stops.order_by("pk")] == [1, 2, 3, 3]
    assert "afgør sagen" in text_of(client.get(path))
    data |= {"move-operation": uuid4(), "move-where": "remove"}
    client.post(path, data)
    assert template.stops.count() == 3
    signed_in(client, world.people["secretary"])
    assert client.get(path).status_code == 404
    assert client.get("/administration/sagsgange/").status_code == 403


def test_what_is_good_to_know_is_said_once_and_asks_for_no_hand(client, world, meet, way):
    """A way that differs from the delegation plan may be meant so."""
    case = world.case(state="approved")
    DelegationRule.objects.create(
        municipality=world.municipality,
        subject="Havn",
        kle_prefix="15",
        decides=world.body("Økonomiudvalget"),
    )
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    stop.is_deciding = True
    stop.save()
    meeting = meet(stop.body, 20)
    services.stop_schedule(actor=world.people["case_officer"], stop=stop, meeting=meeting)
    page = signed_in(client, world.people["case_officer"]).get(f"/sager/{case.pk}/vej/")
    assert text_of(page).count("Efter delegationsplanen afgør Økonomiudvalget") == 1
    (card,) = page.context["way"].cards
    assert card.look == "dated"
