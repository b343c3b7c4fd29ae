"""The signature sheet: who took part, who approved the minutes when, and with what reservation."""

from datetime import datetime

from sagsgang.language.dates import MONTHS
from sagsgang.minutes import Minutes, Person
from sagsgang.minutes.printed import Facts, Grid, Heading, HeadingRole, Paragraph, Printed

_NOTICE = (
    "Arket hører til netop det referat, hvis kontrolsum står herunder. Kontrolsummen er regnet "
    "efter SHA-256 og bliver en anden, hvis et eneste tegn i referatet ændres."
)


def signature_sheet(minutes: Minutes, content_hash: str) -> Printed:
    """The sheet for minutes whose content has the hash (hexadecimal SHA-256), ready for `pdf`.

    Everybody who took part has a row; who approved without having been there comes last.
    """
    signed = {(each.name, each.party): each for each in minutes.sign_offs}
    present = [(each.name, each.party) for each in minutes.present]
    rows = []
    for name, party in [*present, *(key for key in signed if key not in present)]:
        sign_off = signed.get((name, party))
        approved = _moment(sign_off.at) if sign_off else "Ikke godkendt endnu"
        reservation = (sign_off.reservation or "Ingen") if sign_off else ""
        rows.append((_shown(Person(name=name, party=party)), approved, reservation))
    facts = (
        ("Udvalg", minutes.body or ""),
        ("Møde", _moment(minutes.starts_at) if minutes.starts_at else ""),
        ("Sted", minutes.place or ""),
        ("Formand", minutes.chair or ""),
    )
    title = "Underskriftsblad"
    return Printed(
        " – ".join(filter(None, (title, minutes.body))),
        (
            Heading(1, title, HeadingRole.DOCUMENT),
            Facts(tuple(row for row in facts if row[1])),
            Heading(2, "Deltagernes godkendelse"),
            Grid(("Deltager", "Godkendt", "Forbehold"), tuple(rows)),
            Heading(2, "Referatets kontrolsum"),
            Paragraph(_NOTICE),
            Facts((("SHA-256", _in_fours(content_hash)),)),
        ),
    )


def _shown(person: Person) -> str:
    return f"{person.name} ({person.party})" if person.party else person.name


def _moment(at: datetime) -> str:
    return f"{at.day}. {MONTHS[at.month - 1]} {at.year} kl. {at:%H.%M}"


def _in_fours(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
