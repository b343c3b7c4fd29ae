"""The routes start with the website."""

from django.apps import AppConfig


class RoutesConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.routes"

    def ready(self) -> None:
        """Tell the rooms before this one who and what the way brings."""
        from sagsgang.web.cases.permissions import relation_register
        from sagsgang.web.routes import relations, subscriptions
        from sagsgang.web.routes.hearings import registration as hearings

        relation_register(relations.ROUTE_SECRETARY)
        relation_register(relations.MEMBER)
        subscriptions.subscribe()
        hearings.register()
