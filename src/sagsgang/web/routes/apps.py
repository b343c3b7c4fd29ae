"""The routes start with the website."""

from django.apps import AppConfig


class RoutesConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.routes"

    def ready(self) -> None:
        """Tell the rooms before this one who and what the way brings."""
        from sagsgang.web.cases.permissions import relation_register
        from sagsgang.web.cases.section_lines import section_lines_register
        from sagsgang.web.design.navigation import MenuEntry, menu_register
        from sagsgang.web.design.panels import Panel, panel_register
        from sagsgang.web.routes import menu, panels, relations, section_lines, subscriptions
        from sagsgang.web.routes.hearings import registration as hearings

        relation_register(relations.ROUTE_SECRETARY)
        relation_register(relations.MEMBER)
        subscriptions.subscribe()
        section_lines_register(section_lines.KINDS, section_lines.lines_of)
        panel_register("case.main", Panel(30, "way", panels.case_panel))
        panel_register("body.main", Panel(30, "coming", panels.body_panel))
        panel_register("administration.main", Panel(25, "ways", panels.administration_link))
        menu_register(MenuEntry(45, menu.FORGOTTEN, "routes:forgotten", menu.is_shown, "work"))
        hearings.register()
