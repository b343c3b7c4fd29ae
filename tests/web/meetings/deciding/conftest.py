"""A committee of five at a meeting that is held today, with cases on its agenda."""

from types import SimpleNamespace

import pytest

from sagsgang.web.bodies.models import Role

from ..table import Table


@pytest.fixture
def table(world):
    """The committee's meeting today: five members of three parties are in the room."""
    return Table(world)


@pytest.fixture
def council_secretary(world):
    """The secretary of the council."""
    user = world.user("council_secretary", "Grete Holm")
    world.assign(user, Role.SECRETARY, world.body("Byrådet"))
    return SimpleNamespace(user=user, body=world.body("Byrådet"))
