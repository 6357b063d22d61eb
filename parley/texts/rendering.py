"""From stored source to what is shown: redacted spans are cut first, then Markdown, then a sanitizer, then the marks.

Spans are code points of the source. Pure: the same source and cuts give the same bytes.
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

MARK = "[✘]"
# Two noncharacters that `cleaning` never lets into a source hold the place of a cut while Markdown is rendered.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_PLACE = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SAFE_LINK = re.compile(r"https?://|mailto:|/(?!/)", re.IGNORECASE)
"""Whole addresses, and those of this site."""
_TAGS = {"p", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "pre", "code", "br", "hr"}


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A span that is not shown, and what its mark says: `url` of the ledger entry, `title` for hover and readers."""

    start: int
    end: int
    url: str = ""
    title: str = ""


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
    return f'<a href="{html.escape(str(token.attrs["src"]))}">{html.escape(label)}</a>'


class Markdown(MarkdownIt):
    """Markdown that leaves addresses with a placeholder as they are, so that it is found in them again."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 -- the library's name
        return _OPEN in url or _SAFE_LINK.match(url) is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the library's name
        return url if _OPEN in url else super().normalizeLink(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 -- the library's name
        return link if _OPEN in link else super().normalizeLinkText(link)


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


def _with_places(source: str, cuts: Sequence[Cut]) -> str:
    pieces, at = [], 0
    for index, cut in enumerate(cuts):
        pieces += [source[at : cut.start], f"{_OPEN}{index}{_CLOSE}"]
        at = cut.end
    return "".join([*pieces, source[at:]])


def _mark(cut: Cut) -> str:
    if not cut.url:
        return f'<span class="redacted">{MARK}</span>'
    return f'<a class="redacted" href="{html.escape(cut.url)}" title="{html.escape(cut.title)}">{MARK}</a>'


@lru_cache(maxsize=4096)
def render(source: str, cuts: tuple[Cut, ...] = ()) -> Rendered:
    """HTML and plain text of `source` without the words of `cuts`; each cut leaves the mark `[✘]`."""
    ordered = merged(cuts)
    tokens = _parser.parse(_with_places(source, ordered))
    if ordered:
        for token in tokens:
            _unlink_around_places(token.children or [])
    drawn = nh3.clean(
        _parser.renderer.render(tokens, _parser.options, {}),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )
    plain = html.unescape(nh3.clean(re.sub(r"</(p|li|pre|blockquote)>|<br>", " ", drawn), tags=set()))
    return Rendered(
        html=_PLACE.sub(lambda found: _mark(ordered[int(found[1])]), drawn).strip(),
        plain=" ".join(_PLACE.sub(MARK, plain).split()),
    )
