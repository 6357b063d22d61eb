"""German."""

from houserules.prose.foreign.tongue import Case, Tongue

THREADS = "gruppe|forum|faden|thread|diskussion|seite|kommentarbereich|gespräch|strang|community|subreddit|sub"

TONGUE = Tongue(
    name="german",
    telling="""
    kein keine keinen keiner keinem keinerlei nicht niemals erlaubt verboten untersagt gestattet unerwünscht höchstens maximal
    mindestens wenigstens bitte wörter wörtern zeichen nur über beleidigungen werbung eigenwerbung kommentare kommentar beiträge
    beitrag werden sind für auch auf jede jeder jeden respektvoll freundlich regeln gelöscht entfernt diskussionen seid sei
    bleibt sachlich verlinkungen politik themen umfragen nichts
    """,
    common="""
    der das den dem des und oder ist ein eine einen einem einer ich wir ihr sie zu zum zur mit von vom bei aus nach es sich dass
    wird wenn aber als wie noch mehr sehr hier dieser diese dieses diesem kann können dürfen soll sollen müssen muss haben gegen
    andere anderen deutsch deutsche alle alles im am um unter wer was euch unsere eure dein deine ohne durch jedoch sowie bzw
    """,
    please="bitte|hinweis|achtung|wichtig|grundsätzlich|generell|absolut|hier gilt|regel",
    forbids="keine|kein|keinen|keinerlei|keiner|wir (?:erlauben|dulden|wollen|möchten)(?: hier)? (?:keine|keinen|kein|keinerlei)|"
    r"(?:verboten|untersagt|unerwünscht|tabu|nicht (?:erlaubt|gestattet|erwünscht|gewünscht|zulässig))(?: sind| ist)?(?: hier)?|"
    "verzichtet auf|verzichte auf|unterlasst|vermeidet|es sind keine|es ist kein|es gibt keine|postet keine|poste keine|"
    "schreibt keine",
    forbidden=r"(?:(?:sind|ist|werden|wird|bleiben|bleibt)(?: hier)? )?(?:streng |strikt |grundsätzlich |generell |absolut )?"
    r"(?:nicht (?:erlaubt|gestattet|erwünscht|gewünscht|zulässig|geduldet|toleriert|willkommen)|verboten|untersagt|unerwünscht|tabu)|"
    r"(?:werden|wird)(?: sofort| umgehend| ohne warnung| kommentarlos)? (?:gelöscht|entfernt)",
    about=r"(?:nicht|nie|niemals|nichts) (?:über|von)|(?:sprecht|redet|diskutiert|schreibt|sprich|rede|diskutiere|schreib)(?: bitte)?"
    r"(?: hier)? (?:nicht|nie|niemals|nichts)(?: hier)? (?:über|von)|(?:keine|kein|keinerlei)(?: \w+)? "
    r"(?:diskussionen?|debatten?|gespräche?|beiträge|kommentare|posts|themen|gerede|streit|streitereien|witze)"
    r" (?:über|zu|zum|zur|rund um|um)|(?:diskussionen?|debatten?|gespräche?|beiträge|kommentare|posts) (?:über|zu|zum|zur)"
    r"(?= .* (?:verboten|untersagt|unerwünscht|nicht (?:erlaubt|erwünscht|gestattet))$)",
    talking="sprechen|reden|diskutieren|schreiben|streiten|debattieren|posten|diskutiert|gesprochen|führen|werden|wird",
    joins="und oder noch sowie & weder",
    articles="der die das den dem des ein eine einen einem einer jegliche jede alle irgendwelche jedwede",
    conditions="""
    außer ausser wenn falls sofern ausgenommen ausnahme ausnahmen solange sondern aber jedoch nur ohne denn dafür stattdessen vorher
    """,
    links="(?:externe[rn]?|fremde[rn]?|weiterführende[rn]?|irgendwelche[rn]?|web)? ?(?:links?|urls?|hyperlinks?|weblinks?|verlinkungen|internetadressen)",
    units={
        "wörter": "words", "wörtern": "words", "worte": "words", "worten": "words", "wort": "words", "zeichen": "characters",
        "buchstaben": "characters", "anschläge": "characters", "zeilen": "lines", "zeile": "lines", "sätze": "sentences",
        "sätzen": "sentences", "satz": "sentences", "absätze": "paragraphs", "absätzen": "paragraphs", "absatz": "paragraphs",
    },
    numbers={
        "null": 0, "ein": 1, "eine": 1, "einen": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
        "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "fünfzig": 50,
        "hundert": 100, "zweihundert": 200, "dreihundert": 300, "vierhundert": 400, "fünfhundert": 500, "tausend": 1000,
    },
    most=r"(?:aus )?(?:höchstens|maximal|max|nicht mehr als|nicht länger als|bis zu|allerhöchstens|maximum)",
    least=r"(?:aus )?(?:mindestens|wenigstens|min|nicht weniger als|nicht kürzer als|minimum)",
    over="mehr als|über|länger als|mit mehr als|von mehr als",
    under="weniger als|unter|kürzer als|mit weniger als|von weniger als",
    plain="""
    kommentar kommentare kommentaren beitrag beiträge beiträgen antwort antworten text texte post posts pro je in im einem jedem
    jeder ein eine einen bitte dürfen darf sollen soll sollten sollte müssen muss haben enthalten umfassen sein lang verwenden
    benutzen posten setzen schreiben erlaubt sind ist werden und die der das alle euer eure dein deine länge mit insgesamt nutzt
    """,
    scopes=rf"hier|(?:in|auf) (?:dieser|diesem|der|unserer|unserem) (?:{THREADS})|im (?:{THREADS})|bei uns|danke|erlaubt|sonst",
    subjects="""
    politik religion religionen fußball fussball sport corona impfungen impfen migration flüchtlinge wahlen wahlkampf kirche krieg
    klimawandel kryptowährungen krypto aktien abtreibung gendern waffen afd cdu csu spd fdp grüne merz scholz habeck weidel söder
    merkel baerbock wagenknecht ukrainekrieg nahostkonflikt verschwörungstheorien astrologie kommunismus kapitalismus
    faschismus sozialismus tagespolitik parteipolitik
    """,
    adjectives={
        "politische": "politik", "politischen": "politik", "politischer": "politik", "religiöse": "religion",
        "religiösen": "religion", "religiöser": "religion",
    },
    talks="diskussionen themen inhalte beiträge debatten kommentare gespräche posts aussagen thema diskussion",
    folk="""
    mitglieder mitglied nutzer nutzern user andere anderen personen leute moderation moderatoren mods euch uns sich dich mich regeln
    regel dinge sachen alles themen thema hinaus hinweg das dies welche die den grenze menschen jemand niemand
    """,
    cases=(
        Case(line="Keine Links", reads=("links: most 0",)),
        Case(line="Links sind nicht erlaubt.", reads=("links: most 0",)),
        Case(line="Externe Links sind hier verboten!", reads=("links: most 0",)),
        Case(line="höchstens 3 Links", reads=("links: most 3",)),
        Case(line="Bitte nicht mehr als zwei Links pro Kommentar.", reads=("links: most 2",)),
        Case(line="Maximal 400 Wörter", reads=("length: most 400, unit words",)),
        Case(line="Kommentare dürfen höchstens 1000 Zeichen lang sein.", reads=("length: most 1000, unit characters",)),
        Case(line="Kommentare haben höchstens 1000 Zeichen.", reads=("length: most 1000, unit characters",)),
        Case(line="Mindestens zwanzig Wörter pro Beitrag.", reads=("length: least 20, unit words",)),
        Case(line="Keine Kommentare über 500 Wörter.", reads=("length: most 500, unit words",)),
        Case(line="Keine Politik", reads=("topic-ban: term politik",)),
        Case(line="Kein Trump", reads=("topic-ban: term trump",)),
        Case(line="Keine Politik, keine Religion, kein Fußball.", reads=("topic-ban: term politik", "topic-ban: term religion", "topic-ban: term fussball")),
        Case(line="Keine politischen Diskussionen.", reads=("topic-ban: term politik",)),
        Case(line="Bitte nicht über Religion sprechen", reads=("topic-ban: term religion",)),
        Case(line="Keine Diskussionen über den Bürgermeister.", reads=("topic-ban: term bürgermeister",)),
        Case(line="Politik ist hier unerwünscht.", reads=("topic-ban: term politik",)),
        Case(line="Keine Politik, außer am Wahltag.", reads=("topic-ban: term politik",), acts=False),
        Case(line="Keine Links, die auf Werbung führen.", reads=("links: most 0",), acts=False),
        Case(line="Keine Links zu anderen Foren."),
        Case(line="Keine Beleidigungen."),
        Case(line="Keine Witze über andere Mitglieder."),
        Case(line="Links sind erlaubt."),
        Case(line="Politik ist hier nicht verboten."),
        Case(line="Seid nett zueinander und bleibt beim Thema."),
    ),
)  # fmt: skip
