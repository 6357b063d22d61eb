"""Names out of a byline's words: "Von Ada Beispiel und Bo Muster, Redakteurin | 3. Mai 2024" gives two names."""

import re

from parley.seeds.extraction.characters import clean_line, listed

MOST_NAMES = 8
LONGEST = 70
_DEEDS = listed(
    "written posted published reported story text article report interview words reviewed submitted uploaded guest "
    "post review opinion analysis column compiled view see all posts articles entries more read profile geschrieben "
    "gespeichert gepostet verfasst veröffentlicht erstellt eingestellt publiziert hochgeladen reportage rezension "
    "essay glosse porträt übersetzt notiert übermittelt artikel beitrag bericht kommentar alle beiträge zeige zeigt "
    "mehr weitere profil analyse gastbeitrag kolumne eine ein im wortlaut pressemitteilung publié écrit rédigé posté "
    "propos recueillis un escrito publicado scritto"
)
_BY = ["by", "von", "par", "por", "escribe", "da", "di", "door", "av", "af"]
_LABELS = listed(
    "autor autorin autoren autorinnen autora autores author authors author(s) auteur auteure auteurs autore text "
    "texte words interview gastautor gastautorin protokoll gastbeitrag bearbeitung redaktion redacción redactor "
    "redactora redakteur redakteurin verfasser verfasserin bericht journalist reporter herausgeber von by par por "
    "escribe"
)
_JOBS = {
    *_LABELS,
    *(
        listed(
            "unserem unserer unser our editor reporter correspondent writer journalist journalistin redakteur "
            "redakteurin korrespondent korrespondentin contributor columnist mitarbeiter mitarbeiterin chefredakteur "
            "chefredakteurin about über leave comment a"
        )
    ),
} - {"redaktion", "redacción"}
_LONE = {*_BY, *_LABELS} - {"redaktion", "redacción"}
_LONE_LEAD = re.compile(
    rf"(^|\n)((?:(?:{'|'.join(_DEEDS)})\s+){{0,5}}(?:{'|'.join(_BY)})|{'|'.join(map(re.escape, _LABELS))})\s*:?\n",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"^\W*(?:(?:(?:{'|'.join(_DEEDS)})\s+){{0,5}}(?:{'|'.join(_BY)})(?=[\s:]|$)\s*:?"
    rf"|(?:autor[:*_/]in(?:nen)?|{'|'.join(map(re.escape, _LABELS))}|texte?\s*(?:und|&|/|\+)\s*(?:fotos?|bilder?|"
    rf"illustration(?:en)?)|作者|记者|責任編輯|责任编辑|автор|текст)\s*[:/\uff1a])\s*",
    re.IGNORECASE,
)
_MONTHS = listed(
    "january february march april may june july august september october november december januar februar märz mai "
    "juni juli oktober dezember jan feb mar apr jun jul aug sep sept oct okt nov dec dez"
)
_AFTER = listed(
    "am on at vom le el il den updated published publicado publié posted veröffentlicht aktualisiert stand last "
    "follow view alle contact contactar autorenprofil wrote says schreibt editiert schrieb anzeigen ansehen um in "
    "from for ist is"
)
# Nothing behind these belongs to a byline: separators, dates, a photographer.
_END = re.compile(
    rf"(?:\s*[|•·›»\u2013\u2014(\[]|\s-\s|\s/\s|\s@|[\s,](?:{'|'.join(_MONTHS)})\.?\s\d|\b(?:fotos?|photos?|bilder|"
    rf"illustration(?:en)?|video|übersetzung|datum|date|stand)\s*:"
    r"|[\s,](?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,8}[.,]\s|(?:^|[\s,])\d).*$",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(r"^\W*\d[^,|·•]{2,30}[,|·•]\s*(?=[^\W\d])")
# What may follow one name among several: a place, a paper, a verb.
_TRAILING = re.compile(rf"(?:^|[\s,])(?:{'|'.join(_AFTER)})(?=[\s:]|$).*$", re.IGNORECASE)
INNER_LEAD = re.compile(r"\b(?:by|von|par|por|author:|autor:)\s+(?=[^\W\d_])", re.IGNORECASE)
_HAS_DATE = re.compile(r"\d{4}|\d{1,2}[.:/]\s?\d")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:and|und|et|y|e|og|och|en|with|mit|avec|con)\s+|\s*&\s*|\s+[/+]\s+|\n")
_PARTICLES = set(
    listed(
        "von van de der den del della di da dos das du la le el al bin ibn zu zur ten ter y e und st. af av vom mac do "
        "los las ben"
    )
)
_DEGREES = set(listed("dr. dr prof. prof med. phil. jur. rer. nat. h.c. habil. pd dipl.-ing. mag. ing."))
_NOT_A_NAME = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|staff|journalist(?:in)?|redakteur(?:in)?|redaktion|ressort|"
    r"agentur(?:en)?|director|professor|manager|leiter(?:in)?|"
    r"projektleiter(?:in)?|fellow|contributor|columnist|producer|news|team|desk|service|press|media|online|university|"
    r"universität|institut[eo]?|"
    r"gmbh|inc|ltd|ag|e\.\s?v|verlag|zeitung|magazin|read|more|comments?|kommentare?|share|posted|uhr|http|www|"
    r"facebook|twitter|instagram|"
    r"author|autor|subscribe|newsletter|datenschutz|impressum|cookies?|all rights|the|this|that|is|are|was|were|und|"
    r"oder|nicht|ist|sind|wird|werden|"
    r"mitarbeiter(?:in)?|korrespondent(?:in)?|chef\w*|presse\w*|sprecher(?:in)?|ceo|founder|vice|president|senior|"
    r"junior|special|freelance|digital|alle|artikel|beiträge|zur|posts?|view|profile?|profil|follow|published|updated|"
    r"veröffentlicht|cc|all|about|über|foto|"
    r"fotos|bild|photos?|image|übersetzung|translation|autoreninfo|homepage|website|log|login|register|sign|settings|"
    r"list|members?|search|menu|home|dpa|afp|reuters|uni|gast\w*)\b",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w.'\u2019\-]*)$")


def names_in(words: str) -> tuple[str, ...]:
    """Names in words known to be a byline, in order; lines are kept apart. A lone organisation is a name too."""
    lines = [clean_line(line) for line in words[:600].split("\n")]
    rests = [rest for rest in map(_rest, _joined(lines)) if rest and rest.lower() not in _LONE]
    persons = [person for rest in rests for part in _BETWEEN.split(rest) if (person := _person(part))]
    whole = (_trimmed(_TRAILING.sub("", rest)) for rest in rests)
    return tuple(dict.fromkeys(persons or [rest for rest in whole if rest][:1]))[:MOST_NAMES]


def _joined(lines: list[str]) -> list[str]:
    """Lines with a lead that stands alone ("By") put before the next line."""
    text = "\n".join(filter(None, lines))
    return _LONE_LEAD.sub(r"\1\2: ", text).split("\n")


def _rest(line: str) -> str:
    """What a byline's line says besides "by" and the date."""
    rest = without_lead(line)
    inner = INNER_LEAD.search(line) if rest == line and _HAS_DATE.search(line) else None
    return _trimmed(_END.sub("", _DATE_FIRST.sub("", line[inner.end() :] if inner else rest)))[:LONGEST]


def _person(part: str) -> str:
    """The person in one part of a byline, without a job in front of the name or behind it; empty if there is none."""
    for name in (_trimmed(part), _trimmed(_TRAILING.sub("", part))):  # "Le" may begin a date, or a surname
        if is_person(name):
            return name
    words = name.split("/")[0].split()
    while words and (words[0].lower() in _JOBS or (words[0].islower() and words[0] not in _PARTICLES)):
        del words[0]
    while words and words[-1].lower() in _JOBS:
        del words[-1]
    name = " ".join(words)
    return name if is_person(name) else ""


def _trimmed(part: str) -> str:
    part = re.sub(r"[\s\d*]+$|\s(?:and|und|et|y|&)\s*$", "", part) if " " in part else part
    return part.strip(
        " :*-\u2013|/\u201e\u201c\"'\u00b7"
        if re.search(r"\b(?:[JS]r|[^\W\d_])\.$", part)
        else " .:*-\u2013|/\u201e\u201c\"'\u00b7"
    )


def without_lead(words: str) -> str:
    """The words behind "By", "Von", "Autorin:" and the like."""
    return _LEADING.sub("", _LEADING.sub("", words))


def has_lead(words: str) -> bool:
    """Whether the words begin as a byline does."""
    return bool(_LEADING.match(words))


def is_person(name: str) -> bool:
    """Whether this looks like a person's full name: two to five capitalised words, particles aside."""
    words = [word for word in name.split() if word.lower() not in _DEGREES]
    if not 2 <= len(words) <= 6 or _NOT_A_NAME.search(name):
        return False
    if words[-1].lower() in _PARTICLES or sum(word.lower() not in _PARTICLES for word in words) < 2:
        return False
    small = "".join("p" if word.lower() in _PARTICLES else " " for word in words)
    codes = [word for word in words if len(word) == 2 and word.isalpha() and word.isupper()]
    if words[0].isupper() and words[0].isalpha() and len(words[0]) > 2 and not words[1].isupper():
        return False  # "EFC Bayern", where "Kab NIANG" is a person
    if len(codes) > 1 or words[-1] in codes or len(small.split()) > 1:
        return False
    return all(word.lower() in _PARTICLES or (word[0].isupper() and _NAME_WORD.match(word)) for word in words)


def is_label(words: str) -> bool:
    """Whether these words, alone, announce the author's name: "Author", "Von:", "Text"."""
    return words.rstrip(" :").casefold() in _LONE


def is_lead_word(word: str) -> bool:
    """Whether a lower-case word is one of those that introduce a name."""
    return word in _LONE or word in _DEEDS or word in {"and", "und", "et", "y", "x"}
