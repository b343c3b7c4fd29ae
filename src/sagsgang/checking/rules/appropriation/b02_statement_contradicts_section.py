"""B02: finance says that the economy is not described, and the section describes it."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.money import find_money
from sagsgang.minutes import Minutes, SectionKind

CODE = "B02"
TITLE = Words(
    da="Økonomipåtegningen modsiger sit afsnit", en="Finance statement contradicts its section"
)
FAMILY = Family.APPROPRIATION
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_NOT_DESCRIBED = re.compile(
    r"(?:sagen|indstillingen|fremstillingen)\s[^.\n]{0,30}?(?:ikke|hverken)\s[^.\n]{0,30}?"
    r"(?:belyser|beskriver|omtaler|indeholder)\s[^.\n]{0,30}?økonomi\w*(?:\skonsekvenser)?",
    re.IGNORECASE,
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The sections on economy with a statement that there is none, and amounts beside it."""
    for number, item in enumerate(minutes.items):
        for index, section in enumerate(item.sections):
            if section.kind is not SectionKind.FINANCIAL_IMPLICATIONS:
                continue
            said = _NOT_DESCRIBED.search(section.text)
            amounts = find_money(section.text) if said else []
            if said is None or not amounts:
                continue
            yield context.finding(
                context.say(
                    da="Det siges, at sagen ikke belyser økonomien, men afsnittet nævner "
                    f"{amounts[0].text}.",
                    en="The economy is said not to be described, but the section mentions "
                    f"{amounts[0].text}.",
                ),
                confidence=0.8,
                item=item,
                lines=section.lines,
                printed=[" ".join(said.group().split())],
                suggestion=context.say(
                    da="Bed økonomi om at gennemgå afsnittet igen, eller ret påtegningen.",
                    en="Ask finance to go through the section again, or correct the statement.",
                ),
                place=Place(item=number, section=index, spans=((said.start(), said.end()),)),
            )
