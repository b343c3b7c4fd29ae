"""The pages of Ledelsesinformation, and the files that are fetched from them."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.figures.chart import Chart, svg
from sagsgang.figures.engine import CannotCompute
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.ledger import SPENDING
from sagsgang.figures.overview import (
    Overview,
    as_json,
    as_rows,
    change_words,
    dimension_words,
    note_words,
    over_time,
    overview,
    split_up,
)
from sagsgang.figures.registry import UnknownIndicator, all_indicators, indicator
from sagsgang.figures.wording import HouseStyle
from sagsgang.web.bodies.selectors import workplace_municipalities
from sagsgang.web.design.page import Crumb
from sagsgang.web.figures.information.asked import Asked, asked_from
from sagsgang.web.figures.information.cards import GRAINS
from sagsgang.web.figures.information.explained import expression_in_words, page_html
from sagsgang.web.figures.information.files import as_csv, file_name
from sagsgang.web.figures.information.tables import in_words, origins_told, sign_words, table_of
from sagsgang.web.figures.information.wording import FAMILIES, GRAIN_WORDS
from sagsgang.web.figures.permissions import figures_may

#: So many of the latest stand beside what an indicator counts.
LATEST = 8
#: The two pictures, as they are named in addresses.
PICTURES: dict[str, Callable[[Overview], Chart | None]] = {"tid": over_time, "opdelt": split_up}
View = Callable[..., HttpResponse]


def of_municipality(view: View) -> View:
    """Give the view the municipality whose figures the reader may see."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        homes = [
            each
            for each in workplace_municipalities(request.user)
            if figures_may(request.user, "figures_read", each)
        ]
        if not homes:
            raise PermissionDenied("figures_read")
        wanted = request.GET.get("kommune")
        home = next((each for each in homes if each.slug == wanted), None if wanted else homes[0])
        if home is None:
            raise Http404
        return view(request, home, *args, **named)

    return require_safe(login_required(shown))


@of_municipality
def information(request: HttpRequest, home: Any) -> HttpResponse:
    """Key figures, and one of them with picture, table, words and source."""
    asked = asked_from(request.GET.dict(), home)
    seen, refused = _seen(asked)
    context: dict[str, Any] = {
        "home": home,
        "asked": asked,
        "families": _families(asked),
        "committees": asked.members("udvalg"),
        "areas": asked.members("omraade"),
        "counts": asked.counts(),
        "grains": [(name, GRAIN_WORDS[name]) for name in asked.grains()],
        "grain": next(name for name, each in GRAINS.items() if each is asked.grain),
        "splits": [(name, dimension_words(name)) for name in asked.splits()],
        "expected_of": _spending_family(asked),
        "refused": refused,
        "load_address": load_address(request, home),
        "trail": [Crumb(_("Management information"))],
    }
    if seen is not None:
        context |= shown_of(seen, asked.style) | {
            "not_limited": [dimension_words(name) for name in asked.not_limited]
        }
    return render(request, "figures/information/information.html", context)


def shown_of(seen: Overview, style: HouseStyle, name: str = "") -> dict[str, Any]:
    """What a page shows of an overview; `name` keeps two apart that stand in one page."""
    pictures = []
    for key, draw in PICTURES.items():
        if (chart := draw(seen)) is not None:
            pictures.append((key, chart, mark_safe(svg(chart, f"{name}{key}"))))
    latest = seen.latest
    return {
        "seen": seen,
        "latest": _latest_words(seen, style),
        "latest_period": latest.period.in_danish() if latest else "",
        "change": change_words(seen, style),
        "pictures": pictures,
        "table": table_of(seen) if seen.periods else None,
        "by_words": dimension_words(seen.wanted.by).capitalize() if seen.wanted.by else "",
        "notes": note_words(seen),
        "origins": origins_told(seen.origins()),
    }


def _latest_words(seen: Overview, style: HouseStyle) -> str:
    """ "-15,2 mio. kr. (mindreforbrug)"; empty where there is nothing."""
    if seen.latest is None:
        return ""
    told, sign = in_words(seen.latest, seen, style), sign_words(seen)
    return f"{told} ({sign})" if sign else told


def _seen(asked: Asked) -> tuple[Overview | None, str]:
    """What is asked for; else why it cannot be told."""
    if asked.chosen is None:
        return None, ""
    try:
        return overview(asked.snapshot, asked.wanted()), ""
    except CannotCompute as error:
        return None, str(error)


def _families(asked: Asked) -> list[tuple[Any, list[Any]]]:
    """The cards by family: those of what the reader limits it to, then those of the whole."""
    found: dict[tuple[bool, str], list[Any]] = {}
    for card in sorted(asked.cards, key=lambda each: not each.is_limited):
        row = {
            "card": card,
            "value": in_words(card.latest, card.seen, asked.style),
            "period": card.latest.period.in_danish(),
            "change": change_words(card.seen, asked.style),
            "sign": sign_words(card.seen),
            "is_chosen": card.indicator == asked.chosen,
        }
        found.setdefault((card.is_limited, card.indicator.family), []).append(row)
    return [(_family_words(*key), rows) for key, rows in found.items()]


def _family_words(is_limited: bool, family: str) -> str:
    words = str(FAMILIES.get(family, family.capitalize()))
    return words if is_limited else _("%s, the whole municipality") % words


def _spending_family(asked: Asked) -> str:
    """The family of what the forecast is made from, where there is any of it; else empty."""
    found = (c for c in asked.cards if is_of_spending(c.indicator))
    return next((_family_words(c.is_limited, c.indicator.family) for c in found), "")


def is_of_spending(each: Indicator) -> bool:
    """Whether an indicator rests on the spending that a forecast is made from."""
    return any(used.series == SPENDING.series for used in each.declared.inputs.values())


def load_address(request: HttpRequest, home: Any) -> str:
    """Where figures are loaded, for those who may; empty for others."""
    if not figures_may(request.user, "figures_load", home):
        return ""
    return reverse("figures:loading")


@of_municipality
def data_csv(request: HttpRequest, home: Any) -> HttpResponse:
    """The figures looked at, for a spreadsheet."""
    seen = _found(request, home)
    return as_csv(file_name(seen, "csv"), as_rows(seen))


@of_municipality
def data_json(request: HttpRequest, home: Any) -> HttpResponse:
    """The same for a program, with where all of it is from."""
    seen = _found(request, home)
    body = json.dumps(as_json(seen), ensure_ascii=False, indent=1)
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(seen, "json")}"'
    return response


@of_municipality
def picture(request: HttpRequest, home: Any, name: str) -> HttpResponse:
    """One of the pictures, as a file of its own."""
    seen = _found(request, home)
    chart = PICTURES[name](seen) if name in PICTURES else None
    if chart is None:
        raise Http404
    response = HttpResponse(svg(chart), content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(seen, "svg")}"'
    return response


def _found(request: HttpRequest, home: Any) -> Overview:
    seen, _refused = _seen(asked_from(request.GET.dict(), home))
    if seen is None:
        raise Http404
    return seen


@of_municipality
def counted(request: HttpRequest, home: Any, name: str) -> HttpResponse:
    """ "Hvad tæller det?": what the indicator counts, from what, and the latest here."""
    try:
        found = indicator(name)
    except UnknownIndicator as error:
        raise Http404 from error
    asked = asked_from({**request.GET.dict(), "noegletal": found.id}, home)
    seen, _refused = _seen(asked) if asked.chosen == found else (None, "")
    declared = found.declared
    context: dict[str, Any] = {
        "home": home,
        "indicator": found,
        "html": page_html(found),
        "expression": expression_in_words(found),
        "inputs": declared.inputs.values(),
        "parameters": declared.parameters.values(),
        "breaks": declared.breaks,
        "grains": [
            str(words) for key, words in GRAIN_WORDS.items() if GRAINS[key] in declared.grains
        ],
        "by": [dimension_words(each) for each in declared.by],
        "asked": asked,
        "values": [
            (f.period.in_danish(), in_words(f, seen, asked.style))
            for f in list(seen.wholes.values())[: -LATEST - 1 : -1]
        ]
        if seen
        else [],
        "others": sorted(
            (each for each in all_indicators() if each.family == found.family and each != found),
            key=lambda each: each.title,
        ),
        "may_load": bool(load_address(request, home)),
        "trail": [
            Crumb(_("Management information"), reverse("figures:information")),
            Crumb(found.title),
        ],
    }
    return render(request, "figures/information/counted.html", context)
