"""What a line says about the things it lists: that they are forbidden, allowed, or asked for.

A line is cut into segments; the words at the head of a segment (“No …”, “You may …”) or after its list (“… may be
removed”) frame the list between them. Where the words do not make a frame for certain, there is none, and the
segment is left to people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from houserules.book import Modal
from houserules.prose.lexicon import CONDITIONS, GLUE
from houserules.prose.words import Stretch, Token


class Says(StrEnum):
    """What a frame says of its list."""

    FORBIDS = "forbids"
    PERMITS = "permits"
    ASKS = "asks"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Frame:
    """What a segment says, of which of its words, and at what cost."""

    says: Says
    listed: Sequence[Token]
    """Words and punctuation of the list."""
    modal: Modal = Modal.PLAIN
    sanction: Sequence[Token] = ()
    is_conditional: bool = False
    """The frame holds only under conditions that were not read."""
    is_headed: bool = False
    """The list follows “No …” or its like, where a capital letter tells a name."""
    lists_acts: bool = False
    """The list begins with a verb (“Don't feed the trolls”), so that no adjective can stand before a thing."""


def _pattern(*choices: str) -> "re.Pattern[str]":
    return re.compile(f"(?:{'|'.join(choices)})(?= |$)")


PEOPLE = (
    r"(?: (?:the|all|our|any|every))?(?: \w+)? (?:members?|users?|people|commenters?|posters?|readers?|authors?|"
    r"participants?|contributors?)"
)
YOU = rf"(?: you| everyone| everybody| anyone| anybody| we| i|{PEOPLE})"
NOT_DO = r"(?: do not| dont| never)"
ADVERBS = (
    r"(?: (?:strictly|absolutely|expressly|always|also|generally|simply|just|still|of course|all|ever|perfectly|quite|"
    r"totally|immediately|promptly|be))*"
)
FINE = r" (?:allowed|permitted|tolerated|accepted|acceptable|welcome|welcomed|ok|okay|fine|appreciated|wanted)"
BARRED = r" (?:forbidden|banned|prohibited|barred|off limits|unwelcome|verboten|disallowed|against the rules|taboo)"
GONE = (
    r" (?:removed|deleted|collapsed|redacted|hidden|moderated|taken down|purged|cut|struck|locked|banned|suspended|"
    r"ticketed|warned)"
)
LOSS = r" (?:deletion|removal|moderation|redaction|suspension|being (?:removed|deleted|hidden|banned|suspended))"

OPENING = _pattern(
    r"^ (?:please|pls|kindly|note that|note|remember that|reminder|also|and|or|again|so|well|then|finally|"
    r"just|as always|ok|warning|important|reminder that|in short|be aware that|be advised that|once again|but)",
    r"^ (?:here|(?:in|on|within|for) (?:this|the|my|our) (?:\w+ )?(?:seed|group|thread|discussion|article|site|forum|place|page))",
)
WHEN_ANSWERING = _pattern(
    r"^ (?:when|if|while|whenever|before) (?:you )?(?:are |re )?(?:reply|replying|respond|responding|answer|answering)"
    r"(?: to)?(?: (?:somebody|someone|another|other|a|an|the|any))?(?: (?:else|member|user|comment|person|people|others?))?",
    r"^ in (?:your|a|every|each) (?:reply|response|answer)",
)
PUZZLES = _pattern(
    r"^ no (?:problems?|need|doubt|matter|longer|worry|worries|reasons?|exceptions?|excuses?|later|less|fewer|idea|"
    r"offen[cs]e|wonder|way|harm|issues?|obligation|limits?|restrictions?|warnings?|appeals?|hard|big|such|sooner|rush|"
    r"pressure|shame|luck|one (?:is|was|will|has|likes|wants|cares)|more than|real|good|right|rules?|thanks|further)",
    rf"^{YOU}?{NOT_DO} (?:hesitate|be (?:afraid|shy|surprised|scared)|worry|feel|mind|need|have to|expect|take|assume|"
    r"let|confuse|get|fear|think|delete|remove|ban|moderate|allow me|hold back|only|just|stop|refrain|avoid)",
    rf"^{YOU} (?:need not|neednt|may only|can only|may not only)",
    r"^ (?:not only|not all|not every|not everything|never mind|stop worrying|not necessarily)",
)
NOT_FORGET = _pattern(rf"^{YOU}?{NOT_DO} (?:forget|fail|neglect|omit) to")
FORBIDDING_ACTS = _pattern(
    r"^ (?:no one|nobody|no (?:member|user|person|commenter|poster|participant|reader|author|mod)s?|none of you)"
    r" (?:may|can|should|shall|must|is (?:allowed|permitted) to|gets to|are (?:allowed|permitted) to)(?: ever)?",
    rf"^{YOU} (?:may|can|must|should|shall|are|will|is)(?: absolutely| strictly)? (?:not|never)"
    r"(?: (?:allowed|permitted|supposed|expected) to)?(?: ever)?",
    rf"^{YOU} (?:cannot|cant|mustnt|shouldnt|arent allowed to|may never)(?: ever)?",
    rf"^(?: it is| its)(?: not|nt)(?: {FINE.strip()}) to",
    rf"^(?: it is| its)(?: strictly)?{BARRED} to",
    rf"^{NOT_DO}(?: ever)?(?: you)?",
    r"^ (?:must|may|should|shall) not",
)
FORBIDDING = _pattern(
    r"^ (?:we|i)(?: do not| dont| will not| wont) (?:allow|tolerate|accept|permit|want)(?: any)?",
    r"^ there (?:is|are|will be|shall be|should be|must be)(?: to be)? (?:no|zero)(?: more)?",
    r"^ (?:absolutely |strictly |positively )?(?:no|zero)(?: more)?",
    r"^ nothing(?= (?:about|on|related|regarding|concerning|to do))",
    r"^ (?:avoid|refrain from|abstain from|stop|quit|cease|keep away from|stay away from)",
    rf"^(?: strictly)?(?:{BARRED}| not{FINE})(?: here)?",
)
ALLOWING = _pattern(
    rf"^{YOU} (?:may|can|are (?:{FINE.strip()}|free|welcome|encouraged) to)(?: of course| still| also| always)?",
    rf"^ (?:feel free to|go ahead and|by all means|it is{FINE} to|its{FINE} to)",
)
ASKING = _pattern(
    r"^ (?:always|remember to|be sure to|be sure you|make sure to|make sure you|make sure that you|do|dont forget to|"
    r"try to|take care to)",
    rf"^{YOU} (?:must|should|shall|need to|have to|has to|ought to|will|are (?:asked|required|requested|expected|"
    r"encouraged|kindly asked) to)(?: always| please)?",
    rf"^ (?:we|i)(?: kindly)? ask(?: that)?(?:{YOU})?(?: to)?",
    r"^ (?:replies|all replies|every reply|each reply|a reply) (?:must|should|need to|have to)",
)

TAIL_NOT_FINE = _pattern(
    rf"(?: is| are| r| will be| shall be| will| shall| can| should)?(?: not| never|nt)(?: be)?{ADVERBS}{FINE}",
    rf" (?:isnt|arent|wont be|cannot be|cant be|shouldnt be){ADVERBS}{FINE}",
    rf"(?:(?: is| are| remains?)(?: strictly| also| all)*|(?<! be)(?<! gets)(?<! get)){BARRED}",
    r" (?:has|have) no place",
)
TAIL_COSTS = _pattern(
    rf" (?:may|will|can|could|shall|should|must|might|are|is|gets?|would)(?: also| simply| just| all| always| get| be| likely"
    rf"| then| probably| immediately| promptly)*{GONE}",
    rf"(?: is| are| will be| may be| shall be| can be) (?:subject to|grounds for|liable to)(?: immediate)?{LOSS}",
    r" risks?", r" risking",
    rf" (?:will|may|can)? ?(?:leads?|results?|ends?) (?:to|in)(?: \w+)?{LOSS}",
)  # fmt: skip
TAIL_FINE = _pattern(rf"(?: is| are| will be| shall be| remains?){ADVERBS}{FINE}")
TAIL_AFTER_NO = _pattern(rf"(?: is| are| will be| shall be| be)?{ADVERBS}{FINE}(?: here)?")
NEGATED_TAIL = _pattern(
    rf" (?:not|never|wont|isnt|arent|cannot|cant|nt)(?: be)?{ADVERBS}(?:{GONE}|{BARRED}| subject to)",
    rf" only{ADVERBS}{FINE}", rf"(?: is| are| be) only",
)  # fmt: skip
WHOEVER = _pattern(
    r"^(?: all| any| the| our)?(?: \w+){0,2} (?:members?|users?|people|those|persons?|commenters?|posters?) (?:who|that|which)",
    r"^ (?:anyone|anybody|everyone|whoever|he) (?:who|that)", r"^ whoever",
    r"^(?: all| any| the)?(?: comments?| posts?| replies| anything| stuff| content| seeds?| messages?)"
    r" (?:that|which|with|containing|consisting of)(?: are| is| contains?| includes?| only)*",
)  # fmt: skip
VIOLATORS = _pattern(
    r"^(?: or| and| then| all| any| repeat| such| these| those)*(?: violators?| offenders?| violations?| you| they| it| comments?| posts?"
    r"| rule breakers?| breaches| either| both)?$"
)
STARTS_SEGMENT = re.compile(
    r"^ (?:no|dont|do not|never|please|always|you (?:may|can|must|should|cannot|cant)|avoid|refrain|nothing about|feel free|"
    r"remember|stay|keep|be|violators|offenders|there|we|they|it|this|any other)(?= |$)"
)
BREAKS = frozenset(";:.!?—–…()[]|•\"“”„«»")
QUOTES = frozenset("\"“”„«»")


HEADS = (
    (NOT_FORGET, Says.ASKS),
    (FORBIDDING_ACTS, Says.FORBIDS),
    (FORBIDDING, Says.FORBIDS),
    (ALLOWING, Says.PERMITS),
    (ASKING, Says.ASKS),
)


def segments(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The stretches of a line that are framed on their own."""
    begin = 0
    for at, token in enumerate(tokens):
        if at > begin and _breaks(tokens, at):
            yield tokens[begin:at]
            begin = at
        if token.source in BREAKS - QUOTES:
            yield tokens[begin:at]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a new statement begins at a word: after a comma, or after “and”, “or”, “but”."""
    before = tokens[at - 1]
    if not tokens[at].is_word:
        return False
    if tokens[at].folded == "but":
        return True
    if before.source != "," and before.folded not in {"and", "or", "but", "so"}:
        return False
    return STARTS_SEGMENT.match(Stretch(tokens[at : at + 4]).folded) is not None


def frame(segment: Sequence[Token], carried: Says | None = None) -> Frame:
    """The frame of one segment; `carried` is what the segment before said of a list that follows (“Not allowed: …”)."""
    rest, is_please = _after_opening(tuple(segment))
    modal = Modal.PLEASE if is_please else Modal.PLAIN
    text = Stretch(rest).folded
    if not text:
        return Frame(carried or Says.NOTHING, (), modal)
    if PUZZLES.match(text):
        return Frame(Says.NOTHING, rest, modal)
    for pattern, says in HEADS:
        head = pattern.match(text)
        if head is not None:
            framed = _headed(says, rest, head[0], modal)
            return replace(framed, lists_acts=pattern is not FORBIDDING)
    return _tailed(rest, text, modal, carried)


def _after_opening(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool]:
    """The segment without “please”, “note that”, “in this seed”, “when replying”; and whether it said please."""
    is_please = False
    for _ in range(6):
        text = Stretch(tokens[:12]).folded
        opening = OPENING.match(text) or WHEN_ANSWERING.match(text)
        if opening is None:
            break
        is_please = is_please or opening[0] in {" please", " pls", " kindly"}
        tokens = _drop(tokens, opening[0].count(" "))
    return tokens, is_please


def _drop(tokens: tuple[Token, ...], words: int) -> tuple[Token, ...]:
    """What follows the first `words` words."""
    for at, token in enumerate(tokens):
        if words == 0:
            return tokens[at:]
        words -= token.is_word
    return ()


def _headed(says: Says, tokens: tuple[Token, ...], head: str, modal: Modal) -> Frame:
    rest = _drop(tokens, head.count(" "))
    stretch = Stretch(rest)
    if modal is Modal.PLAIN and says is not Says.PERMITS and re.search(r" (?:must|should|shall|cannot|cant)(?= |$)", head):
        modal = Modal.MUST
    if says is Says.PERMITS:
        return Frame(Says.NOTHING if re.match(r" (?:not|only|never|no)\b", stretch.folded) else says, rest, modal)
    if says is Says.FORBIDS:
        return _forbidding_head(rest, stretch, modal)
    return Frame(says, rest, modal)


def _forbidding_head(rest: tuple[Token, ...], stretch: Stretch, modal: Modal) -> Frame:
    """“No memes will be tolerated” forbids; “No memes will be removed” does not, and is left to people."""
    if NEGATED_TAIL.search(stretch.folded) or TAIL_NOT_FINE.search(stretch.folded) or TAIL_COSTS.search(stretch.folded):
        return Frame(Says.NOTHING, rest, modal)
    tail = TAIL_AFTER_NO.search(stretch.folded)
    if tail is None:
        return Frame(Says.FORBIDS, rest, modal, is_headed=True)
    after = stretch.words[stretch.word_at(tail.end()) :]
    return Frame(Says.FORBIDS, _before(rest, stretch, tail.start()), modal, is_conditional=_narrows(after), is_headed=True)


def _before(tokens: tuple[Token, ...], stretch: Stretch, offset: int) -> tuple[Token, ...]:
    """The tokens in front of the word at `offset` of the folded stretch."""
    at = stretch.word_at(offset)
    end = stretch.words[at].start if at < len(stretch) else tokens[-1].end
    return tuple(token for token in tokens if token.end <= end)


def _has_condition(words: Sequence[Token]) -> bool:
    return any(word.folded in CONDITIONS for word in words)


def _narrows(words: Sequence[Token]) -> bool:
    """Whether words after “… are not allowed” may say where or when: anything beyond “here, please”."""
    return any(word.folded not in GLUE or word.folded in CONDITIONS for word in words)


def _tailed(tokens: tuple[Token, ...], text: str, modal: Modal, carried: Says | None) -> Frame:
    """A segment whose frame stands after its list, or that is a bare list under a heading, or a bare request."""
    if NEGATED_TAIL.search(text):
        return Frame(Says.NOTHING, tokens, modal)
    for pattern, says in ((TAIL_NOT_FINE, Says.FORBIDS), (TAIL_COSTS, Says.FORBIDS), (TAIL_FINE, Says.PERMITS)):
        tail = pattern.search(text)
        if tail is not None:
            return _with_tail(says, tokens, tail, modal, is_cost=pattern is TAIL_COSTS)
    return Frame(carried or Says.ASKS, tokens, modal)


def _with_tail(says: Says, tokens: tuple[Token, ...], tail: "re.Match[str]", modal: Modal, *, is_cost: bool) -> Frame:
    stretch = Stretch(tokens)
    listed = _before(tokens, stretch, tail.start())
    first = stretch.word_at(tail.start())
    after = stretch.words[stretch.word_at(tail.end()) :]
    sanction = tuple(token for token in tokens if is_cost and token.start >= stretch.words[first].start)
    subject = WHOEVER.match(Stretch(listed).folded)
    if subject is not None:
        listed = _drop(listed, subject[0].count(" "))
    elif VIOLATORS.match(Stretch(listed).folded):
        says = Says.NOTHING
    return Frame(
        says,
        listed,
        _cost(tail[0]) if is_cost else modal,
        sanction,
        is_conditional=_has_condition(after) if is_cost else _narrows(after),
        lists_acts=subject is not None,
    )


def _cost(tail: str) -> Modal:
    if tail.lstrip().startswith("risk"):
        return Modal.RISK
    return Modal.MAY if re.search(r" (?:may|can|could|might|liable|subject)", tail) and " will" not in tail else Modal.WILL
