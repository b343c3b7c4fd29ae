"""Sections filled from a Word document: first shown, then, when its writer says so, written."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.cases.forms import FillForm, UploadForm
from sagsgang.web.cases.richtext.docx import MOST, sections_from_docx
from sagsgang.web.cases.selectors import has_words, sections_to_write
from sagsgang.web.cases.services import FillInput, case_text_fill
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the document; then see what of it goes where. Nothing is written yet."""
    case = case_found(request, pk, "case_edit")
    form = UploadForm(request.POST or None, request.FILES or None)
    sections = sections_to_write(case)
    filled = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > MOST:
                raise Refusal(_("The file is too large. Attach it instead."), "file")
            headings = [(section.heading, section.kind) for section in sections]
            filled = sections_from_docx(file.read(), headings, file.name)
        except Refusal as refusal:
            form.add_error("file", str(refusal.message))
    context: dict[str, Any] = {
        "case": case,
        "form": form,
        "trail": case_trail(
            case,
            Crumb(_("Write"), reverse("cases:write", args=[pk])),
            Crumb(_("Fill from Word")),
        ),
    }
    if filled is None:
        status = 400 if form.errors else 200
        return render(request, "cases/write/upload.html", context, status=status)
    context |= {
        "filled": filled,
        "sections": sections,
        "parts": [
            {
                "section": sections[place],
                "html": html,
                "is_replacing": has_words(sections[place].html),
            }
            for place, html in sorted(filled.sections.items())
        ],
        "has_points": case.points.exists(),
        "fill": FillForm(initial={"points_based_on": case.points_revision}),
    }
    return render(request, "cases/write/preview.html", context)


@login_required
@require_POST
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what was shown, where it was chosen."""
    case = case_found(request, pk, "case_edit")
    form = FillForm(request.POST)
    sections = {section.pk: section for section in sections_to_write(case)}
    if form.is_valid():

        def do() -> dict[str, Any]:
            kept = case_text_fill(
                actor=request.user,
                case=case,
                texts=[
                    FillInput(sections[place], html, revision or sections[place].revision)
                    for place, revision, html in form.texts()
                    if place in sections
                ],
                points=form.points(),
                points_based_on=form.cleaned_data["points_based_on"] or 0,
            )
            return {"kept": [row.pk for row in kept]}

        details = form.once("case_text_fill", do)
        if details is not None and details["kept"]:
            messages.warning(request, _("Somebody else was quicker. Both texts are kept."))
        elif details is not None:
            messages.success(request, _("The sections are filled from the document."))
        else:
            messages.error(request, " ".join(form.non_field_errors()))
    return see_other(reverse("cases:write", args=[pk]))
