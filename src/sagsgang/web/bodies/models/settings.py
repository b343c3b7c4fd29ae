"""How one municipality does things; every figure, number and deadline follows from here."""

from django.db import models

from sagsgang.web.bodies.models.body import Counting, Municipality


class MunicipalitySettings(models.Model):
    """One row a municipality that works here; the defaults are what most municipalities do."""

    class ItemNumbering(models.TextChoices):
        WITHIN_MEETING = "within_meeting"
        THROUGH_YEAR = "through_year"

    class CaseNumbers(models.TextChoices):
        KLE = "kle"
        ESDH = "esdh"

    Counting = Counting

    class Sign(models.TextChoices):
        ACTUAL_MINUS_BUDGET = "actual_minus_budget"
        BUDGET_MINUS_ACTUAL = "budget_minus_actual"
        IN_WORDS = "in_words"

    class Percent(models.TextChoices):
        SIGN = "%"
        WORD = "pct."

    class Balance(models.TextChoices):
        YEAR = "year"
        PERIOD = "period"

    class DecisionPlace(models.TextChoices):
        LAST = "last"
        AFTER_RECOMMENDATION = "after_recommendation"

    municipality = models.OneToOneField(
        Municipality, on_delete=models.CASCADE, related_name="settings"
    )
    item_numbering = models.CharField(
        max_length=20, choices=ItemNumbering, default=ItemNumbering.WITHIN_MEETING
    )
    case_numbers = models.CharField(max_length=10, choices=CaseNumbers, default=CaseNumbers.KLE)
    #: Weekdays between sending and meeting (kommunestyrelsesloven § 8), and how they are counted.
    weekdays_before = models.PositiveSmallIntegerField(default=4)
    counting = models.CharField(max_length=10, choices=Counting, default=Counting.CLEAR)
    saturday_is_weekday = models.BooleanField(default=False)
    #: 1 May, 5 June, 24 and 31 December count as days off.
    half_holidays_are_off = models.BooleanField(default=True)
    sign = models.CharField(max_length=20, choices=Sign, default=Sign.ACTUAL_MINUS_BUDGET)
    percent = models.CharField(max_length=5, choices=Percent, default=Percent.WORD)
    #: `mio. kr.`, `t.kr.` or `kr.`, and with how many decimals money is printed in running text.
    money_unit = models.CharField(max_length=10, default="mio. kr.")
    money_decimals = models.PositiveSmallIntegerField(default=1)
    balance = models.CharField(max_length=10, choices=Balance, default=Balance.YEAR)
    #: Counts under this are not shown (0 turns it off).
    smallest_cell = models.PositiveSmallIntegerField(default=5)

    #: The heading of decisions; `{body}` and `{day}` stand for what they say.
    decision_heading = models.CharField(max_length=120, default="Beslutning")
    decision_place = models.CharField(
        max_length=20, choices=DecisionPlace, default=DecisionPlace.LAST
    )

    def __str__(self) -> str:
        return f"{self.municipality}"
