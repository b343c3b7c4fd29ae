"""The settings of the website; what an operator may change is an environment variable."""

import gc
import os
from importlib.resources import files
from pathlib import Path

from sagsgang.web.conf.data_folder import CHECKOUT, data_folder, secret_key
from sagsgang.web.conf.database import database_settings, database_url
from sagsgang.web.conf.identity_providers import identity_providers
from sagsgang.web.conf.mail_server import mail_settings


def _is_on(name: str, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").strip().lower() in (
        "1",
        "on",
        "true",
        "yes",
        "ja",
    )


# What is imported stays; to look it through again and again for what may be thrown away takes an
# eighth of the time in which a program starts and pages are made.
gc.set_threshold(20_000, 20, 20)

# What an operator sets -----------------------------------------------------------------------

#: Folder of the database and the secret key.
SAGSGANG_DATA = data_folder(os.environ)
#: Host names, separated by commas, under which the site is reached besides localhost.
SAGSGANG_HOSTS = [
    name.strip() for name in os.environ.get("SAGSGANG_HOSTS", "").split(",") if name.strip()
]
#: Where the site is, for links in mails; `sagsgang start` says it.
SAGSGANG_ADDRESS = os.environ.get("SAGSGANG_ADDRESS", "").strip().rstrip("/")
#: The site is behind a proxy that speaks HTTPS and sets X-Forwarded-Proto.
SAGSGANG_HTTPS = _is_on("SAGSGANG_HTTPS", default=False)
#: Those who work in the administration must prove who they are in two ways.
SAGSGANG_REQUIRE_MFA = _is_on("SAGSGANG_REQUIRE_MFA", default=SAGSGANG_HTTPS)
#: Visitors may add documents on the website; the command line always may.
SAGSGANG_UPLOAD = _is_on("SAGSGANG_UPLOAD", default=True)
#: Visitors may have a file checked on the website without adding it.
SAGSGANG_CHECK = _is_on("SAGSGANG_CHECK", default=True)
#: Where mail goes out: smtp://user:word@host:port?from=address. Without it mail is only shown.
SAGSGANG_MAIL_URL = os.environ.get("SAGSGANG_MAIL_URL", "").strip()
#: The key that seals approved minutes, and its certificate (EC, PEM); else those in the data
#: folder's `seal/`, where there are any.
SAGSGANG_SEAL_KEY = os.environ.get("SAGSGANG_SEAL_KEY", "").strip()
SAGSGANG_SEAL_CERTIFICATE = os.environ.get("SAGSGANG_SEAL_CERTIFICATE", "").strip()
#: Pages show the error itself; never on a site that others reach.
DEBUG = _is_on("SAGSGANG_DEBUG", default=False)

# Django ---------------------------------------------------------------------------------------

_WEB = Path(__file__).resolve().parents[1]

SAGSGANG_JOBINDSATS_KEY = os.environ.get("SAGSGANG_JOBINDSATS_KEY", "")
SAGSGANG_JOBINDSATS_VERSION = os.environ.get("SAGSGANG_JOBINDSATS_VERSION", "3")
SECRET_KEY = secret_key(SAGSGANG_DATA)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *SAGSGANG_HOSTS]
AUTH_USER_MODEL = "accounts.User"
ROOT_URLCONF = "sagsgang.web.conf.urls"
WSGI_APPLICATION = "sagsgang.web.conf.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database_settings(database_url(os.environ), SAGSGANG_DATA)}

# In the order of the house: each may use those above it, never those below.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "sagsgang.web.design",
    "sagsgang.web.audit",
    "sagsgang.web.accounts",
    "sagsgang.web.jobs",
    "sagsgang.web.notifications",
    "sagsgang.web.bodies",
    "sagsgang.web.figures",
    "sagsgang.web.cases",
    "sagsgang.web.routes",
    "sagsgang.web.meetings",
    "sagsgang.web.followup",
    "sagsgang.web.publishing",
    "sagsgang.web.archive",
    "sagsgang.web.subscriptions",
    "sagsgang.web.desk",
    "sagsgang.web.example",
    # After ours, whose templates take the place of theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
]
MIDDLEWARE = [
    "sagsgang.web.conf.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sagsgang.web.publishing.public.serving.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sagsgang.web.design.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sagsgang.web.conf.second_step.SecondStepRequired",
    "sagsgang.web.meetings.members.keeping.KeptPages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sagsgang.web.design.page.page_context",
            ]
        },
    }
]

# Mail is left as jobs; from there it goes to the mail server, or into the list of caught mail.
EMAIL_BACKEND = "sagsgang.web.jobs.mail.JobMailBackend"
globals().update(mail_settings(SAGSGANG_MAIL_URL))

# Language, time and numbers: English message ids, a Danish catalogue, Danish unless chosen
# otherwise.
LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [
    _WEB / "locale",
    _WEB / "cases" / "appropriation" / "locale",
    _WEB / "cases" / "checks" / "locale",
    _WEB / "cases" / "figures" / "locale",
    _WEB / "cases" / "review" / "locale",
    _WEB / "routes" / "hearings" / "locale",
    _WEB / "meetings" / "agendas" / "locale",
    _WEB / "meetings" / "members" / "locale",
    _WEB / "meetings" / "sending" / "locale",
    _WEB / "meetings" / "holding" / "locale",
    _WEB / "meetings" / "deciding" / "locale",
    _WEB / "meetings" / "minute_book" / "locale",
    _WEB / "publishing" / "locale",
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

# Static files are served by WhiteNoise straight from where they lie; nothing is collected or
# copied.
STATIC_URL = "/static/"
_DKFDS = CHECKOUT / "node_modules" / "dkfds" / "dist"
STATICFILES_DIRS = [(f"dkfds/{part}", _DKFDS / part) for part in ("css", "fonts", "img")]
# The editor of sections: ProseMirror and Tiptap as django-prose-editor has built them.
_PROSE = Path(str(files("django_prose_editor"))) / "static" / "django_prose_editor"
STATICFILES_DIRS.append(("prose", _PROSE))
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 600

# A minute is enough for the largest folder of files; the reader refuses single files over 50 MB.
DATA_UPLOAD_MAX_NUMBER_FILES = 200
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# Security
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SAGSGANG_HTTPS else None
SECURE_SSL_REDIRECT = SAGSGANG_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if SAGSGANG_HTTPS else 0
# What holds for other names of the operator's domain is not ours to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = SAGSGANG_HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "sagsgang.web.design.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in SAGSGANG_HOSTS] if SAGSGANG_HTTPS else []
#: A working day; whoever comes back tomorrow signs in again.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = SAGSGANG_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_NAME = "sprog"
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_SECURE = SAGSGANG_HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Signing in: by mail address and password, passkey, or the municipality's own identity provider
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "archive:front"
#: A link to choose a password is good for three days, and once.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
ACCOUNT_ADAPTER = "sagsgang.web.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Nobody signs up: an administrator makes the account, and its link goes to the mail address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = "archive:front"
#: `subscribe` is ours: to one mail address the subscriptions themselves set the limit.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "subscribe": "10/10m/ip,60/d/ip",
}
ACCOUNT_FORMS = {
    "login": "sagsgang.web.accounts.forms.SignInForm",
    "reset_password": "sagsgang.web.accounts.forms.ForgottenForm",
    "reset_password_from_key": "sagsgang.web.accounts.forms.ChooseForm",
    "change_password": "sagsgang.web.accounts.forms.ChangeForm",
    "set_password": "sagsgang.web.accounts.forms.SetForm",
    "reauthenticate": "sagsgang.web.accounts.forms.ConfirmForm",
}
#: How many proxies there are between the reader and us; rate limits need the reader's own address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SAGSGANG_HTTPS else 0
MFA_ADAPTER = "sagsgang.web.accounts.adapters.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "sagsgang.web.accounts.forms.CodeForm",
    "reauthenticate": "sagsgang.web.accounts.forms.ConfirmCodeForm",
    "activate_totp": "sagsgang.web.accounts.forms.AppForm",
    "add_webauthn": "sagsgang.web.accounts.forms.AddKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Sagsgang"
MFA_TOTP_TOLERANCE = 1
#: Without HTTPS browsers let only this machine itself use passkeys.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SAGSGANG_HTTPS
SOCIALACCOUNT_ADAPTER = "sagsgang.web.accounts.adapters.IdentityProviderAdapter"
SOCIALACCOUNT_PROVIDERS = identity_providers(os.environ)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_STORE_TOKENS = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "sagsgang": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
