"""The pages of the follow-up room, as those who may see them find them."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sagsgang.minutes import SectionKind
from sagsgang.web.cases.models import Case, Section
from sagsgang.web.followup import panels, services
from sagsgang.web.followup.models import ActivityList, FollowUp, SettledPromise, State
from sagsgang.web.followup.selectors.promises import promises_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_(world):
    def sign_in(key):
        client = Client()
        client.force_login(world.people[key])
        return client

    return sign_in


def page(client, name, *arguments, status=200, query=""):
    answer = client.get(reverse(f"followup:{name}", args=arguments) + query)
    assert answer.status_code == status
    return answer.content.decode()


def post(client, name, *arguments, prefix="", status=303, **fields):
    mark = f"{prefix}-" if prefix else ""
    data = {f"{mark}{key}": value for key, value in fields.items()}
    data[f"{mark}operation"] = str(uuid4())
    if prefix:
        data["do"] = prefix
    answer = client.post(reverse(f"followup:{name}", args=arguments), data)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer


def test_the_register_is_empty_says_so_and_is_not_for_strangers(as_):
    assert "Intet er åbent" in page(as_("secretary"), "register")
    assert "Intet på listen passer" in page(as_("secretary"), "register", query="?vis=alle&q=x")
    assert Client().get(reverse("followup:register")).status_code == 302


def test_the_register_shows_filters_and_exports(as_, asked, soon):
    row = asked("Status på skurene", until=soon(20))
    FollowUp.objects.create(
        body=row.body, text="=1+1", deadline=soon(-3), created_at=timezone.now()
    )
    shown = page(as_("secretary"), "register")
    assert shown.index("=1+1") < shown.index("Status på skurene")
    assert "1 er forsinket" in shown
    assert "Status på skurene" not in page(
        as_("secretary"), "register", query="?vis=forsinkede&slags=nonsens&udvalg=x"
    )
    file = as_("secretary").get(reverse("followup:export") + "?vis=alle")
    text = file.content.decode("utf-8-sig")
    assert file["Content-Type"].startswith("text/csv")
    assert "'=1+1;" in text
    assert "Status på skurene;Tilbagemelding;Åben;Signe Krogh" in text


def test_the_register_asks_the_database_no_more_for_more_rows_and_cases(
    as_, asked, world, django_assert_max_num_queries
):
    first = asked()

    def fill(number):
        for each in range(number):
            FollowUp.objects.create(
                body=first.body, item=first.item, text=f"Status {each}", created_at=timezone.now()
            )
            case = world.case(f"Både {each}", state="approved")
            case.points.create(number=2, text=f"at båd {each} evalueres om et år.")

    client = as_("secretary")
    fill(2)
    with CaptureQueriesContext(connection) as few:
        page(client, "register")
    fill(6)
    with django_assert_max_num_queries(len(few)):
        shown = page(client, "register")
    assert "Status 5" in shown
    assert "(8)" in shown
    assert len(few) <= 32


def test_one_follow_up_shows_the_decision_that_asked(as_, asked, soon):
    row = asked("Status på skurene", until=soon(20))
    shown = page(as_("case_officer"), "follow_up", row.pk)
    assert "Beslutningen, der bad om det" in shown
    assert "Godkendt." in shown
    assert "om 20 dage" in shown
    assert "Sæt på dagsordenen" not in shown
    assert "Sæt på dagsordenen" in page(as_("secretary"), "follow_up", row.pk)
    page(as_("stranger"), "follow_up", row.pk, status=404)
    page(as_("case_officer"), "edit", row.pk, status=403)


def test_a_follow_up_makes_a_new_case_from_the_one_it_came_from(as_, asked, soon):
    row = asked("Status på skurene", until=soon(20))
    officer = as_("case_officer")
    assert "Genbrug sagen" in page(officer, "follow_up", row.pk)
    form = page(officer, "reuse", row.pk)
    assert row.case.title in form
    assert soon(20).isoformat() in form
    answer = post(officer, "reuse", row.pk, title="Status på skurene i år")
    made = Case.objects.get(reused_from=row.case)
    assert answer["Location"] == reverse("cases:write", args=[made.pk])
    assert reverse("cases:case", args=[made.pk]) in page(officer, "follow_up", row.pk)
    post(officer, "reuse", row.pk, status=400, title="")


def test_only_who_may_use_the_case_again_is_offered_to(as_, asked, soon):
    row = asked("Status på skurene", until=soon(20))
    for key in ("secretary", "member"):
        assert "Genbrug sagen" not in page(as_(key), "follow_up", row.pk)
        page(as_(key), "reuse", row.pk, status=403)
    FollowUp.objects.filter(pk=row.pk).update(case=None)
    assert "Genbrug sagen" not in page(as_("case_officer"), "follow_up", row.pk)


def test_a_follow_up_is_done_through_its_page(as_, asked):
    row = asked()
    officer, secretary = as_("case_officer"), as_("secretary")
    post(officer, "follow_up", row.pk, prefix="begin")
    post(officer, "follow_up", row.pk, prefix="report", result="Ni skure")
    post(officer, "follow_up", row.pk, prefix="evidence", status=400)
    post(officer, "follow_up", row.pk, prefix="evidence", text="Brevet", address="https://a.dk/b")
    post(officer, "follow_up", row.pk, prefix="finish", status=403)
    post(secretary, "follow_up", row.pk, prefix="finish")
    assert FollowUp.objects.get(pk=row.pk).state == State.DONE
    post(secretary, "follow_up", row.pk, prefix="reopen")
    post(secretary, "follow_up", row.pk, prefix="drop", reason="Det blev ikke til noget")
    shown = page(secretary, "follow_up", row.pk)
    assert "Det blev ikke til noget" in shown
    assert "https://a.dk/b" in shown
    assert secretary.post(reverse("followup:follow_up", args=[row.pk])).status_code == 404


def test_a_form_sent_twice_is_done_once(as_, world, secretary):
    data = {
        "operation": str(uuid4()),
        "body": world.bodies["Havneudvalget"].pk,
        "text": "Brev",
        "kind": "evaluation",
    }
    first = as_("secretary").post(reverse("followup:add"), data)
    again = as_("secretary").post(reverse("followup:add"), data)
    assert first["Location"] == again["Location"]
    row = FollowUp.objects.get()
    post(as_("secretary"), "part", row.pk, text="Første del", deadline="2030-01-31")
    assert "Første del" in page(as_("secretary"), "follow_up", row.pk)
    page(as_("secretary"), "part", row.parts.get().pk, status=404)
    page(as_("member"), "add", status=403)


def test_it_is_changed_and_a_revision_seen_before_is_refused(as_, asked, soon):
    row = asked()
    fields = {"text": "Ny tekst", "kind": "report", "deadline": soon(9).isoformat()}
    post(as_("secretary"), "edit", row.pk, based_on=row.revision, **fields)
    post(as_("secretary"), "edit", row.pk, based_on=row.revision, status=400, **fields)
    row.refresh_from_db()
    assert (row.text, row.owner, row.deadline) == ("Ny tekst", None, soon(9))


def test_it_is_put_on_an_agenda_and_the_item_shows_the_decision(as_, asked, agenda, table):
    row = asked()
    assert "Ingen dagsorden" in page(as_("secretary"), "put_on", row.pk)
    meeting = agenda()
    post(as_("secretary"), "put_on", row.pk, title="Status", meeting=meeting.pk)
    row.refresh_from_db()
    assert row.reported_in.title == "Status"
    post(as_("secretary"), "put_on", row.pk, title="Igen", meeting=meeting.pk, status=400)
    post(as_("secretary"), "put_on", row.pk, title="Ingen", status=400)
    assert "Er på dagsordenen" in page(as_("secretary"), "follow_up", row.pk)


def test_promises_are_accepted_and_set_aside_on_their_pages(as_, world):
    case = world.case(state="approved")
    Section.objects.filter(case=case, kind=SectionKind.PRESENTATION).update(
        html="<p>Bådene opgøres om to år.</p><p>Kajen evalueres om et år.</p>"
    )
    officer = as_("case_officer")
    shown = page(officer, "promises")
    assert "Bådene opgøres om to år." in shown
    first, second = promises_in(case)
    assert "Bådene opgøres" in page(officer, "promise", case.pk, first.key)
    fields = {"text": "Tæl bådene", "kind": "report", "deadline": "2030-01-31"}
    post(officer, "promise", case.pk, first.key, **fields)
    assert FollowUp.objects.get().quote == "Bådene opgøres om to år."
    assert officer.get(reverse("followup:promise", args=[case.pk, first.key])).status_code == 303
    post(officer, "promise_aside", case.pk, second.key, reason="Hvert år")
    assert "Der er set på alle løfter" in page(officer, "promises")
    case_page = officer.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "1 løfte er sat til side" in case_page
    assert "Tæl bådene" in case_page
    post(officer, "promise_back", case.pk, second.key)
    assert SettledPromise.objects.count() == 1
    page(as_("colleague"), "promise", case.pk, second.key, status=403)
    page(as_("member"), "promise", case.pk, second.key, status=404)
    page(officer, "promise", case.pk, "nonsens", status=404)


def test_a_list_is_written_put_on_and_exported(as_, world, agenda, person, soon):
    secretary = as_("secretary")
    body = world.bodies["Havneudvalget"]
    days = {"starts_on": soon(-30).isoformat(), "ends_on": soon(0).isoformat()}
    post(secretary, "list_make", body=body.pk, **days)
    listed = ActivityList.objects.get()
    assert "Der er intet på listen endnu" in page(secretary, "list", listed.pk)
    fields = {
        "day": soon(-5).isoformat(),
        "title": "Besigtigelse",
        "litra": "f",
        "hours": "2,5",
        "members": [person("member").pk],
    }
    post(secretary, "list", listed.pk, **fields)
    shown = page(secretary, "list", listed.pk)
    assert "Ingen beslutning i referatet" in shown
    post(secretary, "list_put_on", listed.pk, meeting=agenda().pk)
    assert "Ikke godkendt endnu" in page(secretary, "list", listed.pk)
    version = listed.versions.get()
    file = secretary.get(reverse("followup:list_export", args=[listed.pk]))
    assert "Besigtigelse;f;2,50;Anja Lind;nej" in file.content.decode()
    post(secretary, "list_change", listed.pk, **days, pays_on=soon(9).isoformat())
    post(secretary, "list_remove", listed.pk, listed.rows.get().pk)
    assert not listed.rows.exists()
    assert version.content["rows"]
    member = as_("member")
    assert "Mødeliste" in page(member, "lists")
    page(member, "list", listed.pk)
    page(member, "list_export", listed.pk, status=403)
    page(member, "list_change", listed.pk, status=403)
    page(as_("stranger"), "list", listed.pk, status=404)


def test_the_administrator_chooses_the_days(as_):
    chief = as_("administrator")
    assert "60, 14" in page(chief, "days")
    post(chief, "days", days="90, 7")
    assert "90, 7" in page(chief, "days")
    post(chief, "days", days="snart", status=400)
    page(as_("secretary"), "days", status=403)


def test_it_waits_on_the_desk_of_its_owner_and_late_on_the_secretarys(as_, asked, soon):
    row = asked("Status på skurene", until=soon(5))
    assert "Status på skurene" in as_("case_officer").get("/arbejde/").content.decode()
    assert "Status på skurene" not in as_("secretary").get("/arbejde/").content.decode()
    FollowUp.objects.filter(pk=row.pk).update(deadline=soon(-1))
    assert "Status på skurene" in as_("secretary").get("/arbejde/").content.decode()


def test_the_bodys_page_shows_what_it_waits_for(as_, asked, world):
    asked("Status på skurene")
    shown = as_("member").get("/udvalg/havneudvalget/").content.decode()
    assert "Åbne opfølgninger" in shown
    assert "Status på skurene" in shown


def test_the_item_shows_what_it_asked_for_and_what_it_comes_back_with(
    asked, agenda, world, secretary
):
    row = asked("Status på skurene")
    back = services.follow_up_put_on(actor=secretary, follow_up=row, meeting=agenda())
    request = RequestFactory().get("/")
    request.user = world.people["member"]
    assert "hvad der blev af det" in panels.item_main(request, row.item)
    assert panels.item_main(request, back) is None
    request.user = secretary
    shown = panels.item_main(request, back)
    assert "punktet melder tilbage på" in shown
    assert "Godkendt." in shown
    assert "Melder tilbage på" in panels.holding_item(request, back)
