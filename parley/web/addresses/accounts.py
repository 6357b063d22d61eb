"""Addresses of accounts: joining, signing in, and what keeps an account safe. Most pages are allauth's, in our templates."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as socialaccount
from django.urls import include, path

from parley.web.confirming import confirmed_elsewhere
from parley.web.pages import account_admission, account_invitations, account_openid, account_security

addresses: list[Any] = [
    path("account/security", account_security.security, name="security"),
    path("account/sessions", account_security.sessions, name="sessions"),
    path("account/sessions/end", account_security.end, name="session_end"),
    path("account/invitations", account_invitations.invitations, name="invitations"),
    path("account/invitations/<int:invitation_id>/withdraw", account_invitations.withdraw, name="invitation_withdraw"),
    path("account/join/<str:code>", account_invitations.follow, name="invitation"),
    path("admission", account_admission.site_admission, name="site_admission"),
    path("account/oidc/<slug:provider_id>/login/", account_openid.leave, name="openid_connect_login"),
    path("account/oidc/<slug:provider_id>/login/callback/", account_openid.come_back, name="openid_connect_callback"),
    path("account/2fa/", account_security.steps, name="mfa_index"),
    path("account/password/set/", account_security.choose_password, name="account_set_password"),
    path("account/3rdparty/", confirmed_elsewhere(socialaccount.connections), name="socialaccount_connections"),
    path("account/email/", confirmed_elsewhere(account.email), name="account_email"),
    # Links of mails hold, also where the site asks for codes by now.
    path("account/confirm-email/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("account/2fa/totp/activate/", confirmed_elsewhere(totp.activate_totp), name="mfa_activate_totp"),
    path("account/2fa/webauthn/add/", confirmed_elsewhere(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/3rdparty/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.account.urls")),
    # What our own templates call them.
    path("account/login/", account.login, name="sign_in"),
    path("account/signup/", account.signup, name="sign_up"),
    path("account/logout/", account.logout, name="sign_out"),
]
