"""Every address at which somebody's words may appear. A new address without a row here fails `test_doors.py`.

A row gives what to knock with: (method, path, fields). `scene` has the seed, the group, the comment that was cut, the answer that
cites it, the entry and the ruling.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace

from django.urls import URLPattern, get_resolver

Knock = tuple[str, str, dict[str, str]]
Row = Callable[[SimpleNamespace], list[Knock]]


def get(*paths: str) -> Row:
    return lambda scene: [("GET", path.format(**vars(scene)), {}) for path in paths]


def post(path: str, **fields: str) -> Row:
    return lambda scene: [
        ("POST", path.format(**vars(scene)), {name: value.format(**vars(scene)) for name, value in fields.items()})
    ]


def both(*rows: Row) -> Row:
    return lambda scene: [knock for row in rows for knock in row(scene)]


DOORS: dict[str, Row] = {
    "front": get("/"),
    "newest": get("/newest"),
    "discussed": get("/discussed"),
    "mine": get("/mine"),
    "tags": get("/tags"),
    "tag": get("/tags/lakes"),
    "source": get("/sources/lantern.example"),
    "days": get("/days"),
    "day": lambda _: [("GET", f"/days/{datetime.now(UTC):%Y-%m-%d}", {})],
    "language": get("/language", "/language?to=de&next=/newest"),
    "groups": get("/g"),
    "group": get("/g/{group}", "/g/{group}?order=newest", "/g/{group}?order=discussed"),
    "group_new": get("/g/new"),
    "group_join": get("/g/{group}/join"),
    "group_leave": get("/g/{group}/leave"),
    "group_members": get("/g/{group}/members"),
    "group_settings": get("/g/{group}/settings"),
    "group_log": get("/g/{group}/log"),
    "group_figures": get("/g/{group}/figures", "/g/{group}/figures?days=30", "/g/{group}/figures?days=all"),
    "figures": get("/figures", "/figures?days=all"),
    "group_rules": get("/g/{group}/rules", "/g/{group}/rules?version=1"),
    "group_rules_edit": get("/g/{group}/rules/edit"),
    "group_replay": get("/g/{group}/rules/edit/replay"),
    "group_rules_import": get("/g/{group}/rules/import"),
    "group_rules_pack": get("/g/{group}/rules/pack"),
    "group_draft": get("/g/{group}/rules/drafts/1"),
    "group_search": get("/g/{group}/search?q={start}", "/g/{group}/search?q=tiltmeter", "/g/{group}/search?q={rare}"),
    "search": get("/search?q={start}", "/search?q=tiltmeter", "/search?q={rare}", "/search?q=in:{group}+{rare}"),
    "site_rules": get("/rules"),
    "site_rules_edit": get("/rules/edit"),
    "site_replay": get("/rules/edit/replay"),
    "site_rules_import": get("/rules/import"),
    "site_rules_pack": get("/rules/pack"),
    "seed_rules": get("/s/{seed}/rules"),
    "log": get("/log"),
    "log_entry": get("/log/{entry}"),
    "log_head": get("/log/head"),
    "log_heads": get("/log/heads.atom"),
    "oembed": get("/oembed?url=http://127.0.0.1:8000/s/{seed}/{slug}"),
    "sitemap": get("/sitemap.xml"),
    "sitemap_pages": get("/sitemap-pages.xml"),
    "sitemap_discussions": get("/sitemap-0.xml"),
    "robots": get("/robots.txt"),
    "help": get("/help"),
    "help_page": get("/help/members", "/help/rules/kinds", "/help/nothing"),
    "help_picture": get("/help/pictures/cut.png", "/help/pictures/nothing.png"),
    "manifest": get("/manifest.webmanifest"),
    "worker": get("/sw.js"),
    "offline": get("/offline"),
    "log_feed": get("/log/feed.atom", "/log/feed.json"),
    "group_log_feed": get("/g/{group}/log/feed.rss"),
    "front_feed": get("/feed.atom", "/feed.json"),
    "newest_feed": get("/newest/feed.rss"),
    "discussed_feed": get("/discussed/feed.json"),
    "tag_feed": get("/tags/lakes/feed.atom"),
    "source_feed": get("/sources/lantern.example/feed.json"),
    "group_feed": get("/g/{group}/feed.atom", "/g/{group}/feed.json"),
    "person_feed": get("/m/ada/feed.rss", "/m/ada/feed.json"),
    "log_key": get("/log/key"),
    "log_consistency": get("/log/consistency?from=1&to=2"),
    "log_leaves": get("/log/leaves"),
    "log_program": get("/log/parley_verify.py"),
    "log_proof": get("/log/{entry}/proof"),
    "person": get("/m/ada", "/m/bo", "/m/ada?show=comments", "/m/bo?show=comments", "/m/olga"),
    "person_block": get("/m/ada/block"),
    "person_unblock": get("/m/ada/unblock"),
    "blocked": get("/own/blocked"),
    "own_data": get("/own/data"),
    "own_archive": get("/own/data/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11"),
    "own_leave": get("/own/leave"),
    "own_stay": get("/own/stay"),
    "patterns": get("/patterns"),
    "seed_new": get("/seed", "/seed?url=https://lantern.example/1"),
    "seed_preview": both(
        get("/seed/preview"), post("/seed/preview", again="1", headline="Another lake", group="{group}")
    ),
    "from_anywhere": get("/seed/from-anywhere"),
    "share": both(get("/share?url=https://lantern.example/1&text=Look"), post("/share", text="Look")),
    "reading_picture": get("/seed/picture/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11"),
    "seed_picture": get("/s/{seed}/picture"),
    "seed_short": get("/s/{seed}"),
    "seed": get(
        "/s/{seed}/{slug}",
        "/s/{seed}/{slug}?order=votes",
        "/s/{seed}/{slug}?order=newest",
        "/s/{seed}/{slug}?after=1",
        "/s/{seed}/{slug}?after=1.1",
    ),
    "seed_follow": get("/s/{seed}/follow"),
    "seed_mute": get("/s/{seed}/mute"),
    "seed_read": get("/s/{seed}/read"),
    "seed_seen": get("/s/{seed}/seen"),
    "seed_next": get("/s/{seed}/next", "/s/{seed}/next?after=1"),
    "seed_draft": get("/s/{seed}/draft"),
    "comment_branch": get("/c/{comment}/branch", "/c/{answer}/branch"),
    "comment_fold": get("/c/{comment}/fold"),
    "comment_mute": get("/c/{comment}/mute"),
    "comment_draft": get("/c/{comment}/draft"),
    "tracker": get("/tracker", "/tracker?show=history", "/tracker?show=drafts"),
    "tracker_read": get("/tracker/read"),
    "draft_drop": get("/drafts/1/drop"),
    "seed_live": get("/s/{seed}/live"),
    "seed_news": get("/s/{seed}/news"),
    "seed_reply": both(
        get("/s/{seed}/reply"), post("/s/{seed}/reply", text="A draft.", quote="{comment}:", preview="1")
    ),
    "seed_feed": get("/s/{seed}/feed.atom", "/s/{seed}/feed.rss", "/s/{seed}/feed.json"),
    "coach": both(
        post("/s/{seed}/coach", text="A draft about tiltmeters.", parent="{comment}", quote="{comment}:{start}"),
        post("/s/{seed}/coach", text="The director is a tiltmeter if he thinks so, indeed.", parent="{comment}"),
    ),
    "seed_promote": get("/s/{seed}/promote"),
    "seed_vote": get("/s/{seed}/vote"),
    "comment": get("/c/{comment}", "/c/{answer}"),
    "comment_reply": both(
        get(
            "/c/{comment}/reply",
            "/c/{answer}/reply",
            "/c/{comment}/reply?quote={start}",
            "/c/{answer}/reply?quote={comment}:{start}",
        ),
        post("/c/{comment}/reply", text="A draft.", preview="1"),
        post("/c/{answer}/reply", text="A draft.", preview="1", quote="{comment}:The director"),
    ),
    "comment_edit": get("/c/{comment}/edit", "/c/{answer}/edit"),
    "comment_append": get("/c/{comment}/append"),
    "comment_history": get("/c/{comment}/history", "/c/{answer}/history"),
    "comment_vote": get("/c/{comment}/vote"),
    "cut": get("/c/{comment}/cut", "/c/{answer}/cut"),
    "comment_flag": both(get("/c/{comment}/flag", "/c/{answer}/flag"), post("/c/{answer}/flag", line="99", note="A note.")),
    "comment_show": get("/c/{comment}/show"),
    "seed_flag": get("/s/{seed}/flag"),
    "comment_picture": get("/p/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11"),
    "small_picture": get("/p/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11/small"),
    "sealed_picture": get("/p/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11/sealed"),
    "mass_form": get("/c/{comment}/all", "/c/{comment}/all?line=1&reach=group"),
    "mass": get("/mass/1"),
    "mass_undo": get("/mass/1/undo"),
    "mass_appeal": get("/mass/1/appeal"),
    "seed_strain": get("/s/{seed}/strain"),
    "comment_impasse": get("/c/{comment}/impasse", "/c/{answer}/impasse"),
    "impasse": get("/impasses/1"),
    "group_holds": get("/g/{group}/holds"),
    "held": get("/held/1"),
    "held_take_back": get("/held/1/take-back"),
    "case": get("/cases/1", "/cases/2"),
    "cases": get("/cases"),
    "group_cases": get("/g/{group}/cases"),
    "group_scale": get("/g/{group}/scale"),
    "site_scale": get("/scale"),
    "group_report": get("/g/{group}/report", "/g/{group}/report?download=1", "/g/{group}/report?download=1&format=jsonl"),
    "site_report": get("/report", "/report?download=1", "/report?download=1&format=jsonl"),
    "notices": get("/notices"),
    "notices_read": get("/notices/read"),
    "notice": get("/notices/1"),
    "notices_settings": get("/notices/settings"),
    "notices_device": get("/notices/devices"),
    "notices_device_stop": get("/notices/devices/1/stop"),
    "notices_mail": get("/notices/mail/WzEsInJlcGxpZXMiXQ:1vNLUm:never-signed-by-anybody"),
    "record": get("/record"),
    "record_agree": get("/record/agree/1"),
    "security": get("/account/security"),
    "sessions": get("/account/sessions"),
    "session_end": get("/account/sessions/end"),
    "invitations": get("/account/invitations"),
    "invitation_withdraw": get("/account/invitations/1/withdraw"),
    "invitation": get("/account/join/anything"),
    "site_admission": get("/admission"),
    "openid_connect_login": get("/account/oidc/nobody/login/"),
    "openid_connect_callback": get("/account/oidc/nobody/login/callback/"),
    "account_set_password": get("/account/password/set/"),
    "mfa_index": get("/account/2fa/"),
    "ruling": get("/rulings/{ruling}"),
    "ruling_receipt": get("/rulings/{ruling}/receipt"),
    "ruling_talk": get("/rulings/{ruling}/talk"),
    "ruling_appeal": get("/rulings/{ruling}/appeal"),
    "ruling_undo": get("/rulings/{ruling}/undo"),
}

OPEN = {
    "front", "newest", "discussed", "tags", "tag", "source", "days", "day",
    "groups", "group", "group_members", "group_log", "group_figures", "figures", "group_rules",
    "group_search", "search", "site_rules", "log",
    "log_entry", "log_head", "log_heads", "log_key", "log_consistency", "log_leaves", "log_program", "log_proof",
    "group_rules_pack", "site_rules_pack", "seed_rules",
    "person", "patterns", "seed_picture", "seed_short", "seed", "seed_feed", "seed_live", "seed_news", "comment", "comment_history",
    "comment_picture", "small_picture",
    "notices_mail",
    "front_feed", "newest_feed", "discussed_feed", "tag_feed", "source_feed",
    "group_feed", "group_log_feed", "log_feed", "person_feed",
    "oembed", "sitemap", "sitemap_pages", "sitemap_discussions", "robots",
    "manifest", "worker", "offline", "help", "help_page", "help_picture",
}  # fmt: skip
"""Readable without an account."""

ON_THE_WAY_IN = {"language", "share", "invitation", "openid_connect_login", "openid_connect_callback"}
"""Neither open nor closed: for who signs in, joins, or chooses a language, and so never kept."""


def addresses() -> Iterator[URLPattern]:
    """All of the site but allauth's, which show nobody's words."""

    def walk(patterns: list) -> Iterator[URLPattern]:
        for each in patterns:
            if hasattr(each, "url_patterns"):
                yield from walk(each.url_patterns)
            elif not each.callback.__module__.startswith("allauth."):
                yield each

    return walk(get_resolver().url_patterns)
