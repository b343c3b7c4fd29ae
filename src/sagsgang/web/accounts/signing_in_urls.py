"""Danish addresses for the pages of allauth that are used; the rest of them do not exist here."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.socialaccount.providers.saml import views as saml
from django.urls import include, path, re_path

_PASSWORD = [
    path("", account.password_change, name="account_change_password"),
    path("vaelg/", account.password_set, name="account_set_password"),
    path("glemt/", account.password_reset, name="account_reset_password"),
    path("sendt/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^ny/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "gemt/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
_SECOND_STEP = [
    path("", second_step.index, name="mfa_index"),
    path("kode/", second_step.authenticate, name="mfa_authenticate"),
    path("bekraeft/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("app/", app.activate_totp, name="mfa_activate_totp"),
    path("app/fjern/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("reservekoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("reservekoder/nye/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("reservekoder/hent/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("noegler/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("noegler/ny/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("noegler/bekraeft/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("noegler/<int:pk>/fjern/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("noegler/log-ind/", keys.login_webauthn, name="mfa_login_webauthn"),
]
_PROVIDERS = [
    path(
        "oidc/<slug:provider_id>/svar/",
        oidc.callback,
        name="openid_connect_callback",
    ),
    path("saml/<slug:organization_slug>/svar/", saml.acs, name="saml_acs"),
    path("saml/<slug:organization_slug>/faerdig/", saml.finish_acs, name="saml_finish_acs"),
    path("saml/<slug:organization_slug>/log-ud/", saml.sls, name="saml_sls"),
    path("saml/<slug:organization_slug>/metadata/", saml.metadata, name="saml_metadata"),
    path("udbyder/afbrudt/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("udbyder/fejl/", social.login_error, name="socialaccount_login_error"),
]
urlpatterns = [
    path("konto/log-ind/", account.login, name="account_login"),
    path("konto/log-ud/", account.logout, name="account_logout"),
    path("konto/lukket/", account.account_inactive, name="account_inactive"),
    path("konto/bekraeft/", account.reauthenticate, name="account_reauthenticate"),
    path("konto/adgangskode/", include(_PASSWORD)),
    path("konto/to-trin/", include(_SECOND_STEP)),
    path("konto/", include(_PROVIDERS)),
]
