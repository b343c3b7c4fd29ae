"""The field that a section is written in: a plain text area, over which the editor is laid."""

import json
from typing import Any

from django import forms
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


class _Module:
    """A script of our own that the browser takes as a module."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __html__(self) -> SafeString:
        return format_html('<script type="module" src="{}"></script>', static(self.path))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Module) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)


class RichText(forms.Textarea):
    """The text area holds the HTML. With JavaScript the editor stands in its place, keeps it up to
    date and tells of every change by the event `sagsgang:change` on it (`event.detail.html`).
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 8, **(attrs or {})})

    class Media:
        css = {"all": ["cases/editor/editor.css"]}
        js = [_Module("cases/editor/editor.js")]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The widget's own marks: the editor looks for `data-richtext`."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        own = context["widget"]["attrs"]
        own |= {"data-richtext": "1", "data-words": json.dumps(editor_words(), ensure_ascii=False)}
        own.setdefault("spellcheck", "true")
        own.pop("required", None)
        return context


def editor_words() -> dict[str, str]:
    """The words of the editor in the reader's language, by the names that toolbar.js uses."""
    return {
        "tools": _("Tools for"),
        "heading": _("Heading"),
        "subheading": _("Subheading"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "bullets": _("Bullet list"),
        "numbers": _("Numbered list"),
        "indent": _("Indent"),
        "outdent": _("Outdent"),
        "quote": _("Quotation"),
        "link": _("Link"),
        "footnote": _("Footnote"),
        "table": _("Table"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "tableTools": _("Tools for the table in"),
        "rowBefore": _("Row above"),
        "rowAfter": _("Row below"),
        "rowAway": _("Delete row"),
        "columnBefore": _("Column before"),
        "columnAfter": _("Column after"),
        "columnAway": _("Delete column"),
        "headRow": _("Header row"),
        "headColumn": _("Header column"),
        "join": _("Join cells"),
        "split": _("Split cell"),
        "tableAway": _("Delete table"),
        "address": _("Address, such as https://www.retsinformation.dk/ or /sager/12/"),
        "badAddress": _("Write an address that begins with https://, http://, mailto: or /"),
        "footnoteText": _("Text of the footnote"),
        "insert": _("Insert"),
        "remove": _("Remove"),
        "cancel": _("Cancel"),
        "keys": _("Alt+F10 goes to the tools, Esc back to the text."),
    }
