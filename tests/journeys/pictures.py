"""The pictures of the manual, taken while a journey is made."""

import os
from pathlib import Path

from playwright.sync_api import Page

WIDTH = 1280
FOLDER = Path(__file__).parents[2] / "brugervejledning" / "billeder"


def picture(page: Page, name: str, *, part: str = "") -> None:
    """Save what the window shows as `name`.png, if SAGSGANG_PICTURES=1 asks for pictures.

    `part` is a selector: then only that part of the page is in it. The window is 1280 wide.
    """
    if os.environ.get("SAGSGANG_PICTURES") != "1":
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    width = page.viewport_size["width"] if page.viewport_size else WIDTH
    assert width == WIDTH, f"a picture of the manual is {WIDTH} wide, not {width}"
    options = {"path": FOLDER / f"{name}.png", "animations": "disabled", "caret": "hide"}
    if part:
        page.locator(part).first.screenshot(**options)
    else:
        page.screenshot(**options)
