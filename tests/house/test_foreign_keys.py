"""Foreign keys obey the order of the website's apps, as imports do."""

import json
import os
import subprocess
import sys
import tomllib

import pytest

# Asked of a process of its own, so that this test needs neither settings nor a database here.
ASK = """
import json
import django
django.setup()
from django.apps import apps
from django.conf import settings

keys = [
    (model._meta.app_label, field.related_model._meta.app_label, f"{model.__name__}.{field.name}")
    for model in apps.get_models()
    for field in model._meta.get_fields()
    if model.__module__.startswith("sagsgang.web.") and field.is_relation and field.concrete
]
print(json.dumps({"keys": keys, "apps": settings.INSTALLED_APPS}))
"""


@pytest.fixture(scope="module")
def website(tmp_path_factory) -> dict[str, list]:
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "SAGSGANG_DATA": str(tmp_path_factory.mktemp("data")),
    }
    done = subprocess.run([sys.executable, "-c", ASK], env=env, capture_output=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def order(root) -> list[str]:
    """The apps from the first to the last, as the import contract has them."""
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]
    (layers,) = [c["layers"] for c in contracts["contracts"] if c["id"] == "apps"]
    return list(reversed(layers))


def test_a_foreign_key_points_to_its_own_app_or_one_before_it(website, order):
    assert website["keys"]
    backwards = [
        name for own, other, name in website["keys"] if order.index(other) > order.index(own)
    ]
    assert backwards == []


def test_the_settings_list_the_apps_in_that_order(website, order):
    listed = [name.removeprefix("sagsgang.web.") for name in website["apps"]]
    assert [name for name in listed if name in order] == [name for name in order if name in listed]
