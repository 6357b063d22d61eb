"""Days as people write them: "21. November 2022", "Nov 6, 2019", "06/11/2023 - 10:15"."""

import re
from datetime import date

_NAMES = {
    1: "january januar jänner janvier enero gennaio janeiro jan ene",
    2: "february februar feber février febrero febbraio fevereiro feb fev févr",
    3: "march märz mars marzo março mar mär mrz",
    4: "april avril abril aprile apr abr avr",
    5: "may mai mayo maggio maio",
    6: "june juni juin junio giugno junho jun",
    7: "july juli juillet julio luglio julho jul juil",
    8: "august août agosto aug ago aou",
    9: "september septembre septiembre settembre setembro sep sept set",
    10: "october oktober octobre octubre ottobre outubro oct okt out",
    11: "november novembre noviembre novembro nov",
    12: "december dezember décembre diciembre dicembre dezembro dec dez déc dic",
}
MONTH_WORDS = {name: number for number, names in _NAMES.items() for name in names.split()}
_WORDS = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_SHAPES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>[01]?\d)-(?P<d>[0-3]?\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|º)?\.?\s*(?:de\s+|of\s+)?(?P<w>{_WORDS})\b\.?,?\s*(?:de\s+|del\s+)?(?P<y>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<w>{_WORDS})\b\.?\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
    ),
    re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)\.\s?(?P<m>[01]?\d)\.\s?(?P<y>(?:19|20)?\d\d)(?![\d.])"),
    re.compile(r"(?<!\d)(?P<d>[0-3]?\d)[/-](?P<m>[0-3]?\d)[/-](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)年(?P<m>[01]?\d)月(?P<d>[0-3]?\d)日"),
)


def spoken_day(words: str, *, month_first: bool = False) -> date | None:
    """The first day named in the words, by the first shape that fits; `month_first` reads 06/11 as June 11th."""
    for shape in _SHAPES:
        found = shape.search(words)
        if found:
            return _day(found.groupdict(), swap=month_first and "/" in found[0])
    return None


def _day(parts: dict[str, str], *, swap: bool) -> date | None:
    year, day = int(parts["y"]), int(parts["d"])
    month = MONTH_WORDS[parts["w"].lower()] if "w" in parts else int(parts["m"])
    if month > 12 or (swap and day <= 12):
        day, month = month, day
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
