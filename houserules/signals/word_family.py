"""The forms in which a word is mentioned: inflections, and the family of a movement, a doctrine, a person.

“fascism” is also fascist, fascists, fascistic; “Hitler” is also Hitlers and Hitlerian. Small and regular on purpose:
the author of a rule sees the forms and adds what is missing.
"""

from functools import lru_cache

FAMILIES = (
    ("nazi", "nazis", "nazism", "nazistic", "nazified"),
    ("politics", "political", "politically", "politician", "politicians", "politicking"),
    ("religion", "religions", "religious", "religiously"),
    ("crypto", "cryptocurrency", "cryptocurrencies", "cryptos"),
    ("dictator", "dictators", "dictatorship", "dictatorships", "dictatorial"),
    ("immigration", "immigrant", "immigrants", "migrants"),
    ("vaccine", "vaccines", "vaccination", "vaccinations", "vaccinated", "vaccinate"),
    ("divorce", "divorces", "divorced", "divorcing"),
    ("abortion", "abortions", "abort", "aborted"),
    ("election", "elections", "electoral"),
)  # fmt: skip
DOCTRINE = ("ism", "isms", "ist", "ists", "istic")
FOLLOWERS = ("s", "es", "ism", "ist", "ists", "ian", "ians", "ite", "ites", "esque")
SHORT = 3


@lru_cache(maxsize=1024)
def word_family(word: str) -> frozenset[str]:
    """All forms of a folded word, itself included."""
    for family in FAMILIES:
        if word in family:
            return frozenset(family)
    for ending in ("isms", "ism", "istic", "ists", "ist"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORT:
            return frozenset({word, *(base + form for form in DOCTRINE)})
    singular = _singular(word)
    forms = {word, singular, singular + "s"}
    if singular.endswith("y"):
        forms.add(singular[:-1] + "ies")
    if len(singular) > SHORT:
        forms.update(singular + form for form in FOLLOWERS)
    return frozenset(forms)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORT + 1:
        return word[:-3] + "y"
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "cs")) and len(word) > SHORT
    return word[:-1] if is_plural else word
