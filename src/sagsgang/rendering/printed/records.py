"""A person, a station, an attachment → one line that says all of it."""

from sagsgang.language.printed import entries_shown, list_shown, record_shown, value_shown
from sagsgang.language.printed_dates import day_shown, moment_shown
from sagsgang.minutes import (
    Absence,
    AttachmentFile,
    CaseNumber,
    CaseStop,
    EarlierTreatment,
    FollowUp,
    Person,
    Reference,
    SignOff,
    UsedFigure,
    Vote,
)
from sagsgang.minutes.labels import CASE_NUMBER_KINDS, FOLLOW_UPS, NOTICES, Said
from sagsgang.reading.own.figure_words import amount_shown, period_shown
from sagsgang.reading.own.records import name_and_party


def person_shown(person: Person) -> str:
    """ "Ada Holm (A)"."""
    return record_shown(_person(person))


def absence_shown(absence: Absence) -> str:
    """ "Ada Holm (A) · med afbud · stedfortræder: Bo Lind"."""
    pieces = _person(absence)
    if absence.notice is not None:
        pieces.append(NOTICES[absence.notice])
    return record_shown([*pieces, *_text(Said.SUBSTITUTE, absence.substitute)])


def sign_off_shown(sign_off: SignOff) -> str:
    """ "Ada Holm (A) · tidspunkt: mandag den 12. maj 2025 kl. 16.30 · forbehold: …"."""
    pieces = [*_person(sign_off), f"{Said.AT}: {moment_shown(sign_off.at)}"]
    return record_shown([*pieces, *_text(Said.RESERVATION, sign_off.reservation)])


def case_number_shown(number: CaseNumber) -> str:
    """ "15.00.30-G01-1-20 · KLE"."""
    pieces = [value_shown(number.text), CASE_NUMBER_KINDS[number.kind]]
    if number.canonical != number.text:
        pieces += _text(Said.CANONICAL, number.canonical)
    return record_shown([*pieces, *([] if number.is_valid else [Said.INVALID])])


def stop_shown(stop: CaseStop) -> str:
    """ "Økonomiudvalget · 21. maj 2025"."""
    day = [] if stop.date is None else [day_shown(stop.date)]
    return record_shown([value_shown(stop.body), *day])


def reference_shown(reference: Reference) -> str:
    """ "Økonomiudvalget · 21. maj 2025 · punkt: 6"."""
    return record_shown(_treated(reference))


def earlier_shown(earlier: EarlierTreatment, where: str) -> str:
    """ "Økonomiudvalget · 21. maj 2025 · punkt: 9 · afsnit 2"; `where` its text stands, or ""."""
    pieces = _treated(earlier)
    if earlier.is_closed:
        pieces.append(Said.BEHIND_DOORS)
    if earlier.absent:
        pieces.append(f"{Said.ABSENT}: {entries_shown([absence_shown(a) for a in earlier.absent])}")
    return record_shown([*pieces, *([where] if where else [])])


def follow_up_shown(follow_up: FollowUp) -> str:
    """ "sendes til orientering · til: Handicaprådet · senest: 16. september 2024"."""
    pieces = [FOLLOW_UPS[follow_up.action], *_text(Said.TO, follow_up.to)]
    if follow_up.when is not None:
        pieces.append(f"{Said.WHEN}: {day_shown(follow_up.when)}")
    return record_shown(pieces)


def vote_shown(vote: Vote) -> str:
    """ "om: indstillingen · for: A; B; V · imod: Ø"."""
    sides = ((Said.FOR, vote.for_), (Said.AGAINST, vote.against), (Said.ABSTAINED, vote.abstained))
    pieces = [
        *_text(Said.QUESTION, vote.question),
        *(f"{label}: {list_shown(names)}" for label, names in sides if names),
        *_text(Said.RESULT, vote.result),
    ]
    return record_shown(pieces or [Said.NO_VOTES])


def attachment_file_shown(attachment: AttachmentFile) -> str:
    """ "Bilag 1 · adresse: https://… · tilføjet efter mødet: 13. maj 2025 · SHA-256: …"."""
    pieces = [value_shown(attachment.title), *_text(Said.ADDRESS, attachment.url)]
    if attachment.is_closed:
        pieces.append(Said.CLOSED)
    if attachment.added_after is not None:
        pieces.append(f"{Said.ADDED_AFTER}: {day_shown(attachment.added_after)}")
    return record_shown([*pieces, *_text(Said.SHA256, attachment.sha256)])


def figure_shown(figure: UsedFigure) -> str:
    """ "Omgørelsesprocent · i teksten: 46,2 pct. · præcist: 46,15 pct. · periode: 2025 · …"."""
    exactly = amount_shown(figure.value, figure.unit)
    pieces = [
        value_shown(figure.title),
        *_text(Said.IN_TEXT, figure.text),
        *_text(Said.EXACTLY, None if figure.text == exactly else exactly),
        *_text(Said.PERIOD, period_shown(figure.period)),
        *_text(Said.AREA, figure.area),
    ]
    if figure.group:
        pieces.append(f"{Said.ONLY}: {list_shown(figure.group)}")
    if figure.is_preliminary:
        pieces.append(Said.PRELIMINARY)
    if not figure.is_public:
        pieces.append(Said.NOT_PUBLIC)
    for each in figure.sources:
        pieces += _text(Said.SOURCE, each.source)
        pieces.append(f"{Said.RETRIEVED}: {moment_shown(each.retrieved_at)}")
    if figure.frozen_at is not None:
        pieces.append(f"{Said.FROZEN_AT}: {moment_shown(figure.frozen_at)}")
    return record_shown(pieces)


def _person(person: Person) -> list[str]:
    name, party = value_shown(person.name), person.party
    plain = name if party is None else f"{name} ({value_shown(party)})"
    if name_and_party(plain) == (person.name, party):
        return [plain]
    return [name, Said.NO_PARTY] if party is None else [name, *_text(Said.PARTY, party)]


def _treated(treated: Reference | EarlierTreatment) -> list[str]:
    pieces = [value_shown(treated.body)]
    if treated.date is not None:
        pieces.append(day_shown(treated.date))
    return [*pieces, *_text(Said.ITEM, treated.item)]


def _text(label: str, text: str | None) -> list[str]:
    return [] if text is None else [f"{label}: {value_shown(text)}"]
