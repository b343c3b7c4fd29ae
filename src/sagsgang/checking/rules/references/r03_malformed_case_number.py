"""R03: a case number is formed as none is; a likely spelling is suggested, never put in."""

import re
from collections import Counter
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.case_numbers import suggest_kle
from sagsgang.minutes import Minutes

CODE = "R03"
TITLE = Words(da="Sagsnummeret er ikke dannet rigtigt", en="Malformed case number")
FAMILY = Family.REFERENCES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM


_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The case numbers that the reader recognised as meant, and not as well formed.

    A form that most of the document's numbers have is the municipality's own, and no mistake.
    """
    own = _own_forms(minutes)
    for number, item in enumerate(minutes.items):
        case = item.case_number
        if case is None or case.is_valid or _form(case.text) in own:
            continue
        likely = suggest_kle(case.text)
        yield context.finding(
            context.say(
                da=f"Sagsnummeret «{case.text}» er ikke dannet som 00.00.00-A00-0-00.",
                en=f"The case number «{case.text}» is not of the form 00.00.00-A00-0-00.",
            ),
            confidence=0.95 if likely else 0.8,
            item=item,
            lines=(item.lines[0], item.lines[0]),
            printed=[case.text],
            computed=[likely] if likely else [],
            suggestion=context.say(
                da=f"Mon der menes {likely}? Se efter i journalen.",
                en=f"Is {likely} meant? Look it up in the records.",
            )
            if likely
            else context.say(
                da="Se nummeret efter i journalen.", en="Look the number up in the records."
            ),
            place=Place(item=number),
        )


def _own_forms(minutes: Minutes) -> set[str]:
    """The malformed forms that more than one number has, and more than are well formed."""
    numbers = {item.case_number for item in minutes.items if item.case_number}
    well_formed = sum(number.is_valid for number in numbers)
    forms = Counter(_form(number.text) for number in numbers if not number.is_valid)
    return {form for form, count in forms.items() if count > max(1, well_formed)}


def _form(text: str) -> str:
    """ "00.01.00P35-0301" as "0.0.0A0-0"."""
    return _LETTERS.sub("A", _DIGITS.sub("0", "".join(text.split())))
