"""The pages of cases: who gets which, what they show, and that a form sent twice does it once."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sagsgang.web.cases.models import Case, CaseState, CaseTemplate, KeptText
from sagsgang.web.cases.services import (
    case_reuse,
    case_share,
    case_text_save,
    template_install_all,
    version_make,
)
from sagsgang.web.cases.templatetags.cases import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(world):
    """A browser in which somebody of the world is signed in."""

    def _browser(key):
        client = Client()
        client.force_login(world.people[key])
        return client

    return _browser


def address(name, *args):
    return reverse(f"cases:{name}", args=args)


def send(client, where, **data):
    return client.post(where, {"operation": str(uuid4()), **data})


def test_the_page_of_a_case_shows_its_text_points_and_state(world, browser):
    case = world.case()
    page = browser("case_officer").get(address("case", case.pk)).content.decode()
    for words in ("Nye cykelskure", "15.00.00-A00-1-26", "Kladde", "Der bygges to skure."):
        assert words in page
    assert "at skurene bygges." in page
    assert address("write", case.pk) in page


@pytest.mark.parametrize("name", ["case", "write", "versions", "head", "share", "reuse"])
def test_what_may_not_be_read_is_not_there(world, browser, name):
    case = world.case(is_closed=True, public_title="Lukket")
    for key in ("stranger", "colleague", "administrator"):
        assert browser(key).get(address(name, case.pk)).status_code == 404
    assert Client().get(address(name, case.pk)).status_code == 302


def test_what_may_be_read_but_not_done_is_refused(world, browser):
    case = world.case()
    assert browser("colleague").get(address("case", case.pk)).status_code == 200
    for name in ("write", "head", "share", "versions"):
        assert browser("colleague").get(address(name, case.pk)).status_code == 403


def test_a_case_is_made_by_the_form_once(world, browser):
    template_install_all(world.municipality)
    client = browser("case_officer")
    page = client.get(address("create")).content.decode()
    assert "Havneudvalget" in page
    data = {
        "operation": str(uuid4()),
        "body": world.bodies["Havneudvalget"].pk,
        "template": CaseTemplate.objects.get(origin="summary_and_parts").pk,
        "title": "Nye pullerter",
        "kind": "decision",
    }
    answers = [client.post(address("create"), data) for _ in range(2)]
    assert [a.status_code for a in answers] == [303, 303]
    assert Case.objects.filter(title="Nye pullerter").count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


def test_a_refused_form_keeps_what_was_typed(world, browser):
    template_install_all(world.municipality)
    answer = send(
        browser("case_officer"),
        address("create"),
        body=world.bodies["Havneudvalget"].pk,
        template=CaseTemplate.objects.get(origin="summary_and_parts").pk,
        title="Nye pullerter",
        kind="decision",
        number="15.00.00P3555-21",
    )
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "15.00.00-P35-55-21" in page
    assert "Nye pullerter" in page
    assert 'name="is_number_confirmed"' in page
    assert not Case.objects.exists()


def test_who_may_make_no_case_gets_no_form(browser):
    assert browser("member").get(address("create")).status_code == 403


def test_a_section_is_saved_and_the_script_is_told_in_json(world, browser):
    case = world.case()
    section = case.sections.first()
    client = browser("case_officer")
    where = address("text_save", case.pk, section.pk)
    plain = send(client, where, based_on=1, html="<p>Fire skure.</p>")
    assert plain.status_code == 303
    assert plain["Location"].endswith(f"#afsnit-{section.pk}")
    key = str(uuid4())
    told = [
        client.post(
            where,
            {"operation": key, "based_on": 2, "html": "<p>Fem skure.</p>"},
            headers={"Accept": "application/json"},
        ).json()
        for _ in range(2)
    ]
    assert [t["revision"] for t in told] == [3, 3]
    assert told[0]["told"].startswith("Gemt kl. ")


def test_two_who_write_are_led_to_both_texts(world, browser):
    case = world.case()
    section = case.sections.first()
    case_share(actor=world.people["case_officer"], case=case, user=world.people["colleague"])
    where = address("text_save", case.pk, section.pk)
    send(browser("case_officer"), where, based_on=1, html="<p>Hendes skure.</p>")
    client = browser("colleague")
    late = send(client, where, based_on=1, html="<p>Mine skure.</p>")
    kept = KeptText.objects.get()
    assert late["Location"] == address("conflict", case.pk, kept.pk)
    page = client.get(late["Location"]).content.decode()
    for words in ("Hendes skure.", "Mine skure.", "<ins>", "<del>"):
        assert words in page
    assert "Se begge tekster" in client.get(address("write", case.pk)).content.decode()
    used = send(
        client, where, based_on=2, settles=kept.pk, html="<p>Hendes skure.</p><p>Mine skure.</p>"
    )
    assert used.status_code == 303
    section.refresh_from_db()
    assert section.html == "<p>Hendes skure.</p><p>Mine skure.</p>"
    kept.refresh_from_db()
    assert kept.settled_at


def test_hers_can_be_chosen(world, browser):
    case = world.case()
    kept = KeptText.objects.create(
        case=case,
        section=case.sections.first(),
        html="<p>Mit.</p>",
        based_on=0,
        author=world.people["case_officer"],
    )
    send(browser("case_officer"), address("use_hers", case.pk, kept.pk))
    kept.refresh_from_db()
    assert kept.settled_at


def test_kept_points_can_be_used(world, browser):
    case = world.case()
    kept = KeptText.objects.create(
        case=case,
        points=[{"text": "at vente", "id": None, "addressee": None, "choice": ""}],
        based_on=0,
        author=world.people["case_officer"],
    )
    client = browser("case_officer")
    assert "at vente" in client.get(address("conflict", case.pk, kept.pk)).content.decode()
    send(client, address("use_my_points", case.pk, kept.pk), based_on=1)
    assert case.points.get().text == "at vente"


def test_text_that_comes_after_the_case_was_sent_is_shown_again(world, browser):
    case = world.case(state=CaseState.SENT)
    where = address("text_save", case.pk, case.sections.first().pk)
    answer = send(browser("case_officer"), where, based_on=1, html="<p>Et langt afsnit.</p>")
    assert answer.status_code == 403
    assert "Et langt afsnit." in answer.content.decode()


def test_points_are_moved_and_removed_by_buttons(world, browser):
    case = world.case()
    client = browser("case_officer")
    where = address("points", case.pk)
    empty = {"point_id": ["", "", ""], "point_addressee": [""] * 3, "point_choice": ["A", "A", ""]}
    rows = {"point_text": ["at a", "at b", ""], **empty}
    send(client, where, based_on=1, move="down:0", **rows)
    assert list(case.points.values_list("number", "text", "choice")) == [
        (1, "at b", "A"),
        (2, "at a", "A"),
    ]
    assert "alternativer" in client.get(address("case", case.pk)).content.decode()
    send(client, where, based_on=2, move="remove:0", **rows)
    assert case.points.get().text == "at b"


def test_the_heartbeat_tells_who_is_here_and_what_changed(world, browser):
    case = world.case()
    case_share(actor=world.people["case_officer"], case=case, user=world.people["colleague"])
    section = case.sections.first()
    browser("colleague").post(address("here", case.pk), {"section": section.pk})
    told = browser("case_officer").post(address("here", case.pk)).json()
    assert told["others"] == ["Kaj Brink (Sagsfremstilling)"]
    assert told["revisions"][str(section.pk)] == 1


@pytest.mark.parametrize(
    ("name", "state", "key", "after"),
    [
        ("send", "draft", "case_officer", "sent"),
        ("hent-hjem", "sent", "case_officer", "draft"),
        ("skriv-videre", "approved", "case_officer", "draft"),
        ("traek-tilbage", "draft", "manager", "withdrawn"),
        ("genaabn", "withdrawn", "case_officer", "draft"),
        ("afslut", "approved", "secretary", "closed"),
    ],
)
def test_each_step_is_asked_about_and_taken_once(world, browser, name, state, key, after):
    case = world.case(state=state)
    client = browser(key)
    where = address("step", case.pk, name)
    assert client.get(where).status_code == 200
    data = {"operation": str(uuid4()), "reason": "Pengene kom ikke."}
    answers = [client.post(where, data) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    case.refresh_from_db()
    assert case.state == after
    assert send(client, where).status_code == 403 or name == "afslut"


def test_sending_shows_what_is_left_with_links(world, browser):
    case = world.case()
    section = case.sections.last()
    section.is_required, section.html = True, ""
    section.save()
    where = address("step", case.pk, "send")
    page = browser("case_officer").get(where).content.decode()
    assert f"{address('write', case.pk)}#afsnit-{section.pk}" in page
    assert send(browser("case_officer"), where).status_code == 400


def test_versions_are_listed_compared_and_brought_back(world, browser):
    case = world.case()
    officer = world.people["case_officer"]
    version_make(case=case, actor=officer, reason="sent")
    section = case.sections.first()
    case_text_save(
        actor=officer, case=case, section=section, html="<p>Der bygges ti skure.</p>", based_on=1
    )
    client = browser("case_officer")
    page = client.get(address("versions", case.pk)).content.decode()
    assert "Version 2" in page
    assert "Sendt til godkendelse" in page
    page = client.get(address("compare", case.pk), {"fra": 1, "til": 2}).content.decode()
    assert re.search(r"<del>.*to.*</del>", page)
    assert re.search(r"<ins>.*ti.*</ins>", page)
    assert client.get(address("compare", case.pk), {"fra": 1, "til": "x"}).status_code == 404
    assert "to skure" in client.get(address("version", case.pk, 1)).content.decode()
    send(client, address("restore", case.pk, 1))
    section.refresh_from_db()
    assert section.html == "<p>Der bygges to skure.</p>"


def test_a_closed_attachment_is_in_no_version_for_those_who_may_not_know(world, browser):
    case = world.case()
    case.attachments.create(order=1, title="Budgivernes priser", is_closed=True)
    version_make(case=case, actor=world.people["case_officer"], reason="sent")
    page = browser("case_officer").get(address("version", case.pk, 1)).content.decode()
    assert "Budgivernes priser" in page
    assert browser("colleague").get(address("version", case.pk, 1)).status_code == 403


def test_the_head_page_saves_once_and_says_when_another_was_quicker(world, browser):
    case = world.case()
    client = browser("case_officer")
    data = {"title": "Ti skure", "kind": "briefing", "number": case.number}
    assert send(client, address("head", case.pk), based_on=1, **data).status_code == 303
    late = send(client, address("head", case.pk), based_on=1, **data | {"title": "Elleve skure"})
    assert late.status_code == 400
    page = late.content.decode()
    assert "Elleve skure" in page
    assert 'name="based_on" value="2"' in page


def test_a_colleague_can_be_shared_with_and_not_any_more(world, browser):
    case = world.case()
    client = browser("case_officer")
    colleague = world.people["colleague"]
    send(client, address("share", case.pk), user=colleague.pk)
    assert browser("colleague").get(address("write", case.pk)).status_code == 200
    send(client, address("unshare", case.pk, colleague.pk))
    assert browser("colleague").get(address("write", case.pk)).status_code == 403


def test_reuse_by_the_page(world, browser):
    earlier = world.case()
    client = browser("colleague")
    assert "Nye cykelskure" in client.get(address("reuse", earlier.pk)).content.decode()
    answer = send(client, address("reuse", earlier.pk), title="Nye cykelskure 2027")
    made = Case.objects.get(title="Nye cykelskure 2027")
    assert answer["Location"] == address("write", made.pk)
    page = client.get(answer["Location"]).content.decode()
    assert "0 af 2 afsnit er gennemgået" in page
    assert "<mark>10 kr.</mark>" in page
    section = made.sections.first()
    send(client, address("still_right", made.pk, section.pk))
    page = client.get(address("write", made.pk)).content.decode()
    assert "1 af 2 afsnit er gennemgået" in page


@pytest.mark.parametrize("name", ["case", "write", "versions"])
def test_a_page_asks_the_database_little(world, browser, django_assert_max_num_queries, name):
    case = world.case()
    for _ in range(3):
        made = case_reuse(actor=world.people["case_officer"], earlier=case)
    client = browser("case_officer")
    client.get(address(name, made.pk))
    with django_assert_max_num_queries(34):
        client.get(address(name, made.pk))


@pytest.mark.parametrize(
    ("numbers", "told"), [([1, 2], "1 og 2"), ([1, 2, 3], "1, 2 og 3"), ([4], "4"), ([], "")]
)
def test_numbers_are_listed_as_they_are_said(numbers, told):
    assert listed(numbers) == told
