"""The pages of a body's meeting plan and year wheel, for administrators and its secretary."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.forms.bodies import ConfirmForm
from sagsgang.web.bodies.forms.fields import moment
from sagsgang.web.bodies.forms.plan import (
    MeetingForm,
    MoveForm,
    ReasonForm,
    SeriesDaysForm,
    SeriesForm,
    WheelForm,
)
from sagsgang.web.bodies.series import Proposed, day_off, proposed, series_days
from sagsgang.web.bodies.views.answers import (
    Page,
    body_of,
    one_click,
    readable,
    require,
    write_page,
)
from sagsgang.web.design.page import Crumb


@require_GET
@login_required
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """The meeting plan of one year."""
    body = body_of(request, slug)
    asked = request.GET.get("aar", "")
    year = int(asked) if asked.isdigit() and 1900 <= int(asked) <= 2200 else None
    year = year or timezone.localdate().year
    context = {
        "trail": [*_trail(body), Crumb(_("Meeting plan"))],
        "body": body,
        "year": year,
        "years": sorted({*selectors.planned_years(body), year}),
        "meetings": selectors.meetings_of(body, year),
        "confirm": ConfirmForm(),
    }
    return render(request, "bodies/meetings.html", context)


@login_required
def meeting_add(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting."""
    body = body_of(request, slug)
    require(request, "meeting_plan", body)

    def do(typed: dict[str, Any]) -> Any:
        starts_at = moment(typed["day"], typed["hour"])
        made = services.meeting_plan_add(
            actor=request.user,
            body=body,
            starts_at=starts_at,
            place=typed["place"],
            kind=typed["kind"],
        )
        _tell_day_off(request, made)
        return made

    return write_page(
        request,
        _page(body, _("New meeting")),
        MeetingForm(request.POST or None),
        "meeting_plan_add",
        do,
        done=_("The meeting is on the plan."),
    )


@login_required
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series: first which days it would fall on, then those that are chosen go on the plan."""
    body = body_of(request, slug)
    require(request, "meeting_plan", body)
    rule = SeriesForm(request.GET if "first" in request.GET else None, initial=_usual())
    page = _page(body, _("Series of meetings"))
    if not rule.is_valid():
        context = {"page": page, "rule": rule, "title": page.title, "trail": page.trail}
        return render(request, "bodies/series.html", context)
    asked = rule.cleaned_data
    taken = {
        timezone.localdate(meeting.starts_at)
        for year in range(asked["first"].year, asked["last"].year + 2)
        for meeting in selectors.meetings_of(body, year)
        if not meeting.is_cancelled
    }
    found = [proposed(day) for day in _days(asked)]
    free = [each for each in found if each.day not in taken]
    form = SeriesDaysForm(
        request.POST or None,
        days=[(each.day.isoformat(), _words(each)) for each in free],
        initial={"days": [each.day.isoformat() for each in free]},
    )
    page.extra.update(rule=rule, found=free, taken=len(found) - len(free))
    by_day = {each.day.isoformat(): each.day for each in free}

    def do(typed: dict[str, Any]) -> Any:
        chosen = [moment(by_day[day], asked["hour"]) for day in typed["days"]]
        return services.meeting_plan_add_series(
            actor=request.user, body=body, starts_at=chosen, place=typed["place"]
        )

    return write_page(
        request,
        page,
        form,
        "meeting_plan_add_series",
        do,
        done=_("The meetings are on the plan."),
        template="bodies/series.html",
    )


@login_required
def meeting_move(request: HttpRequest, key: int) -> HttpResponse:
    """Another time or place."""
    meeting = _meeting(request, key)
    local = timezone.localtime(meeting.starts_at)

    def do(typed: dict[str, Any]) -> Any:
        moved = services.meeting_plan_move(
            actor=request.user,
            meeting=meeting,
            starts_at=moment(typed["day"], typed["hour"]),
            place=typed["place"],
        )
        _tell_day_off(request, moved)
        return moved

    initial = {"day": local.date(), "hour": local.time(), "place": meeting.place}
    return write_page(
        request,
        _page(meeting.body, _("Move the meeting on %(day)s") % {"day": _day(meeting)}),
        MoveForm(request.POST or None, initial=initial),
        "meeting_plan_move",
        do,
        done=_("The meeting is moved."),
    )


@login_required
def meeting_cancel(request: HttpRequest, key: int) -> HttpResponse:
    """A meeting will not be held."""
    meeting = _meeting(request, key)
    return write_page(
        request,
        _page(meeting.body, _("Cancel the meeting on %(day)s") % {"day": _day(meeting)}),
        ReasonForm(request.POST or None),
        "meeting_plan_cancel",
        lambda typed: services.meeting_plan_cancel(actor=request.user, meeting=meeting, **typed),
        done=_("The meeting is cancelled."),
    )


@require_POST
@login_required
def meeting_restore(request: HttpRequest, key: int) -> HttpResponse:
    """Take a cancellation back."""
    meeting = _meeting(request, key)
    return one_click(
        request,
        ConfirmForm(request.POST),
        "meeting_plan_restore",
        lambda: services.meeting_plan_restore(actor=request.user, meeting=meeting),
        done=_("The meeting will be held after all."),
        back=_plan(meeting.body),
    )


@login_required
def wheel_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Something new that comes back every year."""
    body = body_of(request, slug)
    require(request, "wheel_change", body)
    asked = request.GET.get("maaned", "")
    return write_page(
        request,
        _wheel_page(body, _("New entry in the year wheel")),
        WheelForm(request.POST or None, initial={"month": asked}),
        "wheel_entry_add",
        lambda typed: services.wheel_entry_add(actor=request.user, body=body, **typed),
    )


@login_required
def wheel_change(request: HttpRequest, key: int) -> HttpResponse:
    """Correct an entry."""
    entry = readable(request, selectors.wheel_entry_get(key), lambda row: row.body)
    require(request, "wheel_change", entry.body)
    names = ("month", "title", "weeks_before", "note")
    page = _wheel_page(entry.body, _("Change %(name)s") % {"name": entry.title})
    page.extra.update(remove=reverse("bodies:wheel_remove", args=[entry.pk]), confirm=ConfirmForm())
    return write_page(
        request,
        page,
        WheelForm(request.POST or None, initial={name: getattr(entry, name) for name in names}),
        "wheel_entry_change",
        lambda typed: services.wheel_entry_change(actor=request.user, entry=entry, **typed),
    )


@require_POST
@login_required
def wheel_remove(request: HttpRequest, key: int) -> HttpResponse:
    """An entry that does not come back."""
    entry = readable(request, selectors.wheel_entry_get(key), lambda row: row.body)
    require(request, "wheel_change", entry.body)
    return one_click(
        request,
        ConfirmForm(request.POST),
        "wheel_entry_remove",
        lambda: services.wheel_entry_remove(actor=request.user, entry=entry),
        done=_("It is removed from the year wheel."),
        back=_home(entry.body),
    )


def _days(asked: dict[str, Any]) -> Any:
    return series_days(
        asked["first"],
        asked["last"],
        weekday=asked["weekday"],
        which=asked["which"],
        months=asked["months"],
    )


def _words(each: Proposed) -> str:
    day = date_format(each.day, _("l, j F Y"))
    if each.instead_of is None:
        return day
    off = date_format(each.instead_of, _("j F"))
    return _("%(day)s (instead of %(off)s, %(holiday)s)") % {
        "day": day,
        "off": off,
        "holiday": each.holiday,
    }


def _usual() -> dict[str, Any]:
    year = timezone.localdate().year + 1
    return {
        "first": f"{year}-01-01",
        "last": f"{year}-12-31",
        "months": [month for month in range(1, 13) if month != 7],
    }


def _tell_day_off(request: HttpRequest, meeting: Any) -> None:
    name = day_off(timezone.localdate(meeting.starts_at))
    if name:
        messages.warning(request, _("Note that the day is a day off: %(name)s.") % {"name": name})


def _meeting(request: HttpRequest, key: int) -> Any:
    meeting = readable(request, selectors.meeting_get(key), lambda row: row.body)
    require(request, "meeting_plan", meeting.body)
    return meeting


def _day(meeting: Any) -> str:
    return date_format(timezone.localdate(meeting.starts_at), _("j F Y"))


def _home(body: Any) -> str:
    return reverse("bodies:body", args=[body.slug])


def _plan(body: Any) -> str:
    return reverse("bodies:meetings", args=[body.slug])


def _trail(body: Any) -> list[Crumb]:
    return [Crumb(_("Committees"), reverse("bodies:list")), Crumb(body.name, _home(body))]


def _page(body: Any, title: str) -> Page:
    trail = [*_trail(body), Crumb(_("Meeting plan"), _plan(body)), Crumb(title)]
    return Page(title=title, save=_("Save"), back=_plan(body), trail=trail)


def _wheel_page(body: Any, title: str) -> Page:
    trail = [*_trail(body), Crumb(title)]
    return Page(title=title, save=_("Save"), back=_home(body), trail=trail)
