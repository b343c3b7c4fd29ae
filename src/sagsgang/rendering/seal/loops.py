"""What starts an event loop of its own is run where none is running."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def outside_loops(act: Callable[Given, Result], *args: Given.args, **named: Given.kwargs) -> Result:
    """What `act` returns, called in a thread of its own: the library runs its steps with
    `asyncio.run`, which refuses a thread that has a running loop, as a server or a browser's
    driver may have.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(act, *args, **named).result()
