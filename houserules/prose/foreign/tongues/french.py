"""French."""

from houserules.prose.foreign.tongue import Case, Tongue

TONGUE = Tongue(
    name="french",
    telling="""
    interdit interdite interdits interdites aucun aucune autorisé autorisée autorisés autorisées liens lien évitez merci respectez
    publiez commentaires commentaire politique mots caractères publicité insultes doivent être sont règles
    modération modérateurs supprimés supprimé français titre titres sujet sujets contenu contenus veuillez
    """,
    common="""
    pas ne le la les un une des du de et ou est il elle nous vous votre vos dans pour sur avec par plus que qui ce cette ces au aux
    tout tous toute toutes si mais sans sauf si leur ici merci plaît non soyez restez autres
    """,
    please="merci de|s il vous plaît|svp|prière de|veuillez|il vous plaît|merci",
    forbids="pas (?:de|des|d)|pas|aucun|aucune|zéro|interdiction (?:de|des)|évitez (?:les|la|le)|ni|(?:sont )?interdits?|interdites?|"
    r"nous (?:ne )?(?:tolérons|acceptons|autorisons) (?:pas|aucun|aucune)(?: de| les)?|ne postez pas (?:de|des)|ne publiez pas (?:de|des)",
    forbidden=r"(?:est|sont|seront) (?:strictement |formellement |absolument )?(?:interdite?s?|prohibée?s?|bannie?s?|proscrite?s?|supprimée?s?|retirée?s?)|"
    r"(?:ne )?(?:est|sont|seront) (?:pas|plus) (?:autorisée?s?|permise?s?|tolérée?s?|acceptée?s?|admise?s?|les bienvenue?s?)|"
    r"interdite?s?|prohibée?s?|non (?:autorisée?s?|admise?s?)",
    about=r"(?:ne )?(?:pas|jamais) (?:parler|discuter|débattre) (?:de|du|des|sur|d|la|le)|ne (?:parlez|discutez|débattez) (?:pas|jamais)"
    r" (?:ici )?(?:de|du|des|sur)|(?:pas|aucune?)(?: de)? (?:discussions?|débats?|sujets?|commentaires?|propos|messages?)"
    r" (?:sur|concernant|à propos de|à propos du|au sujet de|au sujet du)|évitez de (?:parler|discuter) (?:de|du|des)",
    talking="ici",
    joins="et ou ni &",
    articles="le la les un une des de du au aux tout toute tous toutes",
    conditions="""
    sauf si hormis excepté exception exceptions uniquement seulement mais sans lorsque quand tant moins seuls seul hors dès avant
    après autorisation plutôt
    """,
    links=r"(?:liens?|urls?|hyperliens?)(?: externes?)?",
    units={
        "mots": "words", "mot": "words", "caractères": "characters", "signes": "characters", "lettres": "characters",
        "lignes": "lines", "ligne": "lines", "phrases": "sentences", "phrase": "sentences", "paragraphes": "paragraphs",
    },
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "cinquante": 50, "cent": 100, "mille": 1000,
    },
    most="(?:au )?(?:maximum|plus|max)(?: de)?|pas plus de|jusqu à|limité à|limités à|un maximum de|ne pas dépasser",
    least="au (?:moins|minimum)|un minimum de|minimum|pas moins de",
    over="(?:de )?plus de|dépassant|plus longs? que",
    under="(?:de )?moins de|plus courts? que",
    plain="""
    commentaire commentaires message messages par dans chaque un une le la les post posts publication publications texte textes doit
    doivent avoir contenir faire être est sont long longs de des vos votre il et réponse
    """,
    scopes="ici|dans (?:ce|cette|notre) (?:groupe|forum|fil|discussion|sub|communauté|salon)|sur (?:ce|cette|notre) (?:groupe|forum|fil|site|page|sub)|"
    "merci|s il vous plaît|il vous plaît|svp",
    subjects="""
    politique religion religions football foot sport vaccins vaccin immigration guerre avortement élections macron mélenchon lepen
    zemmour bardella sarkozy hollande poutine communisme capitalisme complotisme écologie astrologie cryptomonnaies cryptomonnaie
    """,
    adjectives={"politique": "politique", "politiques": "politique", "religieux": "religion", "religieuse": "religion", "religieuses": "religion"},
    talks="discussions discussion débats débat sujets sujet contenus contenu messages commentaires publications propos",
    folk="""
    membres membre utilisateurs utilisateur autres autre personnes gens modération modérateurs modérateur vous nous soi règles choses
    tout ça cela qui que quoi sujet ban bans
    """,
    cases=(
        Case(line="Pas de liens", reads=("links: most 0",)),
        Case(line="Les liens sont interdits.", reads=("links: most 0",)),
        Case(line="Les liens ne sont pas autorisés ici.", reads=("links: most 0",)),
        Case(line="Pas plus de trois liens par message.", reads=("links: most 3",)),
        Case(line="Au maximum 400 mots par commentaire.", reads=("length: most 400, unit words",)),
        Case(line="Au moins vingt mots par commentaire.", reads=("length: least 20, unit words",)),
        Case(line="Pas de politique ni de religion", reads=("topic-ban: term politique", "topic-ban: term religion")),
        Case(line="La politique est interdite.", reads=("topic-ban: term politique",)),
        Case(line="Merci de ne pas parler de religion ici.", reads=("topic-ban: term religion",)),
        Case(line="Pas de débats sur le maire.", reads=("topic-ban: term maire",)),
        Case(line="Pas de politique, sauf le jour du vote.", reads=("topic-ban: term politique",), acts=False),
        Case(line="Pas de lien avec le sujet."),
        Case(line="Pas d’insultes."),
        Case(line="Les liens sont autorisés."),
        Case(line="Ne pas parler des autres membres."),
        Case(line="Respectez la vie privée des autres."),
    ),
)  # fmt: skip
