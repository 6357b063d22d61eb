"""Spanish."""

from houserules.prose.foreign.tongue import Case, Tongue

TONGUE = Tongue(
    name="spanish",
    telling="""
    usar publicar prohibido prohibida prohibidos prohibidas permite permiten permitido permitida permitidos permitidas enlaces enlace ningún
    ninguna nada política religión palabras caracteres comentarios comentario publicaciones publicación máximo mínimo hablar hables
    respeta insultos usuarios reglas normas español hilos temas está están
    """,
    common="""
    el los las y es que en un una por con para se del al lo como pero su más muy son sin sobre de la o ni otros otras favor esta este
    ser hay todo todos entre si tu cada evita serán
    """,
    please="por favor|se ruega|rogamos|favor de",
    forbids="nada de|ningún|ninguna|sin|(?:está |están |queda |quedan )?(?:totalmente |estrictamente )?prohibid[oa]s?"
    "(?: los| las| el| la)?|se prohíben?(?: los| las| el| la)?|no se permiten?(?: los| las| el| la)?|no est[áa]n? permitid[oa]s?(?: los| las| el| la)?|"
    "evita(?:d|r|en)?(?: los| las| el| la)?|no publi(?:ques|quen|car)|tampoco|no(?: a| al)?(?: los| las| el| la)?",
    forbidden="(?:est[áa]n?|quedan?|son) (?:totalmente |estrictamente )?(?:prohibid[oa]s?|vetad[oa]s?)|no (?:est[áa]n?|son|es) "
    "(?:permitid[oa]s?|bienvenid[oa]s?|aceptad[oa]s?|admitid[oa]s?|tolerad[oa]s?)|no se (?:permiten?|aceptan?|admiten?|toleran?)|prohibid[oa]s?",
    about="no (?:hablar|hables|hablen|habléis|discutir|discutas|discutan|debatir) (?:de|del|sobre|acerca de)|(?:no|nada de|ningun)(?: a las?)? "
    "(?:discusiones|discusión|debates|debate|comentarios|publicaciones|charlas) (?:sobre|acerca de)|no se (?:habla|discute) (?:de|del|sobre)|"
    "evita(?:d|r|en)? hablar (?:de|del|sobre)",
    talking="aquí",
    joins="y o ni e u &",
    articles="el la los las un una unos unas de del todo toda todos todas cualquier",
    conditions="""
    salvo excepto si excepción excepciones solo sólo solamente únicamente pero menos cuando mientras siempre sino fuera antes
    después permiso
    """,
    links="(?:enlaces?|links?|urls?|hipervínculos?|vínculos?)(?: externos?)?",
    units={
        "palabras": "words", "palabra": "words", "caracteres": "characters", "letras": "characters", "líneas": "lines",
        "línea": "lines", "frases": "sentences", "oraciones": "sentences", "párrafos": "paragraphs",
    },
    numbers={
        "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
        "diez": 10, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cincuenta": 50, "cien": 100, "mil": 1000,
    },
    most="(?:como |un )?máximo(?: de)?|no más de|hasta|máx|a lo sumo",
    least="(?:como |un )?mínimo(?: de)?|al menos|no menos de|por lo menos",
    over="(?:de|con) más de|más largos? de|que superen(?: las| los)?",
    under="(?:de|con) menos de|más cortos? de",
    plain="""
    comentario comentarios mensaje mensajes por en cada un una el la los las publicación publicaciones texto textos debe deben tener
    contener ser de del largo respuesta y post posts
    """,
    scopes="aquí|en (?:este|esta|el|la|nuestro|nuestra) (?:grupo|foro|hilo|comunidad|sub|sitio|página|discusión)|por favor|gracias",
    subjects="""
    política religión religiones fútbol deporte deportes vacunas inmigración guerra aborto elecciones sánchez abascal feijóo ayuso
    maduro bolsonaro milei amlo perón comunismo capitalismo astrología criptomonedas horóscopos
    """,
    adjectives={"político": "política", "políticos": "política", "política": "política", "políticas": "política", "religioso": "religión", "religiosos": "religión", "religiosas": "religión"},
    talks="temas tema debates debate discusiones contenido contenidos comentarios publicaciones propaganda",
    folk="""
    miembros miembro usuarios usuario otros otras otro personas gente moderación moderadores moderador reglas normas cosas todo esto
    eso que quien cual ti
    """,
    cases=(
        Case(line="Prohibidos los enlaces", reads=("links: most 0",)),
        Case(line="Los enlaces no están permitidos.", reads=("links: most 0",)),
        Case(line="No se permiten enlaces en este grupo.", reads=("links: most 0",)),
        Case(line="Máximo tres enlaces por comentario.", reads=("links: most 3",)),
        Case(line="No más de 400 palabras.", reads=("length: most 400, unit words",)),
        Case(line="Al menos veinte palabras por comentario.", reads=("length: least 20, unit words",)),
        Case(line="Nada de política ni religión", reads=("topic-ban: term política", "topic-ban: term religión")),
        Case(line="Por favor, no hablar de religión aquí.", reads=("topic-ban: term religión",)),
        Case(line="No se permiten temas políticos.", reads=("topic-ban: term política",)),
        Case(line="Nada de política, salvo en campaña.", reads=("topic-ban: term política",), acts=False),
        Case(line="No se permiten insultos."),
        Case(line="Los enlaces están permitidos."),
        Case(line="No hablar de otros usuarios."),
        Case(line="La política va en otra comunidad."),
    ),
)  # fmt: skip
