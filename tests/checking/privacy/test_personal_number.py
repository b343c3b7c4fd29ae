"""Personal numbers: each one is found however it is written, and nothing else is taken for one."""

import datetime

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sagsgang.checking.privacy.masking import without_personal_numbers
from sagsgang.checking.privacy.personal_number import (
    born,
    find_personal_numbers,
    has_check_digit,
)

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2057, 12, 31))
SENTENCES = st.sampled_from(
    [
        "Borgeren {} har klaget over afgørelsen.",
        "Sagen vedrører {}.",
        "({})",
        "Se også {}, der er sygemeldt, og svar inden 12. maj 2025.",
        "Bo Lind\t{}\t12.500",
        "sag_{}_endelig.pdf",
    ]
)


def with_century(day: datetime.date, serial: int) -> str:
    """Ten digits of somebody born on `day`, by the table of the CPR office."""
    if day.year < 1937:
        seventh = serial // 1000 % 4
    elif day.year < 2000:
        seventh = (0, 1, 2, 3, 4, 9)[serial // 1000 % 6]
    elif day.year < 2037:
        seventh = 4 + serial // 1000 % 6
    else:
        seventh = 5 + serial // 1000 % 4
    return f"{day:%d%m%y}{seventh}{serial % 1000:03}"


@st.composite
def checked_numbers(draw):
    """Ten digits that fulfil modulus 11."""
    day = draw(DAYS)
    digits = with_century(day, draw(st.integers(1, 9999)))[:9]
    rest = sum(w * int(d) for w, d in zip(WEIGHTS, digits, strict=False)) % 11
    assume(rest != 1)
    return digits + str((11 - rest) % 11)


@given(DAYS, st.integers(1, 9999))
def test_the_century_is_read_as_it_was_given(day, serial):
    assert born(with_century(day, serial)) == day


@given(DAYS, st.integers(1, 9999), SENTENCES)
def test_every_number_written_as_taught_is_found_checked_or_not(day, serial, sentence):
    digits = with_century(day, serial)
    assume(digits[6:] != "0000")
    text = sentence.format(f"{digits[:6]}-{digits[6:]}")
    assert [number.digits for number in find_personal_numbers(text)] == [digits]


@given(
    checked_numbers(),
    SENTENCES,
    st.sampled_from(["{}-{}", "{} {}", "{}{}", "{}–{}", "{}\u00a0{}", "{}-\n{}", "{}\u00ad{}"]),
)
def test_every_checked_number_is_found_in_every_spelling(digits, sentence, form):
    assume(digits[6:] != "0000")
    text = sentence.format(form.format(digits[:6], digits[6:]))
    assert [number.digits for number in find_personal_numbers(text)] == [digits]
    assert f"{digits[:6]}-XXXX" in without_personal_numbers(text)
    assert find_personal_numbers(without_personal_numbers(text)) == []


@given(
    DAYS,
    st.integers(1, 9999),
    st.sampled_from(["CPR: {}{}", "cpr-nr. {} {}", "personnummer {}.{}", "CPR{}{}"]),
)
def test_what_is_called_one_is_one(day, serial, form):
    digits = with_century(day, serial)
    assert [n.digits for n in find_personal_numbers(form.format(digits[:6], digits[6:]))] == [
        digits
    ]


def test_the_number_of_the_office_itself_is_sure():
    (number,) = find_personal_numbers("Nummeret 070761-4285 er opdigtet.")
    assert number.is_sure
    assert number.masked == "070761-XXXX"
    assert has_check_digit("0707614285")


@pytest.mark.parametrize(
    "text",
    [
        "320190-1234",
        "011390-1234",
        "290223-1234",
        "00000000-0000-0000-0000-070761-4285",
        "8b91-070761-4285-aa",
        "1070761-4285",
        "070761-42855",
    ],
)
def test_no_day_or_a_piece_of_something_longer(text):
    assert find_personal_numbers(text) == []


@given(
    main=st.integers(0, 99),
    group=st.integers(0, 99),
    facet=st.sampled_from(["G01", "P35", "A00", "Ø00"]),
    serial=st.integers(1, 999999),
    year=st.integers(0, 99),
)
def test_no_case_number_is_one(main, group, facet, serial, year):
    number = f"{main:02}.{group:02}.00-{facet}-{serial}-{year:02}"
    assert find_personal_numbers(f"Sagen har nummer {number} i journalen.") == []
    assert find_personal_numbers(f"Sagen er {year:02}/{serial}.") == []
    assert find_personal_numbers(f"EMN-20{year:02}-{serial:06}") == []


@example("tlf. {}", "0707614285")
@given(
    st.sampled_from(
        ["tlf. {}", "Telefon: {}", "konto {}", "Kontonr. {}", "faktura nr. {}", "ordre {}",
         "EAN {}", "P-nr. {}", "{} kr.", "kr. {}", "beløb {}"]
    ),
    checked_numbers(),
)  # fmt: skip
def test_no_phone_account_or_amount_is_one(form, digits):
    assert find_personal_numbers(form.format(digits)) == []
    spaced = " ".join(digits[at : at + 2] for at in range(0, 8, 2))
    assert find_personal_numbers(form.format(spaced)) == []


@given(st.integers(1, 10**12), st.integers(1, 10**6))
def test_no_amount_in_groups_is_one(first, second):
    def grouped(number):
        return f"{number:,}".replace(",", ".")

    assert find_personal_numbers(f"{grouped(first)} - {grouped(second)} kr.") == []


def test_a_column_of_other_numbers_is_left_alone():
    numbers = [f"10{month:02}{345670 + month}" for month in range(1, 9)]
    assert any(find_personal_numbers(number) for number in numbers)
    assert find_personal_numbers("Navn\tEnhed\n" + "\n".join(f"x\t{n}" for n in numbers)) == []


def test_a_column_called_so_holds_them_also_without_the_first_zero():
    text = "Navn\tCPR\nx\t707614285\ny\t70761-4285\n"
    assert [number.masked for number in find_personal_numbers(text)] == ["070761-XXXX"] * 2


def test_numbers_of_one_form_of_which_few_are_checked_are_not_sure():
    text = "\n".join(f"2501{year}-000{serial}" for year in range(21, 29) for serial in range(1, 9))
    found = find_personal_numbers(text)
    assert found
    assert not any(number.is_sure for number in found)


@given(st.text(alphabet="0123456789-./ \tcpr\n", max_size=200))
def test_any_text_is_read_and_masked(text):
    for number in find_personal_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
    without_personal_numbers(text)
