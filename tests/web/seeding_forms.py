"""Filling in the forms of seeding as a browser would send them."""

from lxml.html import document_fromstring

from tests.article_site import PARAGRAPHS

TEXT = "\n\n".join(PARAGRAPHS)


def filled(answer, **changes):
    """What the page's form sends as it stands, with changes; a list sends a name several times, None takes it out."""
    tree = document_fromstring(answer.content.decode())
    form = next(form for form in tree.forms if "seeding" in form.get("class", ""))
    sent = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    sent |= changes
    return {name: value for name, value in sent.items() if value is not None}


def value(answer, name):
    found = filled(answer).get(name, [""])
    return found[0].replace("\r\n", "\n").removeprefix("\n")


def words(answer):
    """What somebody reads on the page."""
    return " ".join(document_fromstring(answer.content.decode()).find("body").text_content().split())


def pasted(browser, group, **changes):
    """The preview of pasted text."""
    return browser.post("/seed", {"way": "text", "headline": "Last call", "text": TEXT, "group": group.name, **changes})


def again(browser, answer, **changes):
    return browser.post("/seed/preview", filled(answer, again="1", **changes))


def publish(browser, answer, **changes):
    return browser.post("/seed/preview", filled(answer, publish="1", **changes))


def published(browser, answer, **changes):
    """The seed's page; fails where publishing was refused."""
    sent = publish(browser, answer, **changes)
    assert sent.status_code == 302, words(sent)
    return browser.get(sent["Location"])
