"""What the states of an item are called on the screen."""

from typing import Any

from django.utils.translation import pgettext_lazy

ITEM_STATES = {
    "waiting": pgettext_lazy("item", "Waiting"),
    "under_way": pgettext_lazy("item", "Under way"),
    "decided": pgettext_lazy("item", "Decided"),
    "postponed": pgettext_lazy("item", "Postponed"),
    "withdrawn": pgettext_lazy("item", "Withdrawn"),
    "nothing_recorded": pgettext_lazy("item", "Nothing recorded"),
    "missing": pgettext_lazy("item", "Decision missing"),
}


def context_words() -> dict[str, Any]:
    """What every template of the screen needs to name things."""
    return {"item_states": ITEM_STATES}
