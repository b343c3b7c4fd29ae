"""Who is taken for a person, and who for one that is named by office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.privacy.accounts import find_accounts
from sagsgang.checking.privacy.addresses import find_home_addresses
from sagsgang.checking.privacy.conditions import find_told_conditions
from sagsgang.checking.privacy.emails import find_private_emails
from sagsgang.checking.privacy.people import is_public, known_people, people_named
from sagsgang.checking.privacy.phones import find_private_phones
from sagsgang.checking.privacy.small_numbers import find_small_numbers
from sagsgang.minutes import Person

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klagen er fra Bo Testlind og Anne-Marie Prøve.", ["Bo Testlind", "Anne-Marie Prøve"]),
        ("Testlind, Bo", ["Bo Testlind"]),
        ("Ida H. Prøve-Holm", ["Ida H. Prøve-Holm"]),
        ("Hans Jensens Vej 4 og Karen Blixen Skolen", []),
        ("Udvalget drøftede Projekt Nye Veje", []),
        ("Bo orienterede", []),
    ],
)
def test_names(text, names):
    assert [named.name for named in people_named(text)] == names


def test_a_row_may_part_the_name():
    assert [named.name for named in people_named("1\tBo\tTestlind\t12", in_cells=True)] == [
        "Bo Testlind"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Direktør Bo Testlind er syg",
        "Bo Testlind (A)",
        "Bo Testlind, centerchef,",
        "lærer Bo Testlind",
    ],
)
def test_by_office(text):
    (named,) = people_named(text)
    assert is_public(named, text, NOBODY)


def test_a_member_is_known_however_the_name_is_written(world):
    known = known_people(world.minutes(members=(Person(name="Bo Elmer Testlind", party="A"),)))
    (named,) = people_named("Bo Testlind er sygemeldt")
    assert is_public(named, "Bo Testlind er sygemeldt", known)
    assert not is_public(named, "Bo Testlind er sygemeldt", NOBODY)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Borgeren bor på Egebakken 7.", 1),
        ("Ida Prøve, Birkevej 12 A, 1. th., 9999 Fjordby", 1),
        ("Navn\tVej\nIda Prøve\tBirkevej 12", 1),
        ("Navn\tAdresse\n17\tBirkevej 12", 1),
        ("Egebakken 7 ombygges for 7 mio. kr.", 0),
        ("Ida Prøve oplyser, at der på Birkevej 12 er huller i asfalten.", 0),
        ("Skole\tAdresse\nFjordby Skole\tBirkevej 12", 0),
        ("Borgeren bor i nærheden af Egebakken 7,5 km væk.", 0),
    ],
)
def test_homes(text, count):
    assert len(list(find_home_addresses(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ida Prøve, mobil 20 12 34 56", 1),
        ("Ida Prøve +45 20123456", 1),
        ("Den pårørende kan ringes op på 2012 3456.", 1),
        ("Kontakt Ida Prøve, telefon 20 12 34 56", 0),
        ("Forvaltningen\nIda Prøve\nTlf. 20 12 34 56", 0),
        ("Ida Prøve søger om 20.123.456 kr. og sag 20123456", 0),
        ("Tlf. 20 12 34 56", 0),
    ],
)
def test_phones(text, count):
    assert len(list(find_private_phones(text, NOBODY))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Reg. 1234, konto 1234567", 1),
        ("Bankkonto: 1234-0001234567", 1),
        ("DK5000400440116243", 1),
        ("DK5100400440116243", 0),
        ("Navn\tNemkonto\nx\t1234 0001234567", 1),
        ("Konto 5.57.72 og finanskonto 5577200011", 0),
    ],
)
def test_accounts(text, count):
    assert len(list(find_accounts(text))) == count


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("ida@gmail.com", [False]),
        ("ida.p (at) hotmail.com,", [False]),
        ("beboerforening@mail.dk", [True]),
        ("ida@fjordby.dk og post@gmail.com.fjordby.dk", []),
    ],
)
def test_emails(text, shared):
    assert [email.is_shared for email in find_private_emails(text)] == shared


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ida Prøve lider af angst.", 1),
        ("Ansøgning fra Ida Prøve om førtidspension", 1),
        ("Ida Prøves sygedagpengesag", 1),
        ("Navn\tYdelse\nIda Prøve\tKontanthjælp", 1),
        ("Ida Prøve spurgte til sygedagpengene.", 0),
        ("Ida Prøve og andre borgere kom til mødet. Der blev talt om angst.", 0),
        ("Ida Prøve er tilfreds med sygedagpengeområdet.", 0),
        ("Psykolog Ida Prøve er ekspert i angst.", 0),
    ],
)
def test_conditions(text, count):
    assert len(list(find_told_conditions(text, NOBODY))) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 % af 57 borgere", ["1 % af 57"]),
        ("5 pct. af de 40 unge", ["5 pct. af de 40"]),
        ("9 % af 57 borgere", []),
        ("to ud af 41 unge", ["to ud af 41 unge"]),
        ("De unge: 2 er i praktik, og 3 kom i fleksjob.", ["2 er i praktik", "3 kom i fleksjob"]),
        ("2 af 5 projekter", []),
        ("4 borgere fik en ny cykel", []),
    ],
)
def test_small_numbers(text, found):
    assert [small.text for small in find_small_numbers(text, 5)] == found


@given(
    st.text(
        alphabet=st.sampled_from(
            [*"Bo Lind, Birkevej 12\n\t@.%+-()", *"æøåDKregkontotlf0123456789"]
        ),
        max_size=300,
    )
)
def test_any_text_is_read(text):
    for find in (find_home_addresses, find_accounts, find_private_emails):
        assert all(0 <= found.start < found.end <= len(text) for found in find(text))
    for told in (find_private_phones, find_told_conditions):
        assert all(0 <= found.start < found.end <= len(text) for found in told(text, NOBODY))
    assert all(small.end <= len(text) for small in find_small_numbers(text, 5))
