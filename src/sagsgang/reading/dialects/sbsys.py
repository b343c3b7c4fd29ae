"""SBSYS: the case number stands above the title."""

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.reading.dialects.standard import Dialect
from sagsgang.reading.layout.sheet import Sheet


class Sbsys(Dialect):
    """Known by KLE numbers right above lines that are titles."""

    name = "sbsys"

    def fits(self, sheet: Sheet, seen: frozenset[str]) -> float:
        """Sure when several case numbers stand above a title and none below one."""
        text = sheet.text
        above = 0
        for index, line in enumerate(text):
            if (
                8 < len(line) < 40
                and line[0].isdigit()
                and "." in line[:6]
                and (found := parse_case_number(line))
                and found.kind == "kle"
            ):
                over = text[index - 1] if index else ""
                under = text[index + 1] if index + 1 < len(text) else ""
                above += not over and bool(under)
        return 0.75 if above >= 2 else 0.0
