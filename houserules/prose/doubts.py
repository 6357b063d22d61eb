"""What makes a thing of a list uncertain though its own words are clear: the words of its neighbours.

A conduct is wrong in any company (“insults, threats and posts about cats”). A thing that is fine elsewhere (a link, a
picture, a subject) may be narrowed by what stands before or behind it: “gambling posts or links”, “links or referrals
to shops”, “image/video hosts”, “selling accounts, memes”. What is uncertain is left to people.
"""

import re
from collections.abc import Sequence

from houserules.prose.groups import GROUPS
from houserules.prose.lexicon import LEADING, PREPOSITIONS, PURPOSES, TOPIC_STEMS, words
from houserules.prose.naming import HONORIFICS
from houserules.prose.parts import Part
from houserules.prose.words import Token, stem

RELATIVES = frozenset({"that", "which", "who", "whose", "where"})
CONCERNING = words("relating regarding concerning about pertaining")
ADJECTIVE = re.compile(r"(?:ed|al|ful|less|ive|ous|ic|able|ible|ly|ish|ing)$")
ADJECTIVES = words(
    """
    low bad random other poor gross explicit violent unlabeled generic certain some similar blurry stock ai fake
    stolen nsfw old long short crappy stupid lazy direct meaningless such adult gore weird edited
    """
)
MANNER = re.compile(r"(?!(?:family|reply|italy|july|supply|bully|assembly|anomaly)$)[a-z]{3,}ly$")
GENERIC = words(
    """
    post posts comment comments content submission submissions question questions topic topics thread threads media
    video videos picture pictures photo photos image images link links text texts message messages material
    discussion discussions article articles title titles language screenshots
    """
)
"""Nouns that an adjective is shared across: “low-effort questions or photos”."""
SHARED_HEADS = words(
    """
    link links url urls request requests account accounts code codes site sites server servers app apps website
    websites giveaways products channels trades sales keys
    """
)
"""With one of these at its end, the names of a list say of what sort it is: “Etsy, Pinterest, blog links”."""
COMMENTS = words("post posts comment comments submission submissions content replies thread threads reply")
FOLK = frozenset(word for group in ("folk",) for each in GROUPS[group] for word in each.split()) | words(
    "members users people others redditors commenters posters readers"
)
KINDS_OF = words("form forms kind kinds type types sort sorts other any")
TRANSITIVE = frozenset(
    stem(verb) for verb in "insulting attacking abusing belittling demeaning mocking degrading disparaging".split()
)
"""Acts that somebody or something suffers."""
ABOUT_ACTS = words("dismissing denying downplaying discussing debating justifying reporting accusing alleging claiming")
TONGUES = frozenset(GROUPS["tongue"])
MOST_PARTS = 80
"""A list that is longer is no list of a rule; all of it is uncertain."""
SUMMING = words("other others similar such")
OF_LISTED = frozenset({"of"})


def doubted(parts: Sequence[Part], *, lists_acts: bool, is_title: bool) -> list[bool]:
    """For every part whether its neighbours make it uncertain; in a title every word has a capital."""
    if len(parts) > MOST_PARTS:
        return [True] * len(parts)
    return [
        part.item is not None
        and (_is_doubted(parts, at, lists_acts=lists_acts) or (is_title and _is_titled(parts, at)))
        for at, part in enumerate(parts)
    ]


def _is_doubted(parts: Sequence[Part], at: int, *, lists_acts: bool) -> bool:
    doubts = (_after_relative, _borrows_object, _behind_sort, _before_titles, _is_dismissed, _is_one_tongue)
    if any(doubt(parts, at) for doubt in doubts):
        return True
    if not parts[at].is_thing:
        return False
    return (
        _is_named_among_things(parts, at)
        or _narrowed_before(parts, at)
        or _narrowed_behind(parts, at)
        or _shares_head(parts, at)
        or _ends_compound(parts, at)
        or _is_cut_term(parts, at)
        or _follows_late_lead(parts, at)
        or _is_half_of_slash(parts, at)
        or _is_object_of_other(parts, at, lists_acts=lists_acts)
        or _is_verb(parts, at, lists_acts=lists_acts)
    )


def _is_named_among_things(parts: Sequence[Part], at: int) -> bool:
    """“No filters, FaceApp, odd angles”: a name among things that are no subjects is likely one of them."""
    part = parts[at]
    if not part.is_bare_name or _is_known_subject(part) or part.folded[0] in HONORIFICS:
        return False
    return any(other.item is None and other.told for other in parts)


def _is_titled(parts: Sequence[Part], at: int) -> bool:
    """“No Gloom and Doom”: where every word has a capital, a name is told only when it stands alone (“No Halvorsen”)."""
    part = parts[at]
    alone = len(parts) == 1 and len(part.told) == 1
    return part.is_bare_name and not alone and not _is_known_subject(part) and part.folded[0] not in HONORIFICS


def _after_relative(parts: Sequence[Part], at: int) -> bool:
    """“Games that are old, racist …”: the clause may go on."""
    return any(RELATIVES & set(part.left) for part in parts[:at])


def _borrows_object(parts: Sequence[Part], at: int) -> bool:
    """“Belittling or dismissing a belief”: the first verb has the object of the second, which is no member."""
    if len(parts[at].told) != 1 or parts[at].told[0].stem not in TRANSITIVE:
        return False
    behind = parts[at + 1 :]
    return any(any(map(_is_act, part.folded[:2])) and _has_other_object(part) for part in behind if len(part.told) > 1)


def _has_other_object(part: Part) -> bool:
    return (part.item is None and not FOLK & set(part.folded)) or "based" in part.left


def _is_act(word: str) -> bool:
    return word.endswith("ing") or stem(word) in TRANSITIVE


def _behind_sort(parts: Sequence[Part], at: int) -> bool:
    """“Insults, or behaviour relating to platforms”: what it is about may hold for all of the list."""
    behind = parts[-1]
    return at + 1 < len(parts) and behind.item is None and bool({"relating", "related", "regarding"} & set(behind.left))


def _before_titles(parts: Sequence[Part], at: int) -> bool:
    """“Vague, vulgar, or all-caps titles”: the words are about titles alone."""
    last = parts[-1]
    return (
        at + 1 < len(parts) and len(last.told) > 1 and last.folded[-1] in {"title", "titles", "headline", "headlines"}
    )


def _is_dismissed(parts: Sequence[Part], at: int) -> bool:
    """“Dismissing racism, sexism”: what is forbidden is to make light of them."""
    return at > 0 and bool(parts[0].folded) and parts[0].folded[0] in ABOUT_ACTS


def _is_one_tongue(parts: Sequence[Part], at: int) -> bool:
    """“In Spanish or English”: one of them is not asked for."""
    item = parts[at].item
    if item is None or item.kind.name != "language":
        return False
    if len(parts) > 1 and len(item.words) == 1:  # “related to the country, the Dutch people”
        return True
    return any(TONGUES & set(part.folded) for place, part in enumerate(parts) if place != at)


def _is_cut_term(parts: Sequence[Part], at: int) -> bool:
    """“Discussion of the laws of any former or current state”: the term goes on behind “or”."""
    item = parts[at].item
    if item is None or at + 1 == len(parts) or parts[at + 1].joint == "," or parts[at + 1].item is not None:
        return False
    term = str(item.params.get("term", ""))
    return " of " in term or " in " in term


def _follows_late_lead(parts: Sequence[Part], at: int) -> bool:
    """A bare subject belongs to “talk of …” where that opened the list, not where other things stood before it."""
    item = parts[at].item
    if not _is_subject(parts[at]) or _is_known_subject(parts[at]) or item is None or item.phrasing is None:
        return False
    is_bare = len(str(item.params["term"]).split()) == len(parts[at].told)
    leads = next(place for place, part in enumerate(parts) if _is_subject(part))
    return is_bare and any(part.joint == "," for part in parts[1 : leads + 1])


def _narrowed_before(parts: Sequence[Part], at: int) -> bool:
    for part in parts[:at]:
        if part.told and MANNER.match(part.folded[0]) and part.is_mixed:
            return True
        if any(word in PREPOSITIONS - OF_LISTED or word in CONCERNING for word in _behind_item(part)):
            return True
    return _shares_adjective(parts, at)


def _shares_adjective(parts: Sequence[Part], at: int) -> bool:
    """“Low-quality videos or images”; “AI-generated text, images”, where the adjective opens the list."""
    item = parts[at].item
    if parts[at].is_about:
        return _has_adjective_in_common(parts, at)
    if item is None or len(item.words) > 1 or item.words[0].stem == "mem" or _is_known_subject(parts[at]):
        return False
    before = parts[at - 1] if at and parts[at].joint != "," else None
    if before is not None and before.is_mixed and before.folded[-1] in GENERIC:
        return True
    if before is not None and _is_subject(before) and len(before.told) > 1 and not _is_known_subject(before):
        return True
    first = parts[0]
    return (
        at > 0 and first.is_mixed and any(_is_adjective(word) for word in first.left[:2] if word in first.folded[:-1])
    )


def _has_adjective_in_common(parts: Sequence[Part], at: int) -> bool:
    """“Supportive posts or comments about the family” are both supportive."""
    before = parts[at - 1] if at and parts[at].joint != "," else None
    return before is not None and before.is_mixed and before.folded[-1] in GENERIC and _is_adjective(before.folded[0])


def _is_adjective(word: str) -> bool:
    return word in ADJECTIVES or ADJECTIVE.search(word) is not None


def _behind_item(part: Part) -> Sequence[str]:
    """The words of a part from the first one on that could narrow: all behind its item, or all where it has none."""
    if part.item is None:
        return part.folded[1:]
    last = part.item.words[-1].end
    return tuple(word.folded for word in part.told if word.start >= last)


def _narrowed_behind(parts: Sequence[Part], at: int) -> bool:
    """Words behind a later part of the same group, or behind the last one of all, that may narrow them all."""
    for place in range(at + 1, len(parts)):
        part = parts[place]
        is_near = all(each.joint != "," for each in parts[at + 1 : place + 1])
        if is_near and part.is_about and not _is_subject(parts[at]):
            return True
        if not (is_near or place == len(parts) - 1) or (part.is_thing and not part.left):
            continue
        if _has_own_verb(parts[at]) and part.folded and part.folded[0].endswith("ing"):
            continue
        behind = _behind_item(part)
        if SUMMING & set(part.folded[:2]) and not {"unrelated", "related", "irrelevant"} & set(behind):
            continue
        narrowing = [
            word
            for number, word in enumerate(behind)
            if (word in PREPOSITIONS or word in CONCERNING or word in RELATIVES or word in PURPOSES)
            and not (word == "of" and number and behind[number - 1] in KINDS_OF)
            and not (word == "of" and set(part.folded) & KINDS_OF)
        ]
        if narrowing:
            return True
    return False


def _shares_head(parts: Sequence[Part], at: int) -> bool:
    """“Image or video hosts”, “Etsy and shop links”: a single noun or name may belong to the head of the last part."""
    if at + 1 == len(parts) or len(parts[at].told) != 1:
        return False
    last, word = parts[-1], parts[at].told[0]
    if not last.told or last.folded[-1] in COMMENTS or _is_known_subject(parts[at]):
        return False
    if parts[at].is_bare_name:
        if at + 2 == len(parts) and last.joint != "," and last.is_mixed:
            return True
        return bool(SHARED_HEADS & set(last.folded)) or (last.item is None and len(last.told) > 1)
    return _is_singular(word) and last.is_mixed and not _is_subject(parts[at])


def _is_singular(word: Token) -> bool:
    return word.folded == word.stem or word.folded in {"meme", "image", "picture"}


def _ends_compound(parts: Sequence[Part], at: int) -> bool:
    """“An account name or link” is a link to an account; “discussion of renting of cars or boats” is of renting."""
    before = parts[at - 1] if at and parts[at].joint != "," else None
    if before is None or len(parts[at].told) != 1:
        return False
    if _is_subject(parts[at]):
        return before.item is not None and " of " in str(before.item.params.get("term", ""))
    return before.item is None and _is_singular(parts[at].told[0])


def _is_known_subject(part: Part) -> bool:
    """“Politics” is no adjective, “political” is one."""
    return all(word.stem in TOPIC_STEMS and ADJECTIVE.search(word.folded) is None for word in part.told)


def _is_subject(part: Part) -> bool:
    return part.item is not None and "term" in part.item.params


def _is_half_of_slash(parts: Sequence[Part], at: int) -> bool:
    """“Macro/micro work”, “mobile/phone makers”: without spaces the sign joins words, not the things they are of."""
    for one, other in ((at, at + 1), (at, at - 1)):
        if not 0 <= other < len(parts) or parts[max(one, other)].joint != "//":
            continue
        neighbour = parts[other]
        is_mixed = neighbour.is_mixed or (
            neighbour.item is None and (len(neighbour.told) != 1 or _is_subject(parts[at]))
        )
        if is_mixed and not (neighbour.told and neighbour.folded[-1] in COMMENTS and len(neighbour.told) == 1):
            return True
    return False


def _is_object_of_other(parts: Sequence[Part], at: int, *, lists_acts: bool) -> bool:
    """“Selling accounts, names”, “promote channels, links”: the list may go on with what the first verb is about."""
    if _has_own_verb(parts[at]):
        return False
    for place in range(at - 1, -1, -1):
        part = parts[place]
        if not part.tokens:
            continue
        if _has_own_verb(part):
            return False
        opens = next((token.folded for token in part.tokens if token.is_word), "")
        is_act = opens.endswith("ing") or (lists_acts and place == 0)
        if is_act and (part.item is None or part.is_mixed):
            return True
    return False


def _has_own_verb(part: Part) -> bool:
    told = [token for token in part.tokens if token.is_word]
    return len(told) > 1 and told[0].folded in LEADING - words("a an the any all more of and or other")


def _is_verb(parts: Sequence[Part], at: int, *, lists_acts: bool) -> bool:
    """“Do not link or name shops”, “no linking or sharing of”: the word is an act whose object stands behind."""
    part = parts[at]
    if len(part.told) != 1 or len(parts) == 1 or _has_own_verb(part) or at + 1 == len(parts):
        return False
    return part.folded[0].endswith("ing") or (lists_acts and at == 0)
