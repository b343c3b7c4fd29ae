"""Reads each file of the corpus in a process of its own, bounded in time and memory.

`python -m tests.nasty.read_each FILE…` prints one JSON object a line: `title`, and how it ended:
`items` that were read, the `line` it was refused with, or what it `died` of.
"""

import json
import os
import resource
import sys
import traceback
from pathlib import Path

from tests.nasty.make import FILES

from sagsgang.reading import Unreadable, read

SECONDS = 60
MEMORY = 1_000_000_000


def ended(path: Path) -> dict[str, object]:
    """How reading the file ends; whatever is not a clean end is a traceback."""
    try:
        minutes = read(path.read_bytes(), FILES[path.name].name).minutes
        json.dumps(minutes.as_json()).encode()
        return {"items": len(minutes.items)}
    except Unreadable as why:
        return {"line": str(why)}
    except BaseException:
        return {"died": traceback.format_exc()[-1500:]}


def apart(path: Path) -> dict[str, object]:
    """The same in a child that may use so much time and memory and no more."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            os.write(writer, json.dumps(ended(path)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    how: dict[str, object] = json.loads(said) if said else {"died": f"signal {signal}"}
    return how | {"title": path.name, "seconds": used.ru_utime, "kilobytes": used.ru_maxrss}


if __name__ == "__main__":
    for file in sys.argv[1:]:
        print(json.dumps(apart(Path(file))), flush=True)
