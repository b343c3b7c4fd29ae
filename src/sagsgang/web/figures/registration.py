"""What figures put into the rooms before them when the website starts."""


def register() -> None:
    """Called once by the app."""
