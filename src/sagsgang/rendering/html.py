"""(interim)"""

from sagsgang.minutes import Minutes


def main_html(minutes: Minutes) -> str:
    """Interim."""
    return ""
