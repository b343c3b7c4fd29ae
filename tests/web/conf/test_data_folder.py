"""The data folder and its secret key: private, made once, never replaced."""

import stat
import subprocess
import sys

from sagsgang.web.conf.data_folder import CHECKOUT, data_folder, secret_key


def test_it_lies_in_the_checkout_unless_told(tmp_path, root):
    assert root == CHECKOUT
    folder = data_folder({"SAGSGANG_DATA": str(tmp_path / "et" / "sted")})
    assert folder == tmp_path / "et" / "sted"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_key_is_made_once_and_is_private(tmp_path):
    key = secret_key(tmp_path)
    assert len(key) >= 50
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_start_at_once_share_a_key(tmp_path):
    program = (
        "import sys; from pathlib import Path\n"
        "from sagsgang.web.conf.data_folder import secret_key\n"
        "print(secret_key(Path(sys.argv[1])))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    keys = {process.communicate(timeout=60)[0].strip() for process in started}
    assert keys == {secret_key(tmp_path)}
