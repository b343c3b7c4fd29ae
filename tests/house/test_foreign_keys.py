"""Foreign keys obey the order of the website's apps, as imports do."""

import tomllib

import pytest
from django.apps import apps


@pytest.fixture(scope="session")
def order(root) -> list[str]:
    """The apps from the first to the last, as the import contract has them."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    (layers,) = [c["layers"] for c in contracts["contracts"] if c["id"] == "apps"]
    return list(reversed(layers))


def test_a_foreign_key_points_to_its_own_app_or_one_before_it(order):
    ours = [model for model in apps.get_models() if model.__module__.startswith("sagsgang.web.")]
    keys = [
        (
            model._meta.app_label,
            field.related_model._meta.app_label,
            f"{model.__name__}.{field.name}",
        )
        for model in ours
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete
    ]
    assert keys
    assert [name for own, other, name in keys if order.index(other) > order.index(own)] == []


def test_the_settings_list_the_apps_in_that_order(order, settings):
    listed = [name.removeprefix("sagsgang.web.") for name in settings.INSTALLED_APPS]
    assert [name for name in listed if name in order] == [n for n in order if n in listed]
