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
    ("democrat", "democrats", "democratic"),
    ("police", "policing", "policeman", "policemen", "policewoman", "policewomen"),
    ("islam", "islamic", "islamism", "islamist", "islamists"),
    ("russia", "russias", "russian", "russians"),
    ("china", "chinas", "chinese"),
    ("israel", "israels", "israeli", "israelis"),
    ("palestine", "palestines", "palestinian", "palestinians"),
    ("ukraine", "ukraines", "ukrainian", "ukrainians"),
    ("america", "americas", "american", "americans"),
    ("britain", "britains", "british", "briton", "britons"),
    ("germany", "german", "germans"),
    ("france", "french"),
    ("iran", "irans", "iranian", "iranians"),
    ("europe", "europes", "european", "europeans"),
    ("mexico", "mexicos", "mexican", "mexicans"),
)  # fmt: skip
BARE = frozenset("news mars goods means customs arms wales lens gas bus gates jobs banks brooks woods".split())
"""Words that end like a plural and are none: “no news” leaves the word new alone."""
APART = frozenset(
    "martian martians guardian guardians civilian civilians termite termites granite favorite favorites favourite favourites "
    "statist statists testes statism pianist formist custodian".split()
)
"""Words that look like followers of a shorter one, and have nothing to do with it."""
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
    singular = word if word in BARE else _singular(word)
    forms = {word, singular, singular + "s"}
    if singular.endswith("y"):
        forms.add(singular[:-1] + "ies")
    if len(singular) > SHORT:
        forms.update(singular + form for form in FOLLOWERS)
    return frozenset(forms - (APART - {word}))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORT + 1:
        return word[:-3] + "y"
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "cs")) and len(word) > SHORT
    return word[:-1] if is_plural else word
