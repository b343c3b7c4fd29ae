"""What a browser may do on our pages is said in the headers of every answer."""

import re
import subprocess
import sys

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from sagsgang.web.conf.headers import CONTENT_SECURITY_POLICY

ADDRESSES = [
    "/",
    "/kommuner/",
    "/tilfoej/",
    "/tjek/",
    "/findes/ikke/",
    "/static/design/sagsgang.css",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_policies(client, address):
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_policy_allows_nothing_inline_and_no_other_site():
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'")


def test_no_template_needs_what_the_policy_forbids(root):
    templates = list((root / "src/sagsgang/web").rglob("templates/**/*.html"))
    assert templates
    for path in templates:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"<script(?! (?:type=\"module\" )?src=\"{% static )"
            r"|<style|\sstyle=|\son[a-z]+=|javascript:",
            text,
        ), path.name


def test_the_design_system_is_served_from_its_package():
    assert get_template("design/base.html")
    for name in ("css/dkfds.min.css", "img/all-svg-icons.svg"):
        assert finders.find(f"dkfds/{name}"), f"{name}: er npm-pakken dkfds installeret?"
    assert finders.find("dkfds/scss") is None


def test_behind_https_everything_is_secure(tmp_path):
    environment = {
        "SAGSGANG_DATA": str(tmp_path),
        "SAGSGANG_HTTPS": "1",
        "SAGSGANG_HOSTS": "sager.example",
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "PYTHONPATH": ":".join(sys.path),
        "PYTHONUTF8": "1",
    }
    program = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('check', deploy=True, fail_level='WARNING')\n"
        "from django.conf import settings as s\n"
        "print(s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS, s.SECURE_HSTS_SECONDS, s.DEBUG)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60
    )
    assert "'sager.example'] ['https://sager.example'] 31536000 False" in done.stdout, done.stderr
