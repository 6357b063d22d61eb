"""The forms in which a word is mentioned: inflections, and the family of a movement, a doctrine, a person.

“fascism” is also fascist, fascists, fascistic; “Hitler” is also Hitlers and Hitlerian; “astrology” is also astrologer and
astrological. Small and regular on purpose: a ban of race says nothing of racism, one of guns nothing of gunners, one of
physics nothing of what is physical. Irregular families are listed; a word of one stands for all of it.
"""

from collections.abc import Iterator, Mapping
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
    ("christianity", "christian", "christians"),
    ("judaism", "jew", "jews", "jewish"),
    ("catholicism", "catholic", "catholics"),
    ("gambling", "gamble", "gambles", "gambled", "gambler", "gamblers"),
    ("science", "sciences", "scientific", "scientifically", "scientist", "scientists"),
    ("history", "histories", "historic", "historical", "historically", "historian", "historians"),
    ("magic", "magical", "magically", "magician", "magicians"),
    ("economics", "economist", "economists"),
    ("physics", "physicist", "physicists"),
    ("mathematics", "maths", "math", "mathematical", "mathematically", "mathematician", "mathematicians"),
    ("statistics", "statistical", "statistically", "statistician", "statisticians"),
    ("ethics", "ethical", "ethically", "ethicist", "ethicists"),
    ("genetics", "genetic", "genetically", "geneticist", "geneticists"),
)  # fmt: skip
BARE = frozenset("news mars goods means customs arms wales lens gas bus gates jobs banks brooks woods".split())
"""Words that end like a plural and are none: “no news” leaves the word new alone."""
APART = frozenset(
    "martian martians guardian guardians civilian civilians termite termites granite favorite favorites favourite favourites "
    "statist statists testes statism pianist formist custodian economical autonomic democrat democrats".split()
)
"""Words that look like followers of a shorter one, and have nothing to do with it."""
DOCTRINE = ("ism", "isms", "ist", "ists", "istic")
FOLLOWERS = ("s", "es", "ism", "ist", "ists", "ian", "ians", "ite", "ites", "esque")
PEOPLE, QUALITIES = ("er", "ers", "ist", "ists"), ("ic", "ical", "ically")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "logy": (*PEOPLE, *QUALITIES),
    "nomy": (*PEOPLE, *QUALITIES),
    "sophy": (*PEOPLE, *QUALITIES),
    "graphy": ("er", "ers", *QUALITIES),
    "pathy": ("", "s", "ist", "ists", "ic", "ically"),
    "chemy": ("ist", "ists", *QUALITIES),
    "metry": QUALITIES,
    "archy": ("", "s", "ist", "ists", "ism", "al", *QUALITIES),
}
"""What stands for the last letter of a word that names a field, an art, or a government."""
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
        forms.update(_of_field(singular))
    if len(singular) > SHORT:
        forms.update(singular + form for form in FOLLOWERS)
    return frozenset(forms - (APART - {word}))


def _of_field(word: str) -> Iterator[str]:
    """“astronomer”, “astronomical” of astronomy; “bureaucrat” of bureaucracy."""
    if word.endswith("cracy"):
        yield from (word[:-2] + form for form in ("t", "ts", "tic", "tically"))
    for ending, forms in FIELDS.items():
        if word.endswith(ending) and len(word) > len(ending):
            yield from (word[:-1] + form for form in forms)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORT + 1:
        return word[:-3] + "y"
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "cs")) and len(word) > SHORT
    return word[:-1] if is_plural else word
