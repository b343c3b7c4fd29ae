"""The decision of one item: the page on which it is written, and every form on it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.deciding.forms import AppendForm, ClickForm
from sagsgang.web.meetings.deciding.pages import (
    OPERATIONS,
    decided_of,
    decision_page,
    may_see_decision,
)
from sagsgang.web.meetings.models import Dissent, Item, Proposal
from sagsgang.web.meetings.permissions import item_may


@login_required
@require_http_methods(["GET", "POST"])
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that is written on an item at the meeting; after it, what was decided."""
    item = item_found(request, pk)
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    if request.method == "POST" and asked not in OPERATIONS:
        raise Http404
    if not asked:
        if not may_see_decision(request.user, item):
            raise PermissionDenied("decision_record")
        return _page(request, item, decision_page(request, item))
    proposal = _part(request, item, Proposal, "proposal") if asked in _ON_PROPOSAL else None
    context = decision_page(
        request, item, asked=asked, proposal=proposal.pk if proposal and asked == "votes" else None
    )
    if not context["may"][asked]:
        if not context["may"]["append"]:
            raise PermissionDenied(OPERATIONS[asked])
        return _closed_meanwhile(request, item, context)
    form = _form_of(request, asked, context, proposal)
    if form.is_valid() and _did(request, item, asked, form, proposal) is not None:
        back = context["back"]
        return see_other(back or meeting_address(item.meeting))
    if form.errors.get("revision"):
        _both_shown(item, context, form)
    context["failed"] = asked
    context["failed_form"] = form
    return _page(request, item, context, status=400)


_ON_PROPOSAL = ("votes", "unvote", "unpropose")


def item_found(request: HttpRequest, pk: int) -> Item:
    """The item; 404 when it may not be read."""
    items = Item.objects.select_related(
        "meeting__plan__body__municipality", "stop__case", "stop__version", "parent"
    )
    item = items.filter(pk=pk, removed_at__isnull=True).first()
    if item is None or not item_may(request.user, "item_read", item):
        raise Http404
    return item


def _page(
    request: HttpRequest, item: Item, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    meeting = item.meeting
    context["trail"] = [
        Crumb(_("Meetings"), "/moeder/"),
        Crumb(str(meeting.plan.body), meeting_address(meeting)),
        Crumb(_("Item %(number)s") % {"number": item.number or item.title}),
    ]
    return render(request, "meetings/deciding/page.html", context, status=status)


def _closed_meanwhile(request: HttpRequest, item: Item, context: dict[str, Any]) -> HttpResponse:
    """The meeting was closed while she wrote: her words are offered as an addition."""
    messages.error(
        request,
        _("The meeting was closed in the meantime. What you wrote can be saved as an addition."),
    )
    typed = request.POST.get("decide-text") or request.POST.get("dissent-text") or ""
    context["forms"]["append"] = AppendForm(prefix="append", initial={"text": typed})
    return _page(request, item, context, status=400)


def _form_of(
    request: HttpRequest, asked: str, context: dict[str, Any], proposal: Proposal | None
) -> OperationForm:
    if asked == "votes" and proposal is not None:
        return next(
            each.form for each in context["decided"].votes if each.proposal.pk == proposal.pk
        )
    found = context["forms"].get(asked)
    if found is not None and found.is_bound:
        return found
    return ClickForm(request.POST)


def _part(request: HttpRequest, item: Item, model: Any, name: str) -> Any:
    found = model.objects.filter(item=item, pk=request.POST.get(name) or 0).first()
    if found is None:
        raise Http404
    found.item = item
    return found


def _both_shown(item: Item, context: dict[str, Any], form: Any) -> None:
    """Somebody else was first, perhaps after this page was made: hers is shown, and saving again
    answers it.
    """
    current = decided_of(item).decision
    context["decided"].decision = context["conflict"] = current
    form.data = form.data.copy()
    form.data[form.add_prefix("revision")] = str(current.revision if current else 0)


def _did(
    request: HttpRequest, item: Item, asked: str, form: Any, proposal: Proposal | None
) -> dict[str, Any] | None:
    actor = request.user
    data = form.cleaned_data

    def do() -> dict[str, Any]:
        revision = data.get("revision")
        said = _("The decision is saved.")
        if asked == "decide":
            names = ("text", "outcome", "parts", "asked_for", "next_body", "public_text")
            given = {name: data[name] for name in (*names, "confirmed")}
            services.decision_record(actor=actor, item=item, revision=revision, **given)
        elif asked == "nothing":
            services.decision_record(
                actor=actor, item=item, is_nothing_recorded=True, revision=revision
            )
        elif asked == "postpone":
            services.decision_record(
                actor=actor,
                item=item,
                postponed_to=data["to"],
                reason=data["reason"],
                revision=revision,
            )
            said = _("The item is postponed.")
        elif asked == "withdraw":
            services.item_withdraw(actor=actor, item=item, reason=data["reason"], revision=revision)
            said = _("The item is taken off the agenda.")
        elif asked == "clear":
            services.decision_clear(actor=actor, item=item, revision=revision)
            said = _("The decision is taken back.")
        else:
            said = _did_beside(request, item, asked, form, proposal)
        messages.success(request, said)
        return {"item": item.pk}

    return form.once(f"item_{asked}", do)


def _did_beside(request: HttpRequest, item: Item, asked: str, form: Any, proposal: Any) -> str:
    actor = request.user
    data = form.cleaned_data
    if asked == "propose":
        given = {name: data[name] for name in ("text", "kind", "proposed_by")}
        services.proposal_add(actor=actor, item=item, **given)
        return _("The proposal is written. Now it can be voted on.")
    if asked == "votes":
        by_group, by_seat = form.given()
        count = services.votes_record(
            actor=actor, proposal=proposal, by_group=by_group, by_seat=by_seat
        )
        return (
            _("The vote is saved: the proposal is carried.")
            if count.is_carried
            else _("The vote is saved: the proposal falls.")
        )
    if asked == "unvote":
        services.votes_clear(actor=actor, proposal=proposal)
        return _("The vote is taken back.")
    if asked == "unpropose":
        services.proposal_withdraw(actor=actor, proposal=proposal)
        return _("The proposal is withdrawn.")
    if asked == "dissent":
        given = {name: data[name] for name in ("text", "reason", "goes_along")}
        services.dissent_record(actor=actor, item=item, seats=form.chosen(), **given)
        return _("The opinion is entered in the minutes.")
    if asked == "undissent":
        dissent = _part(request, item, Dissent, "dissent")
        services.dissent_remove(actor=actor, dissent=dissent)
        return _("The opinion is taken back.")
    if asked == "suspend":
        services.suspension_record(actor=actor, item=item, seat=data["seat"])
        return _("The decision is stopped: it goes to the council when the meeting closes.")
    if asked == "unsuspend":
        services.suspension_take_back(actor=actor, item=item)
        return _("The stop is taken back.")
    services.decision_append(actor=actor, item=item, text=data["text"])
    return _("The addition stands under the decision.")
