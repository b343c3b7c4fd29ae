"""What is done with subscriptions: asked for, confirmed, stopped, and forgotten."""

from sagsgang.web.subscriptions.services.asking import (
    GOOD_FOR,
    is_open,
    subscription_ask,
    subscription_confirm,
)
from sagsgang.web.subscriptions.services.stopping import (
    subscriptions_clean,
    subscriptions_stop,
)

__all__ = [
    "GOOD_FOR",
    "is_open",
    "subscription_ask",
    "subscription_confirm",
    "subscriptions_clean",
    "subscriptions_stop",
]
