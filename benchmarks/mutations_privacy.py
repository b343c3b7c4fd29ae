"""What must not be published, written into consistent documents and into every hiding place.

    .venv/bin/python benchmarks/mutations_privacy.py [--write]

Run so, it plants each kind in every place of a bundle of attachments where a text can hide, made by
the tests' maker, reads the files, and counts the places told. `checking_other.py` plants the same
in minutes, beside what looks alike and may be published. Names and numbers are made by chance.
"""

import argparse
import datetime
import random
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from checking_report import share, table  # noqa: E402
from other_documents import Change, Document  # noqa: E402
from tests.attachments.bundle_maker import make_bundle  # noqa: E402

from sagsgang.checking import check  # noqa: E402
from sagsgang.checking.privacy.masking import without_personal_numbers  # noqa: E402
from sagsgang.minutes import DocumentKind, FragmentKind, Minutes, Source  # noqa: E402
from sagsgang.reading.attachments import read_attachment  # noqa: E402

NAME = "Privacy (P)"
FAMILY = "P"
PAGE = ROOT / "docs" / "topics" / "accuracy.md"
GOAL = 0.95
_MARKED = re.compile(r"<!-- mutations_privacy -->.*?<!-- /mutations_privacy -->\n?", re.DOTALL)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ITEMS, _FORMS = 3, 14

_GIVEN = (
    "Mette", "Søren", "Ahmed", "Fatima", "Anne-Grethe", "Jens Peter", "Kirsten", "Oliwia", "Ole",
    "Bjarne", "Ida", "Freja", "Hassan", "Yusuf", "Tove", "Lisbeth", "Karl Åge", "Zenia", "Mikkel",
    "Ruth", "Signe", "Tobias", "Viggo", "Leyla", "Henrik", "Dorthe", "Inger", "Malthe", "Thomas",
)  # fmt: skip
_SURNAMES = (
    "Grønhave", "Testrup", "Al-Masri", "Kowalska", "Bakkely", "Vindum Prøve", "Ærtebjerg", "Lind",
    "Strandløkke", "Yildiz", "Holm", "Rask", "Mørkeberg", "Nielsen", "Pedersen", "Kjærgaard",
)  # fmt: skip
_ROADS = (
    "Birkevej", "Egebakken", "Gammel Landevej", "Nørregade", "Skovbrynet", "Tulipanvænget",
    "Fjordvej",
    "Lærkeparken", "H.C. Ørsteds Vej", "Østergade", "Kløvermarken", "Violstien", "Strandallé",
)  # fmt: skip


class Form(NamedTuple):
    """A way of writing it: what is planted, and what looks alike and may stand there."""

    rule: str
    kind: str
    wrong: Callable[[random.Random], str]
    right: Callable[[random.Random], str]


def name(chance: random.Random) -> str:
    """Somebody nobody is."""
    return f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)}"


def personal_number(chance: random.Random, *, checked: bool = True) -> tuple[str, str]:
    """Day of birth and serial number, fulfilling modulus 11 or not."""
    while True:
        day = datetime.date(1930, 1, 1) + datetime.timedelta(chance.randrange(25_000))
        digits = f"{day:%d%m%y}{chance.randrange(1, 4000):04}"
        sums = sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True))
        if (sums % 11 == 0) is checked:
            return digits[:6], digits[6:]


def address(chance: random.Random) -> str:
    """A road and a number, sometimes with a floor."""
    door = chance.choice(("", "", ", 1. th.", ", st. tv", " B"))
    return f"{chance.choice(_ROADS)} {chance.randrange(1, 180)}{door}"


def phone(chance: random.Random) -> str:
    """Eight digits in one of the usual spellings."""
    number = f"{chance.randrange(20, 62)}{chance.randrange(10**6):06}"
    spelling = chance.choice((2, 4, 8))
    return " ".join(number[at : at + spelling] for at in range(0, 8, spelling))


def account(chance: random.Random) -> tuple[str, str]:
    """Registration and account number."""
    return f"{chance.randrange(1000, 9999)}", f"{chance.randrange(10**7):010}"


def iban(chance: random.Random) -> str:
    """A Danish IBAN with its check digits."""
    bank = "".join(account(chance))
    check_digits = 98 - int(bank + "132000") % 97
    compact = f"DK{check_digits:02}{bank}"
    if chance.random() < 0.5:
        return compact
    return " ".join(compact[at : at + 4] for at in range(0, len(compact), 4))


def email(chance: random.Random) -> str:
    """A private address."""
    local = "".join(letter for letter in name(chance).lower() if letter in "abcdefghijklmnop")
    service = chance.choice(("gmail.com", "hotmail.com", "live.dk", "outlook.dk", "mail.dk",
                             "yahoo.dk", "icloud.com", "stofanet.dk"))  # fmt: skip
    return f"{local}{chance.randrange(99)}@{service}"


def _case(chance: random.Random) -> str:
    return f"{chance.randrange(20, 26)}/{chance.randrange(1000, 60_000)}"


def _cpr(pattern: str, *, checked: bool) -> Callable[[random.Random], str]:
    def written(chance: random.Random) -> str:
        day, serial = personal_number(chance, checked=checked)
        return pattern.format(day=day, serial=serial, name=name(chance))

    return written


def _said(pattern: str) -> Callable[[random.Random], str]:
    def written(chance: random.Random) -> str:
        registration, number = account(chance)
        return pattern.format(
            name=name(chance),
            address=address(chance),
            phone=phone(chance),
            email=email(chance),
            iban=iban(chance),
            reg=registration,
            number=number,
            case=_case(chance),
            serial=f"{chance.randrange(10**6):06}",
            small=chance.randrange(1, 5),
            large=chance.randrange(12, 60),
        )

    return written


_TABLE = "Status\n\nAktivitet\tAntal unge\nLøntimer\t{}\nUddannelse\t{}\nPraktik\t{}\n\n"
_FORMS_OF = (
    Form("P01", "CPR as taught, checked",
         _cpr("Klageren ({day}-{serial}) har fået svar.", checked=True),
         _said("Klageren (sag {case}) har fået svar.")),
    Form("P01", "CPR as taught, not checked",
         _cpr("Afgørelsen vedrører {day}-{serial}.", checked=False),
         _said("Afgørelsen vedrører 12.05.25-{serial}.")),
    Form("P01", "CPR with a blank",
         _cpr("{name} {day} {serial} har fået afslag", checked=True),
         _said("Fakturaen er på {large} 050 {serial} kr.")),
    Form("P01", "CPR in ten digits",
         _cpr("Se journalen for {day}{serial}, side 4.", checked=True),
         _said("Tlf. 99 12 34 56, EAN 5798{serial}123.")),
    Form("P01", "CPR with its label",
         _cpr("Cpr.nr.: {day}{serial}", checked=False),
         _said("CVR-nr.: 29{serial}")),
    Form("P02", "where somebody lives",
         _said("Borgeren bor på {address}, og har klaget."),
         _said("Plejehjemmet ligger på {address}, og har plads til {large}.")),
    Form("P02", "a name and an address",
         _said("Ansøger: {name}, {address}, 9999 Fjordby"),
         _said("Tømrer {name} A/S, {address}, 9999 Fjordby")),
    Form("P02", "domicile",
         _said("Sagen angår {name} med bopæl {address}."),
         _said("Sagen angår ombygning af {address}.")),
    Form("P03", "phone of somebody named",
         _said("{name} kan træffes på mobil {phone}."),
         _said("Jobcentret kan træffes på telefon {phone}.")),
    Form("P03", "phone of a citizen",
         _said("Borgeren ønsker opkald på tlf. {phone}"),
         _said("Kontakt sagsbehandler {name}, tlf. {phone}")),
    Form("P04", "registration and account",
         _said("Beløbet sættes ind på reg.nr. {reg} konto {number}."),
         _said("Beløbet tages af konto 5.57.{large}, funktion {reg}.")),
    Form("P04", "IBAN",
         _said("IBAN: {iban}"),
         _said("Ordrenummer: DK{number}")),
    Form("P05", "private e-mail",
         _said("Svar sendes til {email} inden fredag."),
         _said("Svar sendes til udvalg@fjordby.dk inden fredag.")),
    Form("P06", "health of somebody named",
         _said("{name} er sygemeldt med stress."),
         _said("Centerchef {name} fortalte om sygemeldte med stress.")),
    Form("P06", "an application of somebody named",
         _said("Ansøgning fra {name} om førtidspension er afslået."),
         _said("Et oplæg fra {name} om førtidspension er aflyst.")),
    Form("P07", "a small cell",
         _said(_TABLE.format("{large}", "{large}", "{small}")),
         _said(_TABLE.format("{large}", "{large}", "{large}"))),
    Form("P08", "a small share of few",
         _said("Blandt borgerne svarede {small} % af 57 nej."),
         _said("Blandt borgerne svarede {large} % af 570 nej.")),
    Form("P08", "a few of some",
         _said("{small} af de {large} unge er kommet videre."),
         _said("{large} af de 190 unge er kommet videre.")),
)  # fmt: skip


def changes(document: Document) -> Iterator[Change]:
    """In some items of a document, each of some forms, chosen by chance."""
    chance = random.Random(document.name)
    items = [number for number, _ in document.open_items()]
    for number in chance.sample(items, min(_ITEMS, len(items))):
        for form in chance.sample(_FORMS_OF, _FORMS):
            planted = form.wrong(chance)
            wrong = document.with_sentence(number, planted)
            right = document.with_sentence(number, form.right(chance))
            if wrong and right:
                yield Change(form.rule, form.kind, planted, wrong, right)


@dataclass(slots=True)
class Places:
    """Of one kind of place in files: how many texts were planted there, and how many told."""

    planted: int = 0
    told: int = 0
    missed: list[str] = field(default_factory=list)


def in_attachments() -> dict[tuple[str, FragmentKind], Places]:
    """For each rule and kind of place what was planted there in a bundle, and what was told.

    In a file's properties only personal numbers are looked for (by P10); no sentence is a link.
    """
    counted: dict[tuple[str, FragmentKind], Places] = defaultdict(Places)
    for form in _FORMS_OF:
        if form.rule in ("P07", "P08"):
            continue

        def text_of(number: int, form: Form = form) -> str:
            return form.wrong(random.Random(f"{form.kind} {number}"))

        for made in make_bundle(text_of):
            attachment = read_attachment(made.data, made.name)
            report = check(_empty(), rules=[form.rule, "P10"], attachments=[attachment])
            found = {finding.where for finding in report.findings}
            for planted in made.planted:
                if not _is_looked_at(form.rule, planted.kind):
                    continue
                places = counted[form.rule, planted.kind]
                places.planted += 1
                # the name of a file or sheet that is told has no personal number either
                is_told = without_personal_numbers(planted.where) in found
                places.told += is_told
                if not is_told:
                    places.missed.append(f"{made.name}, {planted.where}: {planted.text}")
    return counted


def _is_looked_at(rule: str, kind: FragmentKind) -> bool:
    """Whether a sentence can stand in such a place and be looked for there."""
    return kind is not FragmentKind.LINK and (kind is not FragmentKind.METADATA or rule == "P01")


def _empty() -> Minutes:
    source = Source(name="bilag", sha256="0" * 64, format="txt", dialect="standard", confidence=1.0)
    return Minutes(kind=DocumentKind.AGENDA, source=source)


def page(counted: dict[tuple[str, FragmentKind], Places]) -> list[str]:
    """The section as Markdown."""
    rules = sorted({rule for rule, _ in counted})
    kinds = [kind for kind in FragmentKind if any((rule, kind) in counted for rule in rules)]
    rows = []
    for kind in kinds:
        cells = [counted.get((rule, kind), Places()) for rule in rules]
        rows.append((kind.value.replace("_", " "), sum(one.planted for one in cells),
                     *(_share(one) for one in cells)))  # fmt: skip
    whole = [
        Places(sum(one.planted for one in of), sum(one.told for one in of))
        for of in (
            [counted[rule, kind] for kind in kinds if (rule, kind) in counted] for rule in rules
        )
    ]
    rows.append(("**all**", sum(one.planted for one in whole), *map(_share, whole)))
    missed = [rule for rule, one in zip(rules, whole, strict=True) if one.told < GOAL * one.planted]
    return [
        "<!-- mutations_privacy -->",
        "## Privacy in attachments",
        "",
        "A bundle is made with a file of each format, and in each place where a text can hide "
        "(comments, hidden sheets, tracked changes, text under black boxes, properties …) "
        "something is planted that must not be published. The share that is told, at the place "
        "where it stands, by rule. In properties only personal numbers are looked for. People and "
        "sentences are the benchmark's own; links hold no sentences. By "
        "`benchmarks/mutations_privacy.py --write`.",
        "",
        *table(("place", "planted", *rules), rows),
        f"Goal: {GOAL:.0%} of each rule. "
        + (f"Missed by {', '.join(missed)}." if missed else "Reached by every rule."),
        "<!-- /mutations_privacy -->",
    ]


def _share(one: Places) -> str:
    return share(one.told, one.planted) if one.planted else "–"


def write(lines: list[str]) -> None:
    """Put the section into the page, in place of the one before."""
    wrapped = (line if line.startswith(("|", "<")) else textwrap.fill(line, 150) for line in lines)
    body = "\n".join(wrapped) + "\n"
    text = PAGE.read_text("utf-8")
    if _MARKED.search(text):
        text = _MARKED.sub(lambda _: body, text)
    else:
        text = f"{text.rstrip()}\n\n{body}"
    PAGE.write_text(text, "utf-8")


def main() -> int:
    """The command line; exit 1 when a goal is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--detail", action="store_true", help="list what is missed")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    chosen = parser.parse_args()
    counted = in_attachments()
    if chosen.detail:
        for (rule, kind), places in counted.items():
            for missed in places.missed:
                print(f"missed {rule} {kind.value}: {missed}")
    lines = page(counted)
    print("\n".join(lines))
    if chosen.write:
        write(lines)
    return 0 if "Reached by every rule." in lines[-2] else 1


if __name__ == "__main__":
    sys.exit(main())
