"""A website on data of its own whose meetings a script has prepared, for the journeys in meetings.

The script runs inside the website with `Council` (see `meetings_inside`) and its arguments in
`arguments`; what it puts in `told` is what the journey knows of it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .conftest import SIGN_IN_ALL, Site, environment_of, served_copy

TESTS = Path(__file__).parents[1]
_BEFORE = """
import json, sys
import django
django.setup()
sys.path.insert(0, sys.argv[1])
from journeys.meetings_inside import *
arguments, told = sys.argv[2:], {}
"""
_AFTER = """
print(json.dumps(told))
"""


class Town(Site):
    """The website and what its script told; `sessions` has a session for each by name."""

    told: dict[str, Any]

    def sign_in(self, page: Page, name: str) -> Page:
        """Be the person of that name from now on."""
        page.context.clear_cookies()
        page.context.add_cookies([{"name": "sessionid", "value": self.sessions[name], "url": self}])
        return page

    def run(self, script: str, *arguments: str) -> dict[str, Any]:
        """What a script inside the website told; it fails with the script's own words."""
        done = subprocess.run(
            [sys.executable, "-c", _BEFORE + script + _AFTER, str(TESTS), *arguments],
            env=environment_of(self.folder, self.database),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def open(self, page: Page, name: str, path: str) -> Page:
        """As the person of that name: the page at this path."""
        self.sign_in(page, name).goto(f"{self}{path}")
        return page


@contextmanager
def prepared_town(
    built: Path, folder: Path, script: str, *arguments: str, has_worker: bool = False
) -> Iterator[Town]:
    """The website on a copy of what was built (the fixture `empty_folder`, or `example_folder`)
    when the script has run.
    """
    with served_copy(built, folder, has_worker=has_worker) as address:
        town = Town(address)
        town.folder = folder
        town.told = town.run(f"{script}{SIGN_IN_ALL}told['sessions'] = keys\n", *arguments)
        town.sessions = town.told.pop("sessions")
        yield town
