"""What hearings put into the rooms before them at the start: jobs, events, menu, panels."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


def register() -> None:
    """Called once, by the app."""
    from sagsgang.web.audit.events import event_subscribe
    from sagsgang.web.design.navigation import MenuEntry, menu_register
    from sagsgang.web.design.panels import Panel, panel_register
    from sagsgang.web.jobs.registry import job_register
    from sagsgang.web.routes.hearings.panels import hearings_panel
    from sagsgang.web.routes.hearings.services import calls, manage, outside
    from sagsgang.web.routes.hearings.telling import kinds_register
    from sagsgang.web.routes.outgoing.panels import outgoing_panel
    from sagsgang.web.routes.outgoing.services import calls as outgoing_calls

    kinds_register()
    job_register(calls.REMIND_JOB, calls.reminder_run, title=_("Remind of a hearing"))
    job_register(calls.DEADLINE_JOB, calls.deadline_run, title=_("End of a hearing's deadline"))
    job_register(
        outgoing_calls.WARN_JOB,
        outgoing_calls.warning_run,
        title=_("Warn of an answer that is not sent"),
    )
    event_subscribe("case_withdrawn", manage.rounds_end_with_case)
    event_subscribe("case_closed", manage.rounds_end_with_case)
    event_subscribe("stop_withdrawn", outside.stop_withdrawn)
    event_subscribe("decision_recorded", outside.decision_recorded)
    menu_register(MenuEntry(40, _("Hearings"), "routes:hearings", has_hearings, group="work"))
    panel_register("case.main", Panel(60, "hearings", hearings_panel))
    panel_register("case.side", Panel(60, "outgoing", outgoing_panel))


def has_hearings(request: HttpRequest) -> bool:
    """Whether the reader may be asked: she sits in a body, or is the secretary of one.

    Told by her standing alone: the menu is on every page, and must not ask the database.
    """
    from sagsgang.web.bodies.models import Role
    from sagsgang.web.bodies.standing import standing_of

    standing = standing_of(request.user)
    return bool(standing.seats) or standing.has_any(Role.SECRETARY)
