"""What deciding puts into the other rooms when the website starts: events, panels."""

from sagsgang.web.meetings.deciding import subscriptions


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
