"""Words that carry no claim of their own, and words that tell a named thing from an ordinary one.

All lists are of folded words (see `words.fold`); those used on stems are stemmed once when asked for.
"""

from houserules.prose.words import stem


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


GLUE = words(
    """
    a an the any all and or nor of to in on at for from by with as is are be am was been being it its this that
    these those there here please pls kindly also too ever very just simply so then no not none never nothing
    zero do dont does doesnt cannot cant can may might must mustnt shall should shouldnt will wont would you
    your we our us i my they them their members member users user people person persons anyone anybody everyone
    everybody somebody someone whoever who whom which nobody one ones he she his her allowed permitted tolerated
    accepted acceptable welcome fine ok okay forbidden banned prohibited barred strictly absolutely remember
    note sure make always avoid refrain stop quit abstain posting post share sharing use using commenters
    posters such other more kind kinds sort type form encouraged asked expected required requested ought need
    have has let feel free seed group thread discussion site forget fail neglect omit page article forum place
    whatsoever again still only comments comment posts about continue continues however isnt arent disallowed
    unwelcome off limits against rules tolerate allow want permit accept upload uploading submit when if reply
    replying respond responding answer answering while
    """
)
"""Words that may stand in a line beside its clauses without being reported as unread."""

LEADING = words(
    """
    a an the any all more further such other your our please also ever just simply posting post posted share
    sharing use using upload uploading submit submitting embed add adding drop dropping put putting spread
    spreading being continue continues to of kind kinds sort sorts type types form forms engage engaging in and
    or nor these those include including make making
    """
)
"""Dropped in front of a thing named in a list."""

TRAILING = words(
    """
    please here ever allowed thanks again too either whatsoever also and or nor etc folks people ok okay
    """
)

CONDITIONS = words(
    """
    except excepting unless if when whenever without outside until till excluding besides only but although
    though while otherwise apart provided before after than unlike once where whether barring since
    """
)
"""From here on the line says when it holds. Such conditions are not read yet, so people keep the clause."""

PREPOSITIONS = words(
    """
    of in about with on to from at for against that which who by into over under as like towards toward between
    """
)

PURPOSES = words(
    """
    to so for in because since as and that
    """
)
"""What may follow a request as its reason."""

TOPICS = words(
    """
    political religious politics religion crypto cryptocurrency cryptocurrencies bitcoin nft nfts sports
    football soccer cricket baseball basketball covid coronavirus vaccines vaccine vaccination abortion guns
    immigration elections brexit astrology celebrities capitalism communism socialism fascism nazism zionism
    feminism evolution creationism euthanasia inflation tariffs war weather movies television anime diets
    homeopathy ufos aliens flat-earth chemtrails qanon gaza israel palestine ukraine russia china trump biden
    obama clinton putin musk hitler stalin lgbt transgender gender nuclear climate conspiracies
    """
)
"""Subjects that a line may forbid by their bare name, in any case."""

ORDINARY = words(
    """
    personal insult insults attack attacks abuse name names calling trolls troll trolling spam spammer spammers
    memes meme image images gif gifs picture pictures pics photo photos video videos screenshot screenshots link
    links url urls ad ads advert adverts advertisement advertisements advertising promo promotion promotions
    self-promotion promoting sale sales selling buying trade trades trading repost reposts duplicate duplicates
    spoiler spoilers nsfw nudity porn pornography gore violence threat threats harassment hate hatred racism
    racist racists sexism sexist bigotry bigots homophobia transphobia misogyny slur slurs swearing swear
    profanity profanities cursing vulgarity obscenity language caps shouting yelling flame flames flaming
    flamewar flamewars bait baiting clickbait drama gossip doxxing doxing dox piracy plagiarism misinformation
    disinformation lies lie liars falsehoods fake news rumor rumors rumours conspiracy theories theory brigading
    witch hunt hunts poll polls survey surveys question questions request requests quote quotes quoting reply
    replies post posts comment comments thread threads title titles headline headlines tag tags emoji emojis
    smiley smileys text texts wall walls paragraph paragraphs word words sentence sentences letter letters
    number numbers line lines topic topics subject subjects off-topic derailing hijacking exception exceptions
    excuse excuses warning warnings appeal appeals ban bans moderation moderator moderators mod mods admin
    admins member members user users person people author authors one body problem problems issue issues need
    doubt matter reason reasons way idea limit limits restriction restrictions time rule rules source sources
    citation citations evidence proof paywall paywalls blog blogs opinion opinions editorial editorials satire
    joke jokes humor humour sarcasm irony puns pun negativity toxicity rudeness incivility disrespect
    condescension bullying taunt taunts taunting mocking ridicule stalking impersonation sockpuppet sockpuppets
    alt alts bot bots ai chatgpt llm llms referral referrals affiliate fundraising crowdfunding begging donation
    donations giveaway giveaways contest contests soliciting solicitation recruiting jobs homework medical legal
    advice help support tech technical low effort quality content shitpost shitposts shitposting copypasta copy
    paste crosspost crossposts cross posting double votes vote voting upvote downvote downvotes edit edits
    edited editing deleting delete removal caps-lock capitals offence offense offensive inappropriate illegal
    explicit sexual graphic private public real current old new untagged unmarked vague repetitive excessive
    money price prices cheating cheats cheat hacks hack exploits games game music art fan media social external
    internal other others hotlinking gatekeeping concern rant rants venting complaining complaints whining
    bashing bickering fighting fights feuds arguments argument debate debates discussion discussions
    discrimination stereotypes generalizations generalisations sweeping accusations accusation strawman strawmen
    logical fallacies agenda agendas propaganda partisan bias nonsense garbage trash crap shit bullshit
    stupidity idiots idiocy fools guessing speculation reviews review list lists audio podcasts podcast
    newsletter signature signatures pseudonyms account accounts multiple throwaway throwaways anonymous guests
    guest foreign languages english translation translations date dates age minors children harm self-harm
    suicide drugs drug gambling alcohol weapons personal-info information info data phone addresses address
    emails email contact details identity identities gaslighting sealioning whataboutism ad-hominem hominem
    hominems ad-hominems dissing diss source-dissing skirting nitpicking pedantry deadnaming misgendering
    blanket slander libel defamation cut screenshot merchandise merch karma pets tutorials tutorial
    """
)
"""Words after “No” that name a conduct, a format or a process, never a subject of talk."""

NOT_A_TERM = words(
    """
    other others specific subreddit subreddits sub subs community communities thereof instead it this that these
    those them him her me us you yourself itself themselves yours mine everything anything something things
    thing stuff else each i we they he she who which what whom whose is are was were be been do does did has
    have had will would can could may might must should shall not dont get gets got make makes going how why
    anyone anybody somebody someone everyone everybody members member users user people person moderation
    moderators mods mod rules rule bans ban nothing same regardless involving lets let unrelated topics topic subjects matters former
    """
)
"""Words that a subject of talk cannot hold: with them the phrase is a clause, or speaks of the people here."""


def _stems(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for hyphened in listed for word in {hyphened, hyphened.replace("-", "")})


TOPIC_STEMS = _stems(TOPICS)
ORDINARY_STEMS = _stems(ORDINARY)
