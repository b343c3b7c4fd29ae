"""The files of a form, looked through before the transaction that others would wait for."""

from typing import Any

from sagsgang.web.cases.attachments.services import Received, files_receive


def received_in(form: Any) -> list[Received]:
    """The good files; each bad one becomes an error of the form, and then nothing is sent."""
    good, bad = files_receive(form.cleaned_data.get("files") or [])
    for each in bad:
        form.add_error("files", f"{each['name']}: {each['message']}")
    return good
