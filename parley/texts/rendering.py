"""From stored source to what is shown: redacted spans are cut first, then Markdown, then a sanitizer, then the marks.

Spans are code points of the source. Pure: the same source, cuts, and names give the same bytes.
"""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from parley.base.cleaning import clean
from parley.texts import mentions
from parley.texts.references import Reference, references

MARK = "[✘]"
# Two noncharacters that `cleaning` never lets into a source hold the place of a cut while Markdown is rendered.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_PLACE = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SAFE_LINK = re.compile(r"https?://|mailto:|/(?!/)", re.IGNORECASE)
"""Whole addresses, and those of this site."""
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""What cleaning takes out of a source and `&#8238;` would bring back."""
MOST_LINKED = 100_000
"""Characters that the links of one text may add to it: one address, defined once, can be referred to thousands of times."""
_LINK_COSTS = 60
MOST_REMEMBERED = 2_000
"""Characters of a source whose drawing is kept in memory, as citations' are; whole texts are stored as drawn."""
_TAGS = {"p", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "pre", "code", "br", "hr"}


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A span that is not shown, and what its mark says: `url` of the ledger entry, `title` for hover and readers."""

    start: int
    end: int
    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of this site under the number by which the source names it; sizes in pixels as it is shown in the text."""

    number: int
    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Rendered:
    html: str
    plain: str


def _image_as_link(self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
    """Pictures of other sites are linked, never loaded: a reader's address is not given away."""
    token = tokens[idx]
    label = self.renderInlineAsText(token.children, options, env) or "picture"
    if _has_place(token):
        lost = [each[0] for each in _PLACE.finditer(_attributes(token)) if each[0] not in label]
        return html.escape(" ".join([label, *lost]))
    if not token.attrs["src"]:
        return html.escape(label)
    return f'<a href="{html.escape(str(token.attrs["src"]))}">{html.escape(label)}</a>'


class Markdown(MarkdownIt):
    """Markdown that leaves addresses with a placeholder as they are, so that it is found in them again."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 -- the library's name
        return _OPEN in url or _SAFE_LINK.match(url) is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the library's name
        return url if _OPEN in url else super().normalizeLink(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 -- the library's name
        """Decoded for reading, unless that makes characters which no source may hold, our own placeholders among them."""
        decoded = link if _OPEN in link else super().normalizeLinkText(link)
        return decoded if clean(decoded) == decoded else link


def _markdown() -> Markdown:
    parser = Markdown("commonmark", {"html": False, "linkify": True, "maxNesting": 20})
    parser.enable(["linkify", "strikethrough"]).disable(["heading", "lheading", "html_block", "html_inline"])
    parser.add_render_rule("image", _image_as_link)
    return parser


_parser = _markdown()


def _attributes(token: Token) -> str:
    return " ".join(str(value) for value in token.attrs.values())


def _has_place(token: Token) -> bool:
    return _OPEN in token.content + _attributes(token) or any(_has_place(child) for child in token.children or ())


def _unlink_around_places(children: list[Token]) -> None:
    """A link whose words or address were cut in part becomes plain text: its address may hold the cut words, and marks
    are links. What was cut of the address alone leaves its mark behind the words.
    """
    opened = None
    for at, token in enumerate(children):
        if token.type == "link_open":
            opened = at
        elif token.type == "link_close" and opened is not None:
            if any(_has_place(each) for each in children[opened:at]):
                shown = "".join(each.content for each in children[opened:at])
                lost = [each[0] for each in _PLACE.finditer(_attributes(children[opened])) if each[0] not in shown]
                children[opened] = Token("text", "", 0)
                children[at] = Token("text", "", 0, content=" ".join(["", *lost]))
            opened = None


def _unlink_beyond(children: list[Token], room: int) -> int:
    """Links and pictures for which there is no room become plain words. Returns the room that is left."""
    is_unlinked = False
    for at, token in enumerate(children):
        if token.type in {"link_open", "image"}:
            room -= len(_attributes(token)) + _LINK_COSTS
        if token.type == "image" and room < 0:
            token.attrs["src"] = ""
        if token.type == "link_open":
            is_unlinked = room < 0
        if is_unlinked and token.type in {"link_open", "link_close"}:
            children[at] = Token("text", "", 0)
    return room


def merged(cuts: Iterable[Cut]) -> list[Cut]:
    """Cuts in order, those that overlap or touch joined into one that keeps the first one's mark."""
    joined: list[Cut] = []
    for cut in sorted(cuts):
        if joined and cut.start <= joined[-1].end:
            last = joined[-1]
            joined[-1] = Cut(last.start, max(last.end, cut.end), last.url, last.title)
        else:
            joined.append(cut)
    return joined


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands in the place of a span of the source, as HTML and in plain words."""

    start: int
    end: int
    html: str
    plain: str


def _places(source: str, cuts: tuple[Cut, ...], images: tuple[Image, ...]) -> list[_Place]:
    """Of cuts and pictures, in order. A picture of which anything was cut is cut whole."""
    named = references(source)
    wider = [
        Cut(each.start, each.end, cut.url, cut.title) for cut in cuts for each in named if each.touches([(cut.start, cut.end)])
    ]
    gone = merged([*cuts, *wider])
    spans, known = [(cut.start, cut.end) for cut in gone], {each.number: each for each in images}
    found = [_Place(cut.start, cut.end, _mark(cut), MARK) for cut in gone]
    found += [_picture(each, known.get(each.number)) for each in named if not each.touches(spans)]
    return sorted(found, key=lambda place: place.start)


def _picture(named: Reference, image: Image | None) -> _Place:
    """In words where there is none, as in a quotation."""
    words = f"[Picture: {named.alt.strip()}]"
    if image is None:
        return _Place(named.start, named.end, f'<span class="picture-words">{html.escape(words)}</span>', words)
    drawn = (
        f'<a class="picture" href="{html.escape(image.url)}"><img src="{html.escape(image.url)}/small" '
        f'alt="{html.escape(named.alt.strip())}" width="{image.width}" height="{image.height}" loading="lazy" decoding="async"></a>'
    )
    return _Place(named.start, named.end, drawn, words)


def _with_places(source: str, places: Sequence[_Place]) -> str:
    pieces, at = [], 0
    for index, place in enumerate(places):
        pieces += [source[at : place.start], f"{_OPEN}{index}{_CLOSE}"]
        at = place.end
    return "".join([*pieces, source[at:]])


def _mark(cut: Cut) -> str:
    if not cut.url:
        return f'<span class="redacted">{MARK}</span>'
    return f'<a class="redacted" href="{html.escape(cut.url)}" title="{html.escape(cut.title)}">{MARK}</a>'


def render(source: str, cuts: tuple[Cut, ...] = (), *, images: tuple[Image, ...] = (), names: tuple[str, ...] = ()) -> Rendered:
    """HTML and plain text of `source` without the words of `cuts`; each cut leaves the mark `[✘]`. `images`: what the pictures are
    that the source names. Members of these `names` are linked where they are mentioned.
    """
    return (_remembered if len(source) <= MOST_REMEMBERED else _drawn)(source, cuts, images, names)


def _parsed(source: str, ordered: Sequence[_Place], names: tuple[str, ...]) -> list[Token]:
    """Markdown's tokens with all links that may stand."""
    tokens, room = _parser.parse(_with_places(source, ordered)), MOST_LINKED
    for token in tokens:
        if names and token.children:
            token.children = list(mentions.linked(token.children, names))
        if ordered:
            _unlink_around_places(token.children or [])
        room = _unlink_beyond(token.children or [], room)
    return tokens


def _drawn(source: str, cuts: tuple[Cut, ...], images: tuple[Image, ...], names: tuple[str, ...]) -> Rendered:
    ordered = _places(source, cuts, images)
    drawn = nh3.clean(
        _UNSEEN.sub("", _parser.renderer.render(_parsed(source, ordered, names), _parser.options, {})),
        tags=_TAGS,
        attributes={"a": {"href"}},
        allowed_classes={"a": {mentions.CLASS}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )
    plain = html.unescape(nh3.clean(re.sub(r"</(p|li|pre|blockquote)>|<br>", " ", drawn), tags=set()))
    return Rendered(
        html=_PLACE.sub(lambda found: ordered[int(found[1])].html, drawn).strip(),
        plain=" ".join(_PLACE.sub(lambda found: ordered[int(found[1])].plain, plain).split()),
    )


_remembered = lru_cache(maxsize=4096)(_drawn)
