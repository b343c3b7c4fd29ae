"""How a case stands with its appropriation statement, and what in it stands in the way."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sagsgang.figures.appropriation import (
    AppropriationStatement,
    BalanceMode,
    balance_sentence,
    is_balanced,
    lacks_financing,
    missing,
    missing_in_words,
)
from sagsgang.web.cases.appropriation.keeping import balance_mode, statement_of, statement_row
from sagsgang.web.cases.models import AppropriationStatement as StatementRow
from sagsgang.web.cases.models import Case


@dataclass(frozen=True, slots=True)
class Standing:
    """A case's statement as it is kept, in what mode it balances, and what is wrong in words."""

    row: StatementRow
    statement: AppropriationStatement
    mode: BalanceMode
    problems: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Whether it balances."""
        return balance_sentence(self.statement, self.mode)

    @property
    def is_removed(self) -> bool:
        """Whether it was taken out of the case's text."""
        return not self.statement.granted and not self.statement.financing


def appropriation_of(case: Case) -> Standing | None:
    """The case's statement; None where it never had one."""
    row = statement_row(case)
    if row is None:
        return None
    mode = balance_mode(case.municipality_id)
    statement = statement_of(row, case)
    return Standing(row, statement, mode, problems_of(statement, mode))


def problems_of(statement: AppropriationStatement, mode: BalanceMode) -> tuple[str, ...]:
    """What keeps the case from going on: rows without amounts, no financing, what is missing in a
    column or over the period; in the words of the reader.
    """
    if not statement.granted and not statement.financing:
        return ()
    if statement.is_empty:
        return (
            _("The appropriation statement has rows and no amounts. Fill it in, or remove it."),
        )
    found = []
    if lacks_financing(statement):
        found.append(
            _("More is granted, and no financing is given. Write where the money comes from.")
        )
    if not is_balanced(statement, mode):
        found += [missing_in_words(each, statement.unit) for each in missing(statement, mode)]
    return tuple(found)


def appropriation_problems(case: Case) -> tuple[str, ...]:
    """What is wrong with the case's statement, if it has one."""
    standing = appropriation_of(case)
    return standing.problems if standing else ()
