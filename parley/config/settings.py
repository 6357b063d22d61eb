"""Everything the machine decides, from the environment (`PARLEY_…`); missing what it cannot run without is fatal.

What the community decides stands in the database.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from parley.base.catalogues import compile_changed
from parley.base.languages import LANGUAGES as OURS

ROOT = Path(__file__).resolve().parents[2]
env = environ.FileAwareEnv()  # type: ignore[no-untyped-call] # untyped library
env.prefix = "PARLEY_"

HOME = Path(env.str("HOME", default=str(ROOT / "var"))).resolve()
SECRET_KEY = env.str("SECRET_KEY")
LOG_KEY = env.str("LOG_KEY", default="")
"""32 bytes in hexadecimal digits that sign the log's heads and receipts; commands make one at their first start."""
PUSH_KEY = env.str("PUSH_KEY", default="")
"""32 bytes in hexadecimal digits by which push services know the site; commands make one at their first start."""
DEBUG = False
ADDRESS = env.str("ADDRESS", default="http://127.0.0.1:8000")
"""Where readers find the site; used in feeds and mails."""
ALLOWED_HOSTS = env.list("HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [ADDRESS]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "parley.base.keys",
    "parley.ledger",
    "parley.people",
    "parley.groups",
    "parley.rulebooks",
    "parley.texts",
    "parley.seeds",
    "parley.threads",
    "parley.votes",
    "parley.moderation",
    "parley.appeals",
    "parley.trials",
    "parley.inbox",
    "parley.search",
    "parley.exchange",
]
MIDDLEWARE = [
    "parley.web.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "parley.web.middleware.Packed",
    "parley.web.speaking.Speaks",
    "parley.web.middleware.AskedAgain",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "parley.web.middleware.Fits",
    "parley.web.middleware.Refusals",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "parley.web.middleware.Viewer",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "parley.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "parley" / "web" / "templates"],
        "OPTIONS": {
            "environment": "parley.web.templating.environment",
            "context_processors": ["parley.web.answers.frame"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

_database = env.db_url("DATABASE", default=f"sqlite:///{HOME / 'parley.sqlite3'}")
if _database["ENGINE"].endswith("sqlite3"):
    _database["ENGINE"] = "parley.base.sqlite3"
    _database["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;",
    }
else:
    # Else it weighs every order of eight tables, which takes two thirds of the time of a list; Django names them in a good one.
    _database.setdefault("OPTIONS", {}).setdefault("options", "-c join_collapse_limit=4")
    _database["CONN_HEALTH_CHECKS"] = True  # else every connection that the server dropped is an answer of 500
_database["CONN_MAX_AGE"] = None  # each of the server's eight threads keeps its own: opening one takes longer than reading a page
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "clock", "slow"]}}
JOB_LEASE = 60
"""Seconds after which a job whose worker is not heard of is given to another."""
JOB_ATTEMPTS = 5
JOB_DELAY = 10
"""Seconds before the second attempt; four times as many before each later one."""
REPLAY_PROCESSES = env.int("REPLAY_PROCESSES", default=2)
"""How many judge the past comments of a big place."""

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "parley.people.passwords.Unlike"},
    {"NAME": "parley.people.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "parley.people.passwords.Uncommon"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_USERNAME_VALIDATORS = "parley.people.models.USERNAME_VALIDATORS"
ACCOUNT_USERNAME_BLACKLIST = sorted(
    {"admin", "former", "mod", "mods", "nobody", "parley", "root", "site", "staff", "support", "system"}
)
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_ADAPTER = "parley.web.pages.account_adapters.Accounts"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_VERIFICATION = env.str("EMAIL_VERIFICATION", default="mandatory")
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_EMAIL_VERIFICATION == "mandatory"
"""Else nothing asks for a code, and the mail has a link instead."""
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 3600
"""Seconds in which a code of a mail holds, and in which the mail is tried."""
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = ADDRESS.partition(":")[0]
"""Of links in mails; behind a proxy every request looks like plain HTTP."""
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXIES", default=0)
"""Reverse proxies of our own: so many addresses at the end of X-Forwarded-For are believed when attempts are counted."""
MFA_ADAPTER = "parley.web.pages.account_adapters.SecondSteps"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = ACCOUNT_EMAIL_VERIFICATION == "mandatory"
"""Who joins with a passkey alone has nothing else to come back by than a confirmed address."""
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "parley.web.pages.account_codes.SecondStep",
    "reauthenticate": "parley.web.pages.account_codes.Confirming",
    "add_webauthn": "parley.web.pages.account_passkeys.Adding",
    "signup_webauthn": "parley.web.pages.account_passkeys.Joining",
    "edit_webauthn": "parley.web.pages.account_passkeys.Renaming",
    "login_webauthn": "parley.web.pages.account_passkeys.SigningIn",
    "authenticate_webauthn": "parley.web.pages.account_passkeys.SecondStep",
    "reauthenticate_webauthn": "parley.web.pages.account_passkeys.Confirming",
}
SOCIALACCOUNT_ADAPTER = "parley.web.pages.account_adapters.Elsewhere"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
"""Seconds that a provider is waited for, at each step."""
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": each["id"], "name": each["name"], "client_id": each["client"], "secret": each["secret"],
                "settings": {"server_url": each["server"], "trusts_mail": each.get("trusts_mail", False)},
            }
            for each in env.json("OIDC", default=[])
        ],
    }
}  # fmt: skip
"""Where else members can sign in; a list in JSON, see docs/operators.md."""
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

_mail = env.email_url("MAIL", default="consolemail://")
vars().update({name: value for name, value in _mail.items() if name.startswith("EMAIL_")})
EMAIL_TIMEOUT = 10
"""Seconds; signing up and new passwords wait for the mail server, and a thread with them."""
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="parley@localhost")

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_attempt",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
"""Where allauth counts attempts: in the database, or else each process would allow as many as one should (docs/decisions/0023)."""

SESSION_ENGINE = "parley.people.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ADDRESS.startswith("https:")
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "parley.web.pages.problems.form_grew_old"
MESSAGE_STORAGE = "parley.web.notices.Notices"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 30_000  # every word of a comment of 20,000 characters can be marked one by one

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "parley" / "web" / "static"]
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

LANGUAGE_CODE = env.str("LANGUAGE", default="en")
"""Of whoever asks for none that we have."""
if LANGUAGE_CODE not in OURS:
    raise ImproperlyConfigured(f"PARLEY_LANGUAGE is one of {', '.join(OURS)}, and not {LANGUAGE_CODE[:12]!r}.")
LANGUAGES = list(OURS.items())
LOCALE_PATHS = [ROOT / "parley" / "locale"]
compile_changed(LOCALE_PATHS[0])
USE_TZ = True
TIME_ZONE = "UTC"
APPEND_SLASH = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}

FETCH_CONTACT = env.str("FETCH_CONTACT", default=ADDRESS)
"""Address in the User-Agent of what we fetch, so that a publisher knows whom to ask."""
FETCH_ALLOW: tuple[str, ...] = ()
FETCH_PORTS = (80, 443)
"""Networks that are opened although they are not public, and ports; only tests have others."""
FILE_UPLOAD_HANDLERS = ["parley.web.uploads.Bounded"]
SERVER_PROCESSES = env.int("WORKERS", default=1)
PAGES_MEGABYTES = env.float("PAGES_MEGABYTES", default=64.0)
"""Memory of each process for finished pages."""
LIVE_STREAMS = env.int("LIVE_STREAMS", default=5000)
"""So many readers of a process hear live what happens; others read on without."""
