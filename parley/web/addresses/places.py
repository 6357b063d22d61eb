"""Addresses of the front page, groups, people, rules, the log, searches, and accounts."""

from typing import Any

from allauth.account import views as account
from django.urls import include, path

from parley.web.pages import (
    cases,
    front,
    groups,
    log,
    members,
    notices,
    patterns,
    people,
    record,
    rules,
    rules_edit,
    rules_import,
    rules_sign,
    scale,
    search,
)

addresses: list[Any] = [
    path("", front.front, name="front"),
    path("newest", front.newest, name="newest"),
    path("g", groups.group_list, name="groups"),
    path("g/new", groups.group_new, name="group_new"),
    path("g/<slug:name>", groups.group, name="group"),
    path("g/<slug:name>/join", groups.join, name="group_join"),
    path("g/<slug:name>/leave", groups.leave, name="group_leave"),
    path("g/<slug:name>/members", members.members, name="group_members"),
    path("g/<slug:name>/settings", groups.group_settings, name="group_settings"),
    path("g/<slug:name>/log", log.group_log, name="group_log"),
    path("g/<slug:name>/rules", rules.group_rules, name="group_rules"),
    path("g/<slug:name>/rules/edit", rules_edit.group_rules_edit, name="group_rules_edit"),
    path("g/<slug:name>/rules/import", rules_import.group_import, name="group_rules_import"),
    path("g/<slug:name>/rules/pack", rules_import.group_pack, name="group_rules_pack"),
    path("g/<slug:name>/rules/drafts/<int:draft_id>", rules_sign.group_draft, name="group_draft"),
    path("g/<slug:name>/rules/edit/replay", rules_edit.group_replay, name="group_replay"),
    path("g/<slug:name>/search", search.group_search, name="group_search"),
    path("rules", rules.site_rules, name="site_rules"),
    path("rules/edit", rules_edit.site_rules_edit, name="site_rules_edit"),
    path("rules/import", rules_import.site_import, name="site_rules_import"),
    path("rules/pack", rules_import.site_pack, name="site_rules_pack"),
    path("rules/edit/replay", rules_edit.site_replay, name="site_replay"),
    path("cases", cases.site_cases, name="cases"),
    path("g/<slug:name>/cases", cases.group_cases, name="group_cases"),
    path("g/<slug:name>/scale", scale.group_scale, name="group_scale"),
    path("scale", scale.site_scale, name="site_scale"),
    path("notices", notices.notices, name="notices"),
    path("notices/read", notices.read, name="notices_read"),
    path("notices/<int:notice_id>", notices.follow, name="notice"),
    path("record", record.record, name="record"),
    path("record/agree/<int:suspension_id>", record.agree, name="record_agree"),
    path("log", log.site_log, name="log"),
    path("m/<slug:name>", people.person, name="person"),
    path("patterns", patterns.patterns, name="patterns"),
    path("account/", include("allauth.account.urls")),
    # What our own templates call them.
    path("account/login/", account.login, name="sign_in"),
    path("account/signup/", account.signup, name="sign_up"),
    path("account/logout/", account.logout, name="sign_out"),
]
