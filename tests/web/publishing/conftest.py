"""A meeting that was held, with an open and a closed item, and what everybody reads of it."""

import pytest

from ..meetings.minute_book.conftest import Held


@pytest.fixture
def held(world):
    """The meeting is closed and its minutes are locked."""
    table = Held(world)
    table.close()
    table.lock()
    return table
