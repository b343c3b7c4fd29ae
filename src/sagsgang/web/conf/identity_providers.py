"""Which identity providers people may sign in by, told by environment variables."""

from collections.abc import Mapping
from typing import Any

#: The place in the addresses that the provider is told: /konto/oidc/kommune/, /konto/saml/kommune/.
SLUG = "kommune"
DEFAULT_NAME = "kommunens login"


def identity_providers(environment: Mapping[str, str]) -> dict[str, Any]:
    """Settings for allauth: OpenID Connect, SAML, both, or none when nothing is set.

    Raises ValueError when a setting that another one needs is missing.
    """
    providers = {}
    if environment.get("SAGSGANG_OIDC_SERVER"):
        providers["openid_connect"] = {"APPS": [_openid_connect(environment)]}
    if environment.get("SAGSGANG_SAML_METADATA_URL"):
        providers["saml"] = {"APPS": [_saml(environment)]}
    return providers


def _openid_connect(environment: Mapping[str, str]) -> dict[str, Any]:
    return {
        "provider_id": SLUG,
        "name": environment.get("SAGSGANG_OIDC_NAME") or DEFAULT_NAME,
        "client_id": _needed(environment, "SAGSGANG_OIDC_CLIENT", "SAGSGANG_OIDC_SERVER"),
        "secret": _needed(environment, "SAGSGANG_OIDC_SECRET", "SAGSGANG_OIDC_SERVER"),
        "settings": {
            "server_url": environment["SAGSGANG_OIDC_SERVER"],
            "oauth_pkce_enabled": True,
            "verified_email": _domains(environment, "SAGSGANG_OIDC_DOMAINS"),
        },
    }


def _saml(environment: Mapping[str, str]) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "idp": {
            "entity_id": _needed(
                environment, "SAGSGANG_SAML_ENTITY_ID", "SAGSGANG_SAML_METADATA_URL"
            ),
            "metadata_url": environment["SAGSGANG_SAML_METADATA_URL"],
        },
        "advanced": {"want_assertion_signed": True, "reject_idp_initiated_sso": True},
        "verified_email": _domains(environment, "SAGSGANG_SAML_DOMAINS"),
    }
    if mail := environment.get("SAGSGANG_SAML_MAIL_ATTRIBUTE"):
        settings["attribute_mapping"] = {"email": mail}
    return {
        "provider_id": f"saml-{SLUG}",
        "client_id": SLUG,
        "name": environment.get("SAGSGANG_SAML_NAME") or DEFAULT_NAME,
        "settings": settings,
    }


def _needed(environment: Mapping[str, str], name: str, because: str) -> str:
    if not (value := environment.get(name)):
        raise ValueError(f"{name} mangler: den skal sættes, når {because} er sat")
    return value


def _domains(environment: Mapping[str, str], name: str) -> list[str]:
    """Domains whose mail addresses the provider vouches for without saying so each time."""
    return [word.strip().lower() for word in environment.get(name, "").split(",") if word.strip()]
