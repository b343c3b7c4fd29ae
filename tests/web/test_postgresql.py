"""What the services and selectors of the website do on SQLite they do on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

#: What asks the database nothing that the others do not: pages and rights over the same rows, what
#: signs people in (the library's tables, by the library's code), and the example, which a journey
#: builds on PostgreSQL.
ELSEWHERE = (
    "**/test_*pages*.py",
    "**/test_*views*.py",
    "**/test_screen.py",
    "**/test_rights.py",
    "**/test_*closed*.py",
    "accounts/test_identity_provider.py",
    "accounts/test_second_step.py",
    "accounts/test_signing_in.py",
    "archive/test_no_script.py",
    "conf/test_headers.py",
    "desk/*",
    "example/*",
)


def test_the_same_tests_pass_on_postgresql(postgres_url: str, root: Path, tmp_path: Path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "SAGSGANG_DATA": str(tmp_path),
        "DATABASE_URL": postgres_url,
        "SAGSGANG_TEST_POSTGRES": postgres_url,
        # The laws were tried with many examples on SQLite.
        "HYPOTHESIS_PROFILE": "few",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    folder = Path(__file__).parent
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"]
    chosen = [str(folder), f"--ignore={__file__}", "--create-db", "-m", "django_db"]
    chosen += [f"--ignore-glob={folder}/{each}" for each in ELSEWHERE]
    # Workers of pytest-xdist tell their children who they are; this run is on its own.
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    done = subprocess.run(
        [*command, *chosen], cwd=root, env=environment, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
