"""From the catalogue as people write it (.po) to what Python reads (.mo), with no other program
needed.
"""

import ast
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.apps import apps
from django.conf import settings

#: Translations by key: the message, before it its context and U+0004, after it U+0000 and its
#: plural.
Catalogue = dict[str, str]


def catalogue_files() -> list[Path]:
    """Every .po of the website: each of our apps' own, and those of the folders in LOCALE_PATHS."""
    ours = [app for app in apps.get_app_configs() if app.name.startswith("sagsgang.")]
    folders = [Path(app.path) / "locale" for app in ours]
    folders += [Path(folder) for folder in settings.LOCALE_PATHS]
    return sorted({path for folder in folders for path in folder.rglob("*.po")})


def read_catalogue(text: str) -> Catalogue:
    """The translations in a .po text, plural forms joined by U+0000; the header is under the empty
    key.
    """
    catalogue: Catalogue = {}
    for entry in _entries(text):
        key = entry["msgid"]
        if "msgid_plural" in entry:
            key += "\x00" + entry["msgid_plural"]
            forms = sorted(name for name in entry if name.startswith("msgstr["))
            words = "\x00".join(entry[name] for name in forms)
        else:
            words = entry["msgstr"]
        if "msgctxt" in entry:
            key = f"{entry['msgctxt']}\x04{key}"
        if key in catalogue:
            raise ValueError(f"twice in the catalogue: {key!r}")
        catalogue[key] = words
    return catalogue


def compile_catalogue(catalogue: Mapping[str, str]) -> bytes:
    """The .mo file of a catalogue (GNU gettext manual, "The Format of GNU MO Files"); untranslated
    ones left out.
    """
    pairs = sorted(
        (key.encode(), words.encode()) for key, words in catalogue.items() if words.strip("\x00")
    )
    table = 7 * 4
    texts = table + 16 * len(pairs)
    keys: list[bytes] = []
    words: list[bytes] = []
    content = b""
    for column, target in ((0, keys), (1, words)):
        for pair in pairs:
            target.append(struct.pack("<II", len(pair[column]), texts + len(content)))
            content += pair[column] + b"\x00"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), table, table + 8 * len(pairs), 0, 0)
    return head + b"".join(keys) + b"".join(words) + content


def _entries(text: str) -> Iterator[dict[str, str]]:
    entry: dict[str, str] = {}
    field = ""
    for line in [*text.splitlines(), ""]:
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            if entry:
                yield entry
            entry = {}
        elif line.startswith('"'):
            entry[field] += ast.literal_eval(line)
        else:
            field, _, words = line.partition(" ")
            entry[field] = ast.literal_eval(words)
