"""`check --watch`: what has changed is checked again, until Ctrl-C."""

import sys
import time
from pathlib import Path

from sagsgang.cli.checks import run
from sagsgang.cli.checks.bundle import Kept, Stamp, stamp_of
from sagsgang.cli.checks.run import Asked
from sagsgang.cli.checks.settings import UnusableSettings
from sagsgang.cli.inputs import SETTINGS_FILE
from sagsgang.cli.language import _
from sagsgang.cli.output import encoded, write

#: Seconds between two looks at the files.
_PAUSE = 0.4
_LINE = 72

Stamps = dict[Path, Stamp]


def watch(asked: Asked) -> None:
    """Check, and then again whatever changes; ends with Ctrl-C, without a mistake.

    A document is checked again alone; the settings change what is said of all, and the files of a
    bundle belong together.
    """
    kept: Kept = {}
    try:
        stamps = _stamps(asked)
        run.run(asked, kept)
        print(_("Waiting for changes – stop with Ctrl-C."), file=sys.stderr, flush=True)
        while True:
            before, stamps = stamps, _changed(asked, stamps)
            changed = {path for path in stamps if stamps[path] != before.get(path)}
            gone = set(before) - set(stamps)
            _tell(sorted(changed | gone))
            for_all = asked.bundle is not None or any(map(_is_of_the_check, changed | gone))
            run.run(asked, kept, None if for_all else changed)
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)


def _changed(asked: Asked, before: Stamps) -> Stamps:
    """Waits for a change that is over: programs write a file in several goes."""
    seen = before
    while True:
        time.sleep(_PAUSE)
        now = _stamps(asked)
        if now != before and now == seen:
            return now
        seen = now


def _stamps(asked: Asked) -> Stamps:
    """Every file that counts: the documents, their settings, and own rules."""
    try:
        found = run.find(asked)
    except UnusableSettings as error:
        # What is wrong is told by the run; when it is put right, that is a change.
        return {error.file: stamp_of(error.file)}
    paths = [source.path for source in found.inputs if source.path is not None]
    settings = {path.parent / SETTINGS_FILE for path in paths} | {Path(SETTINGS_FILE)}
    settings |= {chosen.file for chosen in found.settings if chosen.file is not None}
    own = {rule for each in found.settings if each.rules for rule in each.rules.glob("*.py")}
    return {path: stamp_of(path) for path in (*paths, *settings, *own)}


def _is_of_the_check(path: Path) -> bool:
    return path.name == SETTINGS_FILE or path.suffix in (".toml", ".py")


def _tell(changed: list[Path]) -> None:
    names = ", ".join(path.name for path in changed[:3]) + (" …" if len(changed) > 3 else "")
    told = f"── {time.strftime('%H:%M:%S')} {names} "
    write(encoded(f"\n{told:─<{_LINE}}\n\n"))
