"""Every template can be set at all: a tag that was not loaded is found here, not by a reader."""

from pathlib import Path

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template

import sagsgang.web

ROOMS = Path(sagsgang.web.__file__).parent


def test_every_template_is_compiled():
    names = [
        str(path.relative_to(folder))
        for folder in ROOMS.glob("*/templates")
        for path in folder.rglob("*.html")
        if path.is_file()
    ]
    assert len(names) > 100
    for name in names:
        try:
            get_template(name)
        except TemplateSyntaxError as error:
            pytest.fail(f"{name}: {error}")
