"""Templates: what an administrator changes about the sections of the next cases."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.selectors import workplace_municipalities
from sagsgang.web.cases.case_templates import given_templates
from sagsgang.web.cases.forms import (
    TemplateCreateForm,
    TemplateForm,
    TemplateInstallForm,
    TemplateSectionsForm,
)
from sagsgang.web.cases.labels import SECTION_KIND_WORDS
from sagsgang.web.cases.permissions import template_may
from sagsgang.web.cases.selectors import template_get, templates_for
from sagsgang.web.cases.services import (
    template_activate,
    template_copy,
    template_create,
    template_deactivate,
    template_install,
    template_save,
    template_sections_save,
)
from sagsgang.web.cases.services.templates import SectionInput
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """All of them, and those of the product that are not in use yet."""
    _require(request)
    return _list(request)


@login_required
@require_POST
def create(request: HttpRequest) -> HttpResponse:
    """A new one, with the two sections that every case needs."""
    _require(request)
    form = TemplateCreateForm(request.POST, user=request.user)
    if form.is_valid():

        def do() -> dict[str, Any]:
            data = form.cleaned_data
            made = template_create(
                actor=request.user, municipality=data["municipality"], name=data["name"]
            )
            return {"template": made.pk}

        if (details := form.once("template_create", do)) is not None:
            return see_other(reverse("cases:template", args=[details["template"]]))
    return _list(request, form=form, status=400)


@login_required
@require_POST
def install(request: HttpRequest) -> HttpResponse:
    """Take one of the product's into use."""
    _require(request)
    form = TemplateInstallForm(request.POST, user=request.user)
    if not form.is_valid():
        raise Http404

    def do() -> dict[str, Any]:
        data = form.cleaned_data
        made = template_install(data["municipality"], data["origin"], actor=request.user)
        return {"template": made.pk}

    details = form.once("template_install", do)
    if details is None:
        messages.error(request, " ".join(form.non_field_errors()))
        return see_other(reverse("cases:templates"))
    messages.success(request, _("The template can be chosen for new cases now."))
    return see_other(reverse("cases:template", args=[details["template"]]))


@login_required
@require_http_methods(["GET", "POST"])
def template(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, purpose and sections of one."""
    found = _found(request, pk)
    form = TemplateForm(
        request.POST or None,
        initial={"name": found.name, "note": found.note, "is_default": found.is_default},
    )
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            given = {n: v for n, v in form.cleaned_data.items() if n != "operation"}
            template_save(actor=request.user, template=found, **given)
            return {"template": pk}

        if form.once("template_save", do) is not None:
            messages.success(request, _("Saved."))
            return see_other(reverse("cases:template", args=[pk]))
    return _one(request, found, form=form, status=400 if form.errors else 200)


@login_required
@require_POST
def sections(request: HttpRequest, pk: int) -> HttpResponse:
    """Save all sections; the buttons of a row move and remove it."""
    found = _found(request, pk)
    form = TemplateSectionsForm(request.POST)
    rows = form.sections()
    if form.is_valid():

        def do() -> dict[str, Any]:
            template_sections_save(
                actor=request.user,
                template=found,
                sections=rows,
                based_on=form.cleaned_data["based_on"],
            )
            return {"template": pk}

        if form.once("template_sections_save", do) is not None:
            messages.success(request, _("Saved. Cases already made keep the sections they have."))
            return see_other(f"{reverse('cases:template', args=[pk])}#afsnit")
    return _one(request, found, sections_form=form, rows=rows, status=400)


@login_required
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Another with the same sections."""
    found = _found(request, pk)
    form = OperationForm(request.POST)

    def do() -> dict[str, Any]:
        return {"template": template_copy(actor=request.user, template=found).pk}

    details = form.once("template_copy", do) if form.is_valid() else None
    if details is None:
        return see_other(reverse("cases:template", args=[pk]))
    messages.success(request, _("This is the copy. Give it a name of its own."))
    return see_other(reverse("cases:template", args=[details["template"]]))


@login_required
@require_POST
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    """Out of use, or into use again."""
    found = _found(request, pk)
    form = OperationForm(request.POST)
    service = template_deactivate if request.POST.get("to") == "ud" else template_activate

    def do() -> dict[str, Any]:
        service(actor=request.user, template=found)
        return {"template": pk}

    if form.is_valid() and form.once(f"template_switch:{service.__name__}", do) is None:
        messages.error(request, " ".join(form.non_field_errors()))
    return see_other(reverse("cases:template", args=[pk]))


def _require(request: HttpRequest) -> None:
    if not template_may(request.user):
        raise PermissionDenied("template")


def _found(request: HttpRequest, pk: int) -> Any:
    _require(request)
    found = template_get(workplace_municipalities(request.user), pk)
    if found is None:
        raise Http404
    return found


def _list(
    request: HttpRequest, *, form: TemplateCreateForm | None = None, status: int = 200
) -> HttpResponse:
    municipalities = workplace_municipalities(request.user)
    found = templates_for(municipalities, all_of_them=True)
    offered = []
    for municipality in municipalities:
        taken = {t.origin for t in found if t.municipality_id == municipality.pk}
        for given in given_templates().values():
            if given.origin not in taken:
                start = {"municipality": municipality, "origin": given.origin}
                button = TemplateInstallForm(initial=start, user=request.user, auto_id=False)
                offered.append({"given": given, "municipality": municipality, "form": button})
    context = {
        "templates": found,
        "has_many": len(municipalities) > 1,
        "offered": offered,
        "form": form or TemplateCreateForm(user=request.user),
        "trail": [Crumb(_("Templates"))],
    }
    return render(request, "cases/templates/list.html", context, status=status)


def _one(
    request: HttpRequest,
    found: Any,
    *,
    form: TemplateForm | None = None,
    sections_form: TemplateSectionsForm | None = None,
    rows: list[SectionInput] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "template": found,
        "form": form
        or TemplateForm(
            initial={"name": found.name, "note": found.note, "is_default": found.is_default}
        ),
        "sections_form": sections_form
        or TemplateSectionsForm(initial={"based_on": found.revision}, auto_id="id_sections_%s"),
        "rows": rows if rows is not None else list(found.sections.all()),
        "kinds": SECTION_KIND_WORDS,
        "button": OperationForm(auto_id=False),
        "trail": [
            Crumb(_("Templates"), reverse("cases:templates")),
            Crumb(found.name),
        ],
    }
    return render(request, "cases/templates/one.html", context, status=status)


def administration_link(request: HttpRequest, subject: Any) -> SafeString | None:
    """The panel of the administration's page that leads here."""
    if not template_may(request.user):
        return None
    return render_to_string("cases/templates/link.html")
