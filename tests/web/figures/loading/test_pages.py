"""The pages of loading, from a file handed in to figures that count and are withdrawn."""

from uuid import uuid4

import pytest
from django.urls import reverse

from sagsgang.figures.observation import Missing
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.figures.models import RememberedMapping, Upload
from sagsgang.web.figures.selectors import store

from .conftest import ledger

pytestmark = pytest.mark.django_db
LOADING = "figures:loading"


@pytest.fixture
def browser(client_of, analyst):
    return client_of(analyst)


@pytest.fixture
def hand_in(browser, world, handed_in):
    """Hands a file in; the file's row and its page."""

    def do(text, source="ledger", name="udtræk.csv", **more):
        data = {
            "operation": uuid4(),
            "municipality": world.municipality.pk,
            "source": source,
            "file": handed_in(text, name),
            **more,
        }
        answer = browser.post(reverse(LOADING), data)
        assert answer.status_code == 303, answer.content.decode()[:2000]
        return Upload.objects.latest("id"), browser.get(answer["Location"]).content.decode()

    return do


@pytest.fixture
def say_yes(browser):
    def do(upload, **more):
        address = reverse("figures:upload", args=[upload.pk])
        answer = browser.post(address, {"operation": uuid4(), **more})
        upload.refresh_from_db()
        return answer

    return do


def spending():
    return [each.value for each in store().snapshot().observations("ledger.spending")]


def test_a_file_is_looked_at_and_then_counts(hand_in, say_yes, browser):
    upload, page = hand_in(ledger("1.000", "2.000"))
    assert "2 rækker blev til 2 tal i kr." in page
    assert "2 nye, 0 som før, 0 ændrede, 0 væk." in page
    assert spending() == []
    assert say_yes(upload).status_code == 303
    assert spending() == [1000, 2000]
    assert (upload.state, upload.load_number) == ("loaded", 1)
    listed = browser.get(reverse(LOADING)).content.decode()
    for words in ("udtræk.csv", "Ida Tal", upload.sha256[:12], "tæller"):
        assert words in listed
    codes = set(Event.objects.values_list("code", flat=True))
    assert {"figures_uploaded", "figures_loaded"} <= codes


def test_what_changes_known_figures_needs_a_yes_of_its_own(hand_in, say_yes):
    first, _page = hand_in(ledger("1.000", "2.000"))
    say_yes(first)
    second, page = hand_in(ledger("1.000", "2.500"))
    assert "De største ændringer" in page
    assert "2.500" in page
    assert "række 3" in page
    refused = say_yes(second)
    assert refused.status_code == 422
    assert "Sig, at du har set på det, der spørges om." in refused.content.decode()
    assert spending() == [1000, 2000]
    say_yes(second, is_confirmed="on")
    assert spending() == [1000, 2500]


def test_the_same_file_again_changes_nothing(hand_in, say_yes):
    first, _page = hand_in(ledger("1.000"))
    say_yes(first)
    again, page = hand_in(ledger("1.000"))
    assert "Den samme fil er allerede indlæst, som indlæsning 1." in page
    say_yes(again)
    assert again.load_number == 1
    assert len(store().loads()) == 1


def test_what_became_known_since_the_preview_is_shown_before_it_counts(hand_in, say_yes, browser):
    early, _page = hand_in(ledger("1.000"))
    other, _page = hand_in(ledger("3.000"))
    say_yes(other)
    say_yes(early)
    assert early.state == "ready"
    page = browser.get(reverse("figures:upload", args=[early.pk])).content.decode()
    assert "Der er indlæst andre tal, siden du så på filen." in page
    assert spending() == [3000]


def test_mistakes_are_told_cell_by_cell_and_nothing_counts(hand_in):
    upload, page = hand_in(ledger("1.000", "12,3,4", "x y"))
    assert upload.state == "refused"
    assert "Der er 2 fejl." in page
    assert "række 3, kolonne “Beløb (kr.)”" in page
    assert "12,3,4" in page
    assert store().loads() == ()


def test_a_load_is_withdrawn_with_a_reason(hand_in, say_yes, browser):
    for amount in ("1.000", "1.500"):
        upload, _page = hand_in(ledger(amount))
        say_yes(upload, is_confirmed="on")
    address = reverse("figures:withdraw", args=[2])
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"operation": uuid4(), "because": ""}).status_code == 422
    browser.post(address, {"operation": uuid4(), "because": "Forkert udtræk"})
    assert spending() == [1000]
    assert "Forkert udtræk" in browser.get(reverse(LOADING)).content.decode()
    assert Event.objects.filter(code="figures_withdrawn").count() == 1


def test_columns_are_chosen_once_and_remembered(hand_in, say_yes, browser):
    text = "År;Afdeling;Sager\n2024;Nord;12\n2024;Syd;..\n"
    upload, page = hand_in(text, "table")
    assert "Kolonnerne er gættet" in page
    address = reverse("figures:columns", args=[upload.pk])
    form = browser.get(address)
    assert "Hvad kolonnerne er" in form.content.decode()
    chosen = {name: field.value() or "" for name, field in fields(form)}
    chosen |= {"operation": uuid4(), "series_2": "egne.klager", "unit_2": "antal"}
    assert browser.post(address, chosen).status_code == 303
    upload.refresh_from_db()
    say_yes(upload)
    found = store().snapshot().observations("egne.klager")
    assert [(each.value, each.missing) for each in found] == [(12, None), (None, Missing.UNKNOWN)]
    assert RememberedMapping.objects.count() == 1
    again, page = hand_in(text.replace("2024", "2025"), "table")
    assert "Kolonnerne er gættet" not in page
    assert "egne.klager" not in page
    assert [*again.preview["columns"]][-1] == ["egne.klager", "Sager"]
    say_yes(again)
    assert len(store().loads()) == 2


def test_figures_of_ones_own_are_called_what_the_file_calls_them(hand_in, say_yes, browser):
    text = "År;Afdeling;Ventetid (dage)\n2024;Nord;12\n2024;Syd;14\n"
    upload, page = hand_in(text, "table")
    assert "“Ventetid (dage)” er tal i dage" in page
    say_yes(upload, is_confirmed="on")
    _again, page = hand_in(text.replace(";12", ";13"), "table")
    assert '<th scope="row">Ventetid (dage)<span' in page
    for code in ("egne.", "<code>afdeling"):
        assert code not in page
    assert "Deler tallene op" in page


def fields(answer):
    form = answer.context["form"]
    return [(name, form[name]) for name in form.fields]


def test_figures_of_another_municipality_of_the_website_are_refused(hand_in):
    Municipality.objects.create(name="Thisted Kommune", slug="thisted", sort_key=b"t")
    text = "Kommune;År;Lov;Udfald\nThisted;2024;LAB;Hjemvist\n"
    upload, page = hand_in(text, "appeals")
    assert upload.state == "refused"
    assert "Filen har tal for Thisted Kommune, som indlæser sine egne her" in page
    upload, _page = hand_in(text.replace("Thisted", "Hele landet"), "appeals")
    assert upload.state == "ready"


def test_a_file_can_be_left(hand_in, browser):
    upload, _page = hand_in(ledger("1.000"))
    browser.post(reverse("figures:upload_drop", args=[upload.pk]), {"operation": uuid4()})
    upload.refresh_from_db()
    assert upload.state == "dropped"
    assert browser.get(reverse("figures:upload", args=[upload.pk])).status_code == 200
    assert store().loads() == ()


def test_a_large_file_is_read_and_loaded_by_jobs(hand_in, say_yes, browser, monkeypatch):
    from sagsgang.web.figures.loading import reading, services
    from sagsgang.web.jobs.services import jobs_run_due

    for module in (reading, services):
        monkeypatch.setattr(module, "AT_ONCE", 10)
    upload, page = hand_in(ledger("1.000"))
    assert "Filen læses" in page
    state = reverse("figures:upload_state", args=[upload.pk])
    assert browser.get(state).json()["state"] == "waiting"
    jobs_run_due()
    assert browser.get(state).json()["state"] == "ready"
    say_yes(upload)
    assert upload.state == "loading"
    jobs_run_due()
    assert browser.get(state).json()["state"] == "loaded"
    assert spending() == [1000]


def test_sent_twice_it_is_done_once(browser, world, handed_in):
    key = uuid4()
    for _time in range(2):
        data = {"operation": key, "municipality": world.municipality.pk, "source": "ledger"}
        browser.post(reverse(LOADING), data | {"file": handed_in(ledger("1.000"))})
    assert Upload.objects.count() == 1


def test_others_do_not_get_in(client_of, world, hand_in):
    upload, _page = hand_in(ledger("1.000"))
    for key in ("secretary", "member", "stranger"):
        browser = client_of(world.people[key])
        assert browser.get(reverse(LOADING)).status_code == 403
        assert browser.get(reverse("figures:upload", args=[upload.pk])).status_code == 404
