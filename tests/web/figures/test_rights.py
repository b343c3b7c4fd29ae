"""Who may do what with figures, as docs/reference/workflows/figures.md tells it."""

import itertools

import pytest

from sagsgang.web.bodies.models import Role
from sagsgang.web.figures.permissions import ALLOWED, figures_may

from ..sentences import FOLDER, codes, rights

TOLD = {(operation, role) for operation, role, _state in rights("figures", frozenset({"any"}))}
WHO = {
    "secretary": {"staff"},
    "finance_reviewer": {"staff", "finance_reviewer"},
    "analyst": {"staff", "analyst"},
    "member": {"member"},
    "administrator": {"administrator"},
    "stranger": set(),
}


def test_the_sentences_and_the_gate_are_one():
    assert {(operation, role) for operation, roles in ALLOWED.items() for role in roles} == TOLD


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "figures.md").read_text(encoding="utf-8")
    assert set(codes(page).values()) == {part for right in TOLD for part in right}


@pytest.mark.django_db
def test_everybody_may_do_just_what_is_told(world):
    world.assign(world.user("analyst"), Role.ANALYST)
    for (key, roles), operation in itertools.product(WHO.items(), ALLOWED):
        told = any((operation, role) in TOLD for role in roles)
        may = figures_may(world.people[key], operation, world.municipality)
        assert may == told, (key, operation)
