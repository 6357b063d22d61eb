"""The one form in which the address of an article is kept, so that the same article is found again. Pure.

httpx reads the address; what a query names is weighed here, by a list of our own: courlan's drops queries without a
value and takes `cid` or `gallery` for tracking, which would make one article out of two. Missing a duplicate costs a
second discussion; inventing one sends a member to the wrong article.
"""

import re

import httpx

LONGEST = 2_000
_TRACKING = re.compile(
    r"(?:utm|mtm|matomo|piwik|pk|itm|hsa|vero|oly|trk|wt)_.+|_hs(?:enc|mi)|__hs.+|hsctatracking|_g[al]|__twitter_impression"
    r"|(?:fbc|gc|dc|yc|ysc|ttc|twc)lid|gclsrc|msclkid|li_fat_id|epik|[gw]braid|igsh(?:id)?|mc_[ce]id|mkt_tok|xtor"
    r"|at_(?:medium|campaign|custom\d|link_\w+|ptr_name|bbc_team|format)|cmpid|icid|ncid|s_cid|smid|taid|ref_src|ref_url"
    r"|guccounter|guce_referrer(?:_sig)?|share_?id|shared_?from"
)
_PLACE = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(:\d+)?")


def normal_form(address: str) -> str | None:
    """The address without fragment, tracking parameters, default port, and with its host in lower-case ASCII.

    None for what is no http(s) address, holds a name or password, or is longer than 2,000 characters. Applied to its
    own result it changes nothing.
    """
    if len(address) > LONGEST:
        return None
    try:
        url = httpx.URL(address.strip()).copy_with(fragment=None)  # read twice: only then a default port is seen after HTTPS:
    except (httpx.InvalidURL, ValueError):
        return None
    place = _PLACE.fullmatch(url.netloc.decode("ascii").lower())
    if url.scheme not in {"http", "https"} or url.userinfo or place is None:
        return None
    path, _, query = url.raw_path.decode("ascii").partition("?")
    query = _without_tracking(query)
    rest = re.sub(r"%[0-9a-fA-F]{2}", lambda found: found[0].upper(), path + (f"?{query}" if query else ""))
    normal = f"{url.scheme}://{place[1]}{place[2] or ''}{rest}"
    return normal if len(normal) <= LONGEST else None


def _without_tracking(query: str) -> str:
    """The parts of a query that say which article is meant, in their order."""
    parts = (part for part in query.split("&") if part)
    return "&".join(part for part in parts if not _TRACKING.fullmatch(part.partition("=")[0].lower()))
