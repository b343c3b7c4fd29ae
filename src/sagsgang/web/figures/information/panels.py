"""What other pages show of figures: a committee's key figures on the page of the body."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.figures.overview import change_words, members_of
from sagsgang.figures.registry import all_indicators
from sagsgang.web.bodies.naming import body_key
from sagsgang.web.bodies.selectors import municipality_settings_get
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.figures.information.cards import FIRST, cards_of
from sagsgang.web.figures.information.tables import in_words, sign_words
from sagsgang.web.figures.permissions import figures_may
from sagsgang.web.figures.selectors import area_of, house_style, store

#: No more are shown.
AT_MOST = 4


def menu_is_shown(request: HttpRequest) -> bool:
    """Whoever works or sits in a municipality reads its figures; every page asks, so nothing more
    is asked of the database.
    """
    standing = standing_of(getattr(request, "user", None))
    return bool(standing.municipalities) or standing.is_administrator


def body_main(request: HttpRequest, body: Any) -> SafeString | None:
    """The committee's key figures, where the figures name it."""
    if not figures_may(request.user, "figures_read", body.municipality):
        return None
    snapshot, area = store().snapshot(), area_of(body.municipality)
    limited = [each for each in all_indicators() if "committee" in each.declared.by]
    if not limited:
        return None
    members = members_of(snapshot, limited, area, "committee")
    own = next((each for each in members if body_key(each) == body.match_key), None)
    if own is None:
        return None
    smallest = municipality_settings_get(body.municipality).smallest_cell
    cards = [
        card
        for card in cards_of(snapshot, area, smallest, {"udvalg": own})
        if "committee" in card.indicator.declared.by
    ]
    cards.sort(key=lambda c: c.indicator.id not in FIRST)
    if not cards:
        return None
    style = house_style(body.municipality)
    rows = [
        (
            card.indicator,
            in_words(card.latest, card.seen, style),
            card.latest,
            change_words(card.seen, style),
            sign_words(card.seen),
        )
        for card in cards[:AT_MOST]
    ]
    context = {"body": body, "rows": rows, "member": own}
    return render_to_string("figures/information/body_panel.html", context, request)
