"""Why an address was not opened, in words for the person who wanted to seed it.

The reason is for programs (tests, figures); the sentence is for people and says what they can do now.
"""

from enum import StrEnum

from parley.base.refusals import Invalid


class Reason(StrEnum):
    """Every way in which a fetch ends without a page."""

    # The address itself.
    NOT_AN_ADDRESS = "not-an-address"
    TOO_LONG = "too-long"
    SCHEME = "scheme"
    CREDENTIALS = "credentials"
    PORT = "port"
    # The way there.
    UNKNOWN_HOST = "unknown-host"
    PRIVATE = "private"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    TOO_SLOW = "too-slow"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    CROWDED = "crowded"
    # What the site allows.
    ROBOTS = "robots"
    ROBOTS_SILENT = "robots-silent"
    # What the site answered.
    NOT_FOUND = "not-found"
    LOGIN = "login"
    PAYMENT = "payment"
    TOO_OFTEN = "too-often"
    LEGAL = "legal"
    REJECTED = "rejected"
    SITE_TROUBLE = "site-trouble"
    GARBLED = "garbled"
    EMPTY = "empty"
    KIND = "kind"
    TOO_BIG = "too-big"


SENTENCES: dict[Reason, str] = {
    Reason.NOT_AN_ADDRESS: "We could not read that as a web address. It should look like https://example.org/article.",
    Reason.TOO_LONG: "That address is longer than we can keep. Paste the article’s text instead.",
    Reason.SCHEME: "We open only addresses that begin with https:// or http://.",
    Reason.CREDENTIALS: "That address contains a name or password. Take it out and try again.",
    Reason.PORT: "That address asks for an unusual port, which we do not open. Paste the article’s text instead.",
    Reason.UNKNOWN_HOST: "We could not find a site of that name. Please check the spelling.",
    Reason.PRIVATE: "That address leads to a private network, so we did not open it. Paste the article’s text instead.",
    Reason.UNREACHABLE: "We could not connect to that site. Try again later. Paste the article’s text instead.",
    Reason.TLS: "We could not make a secure connection to that site. Paste the article’s text instead.",
    Reason.TOO_SLOW: "That site took too long to answer. Try again later. Paste the article’s text instead.",
    Reason.TOO_MANY_REDIRECTS: "That address sent us on too many times. Paste the article’s text instead.",
    Reason.CROWDED: "Many addresses are being opened right now. Please try again in a minute.",
    Reason.ROBOTS: "That site asks programs not to open this page, and we respect that. Paste the article’s text instead.",
    Reason.ROBOTS_SILENT: (
        "That site did not tell us whether programs may open its pages, so we did not. Paste the article’s text instead."
    ),
    Reason.NOT_FOUND: "The site says there is no such page. Please check the address.",
    Reason.LOGIN: "That page asks for a login or keeps programs out. Paste the article’s text instead.",
    Reason.PAYMENT: "That page asks for a payment. Paste the article’s text instead.",
    Reason.TOO_OFTEN: "That site asks us to come back later. Try again in a while. Paste the article’s text instead.",
    Reason.LEGAL: "That site may not show this page, for legal reasons. Paste the article’s text instead.",
    Reason.REJECTED: "That site did not give us the page. Paste the article’s text instead.",
    Reason.SITE_TROUBLE: "That site has a problem of its own right now. Try again later. Paste the article’s text instead.",
    Reason.GARBLED: "That site’s answer was incomplete or garbled. Try again later. Paste the article’s text instead.",
    Reason.EMPTY: "That page is empty. Paste the article’s text instead.",
    Reason.KIND: "That address leads to a kind of file we cannot use here. Paste the article’s text instead.",
    Reason.TOO_BIG: "That page is too big for us to open. Paste the article’s text instead.",
}


class Refused(Invalid):
    """The address was not opened; `sentence` is shown, `reason` is for programs."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(SENTENCES[reason], reason.value, field="url")
        self.reason = reason
