"""What each setting of a municipality means, shown on one example."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from sagsgang.reference.deadlines import weekday_deadline
from sagsgang.reference.holidays import OFTEN_CLOSED
from sagsgang.web.bodies.models import MunicipalitySettings

#: A Tuesday after Ascension Day, and a Tuesday after Constitution Day.
AFTER_ASCENSION = date(2026, 5, 19)
AFTER_CONSTITUTION = date(2026, 6, 9)
_PRINTED = Decimal("1234567")
_DIVISORS = {"mio. kr.": Decimal(1_000_000), "t.kr.": Decimal(1000), "kr.": Decimal(1)}


def setting_examples(values: MunicipalitySettings) -> dict[str, str]:
    """For the name of each setting a sentence with what it would give."""
    sentences = {
        "item_numbering": _item_numbering(values),
        "case_numbers": _("A new case gets a number such as %(number)s.")
        % {"number": "15.20.00-G01-7-26" if values.case_numbers == "kle" else "26/1042"},
        "weekdays_before": _deadline(values, AFTER_ASCENSION),
        "half_holidays_are_off": _deadline(values, AFTER_CONSTITUTION),
        "sign": _sign(values),
        "percent": _("A share is written %(share)s.")
        % {"share": f"{number_format(Decimal('12.5'), 1)} {values.percent}"},
        "money_unit": _("%(exact)s kr. is written %(written)s.")
        % {
            "exact": number_format(_PRINTED, 0, force_grouping=True),
            "written": _money(_PRINTED, values),
        },
        "balance": _balance(values),
        "smallest_cell": _smallest_cell(values),
    }
    # "kr." and "pct." end in a full stop of their own.
    return {name: sentence.replace("..", ".") for name, sentence in sentences.items()}


def _item_numbering(values: MunicipalitySettings) -> str:
    if values.item_numbering == MunicipalitySettings.ItemNumbering.THROUGH_YEAR:
        return _("The first meeting of the year had 12 items; the second begins with item 13.")
    return _("The first meeting of the year had 12 items; the second begins with item 1.")


def _deadline(values: MunicipalitySettings, meeting: date) -> str:
    sent = weekday_deadline(
        meeting,
        values.weekdays_before,
        saturday_is_weekday=values.saturday_is_weekday,
        counting="inclusive" if values.counting == "inclusive" else "clear",
        closed=OFTEN_CLOSED if values.half_holidays_are_off else (),
    )
    return _("The agenda of the meeting on %(meeting)s is sent no later than %(sent)s.") % {
        "meeting": date_format(meeting, _("l, j F Y")),
        "sent": date_format(sent, _("l, j F Y")),
    }


def _sign(values: MunicipalitySettings) -> str:
    amount = _money(Decimal(2_000_000), values)
    written = {
        "actual_minus_budget": f"+{amount}",
        "budget_minus_actual": f"−{amount}",
        "in_words": _("an overspend of %(amount)s") % {"amount": amount},
    }[values.sign]
    return _("Spending of 102 mio. kr. on a budget of 100 mio. kr. is written %(written)s.") % {
        "written": written
    }


def _money(amount: Decimal, values: MunicipalitySettings) -> str:
    value = amount / _DIVISORS.get(values.money_unit, Decimal(1))
    places = min(values.money_decimals, 3)
    return f"{number_format(round(value, places), places, force_grouping=True)} {values.money_unit}"


def _balance(values: MunicipalitySettings) -> str:
    if values.balance == MunicipalitySettings.Balance.YEAR:
        return _("−5 in 2026 and +5 in 2027 does not balance: each year must come to 0.")
    return _("−5 in 2026 and +5 in 2027 balances: the years together come to 0.")


def _smallest_cell(values: MunicipalitySettings) -> str:
    if values.smallest_cell < 2:
        return _("Every count is shown, also of one person.")
    return _("A count of %(hidden)s persons is not shown; %(shown)s are.") % {
        "hidden": values.smallest_cell - 1,
        "shown": values.smallest_cell,
    }
