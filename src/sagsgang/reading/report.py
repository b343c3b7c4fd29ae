"""How sure a reading is, and what found no place: what a secretary reads before trusting it."""

from sagsgang.minutes import Minutes
from sagsgang.reading.reader import Reading

_WIDEST = 76


def report(reading: Reading) -> str:
    """The report on one document, in Danish, as lines of text."""
    minutes = reading.minutes
    source = minutes.source
    kind = "referat" if minutes.kind == "minutes" else "dagsorden"
    lines = [
        f"{source.name} – {minutes.body or 'udvalget er ikke fundet'}",
        f"  Læst som:    {kind}, format {source.format}, opsætning {source.dialect}",
        f"  Sikkerhed:   {source.confidence:.0%}".replace("%", " %"),
        f"  Fundet:      {_found(minutes)}",
        f"  Placeret:    {_placed(reading)} af teksten",
    ]
    missing = _missing(minutes)
    if missing:
        lines.append(f"  Ikke fundet: {', '.join(missing)}")
    lines += [f"  Uden overskrift: {line}" for line in _headless(minutes)]
    for entry in minutes.unplaced:
        where = f"linje {entry.lines[0]}–{entry.lines[1]}"
        lines.append(f"  Ikke placeret, {where}: {_short(entry.text)}")
    return "\n".join(lines) + "\n"


def _found(minutes: Minutes) -> str:
    items = minutes.items
    counts = [
        (len(items), "punkt", "punkter"),
        (sum(len(item.sections) for item in items), "afsnit", "afsnit"),
        (sum(1 for item in items if item.decision), "beslutning", "beslutninger"),
        (sum(len(item.tables) for item in items), "tabel", "tabeller"),
        (sum(len(item.attachments) for item in items), "bilag", "bilag"),
    ]
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)


def _placed(reading: Reading) -> str:
    """The share of the characters that became a field (or furniture, or markup)."""
    text = reading.canonical.text
    lost = sum(span.end - span.start for span in reading.trace.spans if span.path == "unplaced")
    share = 1 - lost / max(1, len(text))
    return f"{share:.1%}".replace(".", ",").replace("%", " %")


def _missing(minutes: Minutes) -> list[str]:
    """What a document should say of itself and this one does not."""
    head = [
        ("kommune", minutes.municipality),
        ("udvalg", minutes.body),
        ("mødedato", minutes.starts_at),
        ("mødested", minutes.place),
        ("deltagere", minutes.members),
    ]
    missing = [name for name, value in head if not value]
    decided = sum(1 for item in minutes.items if item.decision or item.is_closed)
    if minutes.kind == "minutes" and decided < len(minutes.items):
        without = [item.number or item.title for item in minutes.items if not item.decision]
        missing.append(f"beslutning på punkt {', '.join(without)}")
    return missing


def _headless(minutes: Minutes) -> list[str]:
    return [
        f"punkt {item.number or item.title}, linje {section.lines[0]}–{section.lines[1]}: "
        f"{_short(section.text)}"
        for item in minutes.items
        for section in item.sections
        if not section.heading
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
