"""Words of page furniture in the languages we have met, as whole lines and as pieces glued to a line."""

import re

from parley.seeds.extraction.characters import listed
from parley.seeds.extraction.spoken_days import MONTH_WORDS

# Lines that are nothing but a button, a label or a notice. Compared whole, without case, marks and surrounding spaces.
BUTTONS = frozenset(
    line.strip().casefold()
    for line in """
    share | share this | share this article | share this story | share this post | share article | share on facebook
    share on twitter | tweet | tweet this | facebook | twitter | whatsapp | linkedin | pinterest | reddit | telegram
    instagram | email | e-mail | mail | print | print this | copy link | link copied | copy | save | bookmark | like
    like this | like loading | follow | following | follow us | follow me | subscribe | subscribe now
    subscribe today | sign up | sign in | log in | register | close | close x | x close | open | menu | search
    skip to content | skip to main content | back to top | top | more | read more | show more | load more | see all
    view all | view comments | comments | comment | leave a comment | leave a reply | add a comment | post a comment
    no comments | join the conversation | advertisement | advertisements | ad | sponsored | sponsored content
    promoted | loading | listen | listen to this article | play | watch | download | get the newsletter | newsletter
    sign up for our newsletter | subscribe to our newsletter | enter your email | donate | support us | tags
    topics | filed under | teilen | teilen sie dies mit | diesen artikel teilen | artikel teilen | jetzt teilen
    beitrag teilen | auf facebook teilen | auf twitter teilen | twittern | drucken | merken | gefällt mir | folgen
    folgen sie uns | abonnieren | jetzt abonnieren | anmelden | registrieren | schließen | suche | mehr
    weiterlesen | mehr lesen | mehr anzeigen | nach oben | zum seitenanfang | kommentare | kommentieren
    kommentar schreiben | kommentar verfassen | schreibe einen kommentar | anzeige | werbung | lädt | vorlesen
    artikel anhören | newsletter abonnieren | spenden | schlagworte | schlagwörter | stichwörter | themen
    link kopieren | seite drucken | partager | partager cet article | imprimer | suivre | suivez-nous | s'abonner
    abonnez-vous | se connecter | fermer | rechercher | lire la suite | voir plus | commentaires
    laisser un commentaire | publicité | mots-clés | compartir | compartir en facebook | imprimir | seguir
    síguenos | suscríbete | suscribirse | iniciar sesión | cerrar | buscar | leer más | ver más | comentarios
    publicidad | temas | etiquetas | compartilhar | assine | fechar | comentários | publicidade | condividi | stampa
    segui | abbonati | chiudi | pubblicità | delen | volg ons
    """.replace("\n", "|").split("|")
    if line.strip()
)

# Lines that announce other articles; whole, or followed by a colon and the other article's headline.
TEASERS = (
    r"read (?:also|more|next|this)|also read|see also|related(?: (?:articles?|stories|posts?|content|topics|news|"
    r"coverage|links))?|recommended(?: (?:stories|for you|reading))?"
    r"|you (?:may|might) (?:also|be) (?:like|enjoy|interested in)|more (?:on this|from|stories|news|like this)|more "
    r"on this (?:story|topic)|trending(?: now)?|popular (?:now|posts|shopping)|most (?:read|popular|viewed)"
    r"|don['’]t miss|up next|what to read next|editor['’]?s['’]? picks?|further reading|in case you missed it|top "
    r"stories|latest (?:news|stories)"
    r"|lesen sie (?:auch|hier|dazu|mehr)(?: (?:die )?(?:folgenden )?(?:beiträge|artikel))?|lies auch|auch interessant|"
    r"das könnte (?:sie|dich|ihnen|euch) auch (?:interessieren|gefallen)"
    r"|mehr (?:zum thema|dazu|aus|zu diesem thema)|zum thema|schon gelesen|lust auf mehr|weitere (?:artikel|beiträge|"
    r"themen|meldungen)|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|beiträge|themen)"
    r"|meistgelesen|passend zum thema|hier geht es zu|(?:lire|à lire) aussi|lire également|sur le même sujet|à lire|"
    r"articles? (?:liés|similaires)|voir aussi"
    r"|(?:le|te) puede interesar|lea? también|lee también|lea más|ver también|noticias relacionadas|artículos "
    r"relacionados|relacionad[oa]s|leia (?:também|mais)|saiba mais|veja também"
    r"|leggi anche|potrebbe interessarti|lees ook|læs også|läs också"
)
TEASER_LINE = re.compile(rf"\W*(?:{TEASERS})\s*(?:(?:\?|:|…|\.\.\.|…|>|»)+.*)?\W*", re.IGNORECASE)

CREDIT_LINE = re.compile(
    r"\W*(?:(?:photo|picture|image|lead image|cover image|featured image|header image|header|title image|video|"
    r"illustration|graphic|images|photos|pictures)?\s*(?:credits?|by|courtesy of|©)"
    r"|photos?|pictures?|images?|foto(?:s|graf(?:ie|in)?)?|bild(?:er|nachweis|quelle|rechte)?|titelbild|titelfoto|"
    r"beitragsbild|grafik|crédits? (?:photos?|image)|crédits?|imagen|foto(?:grafía)?|imagem)\s*(?::|©|"
    r"\(c\))\s*\S.{0,110}",
    re.IGNORECASE,
)
RIGHTS_LINE = re.compile(
    r"\W*(?:(?:copyright|©|\(c\))\s.{0,120}|.{0,100}\b(?:all rights reserved|alle rechte vorbehalten|tous droits "
    r"réservés|todos los derechos reservados|todos os direitos reservados)\W*)",
    re.IGNORECASE,
)
SHARED_LINE = re.compile(
    r"(?:this story has been shared|shares?|views?|aufrufe|kommentare?|comments?)?\W*\d[\d.,]*[km]?\s*(?:times|"
    r"shares?|views?|comments?|kommentare?|likes?|aufrufe|reaktionen|commentaires|comentarios)\b.{0,20}|(?:comments?|"
    r"kommentare?)\s*\(\s*\d+\s*\)",
    re.IGNORECASE,
)

# Written in capitals they are buttons wherever they are glued; in small letters they may be words of a sentence.
GLUED_BUTTON = re.compile(
    r"(?:CLOSE X|CLOSE|FOLLOW(?:ING)?(?: US)?|SHARE|SUBSCRIBE|SIGN UP|FOLGEN|TEILEN|SUIVRE|SEGUIR|ABONNIEREN)(?![A-Z])"
)

TITLES = frozenset(
    listed(
        "live news senior junior chief deputy lead staff political politics crime business sports sport science "
        "health education local national world foreign international breaking general assignment investigative data "
        "video digital online audience show tv features culture entertainment technology tech economics finance legal "
        "court courts royal environment climate consumer city state us uk eu reporter editor correspondent writer "
        "journalist contributor columnist producer photographer author blogger intern fellow trainee managing "
        "associate assistant executive contributing freelance special editor-in-chief bureau desk head of the in for "
        "at and is a an our with redakteur redakteurin reporterin korrespondent korrespondentin autor autorin "
        "volontär volontärin ressort leiter leiterin chefredakteur chefredakteurin politik wirtschaft kultur lokales "
        "freie freier mitarbeiter mitarbeiterin rédacteur rédactrice reporter-in periodista redactor redactora "
        "corresponsal jornalista repórter"
    )
)

DATE_WORDS = frozenset(
    listed(
        "published updated last modified posted on at am pm a.m p.m et est edt bst gmt utc pt cet cest uhr stand um "
        "vom den erstellt veröffentlicht aktualisiert zuletzt geändert publié mis à jour le publicado actualizado el "
        "de del h min read minutes mins minute lesezeit minuten lesedauer monday tuesday wednesday thursday friday "
        "saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag "
        "samstag sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes "
        "miércoles jueves viernes sábado domingo"
    )
) | frozenset(MONTH_WORDS)
