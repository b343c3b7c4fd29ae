"""`sagsgang start` and `import`: the website opens, takes documents, and stops cleanly."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from tests.cli.test_watch import listen_to_ctrl_c

from sagsgang.cli.start import NoPort, port_to_use

COMMAND = [sys.executable, "-P", "-X", "utf8", "-m", "sagsgang.cli"]
ASK = urllib.request.build_opener(urllib.request.ProxyHandler({})).open


@pytest.fixture
def env(data_folder):
    return {**os.environ, "SAGSGANG_DATA": str(data_folder)}


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """The environment of one installation, started anew by each test and from nothing by the
    first.
    """
    return {**os.environ, "SAGSGANG_DATA": str(tmp_path_factory.mktemp("new") / "data")}


@pytest.fixture
def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_opens_with_the_example_and_stops_cleanly(started, free_port, stop):
    process = subprocess.Popen(
        [*COMMAND, "start", "--port", str(free_port)],
        env=started,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=listen_to_ctrl_c,
    )
    try:
        said = ""
        while "http://" not in said:
            line = process.stdout.readline()
            assert line, process.stderr.read()
            said += line
        (address,) = re.findall(r"http://\S+", said)
        with ASK(address, timeout=30) as answer:
            page = answer.read().decode()
        # A terminal sends Ctrl-C to every process of the command, the server's own included.
        os.killpg(process.pid, stop) if stop == signal.SIGINT else process.send_signal(stop)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert "Nørreskov" in page
    assert (process.returncode, err) == (0, "")
    assert out.endswith("Stoppet.\n")


def test_a_port_that_was_asked_for_and_is_taken_is_one_line(env, free_port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port))
        taken.listen()
        done = subprocess.run(
            [*COMMAND, "start", "--port", str(free_port)], env=env, capture_output=True, text=True
        )
    assert done.returncode == 2
    assert done.stderr == (f"sagsgang: port {free_port} er optaget; vælg en anden med --port\n")


def test_when_the_default_is_taken_the_next_free_port_is_used(monkeypatch, free_port):
    monkeypatch.setattr("sagsgang.cli.start.DEFAULT_PORT", free_port)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port))
        taken.listen()
        assert port_to_use(None) > free_port
        with pytest.raises(NoPort):
            port_to_use(free_port)


def test_import_counts_what_it_did(env, minutes, nonsense):
    def run(*words):
        return subprocess.run(
            [*COMMAND, "import", *map(str, words)], env=env, capture_output=True, text=True
        )

    first = run(minutes, nonsense)
    assert first.returncode == 2
    assert first.stdout == "1 indlæst, 0 erstattet, 0 fandtes i forvejen, 1 kunne ikke læses\n"
    assert first.stderr.startswith(f"{nonsense}: ")
    assert len(first.stderr.splitlines()) == 1
    again = run(minutes)
    assert again.returncode == 0
    assert again.stdout == "0 indlæst, 0 erstattet, 1 fandtes i forvejen, 0 kunne ikke læses\n"
