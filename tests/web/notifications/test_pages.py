"""The page of notifications, the bell, and the page of preferences."""

import re

import pytest

from sagsgang.web.notifications import selectors
from sagsgang.web.notifications.models import Preference
from sagsgang.web.notifications.permissions import subject_gate_register

pytestmark = pytest.mark.django_db
LIST = "/beskeder/"
PREFERENCES = "/beskeder/indstillinger/"


@pytest.fixture
def officer(client, world):
    client.force_login(world.people["case_officer"])
    return client


def page_of(client, address=LIST) -> str:
    return client.get(address).content.decode()


def form_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that is sent to `action`."""
    found = re.search(rf'<form[^>]*action="{action}"[^>]*>(.*?)</form>', page, re.S)
    return dict(re.findall(r'name="(operation|undone)" value="([^"]+)"', found.group(1)))


def test_unread_ones_stand_first_and_the_bell_counts_them(officer, tell, world):
    tell("case_officer", text="Læst før.", path="/1/")
    page = page_of(officer)
    action = re.search(r'action="(/beskeder/\d+/laest/)"', page).group(1)
    officer.post(action, form_of(page, action))
    tell("case_officer", text="Endnu ikke læst.", path="/2/")
    page = page_of(officer)
    assert page.index("Endnu ikke læst.") < page.index("Læst før.")
    assert "(1 ulæst)" in page
    assert "Du får denne besked, fordi du skriver sagen" in page


def test_one_is_read_once_and_undone(officer, tell, world):
    tell("case_officer")
    page = page_of(officer)
    action = re.search(r'action="(/beskeder/\d+/laest/)"', page).group(1)
    for _ in range(2):
        answer = officer.post(action, form_of(page, action))
        assert answer.status_code == 303
    page = page_of(officer, answer["Location"])
    assert "1 besked er markeret som læst." in page
    assert selectors.unread_count(world.people["case_officer"]) == 0
    assert (
        officer.post("/beskeder/fortryd/", form_of(page, "/beskeder/fortryd/")).status_code == 303
    )
    assert selectors.unread_count(world.people["case_officer"]) == 1


def test_all_are_read_at_once_and_undone(officer, tell, world):
    for number in range(3):
        tell("case_officer", path=f"/{number}/")
    page = page_of(officer)
    answer = officer.post("/beskeder/alle-laest/", form_of(page, "/beskeder/alle-laest/"))
    page = page_of(officer, answer["Location"])
    assert "3 beskeder er markeret som læst." in page
    officer.post("/beskeder/fortryd/", form_of(page, "/beskeder/fortryd/"))
    assert selectors.unread_count(world.people["case_officer"]) == 3


def test_nobody_undoes_what_another_read(officer, tell, world, client):
    tell("case_officer")
    page = page_of(officer)
    answer = officer.post("/beskeder/alle-laest/", form_of(page, "/beskeder/alle-laest/"))
    undo = form_of(page_of(officer, answer["Location"]), "/beskeder/fortryd/")
    client.force_login(world.people["manager"])
    client.post("/beskeder/fortryd/", undo)
    assert "markeret som læst" not in page_of(client, answer["Location"])
    assert selectors.unread_count(world.people["case_officer"]) == 0


def test_a_form_without_its_operation_changes_nothing(officer, tell, world):
    tell("case_officer")
    assert officer.post("/beskeder/alle-laest/", {}).status_code == 400
    assert officer.post("/beskeder/fortryd/", {"undone": "x"}).status_code == 400
    assert page_of(officer, f"{LIST}?laest=x")
    assert selectors.unread_count(world.people["case_officer"]) == 1


def test_what_she_may_no_longer_see_is_nowhere_on_the_page(officer, tell, world, gate):
    tell("case_officer", text="Sagen »Hemmelig grundhandel«.")
    gate.hidden.add(("case:1", world.people["case_officer"].pk))
    page = page_of(officer)
    assert "grundhandel" not in page
    assert "ulæst" not in page
    assert "Du har ingen beskeder." in page


def test_preferences_are_chosen_by_kind(officer, world):
    page = page_of(officer, PREFERENCES)
    assert "En sag er returneret" in page
    operation = re.search(r'name="operation" value="([^"]+)"', page).group(1)
    chosen = {"how_case_returned": "daily", "how_hearing_late": "off", "operation": operation}
    for _ in range(2):
        assert officer.post(PREFERENCES, chosen).status_code == 303
    assert dict(Preference.objects.values_list("code", "how")) == {
        "case_returned": "daily",
        "hearing_late": "off",
    }
    assert re.search(r'value="daily"[^>]*checked', page_of(officer, PREFERENCES))


def test_a_choice_that_is_none_is_shown_beside_the_field(officer):
    answer = officer.post(PREFERENCES, {"how_case_returned": "weekly", "how_hearing_late": "off"})
    assert answer.status_code == 400
    assert not Preference.objects.exists()


def test_whoever_is_not_signed_in_is_asked_to_and_has_no_bell(client):
    for address in (LIST, PREFERENCES):
        assert client.get(address).status_code == 302
    assert 'class="bell"' not in page_of(client, "/")


def test_a_long_list_costs_few_queries(officer, tell, world, gate, django_assert_max_num_queries):
    subject_gate_register("case", gate.may_see, many=lambda keys, user: keys)
    for number in range(60):
        tell("case_officer", path=f"/sager/{number}/", subject_key=f"case:{number}")
    with django_assert_max_num_queries(12):
        page = page_of(officer)
    assert "Side 1 af 2" in page
