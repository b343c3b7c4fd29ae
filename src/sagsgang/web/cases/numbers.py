"""Whether a case number is formed as the municipality forms them, and which one comes next."""

import re
from dataclasses import dataclass
from datetime import date

from sagsgang.language.case_numbers import parse_case_number, suggest_kle
from sagsgang.web.bodies.models import Body, MunicipalitySettings
from sagsgang.web.cases.models import Case

KLE = MunicipalitySettings.CaseNumbers.KLE
#: Arbejdsmarked og beskæftigelsesindsats in general, until the body's own cases say otherwise.
USUAL_SUBJECT = "15.00.00-A00"
_SUBJECT = re.compile(r"^(\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2})-\d+-\d{2}$")


@dataclass(frozen=True, slots=True)
class NumberDoubt:
    """Why a number is doubted; `suggestion` is the well-formed one it must have meant, if any."""

    text: str
    scheme: str
    suggestion: str | None


def number_doubt(number: str, scheme: str) -> NumberDoubt | None:
    """What is wrong with the number; None when it is formed as the scheme says."""
    if scheme == KLE:
        found = parse_case_number(number)
        if found is not None and found.kind == "kle" and found.is_valid:
            return None if found.canonical == number else NumberDoubt(number, KLE, found.canonical)
        return NumberDoubt(number, KLE, suggest_kle(number))
    found = parse_case_number(f"Sagsnr.: {number}")
    if found is not None and found.kind == "esdh" and found.is_valid:
        return None
    return NumberDoubt(number, scheme, _esdh_meant(number))


def number_next(*, body: Body, scheme: str, on: date, subject: str = "") -> str:
    """The number after the last one of the year, on the subject that the body's cases are filed."""
    year = f"{on.year % 100:02}"
    numbers = Case.objects.filter(municipality=body.municipality_id)
    if scheme != KLE:
        serials = _serials(numbers, f"{year}/", "")
        return f"{year}/{max(serials, default=0) + 1}"
    subject = subject or _usual_subject(body)
    serials = _serials(numbers, f"{subject}-", f"-{year}")
    return f"{subject}-{max(serials, default=0) + 1}-{year}"


def subject_of(number: str) -> str:
    """`15.00.00-A00` of `15.00.00-A00-7-26`; nothing of a number of another kind."""
    match = _SUBJECT.match(number)
    return match[1] if match else ""


def _usual_subject(body: Body) -> str:
    recent = Case.objects.filter(body=body).order_by("-id").values_list("number", flat=True)[:20]
    for number in recent:
        if subject := subject_of(number):
            return subject
    return USUAL_SUBJECT


def _serials(numbers, start: str, end: str) -> list[int]:
    found = numbers.filter(number__startswith=start, number__endswith=end)
    between = (
        number[len(start) : len(number) - len(end)]
        for number in found.values_list("number", flat=True)
    )
    return [int(serial) for serial in between if serial.isdecimal()]


def _esdh_meant(number: str) -> str | None:
    match = re.fullmatch(r"\s*((?:19|20)?\d{2})\s*[-–./ ]\s*(\d{1,7})\s*", number)
    return f"{match[1]}/{match[2]}" if match else None
