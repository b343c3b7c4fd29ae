"""The words for entries of the minute book, and for what is wrong with a chain."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

KINDS: dict[str, Promise] = {
    "meeting": gettext_lazy("The meeting"),
    "presence": gettext_lazy("Who came and left"),
    "decision": gettext_lazy("Decision"),
    "locked": gettext_lazy("Minutes locked"),
    "sign_off": gettext_lazy("Approval"),
    "addition": gettext_lazy("Addition"),
    "attachment": gettext_lazy("Attachment after the meeting"),
}
BROKEN: dict[str, Promise] = {
    "changed": gettext_lazy("Entry %(number)s is not what was written."),
    "missing": gettext_lazy("Something is missing before entry %(number)s."),
    "moved": gettext_lazy("Entry %(number)s is not in its place."),
    "inserted": gettext_lazy("Entry %(number)s does not follow from the one before it."),
    "cut_off": gettext_lazy("Entries after %(number)s are gone."),
}


def entry_lines(what: str, content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The entry as names and what they are, for people; what is empty is left out."""
    lines = _LINES[what](content)
    return [(str(name), words) for name, words in lines if words]


def _names(rows: Any) -> str:
    return ", ".join(row["name"] for row in rows or ())


def _meeting(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Held"), _when(content.get("starts_at"))),
        (_("The meeting ended"), _when(content.get("ends_at"))),
        (_("Place"), content.get("place") or ""),
        (_("Led by"), content.get("chair") or ""),
        (_("Took part"), _names(content.get("present"))),
        (_("Absent"), _names(content.get("absent"))),
    ]


def _presence(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    lines = []
    for event in content["events"]:
        came = _("came") if event["what"] == "came" else _("left")
        at = datetime.fromisoformat(event["at"]).strftime("%H:%M")
        item = _(" at item %(number)s") % {"number": event["item"]} if event["item"] else ""
        lines.append((event["who"], f"{came} {at}{item}"))
    return lines


def _decision(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    decision = content.get("decision") or {}
    votes = [
        _("%(for)s for, %(against)s against, %(abstained)s abstained")
        % {
            "for": len(vote["for"]),
            "against": len(vote["against"]),
            "abstained": len(vote["abstained"]),
        }
        for vote in content.get("votes") or ()
    ]
    dissents = [f"{', '.join(d['names'])}: {d['text']}" for d in content.get("dissents") or ()]
    return [
        (_("Item"), content.get("title") or ""),
        (_("Decision"), decision.get("text") or ""),
        (_("Votes"), "; ".join(votes)),
        (_("Diverging opinion"), "; ".join(dissents)),
        (_("Brought before the council by"), content.get("stopped_by") or ""),
        (_("Disqualified"), _names(content.get("disqualified"))),
        (_("Absent"), _names(content.get("absent"))),
    ]


def _locked(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(_("By"), content["by"]), (_("Hash of the minutes"), content["sha256"])]


def _sign_off(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("By"), content["name"]),
        (_("Reservation"), content["reservation"]),
        (_("Hash of what was read"), content["sha256"]),
    ]


def _addition(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(_("By"), content["by"]), (_("Addition"), content["text"])]


def _attachment(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("Attachment"), content["title"]),
        (_("Because"), content["because"]),
        (_("Hash of the file"), content["sha256"]),
    ]


def _when(moment: str | None) -> str:
    if not moment:
        return ""
    return datetime.fromisoformat(moment).strftime("%d-%m-%Y %H:%M")


_LINES = {
    "meeting": _meeting,
    "presence": _presence,
    "decision": _decision,
    "locked": _locked,
    "sign_off": _sign_off,
    "addition": _addition,
    "attachment": _attachment,
}
