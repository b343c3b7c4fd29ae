"""Which identity providers the sign-in page offers."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def identity_providers(context: dict[str, Any]) -> list[dict[str, str]]:
    """Those that the settings name: what they are called, and their key in our addresses."""
    apps = get_adapter().list_apps(context["request"])
    return [{"key": app.provider_id, "name": app.name} for app in apps]
