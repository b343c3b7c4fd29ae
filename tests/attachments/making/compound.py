"""Office's older container, written by hand: messages, older documents, packed objects."""

import struct

from tests.attachments.making.planting import Bed

from sagsgang.minutes import FragmentKind as Kind

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _TABLE, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def compound(streams: dict[str, bytes]) -> bytes:
    """A container with these streams by their paths ("folder/name"); at most some 60 kB."""
    table: list[int] = [_TABLE]
    sectors: list[bytes] = [b""]
    small_table: list[int] = []
    small = b""

    def put(content: bytes) -> int:
        if not content:
            return _END
        first = len(sectors)
        count = -(-len(content) // _SECTOR)
        for place in range(count):
            sectors.append(content[place * _SECTOR :][:_SECTOR].ljust(_SECTOR, b"\0"))
            table.append(first + place + 1 if place + 1 < count else _END)
        return first

    entries: list[list[object]] = [["Root Entry", 5, _NONE, _NONE, _NONE, _END, 0]]
    folders = {"": 0}

    def hang(parent: int, number: int) -> None:
        """Hangs an entry under its folder, beside those already there."""
        if entries[parent][4] == _NONE:
            entries[parent][4] = number
            return
        place = entries[parent][4]
        while entries[place][3] != _NONE:  # type: ignore[index]
            place = entries[place][3]  # type: ignore[index]
        entries[place][3] = number  # type: ignore[index]

    for path, content in streams.items():
        folder, _, name = path.rpartition("/")
        if folder not in folders:
            folders[folder] = len(entries)
            entries.append([folder, 1, _NONE, _NONE, _NONE, 0, 0])
            hang(0, folders[folder])
        if len(content) < _CUTOFF:
            first = len(small_table)
            count = -(-len(content) // _SMALL)
            small_table += [first + place + 1 for place in range(count - 1)] + [_END]
            small += content.ljust(count * _SMALL, b"\0")
        else:
            first = put(content)
        entries.append([name, 2, _NONE, _NONE, _NONE, first, len(content)])
        hang(folders[folder], len(entries) - 1)
    entries[0][5], entries[0][6] = put(small), len(small)
    small_first = put(struct.pack(f"<{len(small_table)}I", *small_table))
    directory = b""
    for name, kind, left, right, child, first, size in entries:
        wide = str(name).encode("utf-16-le") + b"\0\0"
        directory += wide.ljust(64, b"\0") + struct.pack("<HBB3I", len(wide), kind, 1, left, right,
                                                         child)  # fmt: skip
        directory += bytes(36) + struct.pack("<IQ", first, size)
    directory_first = put(directory)
    assert len(table) <= _SECTOR // 4
    sectors[0] = struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<3I", 0, 1, directory_first)
    head += struct.pack("<3I", 0, _CUTOFF, small_first if small_table else _END)
    head += struct.pack("<3I", 1, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    return head + b"".join(sectors)


def message(bed: Bed) -> bytes:
    """A message of Outlook with a file; its text is longer than what is kept in small sectors."""
    plant = bed.plant
    text = ("x" * 3_000 + " " + plant(Kind.TEXT, "e-mailens tekst")).encode("utf-16-le")
    inner = plant(Kind.TEXT, "vedhæftet fil «liste.txt», teksten, linje 1").encode()
    return compound({
        "__properties_version1.0": b"x",
        "__substg1.0_0037001F": plant(Kind.METADATA, "e-mailens emne").encode("utf-16-le"),
        "__substg1.0_0E02001F": plant(Kind.METADATA, "e-mailens skjult kopi").encode("utf-16-le"),
        "__substg1.0_1000001F": text,
        "__attach_version1.0_#00000000/__substg1.0_37010102": inner,
        "__attach_version1.0_#00000000/__substg1.0_3707001F": "liste.txt".encode("utf-16-le"),
    })  # fmt: skip


def older_word(bed: Bed) -> bytes:
    """A document in Word's older format: letters of 8 and of 16 bits among other bytes."""
    narrow = bed.plant(Kind.TEXT, "teksten").encode("cp1252")
    wide = bed.plant(Kind.TEXT, "teksten").encode("utf-16-le")
    who = bed.plant(Kind.METADATA, "egenskaberne").encode("cp1252")
    return compound({
        "WordDocument": b"\xec\xa5\1\0\0" + narrow + b"\0\1\2\0" + wide + bytes(40),
        "\x05SummaryInformation": b"\xfe\xff\0\0\2" + who + b"\0\0",
        "Macros/VBA": b"\1",
    })  # fmt: skip


def packed_object(name: str, content: bytes) -> bytes:
    """A file put into a document as it was."""
    inner = struct.pack("<H", 2) + name.encode("cp1252") + b"\0C:\\sti\\x\0" + struct.pack("<I", 3)
    inner += struct.pack("<I", 5) + b"C:\\x\0" + struct.pack("<I", len(content)) + content
    return compound({"\x01Ole10Native": struct.pack("<I", len(inner)) + inner})
