"""How people hurt, provoke, and slander each other. `_` joins words of one choice."""

GROUPS = {
    "accuse": """
        accuse accusation accusing call label claim charge brand allege allegation calling labelling labeling
        denounce dub say_somebody_broke say_someone_broke
    """,
    "call": """
        call label brand dub name calling tag describe denounce
    """,
    "label": """
        liar troll bot shill paid paid_actor sock spammer racist nazi sockpuppet agent stooge fascist bigot
        lying trolling shilling commie communist puppet operative hater plant lies dishonest astroturfer
        foreign_agent mole
    """,
    "civil": """
        civil polite respectful courteous kind nice adult adults decent considerate friendly mature cordial
        gracious tolerant pleasant welcoming gentle chill civilized civilised well_mannered neighborly
        neighbourly generous nice_to patient helpful
    """,
    "civilly": """
        civilly politely respectfully courteously civility politeness courtesy decency manners decorum
        kindly_respect niceness mutual_respect
    """,
    "rude": """
        rude disrespectful uncivil hostile impolite incivility rudeness obnoxious disrespect nasty nastiness
        condescending condescension discourteous vulgar crude boorish hostility toxic toxicity childish snotty
        ill_mannered mean_spirited be_mean being_mean stupid_comments
    """,
    "bicker": """
        bicker slapfight slap_fight squabble quarrel feud flame_war catfight spat brawl infighting slap_fights
        mudslinging mud_slinging petty_argument petty_fight slugfest shouting_match food_fight pissing_contest
        pissing_match
    """,
    "fight": """
        fight argue bicker row quarrel feud squabble spar fighting arguing slug
    """,
    "abuse": """
        insult attack abuse harass bully berate belittle demean denigrate disparage slam smear name_calling
        degrade ridicule malign vilify run_down trash bash mock deride slander libel defame abusive insulting
        attacking demeaning cheap_shot revile flame flaming abusing slur maligning put_down putdown putting_down
        besmirch impugn slurring
    """,
    "mocking": """
        mocking derogatory insulting demeaning belittling derisive rude childish unflattering sarcastic
        pejorative contemptuous disparaging cute silly made_up taunting offensive clever
    """,
    "twist": """
        twist mangle distort misspell alter misrepresent play_on corrupt garble butcher mock make_fun_of pun_on
        change deform misquote misstate warp bend
    """,
    "taunt": """
        taunt bait mock goad bully ridicule tease jeer gloat needle sneer belittle deride heckle mockery baiting
        antagonize antagonise provoke
    """,
    "laughs": """
        laugh laughing sneer jeer poke_fun make_fun snicker scoff chuckle
    """,
    "poke": """
        poke prod needle rub_it gloat egg_on
    """,
    "mock": """
        laugh mock mocking laughing roll rolling sneering derisive jeering ridicule eye_roll eyeroll
        crying_laughing clown sarcastic vomit taunting insulting
    """,
    "smiley": """
        smiley emoji emoticon emojis smilies smilie laughing_face emoticons clown_face thumbs_down reaction_icon
        sticker rolling_eyes yellow_face faces icon icons
    """,
    "harmful": """
        repugnant harmful disgusting obscene pornography porn pornographic gore gory illegal repulsive vile nsfw
        self_harm suicide indecent abhorrent revolting lewd sexually_explicit nudity offensive_material depraved
        gruesome sickening unlawful obscenity inappropriate objectionable shocking violent_content loathsome
        graphic
    """,
    "hate": """
        hate_speech hateful slur racist racism sexist sexism bigot bigotry homophobic homophobia antisemitic
        antisemitism anti_semitic anti_semitism transphobic transphobia xenophobic xenophobia racial_slurs
        hatred misogyny misogynistic islamophobia discrimination discriminatory discriminate prejudice
        ethnic_slur epithet hate white_supremacy dehumanize dehumanise dehumanizing
    """,
    "inflame": """
        inflame inflammatory incendiary provocative provocation flamebait incite rile enrage flame_bait
        rage_bait ragebait provoking stir_up stirring_up outrage_bait infuriate incitement antagonistic
        rabble_rousing
    """,
    "stir": """
        stir stirring stir_up whip_up drum_up sow spark make cause start create
    """,
    "promise": """
        promise wish hint_at threaten incite encourage call_for advocate glorify hope_for suggest imply
    """,
    "feed": """
        feed feeding reply_to respond_to engage answer indulge encourage
    """,
    "bash": """
        bash attack jab snipe mock diss dissing run_down dismiss discredit sneer_at trash disparage belittle
        insult ridicule blame impugn bashing sniping deride knock denigrate attacking cheap_shots shoot
        complain_about reject smear rubbish slam
    """,
    "nofor": """
        no avoid without never dont do_not not zero refrain_from stop resort_to not_resort_to forbidden any
        personal trading
    """,
    "talkabout": """
        talk_about discuss comment_on commenting_on psychoanalyze analyze speculate_about speculating_about
        gossip_about judge criticize criticise psychoanalyse diagnose
    """,
    "swear": """
        swear curse profanity f_word four_letter cuss expletive obscenity obscenities profanities cursing
        swearing foul_language swear_words curse_words bad_language f_bomb vulgarity f_words four_letter_words
        vulgarities expletives foul_words strong_language cussing stfu coarse_language dirty_words
        salty_language crude_language f_bombs c_word s_word vulgar_language
    """,
    "at": """
        at toward towards against aimed directed aimed_at directed_at into to aim direct hurl throw on
    """,
    "mild": """
        mild occasional moderate moderation sparingly limit excessive excess minimum within_reason overdo
        overuse limited every_other_word gratuitous constant reasonable mildly a_little some now_and_then
        minimal once_in_a_while overboard too_much heavy too needless when_needed restraint rein tone_down
        keep_down restrain light not_overdo for_emphasis rarely emphasis
    """,
    "limited": """
        limit mild occasional moderate excessive gratuitous limited some a_little constant minimise minimize
        tone_down go_easy_on keep_down easy_on restrain cut_down_on hold_down reduce sparing too_much heavy
        needless
    """,
    "fine": """
        fine ok okay allowed permitted tolerated acceptable accepted welcome not_forbidden not_banned
        not_prohibited
    """,
    "oblique": """
        oblique indirect veiled sly sidelong implied backhanded snide passive_aggressive hidden subtle
        roundabout obliquely indirectly slyly disguised cloaked barbed sideways coy covert thinly_veiled clever
        cleverly back_handed underhanded coded
    """,
    "imply": """
        imply hint insinuate suggest allude hinting implying insinuating suggesting
    """,
    "dance": """
        dance_around skate_around work_around toe tiptoe get_around skirt game push test tiptoe_around walk
        probe bend stretch lawyer straddle work_the_edges
    """,
    "just": """
        just barely right a_hair stops stop falls stopping inches an_inch technically carefully kept keep
    """,
    "filter": """
        filter filters word_filter profanity_filter auto_filter automod_filter censor swear_filter
    """,
    "evade": """
        evade evading evasion circumvent get_around getting_around dodge bypass slip_past sneak_past get_past
        slip_by avoid slip_through fool defeat trick work_around beat escape
    """,
    "disrupt": """
        disrupt disrupting disruption disruptive disrupts
    """,
    "odd": """
        odd creative alternate alternative deliberate altered clever strange unusual intentional disguised weird
        fancy cute funny phonetic broken variant tricky modified garbled inventive
    """,
    "spelling": """
        spelling spell misspell misspelling misspelled respell spaced letters spellings typo characters misspelt
        spelt
    """,
    "disguised": """
        disguise mask obscure camouflage hide hidden masked disguising obfuscate conceal star_out starring_out
        thinly_disguised partly_hidden veil
    """,
    "take": """
        take rise_to bite swallow fall_for go_for
    """,
    "engage": """
        engage debate argue feed interact talk deal tangle fight converse
    """,
    "drag": """
        drag bring pull inject raise throw
    """,
}
