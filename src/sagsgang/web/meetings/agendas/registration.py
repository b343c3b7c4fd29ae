"""What the building of agendas tells the other rooms when the website starts."""

from sagsgang.web.meetings.agendas import subscriptions


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
