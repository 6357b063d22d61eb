"""Codes in mails."""

import re


def code_in(mail):
    return re.search(r"^([A-Z0-9]{4}-?[A-Z0-9]{4})$|^([A-Z0-9]{4,10})$", mail.body, re.MULTILINE)[0]
