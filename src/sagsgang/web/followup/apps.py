"""Follow-up starts with the website."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowupConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.followup"

    def ready(self) -> None:
        """Tell the rooms before this one what follow-up brings."""
        from sagsgang.web.design.navigation import MenuEntry, menu_register
        from sagsgang.web.design.panels import Panel, panel_register
        from sagsgang.web.followup import panels, subscriptions, telling
        from sagsgang.web.followup.services import follow_ups_remind
        from sagsgang.web.jobs.registry import every_day_at
        from sagsgang.web.meetings.agendas.panels import menu_is_shown

        telling.kinds_register()
        subscriptions.subscribe()
        every_day_at(7, "follow_up_remind", follow_ups_remind, title=_("Reminders of follow-ups"))
        panel_register("case.main", Panel(50, "follow_up", panels.case_main))
        panel_register("item.main", Panel(50, "follow_up", panels.item_main))
        panel_register("holding.item", Panel(20, "follow_up", panels.holding_item))
        panel_register("body.main", Panel(40, "follow_up", panels.body_main))
        panel_register("administration.main", Panel(30, "reminders", panels.administration_link))
        menu_register(MenuEntry(44, _("Follow-up"), "followup:register", menu_is_shown, "work"))
