"""Every economy and appeals figure of five real agendas that has its inputs is computed from them,
to the printed digit. Each vector names the municipality, the month of the meeting and the item."""

from decimal import Decimal

import pytest

from sagsgang.figures.engine import Question, compute, series_of
from sagsgang.figures.explained import explained
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.wording import HouseStyle, beside, corridor_in_words, in_words
from sagsgang.language.numbers import format_number

YEAR = Period.parse("2024")
MIO = 10**6


def mio(text):
    return Decimal(text) * MIO


def ask(world, name, values=(), *, period=None, **more):
    """The whole of an indicator of inputs and parameters that come to these values."""
    each = indicator(name)
    period = Period.parse(period) if period else world.period_for(each)
    values = {key: Decimal(str(value)) for key, value in dict(values).items()}
    told = {key: value for key, value in values.items() if key in each.declared.parameters}
    snapshot = world.of_inputs(each, period, values)
    return compute(snapshot, Question(each, period, world.area, given=told, **more)).whole


VECTORS = [
    # Thisted, May 2025, item 17
    ("A 17", "deviation", {"original": mio(743), "spending": mio("731.6")}, "-11,4 mio."),
    # Thisted, May 2025, item 18
    (
        "A 18: servicerammen",
        "serviceramme_deviation",
        {"original": mio(2900), "forecast": mio("2921.9")},
        "21,9 mio.",
    ),
    (
        "A 18: uden bufferpulje",
        "serviceramme_without_buffer",
        {"original": mio(2900), "forecast": mio("2921.9"), "buffer": mio("23.2")},
        "45,1 mio.",
    ),
    (
        "A 18: højeste sanktion",
        "sanction_worst_case",
        {"original": mio(2900), "forecast": mio("2921.9")},
        "21,9 mio.",
    ),
    (
        "A 18: anlægsrammen",
        "anlaegsramme_deviation",
        {"original": mio("161.6"), "forecast": mio("229.6")},
        "68,0 mio.",
    ),
    ("A 18: kassetræk", "cash_draw_expected", {"forecast": mio("61.9")}, "61,9 mio."),
    (
        "A 18: mod oprindeligt",
        "cash_draw_against_original",
        {"original": mio("46.9"), "forecast": mio("61.9")},
        "15,0 mio.",
    ),
    (
        "A 18: mod korrigeret",
        "cash_draw_against_adjusted",
        {"original": mio("46.9"), "supplementary": mio("90.8"), "forecast": mio("61.9")},
        "-75,8 mio.",
    ),
    # Thisted, May 2025, items 22 and 23
    ("A 22: netto", "prorated_move", {"moved": 1658739, "returned": 1064000}, "594.739 kr."),
    (
        "A 22: 6/12",
        "prorated_move",
        {"moved": 1658739, "returned": 1064000, "months": 6},
        "297.370 kr.",
    ),
    ("A 23: 2025", "local_share", {"local": 311448, "national": mio(41)}, "0,760"),
    ("A 23: 2026", "local_share", {"local": 1413448, "national": mio(190)}, "0,744"),
    # Thisted, May 2025, item 25
    ("A 25: LAB", "reversal_rate", {"upheld": 4, "changed": 0, "remitted": 0}, "0,0"),
    ("A 25: LAB", "change_rate", {"upheld": 4, "changed": 0, "remitted": 0}, "0,0"),
    ("A 25: LAS", "appeals_decided", {"upheld": 13, "changed": 1, "remitted": 3}, "17"),
    ("A 25: LAS", "reversal_rate", {"upheld": 13, "changed": 1, "remitted": 3}, "23,5"),
    ("A 25: LAS", "change_rate", {"upheld": 13, "changed": 1, "remitted": 3}, "5,9"),
    ("A 25: SDP", "appeals_decided", {"upheld": 39, "changed": 4, "remitted": 15}, "58"),
    ("A 25: SDP", "reversal_rate", {"upheld": 39, "changed": 4, "remitted": 15}, "32,8"),
    ("A 25: SDP", "change_rate", {"upheld": 39, "changed": 4, "remitted": 15}, "6,9"),
    (
        "A 25: SDP pr. afgørelse",
        "reversal_rate_by_decision",
        {"upheld": 39, "changed": 4, "remitted": 7},
        "22,0",
    ),
    (
        "A 25: SDP pr. afgørelse",
        "change_rate_by_decision",
        {"upheld": 39, "changed": 4, "remitted": 7},
        "8,0",
    ),
    (
        "Ankestyrelsens eksempel",
        "reversal_rate",
        {"upheld": 105, "changed": 5, "remitted": 19},
        "18,6",
    ),
    # Viborg, August 2024, item 1
    ("B 1: i alt", "local_share", {"local": mio("20.2"), "national": mio(1200)}, "1,683"),
    ("B 1: andel", "local_share", {"local": mio("16.8"), "national": mio(1000)}, "1,680"),
    # Lemvig, accounts 2024, item 3 (in t.kr. and prices of 2024)
    (
        "C 3: mod oprindeligt",
        "deviation_from_original",
        {"original": 349239000, "spending": 330422000},
        "-18.817 t.kr.",
    ),
    (
        "C 3: mod korrigeret",
        "deviation",
        {"original": 349239000, "supplementary": -1069000, "spending": 330422000},
        "-17.748 t.kr.",
    ),
    (
        "C 3: korrigeret budget",
        "adjusted_budget",
        {"original": 349239000, "supplementary": -1069000},
        "348.170 t.kr.",
    ),
    # Sønderborg, August 2024, items 2, 4, 5 and 7
    (
        "D 2: mindreforbrug",
        "forecast_deviation",
        {"original": mio("1491.7"), "forecast": mio("1471.7")},
        "-20,0 mio.",
    ),
    ("D 2: puljen", "pool_left", {"amount": mio("32.7"), "drawn": mio("9.9")}, "22,8 mio."),
    ("D 4: SHO", "local_share", {"local": 183, "national": 12000}, "1,525"),
    ("D 4: kontanthjælp", "local_share", {"local": 28, "national": 10000}, "0,280"),
    ("D 5", "local_share", {"local": mio(40), "national": mio(3100)}, "1,29"),
    ("D 7", "spending_to_date", {"spending": mio("688.5")}, "688,5 mio."),
    ("D 7", "spend_rate", {"original": mio("1491.7"), "spending": mio("688.5")}, "46,2"),
]


@pytest.mark.parametrize(
    ("name", "values", "printed"),
    [pytest.param(*vector[1:], id=f"{vector[0]} {vector[1]}") for vector in VECTORS],
)
def test_the_document_s_figure(world, name, values, printed):
    figure = ask(world, name, values)
    number, _, scale = printed.partition(" ")
    decimals = len(number.partition(",")[2])
    factor = {"": 1, "kr.": 1, "t.kr.": 1000, "mio.": MIO}[scale]
    assert format_number(figure.value / factor, decimals) == number


def test_a_17_is_explained_but_for_the_rest(world):
    """Thisted, May 2025, item 17: five explanations of a deviation of 11.4 leave 2.6."""
    lines = {
        "Sygedagpenge": "-12.2",
        "Fleksjob": "-4.4",
        "Kontant- og uddannelseshjælp": "-2.7",
        "Integration": "-5.6",
        "A-dagpenge": "16.1",
    }
    snapshot = world.snapshot(
        [
            world.observation("ledger.original_budget", "2024", mio(743)),
            world.observation("ledger.spending", "2024", mio("731.6")),
            *(
                world.observation("ledger.explanation", "2024", mio(value), {"explanation": name})
                for name, value in lines.items()
            ),
        ]
    )
    told = explained(snapshot, YEAR, world.area)
    assert in_words(told.deviation) == "mindreforbrug på 11,4 mio. kr."
    assert in_words(told.explained) == "mindreforbrug på 8,8 mio. kr."
    assert in_words(told.rest) == "mindreforbrug på 2,6 mio. kr."
    assert [dict(each.group)["explanation"] for each in told.lines][:2] == [
        "A-dagpenge",
        "Sygedagpenge",
    ]
    assert sum(each.value for each in told.lines) + told.rest.value == told.deviation.value
    assert not told.is_whole


def test_a_18_by_committee(world):
    """Thisted, May 2025, item 18: four committees are told, the others follow from the total; the
    carry-over is in the adjusted budget; appropriations and frame are measured differently."""
    expected = {"BFU": "10.6", "EKMTU": "6.7", "ØU": "2.1", "AMU": "-44.4", "andre": "-6.5"}
    budget = {"BFU": 800, "EKMTU": 300, "ØU": 200, "AMU": 743, "andre": 1500}
    rows = []
    for committee, deviation in expected.items():
        group = {"committee": committee}
        total = mio(budget[committee])
        carried = mio("33.8") if committee == "andre" else Decimal(0)
        rows += [
            world.observation("ledger.original_budget", "2025", total - carried, group),
            world.observation("ledger.supplementary_appropriation", "2025M02", carried, group),
            world.observation("ledger.forecast_outturn", "2025M03", total + mio(deviation), group),
        ]
    snapshot, period = world.snapshot(rows), Period.parse("2025M03")
    asked = Question(indicator("forecast_deviation"), period, world.area, by=("committee",))
    answer = compute(snapshot, asked)
    assert in_words(answer.whole) == "mindreforbrug på 31,5 mio. kr."
    told = {dict(each.group)["committee"]: each.value / MIO for each in answer.groups}
    assert told == {name: Decimal(value) for name, value in expected.items()}
    assert sum(value for value in told.values() if value > 0) == Decimal("19.4")
    without = Question(
        indicator("forecast_without_carry_over"),
        period,
        world.area,
        given={"carried": mio("33.8")},
    )
    assert in_words(compute(snapshot, without).whole) == "merforbrug på 2,3 mio. kr."


def test_a_18_the_frame_by_policy_area_and_as_appropriated(world):
    """Thisted, May 2025, item 18: 21.9 over the frame, of which the harbour 11.7; 25.2 over what is
    appropriated, as the frame is the original budget."""
    rows = []
    for area, original, supplementary, forecast in (
        ("Havn", "40", "0", "51.7"),
        ("Andet", "2860", "-3.3", "2870.2"),
    ):
        group = {"policy_area": area, "frame": "service"}
        rows += [
            world.observation("ledger.original_budget", "2025", mio(original), group),
            world.observation(
                "ledger.supplementary_appropriation", "2025M01", mio(supplementary), group
            ),
            world.observation("ledger.forecast_outturn", "2025M03", mio(forecast), group),
            world.observation(
                "ledger.forecast_outturn", "2025M03", mio(99), {**group, "frame": "transfer"}
            ),
            world.observation(
                "ledger.original_budget", "2025", mio(99), {**group, "frame": "transfer"}
            ),
        ]
    snapshot, period = world.snapshot(rows), Period.parse("2025M03")
    asked = Question(indicator("serviceramme_deviation"), period, world.area, by=("policy_area",))
    answer = compute(snapshot, asked)
    assert answer.whole.value == mio("21.9")
    assert [each.value for each in answer.groups] == [mio("10.2"), mio("11.7")]
    appropriated = Question(
        indicator("forecast_deviation"), period, world.area, where={"frame": ["service"]}
    )
    assert in_words(compute(snapshot, appropriated).whole) == "merforbrug på 25,2 mio. kr."


def test_a_22_moves_from_service_to_transfers_and_is_nothing_in_all(world):
    """Thisted, May 2025, item 22."""
    amount = ask(world, "prorated_move", {"moved": 1658739, "returned": 1064000, "months": 6}).value
    rows = [
        world.observation("ledger.supplementary_appropriation", "2025M07", value, {"frame": frame})
        for frame, value in (("service", -amount), ("transfer", amount))
    ]
    asked = Question(
        indicator("supplementary_appropriations"), Period.parse("2025"), world.area, by=("frame",)
    )
    answer = compute(world.snapshot(rows), asked)
    assert [each.in_words() for each in answer.groups] == ["-297.370 kr.", "297.370 kr."]
    assert answer.whole.value == 0


def test_a_25_by_law_with_the_recount_beside(world):
    """Thisted, May 2025, item 25: the printed table has the column of SDP displaced; the text's
    counts give the printed rates."""
    counts = {"LAB": (4, 0, 0), "LAS": (13, 1, 3), "SDP": (39, 4, 15)}
    rows = [
        world.observation(f"appeals.{name}", "2024", Decimal(value), {"law": law}, unit=Unit.COUNT)
        for law, values in counts.items()
        for name, value in zip(("upheld", "changed", "remitted"), values, strict=True)
    ]
    rows += [
        world.observation(
            f"appeals.{name}_by_decision", "2024", Decimal(value), {"law": "SDP"}, unit=Unit.COUNT
        )
        for name, value in (("upheld", 39), ("changed", 4), ("remitted", 7))
    ]
    snapshot = world.snapshot(rows)
    by_law = compute(
        snapshot, Question(indicator("reversal_rate"), YEAR, world.area, by=("law",))
    ).groups
    assert [each.in_words() for each in by_law] == ["0,0 pct.", "23,5 pct.", "32,8 pct."]
    recount = compute(
        snapshot, Question(indicator("reversal_rate_by_decision"), YEAR, world.area, by=("law",))
    ).groups
    assert beside(by_law[-1], recount[-1], HouseStyle(percent="%")) == "32,8 % (22,0 %)"


@pytest.mark.parametrize(
    ("law", "years"),
    [
        ("LAB", {2022: ((1, 1, 0), "50,0"), 2023: ((2, 1, 0), "33,3"), 2024: ((4, 0, 0), "0,0")}),
        (
            "LAS",
            {2022: ((17, 4, 6), "37,0"), 2023: ((16, 3, 4), "30,4"), 2024: ((13, 1, 3), "23,5")},
        ),
        (
            "SDP",
            {2022: ((27, 9, 16), "48,1"), 2023: ((30, 5, 14), "38,8"), 2024: ((39, 4, 15), "32,8")},
        ),
    ],
)
def test_a_25_over_the_years(world, law, years):
    """Thisted, May 2025, item 25: the rates of 2022 and 2023 are printed without their counts; the
    counts here are invented ones that give them."""
    rows = [
        world.observation(
            f"appeals.{name}", str(year), Decimal(value), {"law": law}, unit=Unit.COUNT
        )
        for year, (values, _printed) in years.items()
        for name, value in zip(("upheld", "changed", "remitted"), values, strict=True)
    ]
    asked = Question(indicator("reversal_rate"), YEAR, world.area, where={"law": [law]})
    periods = [Period.parse(str(year)) for year in years]
    told = series_of(world.snapshot(rows), asked, periods)
    assert [answer.whole.printed() for answer in told] == [
        printed for _values, printed in years.values()
    ]


def test_d_2_is_told_as_a_corridor(world):
    """Sønderborg, August 2024, items 2 and 7: 15-25 million kroner less than budgeted, of which two
    policy areas 4 and 16, and the third balances."""
    rows = []
    for area, budget, forecast in (("11", 50, 46), ("12", 20, 20), ("18", "1421.7", "1405.7")):
        group = {"policy_area": area}
        rows += [
            world.observation("ledger.original_budget", "2024", mio(budget), group),
            world.observation("ledger.forecast_outturn", "2024M06", mio(forecast), group),
        ]
    snapshot, june = world.snapshot(rows), Period.parse("2024M06")
    lowest, highest = (
        compute(
            snapshot,
            Question(indicator(name), june, world.area, given={"margin": mio(5)}),
        ).whole.value
        for name in ("forecast_lowest", "forecast_highest")
    )
    told = corridor_in_words(lowest, highest, HouseStyle(decimals=0))
    assert told == "mindreforbrug på 15-25 mio. kr."
    by_area = compute(
        snapshot,
        Question(indicator("forecast_deviation"), june, world.area, by=("policy_area",)),
    )
    assert [in_words(each, HouseStyle(decimals=0)) for each in by_area.groups] == [
        "mindreforbrug på 4 mio. kr.",
        "ingen afvigelse",
        "mindreforbrug på 16 mio. kr.",
    ]


def test_d_2_the_sum_of_what_is_appropriated(world):
    """Sønderborg, August 2024, item 2: −5.000 + 64 + 76 − 466 = −5.326 thousand kroner."""
    rows = [
        world.observation("ledger.supplementary_appropriation", "2024M08", Decimal(value), group)
        for value, group in (
            (64000, {"policy_area": "12"}),
            (-5000000 + 76000 - 466000, {"policy_area": "18"}),
        )
    ]
    asked = Question(
        indicator("supplementary_appropriations"), YEAR, world.area, by=("policy_area",)
    )
    answer = compute(world.snapshot(rows), asked)
    assert [each.value for each in answer.groups] == [64000, -5390000]
    assert answer.whole.value == -5326000


def test_d_7_the_spend_rate_beside_the_even_one(world):
    """Sønderborg, August 2024, item 7: 46.2 percent, said to be too low as old disability pensions,
    senior pensions and insured unemployed are posted a month late. The budgets of the three are not
    told; with a third of the budget among them an even rate would be 47.2."""
    rows = [
        world.observation("ledger.original_budget", "2024", mio(value), {"account": account})
        for account, value in (
            ("5.48.65", 100),
            ("5.48.68", 250),
            ("5.57.78", 150),
            ("5.57.71", "991.7"),
        )
    ]
    rows += [
        world.observation(
            "ledger.spending", f"2024M0{month}", mio("688.5") / 6, {"account": "5.57.71"}
        )
        for month in range(1, 7)
    ]
    snapshot, june = world.snapshot(rows), Period.parse("2024M06")
    spent, even = (
        compute(snapshot, Question(indicator(name), june, world.area)).whole
        for name in ("spend_rate", "even_spend_rate")
    )
    assert (spent.in_words(), even.in_words()) == ("46,2 pct.", "47,2 pct.")
    assert even.inputs["late_original"].where == {"account": ("5.48.65*", "5.48.68*", "5.57.78*")}
    assert even.given == {"months": Decimal(6), "delay": Decimal(1)}


def test_e_5_the_forecast_has_not_moved(world):
    """Holstebro, October 2019, item 5: 8.4 more than budgeted, as at the follow-up before."""
    rows = [
        world.observation("ledger.original_budget", "2019", mio(500)),
        world.observation("ledger.forecast_outturn", "2019M06", mio("508.4")),
        world.observation("ledger.forecast_outturn", "2019M09", mio("508.4")),
    ]
    snapshot, period = world.snapshot(rows), Period.parse("2019M09")
    change = compute(snapshot, Question(indicator("forecast_change"), period, world.area)).whole
    now = compute(snapshot, Question(indicator("forecast_deviation"), period, world.area)).whole
    assert in_words(change) == "0 kr."
    assert in_words(now) == "merforbrug på 8,4 mio. kr."
