"""Consistent items put together by chance: tables and sentences as committees print them, each
figure computed from the others and rounded by itself.

The sentences (`checking_generated.toml`) are written for people, not for the rules: several ways to
say the same, and beside them figures that stand alone and must alarm nobody.
"""

import random
import tomllib
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

from sagsgang.language.numbers import format_number

SEED = 20261122
_SAYINGS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

_AREAS = (
    "Sygedagpenge",
    "Ressourceforløb",
    "Kontanthjælp",
    "Uddannelseshjælp",
    "Jobafklaring",
    "Fleksjob",
    "Ledighedsydelse",
    "Førtidspension",
    "Seniorpension",
    "Revalidering",
)
_SOURCES = ("Egen læge", "Arbejdsgiver", "A-kasse", "Egen henvendelse", "Sygehus", "Fagforening")
_PURPOSES = ("løn", "undervisning", "materialer", "evaluering", "transport", "lokaler", "revision")
_POINTS = (
    "kortere sagsbehandlingstid",
    "flere samtaler",
    "bedre overgange",
    "tættere opfølgning",
    "fælles visitation",
    "mere praktik",
)
_OFFERS = ("Værksted", "Køkken", "Gartneri", "Kontor", "Lager", "Butik")
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september")
_COUNTED = {3: "tre", 4: "fire", 5: "fem"}

#: What a composer gives: the figures of the sentences, and the rows of a table.
Composed = tuple[dict[str, object], list[list[str]]]


def rounded(value: Decimal, decimals: int = 0) -> Decimal:
    """Half up, to so many decimals."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int, decimals: int = 1) -> str:
    """The share in percent, as printed."""
    return da(rounded(Decimal(part) * 100 / Decimal(whole), decimals), decimals)


def da(value: Decimal | int, decimals: int = 0) -> str:
    """A number as Danes print it."""
    return format_number(Decimal(value), decimals)


def _budget(chance: random.Random) -> Composed:
    """Areas with budget, spending and what is left; thousands, or millions with decimals."""
    areas = chance.sample(_AREAS, chance.randint(3, 7))
    year = chance.randint(2021, 2027)
    in_millions = chance.random() < 0.5
    places = chance.choice((1, 1, 2)) if in_millions else 0
    budget = [Decimal(chance.randint(300, 90_000)).scaleb(-places) for _ in areas]
    spent = [rounded(b * chance.randint(850, 1120) / 1000, places) for b in budget]
    rest = [b - s for b, s in zip(budget, spent, strict=True)]
    totals = [sum(column, Decimal(0)) for column in (budget, spent, rest)]
    lines = zip(areas, budget, spent, rest, strict=True)
    rows = [
        [
            f"Område ({'mio. kr.' if in_millions else '1.000 kr.'})",
            f"Budget {year}",
            "Forbrug",
            chance.choice(("Restbudget", "Afvigelse", "Forskel")),
        ],
        *([area, *(da(value, places) for value in values)] for area, *values in lines),
        [chance.choice(("I alt", "Samlet", "Total")), *(da(total, places) for total in totals)],
    ]
    figures = {
        "year": year,
        "budget": da(totals[0], places),
        "spent": da(totals[1], places),
        "rest": da(abs(totals[2]), places),
        "money": "mio. kr." if in_millions else "t.kr.",
        "less": "mindreforbrug" if totals[2] >= 0 else "merforbrug",
        "share": percent(totals[1], totals[0]),
    }
    return figures, rows


def _statistics(chance: random.Random) -> Composed:
    """People by benefit in two years, the change in numbers and sometimes in percent."""
    areas = chance.sample(_AREAS, chance.randint(3, 6))
    year = chance.randint(2021, 2026)
    before = [chance.randint(40, 1600) for _ in areas]
    after = [count + chance.randint(-count // 6, count // 6) for count in before]
    first, last = sum(before), sum(after)
    with_share = chance.random() < 0.5
    rows = [["Ydelse", f"Maj {year}", f"Maj {year + 1}", "Ændring", *(["Pct."] * with_share)]]
    for area, b, a in zip((*areas, "I alt"), (*before, first), (*after, last), strict=True):
        rows.append([area, da(b), da(a), da(a - b), *([percent(a - b, b)] * with_share)])
    rises = last >= first
    figures = {
        "year": year,
        "next": year + 1,
        "before": da(first),
        "after": da(last),
        "change": da(abs(last - first)),
        "share": percent(abs(last - first), first),
        "grown": "steget" if rises else "faldet",
        "rise": "en stigning" if rises else "et fald",
        "more": "flere" if rises else "færre",
    }
    return figures, rows


def _survey(chance: random.Random) -> Composed:
    """Invited, answered, and how the answers fall."""
    invited = chance.randint(180, 2600)
    cuts = sorted(chance.sample(range(30, invited * 7 // 10), 4))
    counts = [cuts[0], *(after - before for before, after in pairwise(cuts))]
    answered = sum(counts)
    names = ("Meget tilfreds", "Tilfreds", "Utilfreds", "Ved ikke")
    rows = [["Svar", "Antal", "Andel (pct.)"]]
    rows += [[n, da(c), percent(c, answered)] for n, c in zip(names, counts, strict=True)]
    rows.append(["I alt", da(answered), "100,0"])
    figures = {
        "invited": da(invited),
        "answered": da(answered),
        "share": percent(answered, invited, chance.choice((0, 1))),
        "very": da(counts[0]),
        "rather": da(counts[1]),
        "good": da(counts[0] + counts[1]),
        "good_share": percent(counts[0] + counts[1], answered),
    }
    return figures, rows


def _grant(chance: random.Random) -> Composed:
    """A sum of money and what it is for, in running text."""
    names = chance.sample(_PURPOSES, chance.randint(3, 4))
    parts = [chance.randint(3, 190) * 2_500 for _ in names]
    whole = sum(parts)
    used = chance.randint(1, 9) * whole // 10
    each = [f"{da(part)} kr. til {name}" for part, name in zip(parts, names, strict=True)]
    figures = {
        "whole": da(whole),
        "used": da(used),
        "left": da(whole - used),
        "listed": f"{', '.join(each[:-1])} og {each[-1]}",
        "points": _points(each),
    }
    return figures, []


def _ledger(chance: random.Random) -> Composed:
    """Opening, coming and going, closing: the closing of a year opens the next."""
    year = chance.randint(2020, 2024)
    stock = chance.randint(80, 700)
    years = []
    for _ in range(3):
        come, gone = chance.randint(20, 160), chance.randint(20, 75)
        years.append((stock, come, -gone, stock + come - gone))
        stock += come - gone
    rows = [["", *(str(year + step) for step in range(3))]]
    names = ("Primo", "Tilgang", "Afgang", "Ultimo")
    rows += [[name, *(da(line[at]) for line in years)] for at, name in enumerate(names)]
    opening, come, gone, closing = years[-1]
    figures = {
        "year": year + 2,
        "opening": da(opening),
        "come": da(come),
        "gone": da(-gone),
        "closing": da(closing),
    }
    return figures, rows


def _monthly(chance: random.Random) -> Composed:
    """Referrals by source, and the mean of each month."""
    months = chance.randint(3, 9)
    sources = chance.sample(_SOURCES, chance.randint(3, 5))
    counts = [chance.randint(8, 240) for _ in sources]
    whole = sum(counts)
    rows = [["Henvist af", "Antal"], *([s, da(c)] for s, c in zip(sources, counts, strict=True))]
    rows.append(["Henvisninger i alt", da(whole)])
    most = max(range(len(counts)), key=counts.__getitem__)
    figures = {
        "period": f"januar-{_MONTHS[months - 1]}",
        "months": months,
        "whole": da(whole),
        "mean": da(rounded(Decimal(whole) / months, 1), 1),
        "source": sources[most].lower(),
        "source_first": sources[most],
        "count": da(counts[most]),
        "share": percent(counts[most], whole),
    }
    return figures, rows


def _nation(chance: random.Random) -> Composed:
    """A national number and the local share of it; points between two shares."""
    country = chance.randint(40, 900) * 100
    share = Decimal(chance.randint(60, 240)) / 100
    before = Decimal(chance.randint(300, 620)) / 10
    step = Decimal(chance.randint(-60, 60) or 7) / 10
    figures = {
        "country": da(country),
        "share": da(share, 2),
        "local": da(rounded(country * share / 100)),
        "before": da(before, 1),
        "after": da(before + step, 1),
        "step": da(abs(step), 1),
        "word": "stigning" if step > 0 else "tilbagegang",
    }
    return figures, []


def _whole(chance: random.Random) -> Composed:
    """People in three groups, and a counted list."""
    a, b, c = (chance.randint(12, 240) for _ in range(3))
    points = chance.sample(_POINTS, chance.randint(3, 5))
    figures = {
        "whole": da(a + b + c),
        "a": da(a),
        "b": da(b),
        "c": da(c),
        "many": _COUNTED[len(points)],
        "points": _points(points),
    }
    return figures, []


def _price(chance: random.Random) -> Composed:
    """So many places at a price; half a year, or four years, of a yearly cost."""
    places, price = chance.randint(4, 40), chance.randint(8, 90) * 1_000
    yearly = chance.randint(100, 900) * 1_000
    figures = {
        "places": places,
        "price": da(price),
        "whole": da(places * price),
        "yearly": da(yearly),
        "half": da(yearly // 2),
        "four": da(yearly * 4),
    }
    return figures, []


def _alone(chance: random.Random) -> Composed:
    """Figures that take part in nothing."""
    figures = {
        "day": chance.randint(2, 28),
        "room": chance.randint(100, 400),
        "fee": da(chance.randint(4, 90) * 250),
        "weeks": chance.randint(2, 12),
        "section": chance.randint(5, 90),
        "some": chance.randint(30, 90),
        "phone": chance.randint(1000, 9999),
        "rate": da(Decimal(chance.randint(15, 60)) / 10, 1),
        "other": da(Decimal(chance.randint(15, 60)) / 10, 1),
    }
    return figures, []


def _prices(chance: random.Random) -> Composed:
    """A table that nobody adds up: places, prices and shares of different things."""
    rows = [["Tilbud", "Pladser", "Pris pr. uge (kr.)", "Gennemført (pct.)"]]
    rows += [
        [name, da(chance.randint(5, 60)), da(chance.randint(800, 6000)), da(chance.randint(40, 99))]
        for name in chance.sample(_OFFERS, 4)
    ]
    return {}, rows


COMPOSERS: dict[str, Callable[[random.Random], Composed]] = {
    "budget": _budget,
    "statistics": _statistics,
    "survey": _survey,
    "grant": _grant,
    "ledger": _ledger,
    "monthly": _monthly,
    "nation": _nation,
    "whole": _whole,
    "price": _price,
    "alone": _alone,
    "prices": _prices,
}


def _points(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _item(kind: str, chance: random.Random) -> tuple[str, str]:
    """Title and text of an item: a sentence from each list, and the table."""
    figures, rows = COMPOSERS[kind](chance)
    sayings = _SAYINGS[kind]
    text = [
        chance.choice(sayings[part]) for part in ("first", "second", "third") if part in sayings
    ]
    paragraphs = [" ".join(text) if chance.random() < 0.5 else "\n\n".join(text)]
    paragraphs = [paragraph.format(**figures) for paragraph in paragraphs]
    if rows:
        grid = "\n".join("\t".join(row) for row in rows)
        paragraphs.insert(chance.choice((1, 1, 0)), grid)
    return sayings["title"].format(**figures), "\n\n".join(paragraphs)


def compose(number: int) -> str:
    """Document number `number`, the same for the same number: an item of each kind."""
    chance = random.Random(SEED + number)
    kinds = list(COMPOSERS)
    chance.shuffle(kinds)
    made = [_item(kind, chance) for kind in kinds]
    contents = "\n".join(f"{title}.....\t{at + 2}" for at, (title, _) in enumerate(made))
    items = (
        f"Punkt {at}: {title}\n\n15.00.00-A00-{at}-26\n\nSagsresumé\n\nTil orientering.\n\n"
        f"Sagsfremstilling\n\n{text}\n\nIndstilling\n\nForvaltningen indstiller, at orienteringen "
        "tages til efterretning.\n\nBeslutning\n\nTaget til efterretning.\n"
        for at, (title, text) in enumerate(made, start=1)
    )
    return (
        "REFERAT Arbejdsmarkedsudvalget 2026-2029 d. 08-09-2026\n\nMødedato Tirsdag d. 8. "
        "september 2026 kl. 15:30\n\nMødested Rådhuset, lokale 2\n\nMødedeltagere Vagn Hedelund "
        f"(A), Tove Skovsbjerg (V), Asger Præstholm (F)\n\nIndholdsfortegnelse\n\n{contents}\n\n"
        + "\n".join(items)
    )
