"""What of a meeting everybody reads: publish it, look at it first, leave words out, withdraw it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import selectors as agendas
from sagsgang.web.meetings.agendas.views.found import meeting_found, meeting_trail
from sagsgang.web.meetings.minute_book.showing import document_shown
from sagsgang.web.publishing import selectors, services
from sagsgang.web.publishing.checks import public_findings
from sagsgang.web.publishing.document import public_document
from sagsgang.web.publishing.forms import PublishForm, RedactionForm, WithdrawForm
from sagsgang.web.publishing.wording import KIND_SLUGS, KINDS, SLUGS


@login_required
@require_safe
def publishing(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """How the agenda and the minutes stand with the public, and the log."""
    meeting = meeting_found(request, slug, place, "minutes_publish")
    context = {
        "meeting": meeting,
        "place": place,
        "standings": [
            (standing, PublishForm(auto_id=f"{standing.kind}-%s"))
            for standing in selectors.standings(meeting)
        ],
        "redactions": selectors.redactions_shown(meeting),
        "log": selectors.publications_of(meeting),
        "trail": meeting_trail(meeting, Crumb(_("Publishing"))),
    }
    return render(request, "publishing/publishing.html", context)


@login_required
@require_POST
def publish(request: HttpRequest, slug: str, place: str, kind: str) -> HttpResponse:
    """Publish the agenda or the minutes, or a new version of them."""
    meeting = meeting_found(request, slug, place, "minutes_publish")
    wanted = _kind(kind)
    form = PublishForm(request.POST)
    because = form.cleaned_data["because"] if form.is_valid() else ""

    def do() -> dict[str, Any]:
        made = services.publication_make(
            actor=request.user, meeting=meeting, kind=wanted, because=because
        )
        return {"publication": made.pk}

    said = _("It is published. Everybody can read it now.")
    return pressed(request, "publication_make", do, said, _address(slug, place))


@login_required
@require_safe
def preview(request: HttpRequest, slug: str, place: str, kind: str) -> HttpResponse:
    """The document as everybody would read it, before anybody does."""
    meeting = meeting_found(request, slug, place, "minutes_publish")
    wanted = _kind(kind)
    document = public_document(meeting, wanted)
    if document is None:
        raise Http404
    context = {
        "meeting": meeting,
        "kind": KINDS[wanted],
        "shown": document_shown(document.minutes),
        "findings": public_findings(meeting, document),
        "back": _address(slug, place),
        "trail": meeting_trail(
            meeting,
            Crumb(_("Publishing"), _address(slug, place)),
            Crumb(_("As everybody reads it")),
        ),
    }
    return render(request, "publishing/preview.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, place: str, kind: str) -> HttpResponse:
    """Take it off, with the reason that everybody reads."""
    meeting = meeting_found(request, slug, place, "minutes_publish")
    wanted = _kind(kind)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            row = services.publication_withdraw(
                actor=request.user,
                meeting=meeting,
                kind=wanted,
                reason=form.cleaned_data["reason"],
            )
            return {"publication": row.pk}

        if form.once("publication_withdraw", do) is not None:
            messages.success(request, _("It is withdrawn. The address says so, with your reason."))
            return see_other(_address(slug, place))
    return _form(
        request, meeting, form, slug, place, _("Withdraw %(what)s") % {"what": KINDS[wanted]}
    )


@login_required
@require_http_methods(["GET", "POST"])
def redact(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Leave a passage out of an item."""
    meeting = meeting_found(request, slug, place, "minutes_publish")
    items = {item.pk: item for item in agendas.items_of(meeting)}
    form = RedactionForm(
        request.POST or None, items=items.values(), initial={"item": request.GET.get("punkt", "")}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> dict[str, Any]:
            row = services.redaction_add(
                actor=request.user,
                meeting=meeting,
                item=items[data["item"]],
                passage=data["passage"],
                reason=data["reason"],
            )
            return {"redaction": row.pk}

        if form.once("redaction_add", do) is not None:
            messages.success(
                request,
                _("The words are left out of the next version. Publish it when you are ready."),
            )
            return see_other(_address(slug, place))
    title = _("Leave a passage out")
    return _form(request, meeting, form, slug, place, title, _newest(meeting, slug, place))


def _newest(meeting: Any, slug: str, place: str) -> str:
    """Where the words are copied from: the minutes, or before there are any the agenda."""
    kinds = [each.kind for each in selectors.standings(meeting) if each.can_publish]
    return reverse("publishing:preview", args=[slug, place, SLUGS[kinds[-1]]]) if kinds else ""


@login_required
@require_POST
def redaction_end(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponse:
    """Let the words stand again."""
    meeting = meeting_found(request, slug, place, "minutes_publish")
    found = selectors.redactions_shown(meeting).filter(pk=pk).first()
    if found is None:
        raise Http404

    def do() -> dict[str, Any]:
        services.redaction_end(actor=request.user, meeting=meeting, redaction=found)
        return {}

    said = _("The words stand again in the next version.")
    return pressed(request, "redaction_end", do, said, _address(slug, place))


def _form(
    request: HttpRequest,
    meeting: Any,
    form: Any,
    slug: str,
    place: str,
    title: str,
    preview_address: str = "",
) -> HttpResponse:
    back = _address(slug, place)
    context = {
        "meeting": meeting,
        "form": form,
        "title": title,
        "back": back,
        "preview": preview_address,
        "trail": meeting_trail(meeting, Crumb(_("Publishing"), back), Crumb(title)),
    }
    status = 400 if form.errors else 200
    return render(request, "publishing/form.html", context, status=status)


def _kind(slug: str) -> str:
    if slug not in KIND_SLUGS:
        raise Http404
    return KIND_SLUGS[slug]


def _address(slug: str, place: str) -> str:
    return reverse("publishing:publishing", args=[slug, place])
