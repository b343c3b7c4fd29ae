"""An operation that cannot be done: what is wrong, where, and what to do about it."""

from django.utils.functional import Promise


class Refusal(Exception):
    """Services raise it before anything is written; forms show it beside `field`, or on top."""

    def __init__(self, message: str | Promise, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
