"""The commands as a whole: help, mistakes in typing, language, version, speed."""

import ast
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sagsgang.cli
from sagsgang import __version__
from sagsgang.cli.danish import DANISH

CLI = Path(sagsgang.cli.__file__).parent


def test_version(sagsgang):
    assert sagsgang("--version").out == f"sagsgang {__version__}\n"


def test_the_help_is_danish(sagsgang):
    ended = sagsgang("--help")
    assert ended.code == 0
    for word in ("Brug: sagsgang", "Valg", "Kommandoer", "Vis denne hjælp."):
        assert word in ended.out
    assert not re.search(r"Usage|Options|Show|\x1b", ended.out)


def test_no_word_at_all_shows_the_help(sagsgang):
    assert sagsgang().out == sagsgang("--help").out


def test_english_is_to_be_had():
    command = [sys.executable, "-m", "sagsgang.cli", "read", "--help", "--language", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Read documents and print them as data." in done.stdout
    assert "Brug" not in done.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["impor"], "Ukendt kommando: impor (mente du 'import'?)"),
        (["xyzzy"], "Ukendt kommando: xyzzy"),
        (["read"], "FIL… mangler"),
        (["read", "--max-siz=1", "x"], "Ukendt valg: --max-siz (mente du --max-size"),
        (["read", "--zzz", "x"], "Ukendt valg: --zzz"),
        (["read", "--format", "xml", "x"], "--format: xml er ikke en af 'json', 'jsonl', 'text'"),
        (["check", "--summary", "--format", "json", "x"], "--summary er til mennesker"),
        (["read", "--out", __file__, __file__], f"{__file__}: er en fil, ikke en mappe"),
        (["read", "--out"], "--out skal have en værdi"),
        (["read", "--max-size", "stor", "x"], "--max-size: 'stor' er ikke en størrelse"),
        (["schema", "x"], "For mange ord: x"),
        (["start", "--port", "otte"], "--port skal være et helt tal"),
        (["start", "--port", "0"], "--port skal være mindst 1"),
        (["start", "--port", "70000"], "--port må højst være 65535"),
        (["read", "x", "--language", "fr"], "ukendt sprog 'fr'; vælg da eller en"),
    ],
)
def test_a_mistake_in_typing_is_one_line_in_danish(sagsgang, words, message):
    ended = sagsgang(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"sagsgang: {message}")
    assert len(ended.err.splitlines()) <= 2


#: Whoever runs the tests in the background may have had Ctrl-C ignored, which is inherited.
LISTENING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from sagsgang.cli.main import main
sys.exit(main(["read", "-"]))
"""


def test_ctrl_c_ends_it_without_a_traceback():
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # More than a pipe holds: once it is taken, the command is reading.
    process.stdin.write(b"Referat\n" * 100_000)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err.decode() == "Afbrudt.\n"


def test_every_message_has_its_danish_and_every_danish_its_message():
    messages = set()
    for path in CLI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=message)]):
                    messages.add(message)
    from sagsgang.cli import typer_words

    messages |= {message for _, message in typer_words._MISTAKES}
    messages |= {"[OPTIONS]", "COMMAND [ARGS]..."}  # translated in a loop
    assert messages == set(DANISH)


def test_danish_takes_as_many_values_as_english():
    assert [m for m, d in DANISH.items() if m.count("{}") != d.count("{}")] == []


def test_a_call_starts_in_half_a_second(root):
    if not (root / ".venv" / "ready-run").exists() and not (root / ".venv" / "ready-test").exists():
        pytest.fail("the launcher has not set this checkout up")
    environment = {**os.environ, "HOME": "/nonexistent"}
    took = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(
            [root / "sagsgang", "--version"], check=True, capture_output=True, env=environment
        )
        took.append(time.perf_counter() - started)
    assert min(took) < 0.5
