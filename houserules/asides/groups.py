"""Groups of words for the cues: who, what, and how, each in many words. `_` joins words of one choice."""

_WRITTEN = {
    "several": """
        two three four five six seven eight nine ten twenty dozen several enough multiple many 2 3 4 5 6 7 8 10 15
        20
    """,
    "poss": """
        your their his her our my ones your_own their_own his_own her_own his_or_her_own his_or_her its ones_own my_own own
        a_members the_members the_authors that_members the_offenders
    """,
    "mod": """
        mod moderator admin administrator staff moderation_team mod_team moderating_team the_team management
        nation_mod group_mod site_mod helper steward
    """,
    "mem": """
        member user person people poster commenter anyone someone somebody anybody viner viners other others another
        participant individual each_other one_another reader everyone somebody_else fellow opponent party
        contributor folks them whoever
    """,
    "boss": """
        author owner seeder host creator op thread_starter group_owner seed_author column_owner writer_of_the_seed
        the_poster_of_the_seed person_who_wrote one_who_wrote writer whoever_wrote who_wrote_the article_writer
        who_seeded member_who_seeded author_alone
    """,
    "cm": """
        comment post reply response remark message posting answer contribution
    """,
    "rm": """
        remove removal delete deletion take_down taken_down took_down takes_down redact erase erased strike struck
        collapse zap wipe purge scrub pull trash hide hidden unpublish vanish disappear taken_off take_off cut gone
        take_out takes_out taken_away took_away taken_out takes_away not_stay_up
    """,
    "bar": """
        ban bar boot kick eject expel thrown_out throw_out throwing_out block banish evict barred banned exile
        excluded kicked_out shut_out booted lock_out locked_out
    """,
    "decision": """
        deletion removal decision ruling ban suspension moderation verdict sanction deleted removed suspended banned
        judgment penalty action warning redaction
    """,
    "complain": """
        discuss question complain complaint object objection dispute argue contest raise debate talk_about protest
        appeal challenge query discussion discussed grievance
    """,
    "place": """
        group thread area page feedback seed forum section feed lounge help_desk house column politics
    """,
    "mail": """
        mail email message pm private privately modmail dm letter private_message contact_form feedback
    """,
    "mailing": """
        mail email message pm write contact ask write_to talk_to speak_to go_to reach notify tell
    """,
    "discretion": """
        discretion whim judgment judgement sole own_judgment pleasure mood say_so taste liking opinion conscience
    """,
    "decide": """
        decide choose judge determine see_fit sees_fit may_decide deem decides chooses has_the_final have_the_final
        saw_fit consider
    """,
    "thread": """
        thread discussion seed conversation comment article debate comments topic column
    """,
    "onethread": """
        the_thread the_discussion the_seed the_conversation the_article this_thread this_discussion this_seed this_conversation this_article that_thread that_discussion that_seed that_conversation your_thread a_thread a_discussion one_thread one_discussion the_debate the_comments his_thread her_thread their_thread my_thread my_seed a_seed a_conversation
    """,
    "close": """
        close lock end shut archive expire freeze closed frozen over stop
    """,
    "name": """
        cite name quote say point_to state identify give specify point_out mention list note reference link_to
        provide include post
    """,
    "rule": """
        rule guideline code policy policies coh code_of_honor regulation house_rule provision
    """,
    "broken": """
        break broke broken violate violation violated breach offend contravene infringe
    """,
    "accuse": """
        accuse accusation accusing call label claim charge brand allege allegation calling labelling labeling
        denounce dub say_somebody_broke say_someone_broke
    """,
    "call": """
        call label brand dub name calling tag describe denounce
    """,
    "label": """
        liar troll bot shill paid paid_actor sock spammer racist nazi sockpuppet agent stooge fascist bigot lying
        trolling shilling commie communist puppet operative hater plant lies dishonest astroturfer foreign_agent
        mole
    """,
    "falsely": """
        false bad frivolous abusive bogus malicious spurious unjustified unfounded revenge baseless dishonest
        needless petty wrongful spiteful groundless knowingly_false falsely deliberately_false retaliatory vexatious
        mischievous
    """,
    "dislike": """
        dislike disagree disagreement do_not_like dont_like hate annoyed personal_dislike grudge spite disapprove
    """,
    "change": """
        change alter amend modify edit revise rewrite add altered adjust update replace
    """,
    "takepart": """
        take_part takes_part taking_part taken_part took_part argue participate party involved commented comment
        engage debate join discussing discuss side sides participant posts_in write_in posted posting writes
        interest stake conversation involvement combatant dispute
    """,
    "moderates": """
        moderate rule delete judge remove police decide enforce act_as_mod act_as_a_mod redact act_as_moderator
        wear_the_mod moderating
    """,
    "moderating": """
        moderating moderation policing modding enforcement enforcing judging rulings
    """,
    "restore": """
        restore reinstate come_back comes_back brought_back undone put_back undelete restored bring_back return
        returned reverse revive recover undo resurrect reposted repost republish
    """,
    "negative": """
        no not never dont cannot cant nor none nobody without rather_than instead_of avoid isnt arent wont nothing
        neither refrain_from stop
    """,
    "delete": """
        delete remove moderate flag deletion removal collapse ban suspend censor delete_button punish deleted
        removed silence hide redact report
    """,
    "opinion": """
        opinion view viewpoint disagree disagreement unpopular dissent dissenting point_of_view criticism differing
        opposing politics belief stance side disagreeing standpoint conviction what_you_think position minority
    """,
    "tell": """
        report flag tell notify alert contact message use_the_flag inform hit_the_flag press_the_flag
        let_a_moderator_know let_us_know call_a_moderator call_a_mod
    """,
    "answering": """
        reply respond answer reply_to respond_to react engage retort replying responding answering response
        argue_with talk_to converse_with argue
    """,
    "readrule": """
        read reading know knowing seen read_the_rules aware heard read_them read_it read_this knew see
    """,
    "first": """
        first top opening pinned initial number_one 1st topmost author_first authors_first
    """,
    "stated": """
        state post announce declare publish told tell set lay_out list make_known write written spell_out explain
        posted display set_out put laid_down laid_out made_clear stand disclosed shown say_at say
    """,
    "start": """
        start beginning up_front upfront before outset at_the_top in_advance opening at_the_head first ahead
        beforehand begin from_the_first
    """,
    "offence": """
        offense offence violation breach infraction time strike instance incident transgression infringement slip
        mistake warning occasion
    """,
    "second": """
        second third fourth 2nd 3rd next subsequent further repeat a_second additional
    """,
    "repeated": """
        repeat repeated repeatedly further continued continue subsequent multiple frequent chronic habitual
        persistent
    """,
    "longer": """
        longer double more twice harsher severe increase stiffer bigger heavier higher greater harder stricter
    """,
    "warning": """
        warning warn caution admonition admonish reminder warned yellow_card friendly_reminder strike
    """,
    "vote": """
        vote upvote star like recommend rate voting upvoting thumbs_up downvote score votes liking
    """,
    "quality": """
        quality merit worth value contribution contribute well_written thoughtful well_argued good_writing
        interesting insight substance craft good_argument usefulness well_said constructive adds how_well
    """,
    "all": """
        all every each all_of any_and_all every_one_of every_single the_whole_of
    """,
    "wrote": """
        wrote write written post posted said say comment commented contributed
    """,
    "answers": """
        reply replies answers responses answer response replying quotation quotations citations quotes quote copies
        comments_below follow_ups followups child_comments everything_below anything_below comments_under retort
        whatever_answers
    """,
    "alsogo": """
        go_as_well go_too also_go will_go go_with may_go go_along also_be_removed also_be_deleted be_removed_too
        be_removed_as_well removed_with deleted_with deleted_too deleted_as_well removed_as_well removed_too
        fall_with goes_with goes_too vanish_with disappear_with go_down_with be_deleted_along be_removed_along
        will_vanish too are_removed_with
    """,
    "alsotoo": """
        too also as_well along likewise with_it with_them together alike in_turn with_the
    """,
    "modal": """
        will may can shall must might should could would gets get is are to
    """,
    "badpart": """
        bad_part offending_part offensive_part offending_words violating_part offending_passage objectionable_part insulting_part rule_breaking_part offending_sentence offending_line offensive_words offending_word bad_words bad_sentence bad_bit bad_bits offending_bit offending_bits offending_portion offending_phrase offending_remark offending_text bad_line parts part_that part_which words_that only_the just_the the_insult the_slur the_breach the_attack insult_itself offending worst_part worst poisonous_part personal_bits abusive_part sentence_that only_that passage_that
    """,
    "part": """
        part sentence word words bit portion passage line lines phrase piece paragraph bits spot clause
    """,
    "cut": """
        cut redact strike struck edit_out snip blank mask black_out excise trim blanked crossed_out taken_out replaced bracket censor xed_out be_removed is_removed be_deleted is_deleted are_removed are_deleted may_go will_go goes cut_out
    """,
    "make": """
        make have get force ask order tell
    """,
    "them": """
        them him her somebody someone a_member member you the_member people that_person
    """,
    "whole": """
        whole entire complete full all_of all_the all the_rest_of everything
    """,
    "one": """
        one single a_single even_one any even_a just_one a one_bad once
    """,
    "civil": """
        civil polite respectful courteous kind nice adult adults decent considerate friendly mature cordial gracious
        tolerant pleasant welcoming gentle chill civilized civilised well_mannered neighborly neighbourly generous
        nice_to patient helpful
    """,
    "civilly": """
        civilly politely respectfully courteously civility politeness courtesy decency manners decorum
        kindly_respect niceness mutual_respect
    """,
    "rude": """
        rude disrespectful uncivil hostile impolite incivility rudeness obnoxious disrespect nasty nastiness condescending condescension discourteous vulgar crude boorish hostility toxic toxicity childish snotty ill_mannered mean_spirited be_mean being_mean stupid_comments
    """,
    "bicker": """
        bicker slapfight slap_fight squabble quarrel feud flame_war catfight spat brawl infighting slap_fights
        mudslinging mud_slinging petty_argument petty_fight slugfest shouting_match food_fight pissing_contest
        pissing_match
    """,
    "fight": """
        fight argue bicker row quarrel feud squabble spar fighting arguing slug
    """,
    "play": """
        play act pretend acting playing appoint_yourself impersonate being be act_like act_as self_appointed
        make_yourself set_yourself_up do_the
    """,
    "others": """
        other others another member members people somebody someone each_other fellow users user other_members
        anybody
    """,
    "abuse": """
        insult attack abuse harass bully berate belittle demean denigrate disparage slam smear name_calling degrade
        ridicule malign vilify run_down trash bash mock deride slander libel defame abusive insulting attacking
        demeaning cheap_shot revile flame flaming abusing slur maligning put_down putdown putting_down besmirch
        impugn slurring
    """,
    "mocking": """
        mocking derogatory insulting demeaning belittling derisive rude childish unflattering sarcastic pejorative
        contemptuous disparaging cute silly made_up taunting offensive clever
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
        laugh mock mocking laughing roll rolling sneering derisive jeering ridicule eye_roll eyeroll crying_laughing
        clown sarcastic vomit taunting insulting
    """,
    "smiley": """
        smiley emoji emoticon emojis smilies smilie laughing_face emoticons clown_face thumbs_down reaction_icon
        sticker rolling_eyes yellow_face faces icon icons
    """,
    "harmful": """
        repugnant harmful disgusting obscene pornography porn pornographic gore gory illegal repulsive vile nsfw
        self_harm suicide indecent abhorrent revolting lewd sexually_explicit nudity offensive_material depraved
        gruesome sickening unlawful obscenity inappropriate objectionable shocking violent_content loathsome graphic
    """,
    "hate": """
        hate_speech hateful slur racist racism sexist sexism bigot bigotry homophobic homophobia antisemitic
        antisemitism anti_semitic anti_semitism transphobic transphobia xenophobic xenophobia racial_slurs hatred
        misogyny misogynistic islamophobia discrimination discriminatory discriminate prejudice ethnic_slur epithet
        hate white_supremacy dehumanize dehumanise dehumanizing
    """,
    "inflame": """
        inflame inflammatory incendiary provocative provocation flamebait incite rile enrage flame_bait rage_bait
        ragebait provoking stir_up stirring_up outrage_bait infuriate incitement antagonistic rabble_rousing
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
    "category": """
        category whole_group entire_group group class_of_people race religion faith liberal liberals conservative
        conservatives christian christians muslim muslims jew jews republican republicans democrat democrats atheist
        atheists theist theists women men gender sex nationality ethnicity whole_party immigrants gays believers
        categories minority minorities ethnic sexual_orientation all_members_of orientation demographic generation
        boomers southerners americans foreigners communities nation region profession people_of
    """,
    "allof": """
        all every entire whole
    """,
    "partisan": """
        partisan republican democrat democratic left_wing right_wing liberal conservative political left right party
        the_other_party gop the_other_side candidates parties
    """,
    "bash": """
        bash attack jab snipe mock diss dissing run_down dismiss discredit sneer_at trash disparage belittle insult
        ridicule blame impugn bashing sniping deride knock denigrate attacking cheap_shots shoot complain_about
        reject smear rubbish slam
    """,
    "idea": """
        idea argument issue topic content position point opinion view policy ball reasoning what_is_said
        what_was_said what_people_say what_someone_says what_somebody_says what_he_says the_post the_comment
        the_statement the_facts the_claim
    """,
    "thepersons": """
        person member user individual poster author viner commenter each_other writer speaker man personality
        one_another other_members who_says_it who_said_it who_wrote_it character individuals who_is_speaking
        messenger personalities who_posted_it whoever_said whoever_wrote the_other_person
    """,
    "nofor": """
        no avoid without never dont do_not not zero refrain_from stop resort_to not_resort_to forbidden any personal
        trading
    """,
    "talkabout": """
        talk_about discuss comment_on commenting_on psychoanalyze analyze speculate_about speculating_about
        gossip_about judge criticize criticise psychoanalyse diagnose
    """,
    "seed": """
        seed article story piece post seeds articles
    """,
    "swear": """
        swear curse profanity f_word four_letter cuss expletive obscenity obscenities profanities cursing swearing
        foul_language swear_words curse_words bad_language f_bomb vulgarity f_words four_letter_words vulgarities
        expletives foul_words strong_language cussing stfu coarse_language dirty_words salty_language crude_language
        f_bombs c_word s_word vulgar_language
    """,
    "at": """
        at toward towards against aimed directed aimed_at directed_at into to aim direct hurl throw on
    """,
    "mild": """
        mild occasional moderate moderation sparingly limit excessive excess minimum within_reason overdo overuse
        limited every_other_word gratuitous constant reasonable mildly a_little some now_and_then minimal
        once_in_a_while overboard too_much heavy too needless when_needed restraint rein tone_down keep_down
        restrain light not_overdo for_emphasis rarely emphasis
    """,
    "limited": """
        limit mild occasional moderate excessive gratuitous limited some a_little constant minimise minimize
        tone_down go_easy_on keep_down easy_on restrain cut_down_on hold_down reduce sparing too_much heavy needless
    """,
    "fine": """
        fine ok okay allowed permitted tolerated acceptable accepted welcome not_forbidden not_banned not_prohibited
    """,
    "oblique": """
        oblique indirect veiled sly sidelong implied backhanded snide passive_aggressive hidden subtle roundabout
        obliquely indirectly slyly disguised cloaked barbed sideways coy covert thinly_veiled clever cleverly
        back_handed underhanded coded
    """,
    "imply": """
        imply hint insinuate suggest allude hinting implying insinuating suggesting
    """,
    "dance": """
        dance_around skate_around work_around toe tiptoe get_around skirt game push test tiptoe_around walk probe
        bend stretch lawyer straddle work_the_edges
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
    "said": """
        said say saying word words statement argument position meant mean wrote view claim opinion point text
        comment meaning
    """,
    "attribute": """
        attribute ascribe impute assign credit put pin project
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
    "offender": """
        troll trolls violator offender rule_breaker rule_breakers rule_breaking violation breaking abuse insult
        insults abuser bait attack attacks spam spammers offence offense violating breaks breach
        rule_breaking_comment trolling comments_that_violate that_violate that_break bad_comment bad_comments
        offending provocation provocations breaches
    """,
    "take": """
        take rise_to bite swallow fall_for go_for
    """,
    "flagit": """
        flag report flag_it report_it flag_them report_them ignore flag_and use_the_flag scroll_past move_on
        walk_away
    """,
    "quote": """
        quote copy repeat cite requote quoting
    """,
    "engage": """
        engage debate argue feed interact talk deal tangle fight converse
    """,
    "talk": """
        talk discuss comment complain debate argue complaint discussion complaining commentary question meta gripe
        grumble grouse bellyache speculate criticism criticize criticise bring_up remark
    """,
    "drag": """
        drag bring pull inject raise throw
    """,
    "empty": """
        empty pointless meaningless useless worthless low_effort one_word lazy content_free vacuous throwaway
        drive_by hollow idle substance_free effortless mindless one_line thoughtless inane vapid contentless
        insubstantial
    """,
    "add": """
        add contribute bring offer advance further adds contributes
    """,
    "drive": """
        drive driving
    """,
    "claims": """
        claim assertion statement opinion fact facts argument allegation assert contention charge view state belief
        verdict judgment judgement conclusion say dismissal objection denial
    """,
    "unsupported": """
        unsupported unsubstantiated baseless unfounded unproven groundless bare naked mere unargued unexplained
        unreasoned blanket bald empty
    """,
    "reason": """
        reason reasons support explanation why evidence grounds backing basis reasoning substantiation rationale justification
    """,
    "stateit": """
        say explain give state tell show offer add tell_us spell_out make_clear
    """,
    "why": """
        why reason reasons how_come grounds your_reason what_makes explanation
    """,
    "wrong": """
        wrong disagree you_are_wrong youre_wrong nonsense rubbish thats_wrong false not_true incorrect mistaken
        bullshit untrue disagreement
    """,
    "evidence": """
        source evidence proof citation reference references documentation sources citations footnote sourcing attribution where_you_got where_it_comes link_to_source link_to_the_source link_to_evidence
    """,
    "older": """
        older_than more_than_a_week_old no_older not_older older days_old hours_old weeks_old months_old week_old
        month_old day_old hour_old year_old out_of_date too_old
    """,
    "only": """
        only just solely exclusively nothing_but strictly merely purely no_more_than limited_to reserved_for
        restricted_to reserved no_other exclusive nothing_else_than
    """,
    "words": """
        word words text sentence writing prose passage material paragraph sentences passages work
    """,
    "media": """
        link picture image video url photo youtube clip links pictures cartoon song gif meme
    """,
    "link": """
        link links url hyperlink
    """,
    "many": """
        too_many so_many several more_than many flood string series run dozens excessive no_more_than at_most two
        three four five six ten multiple
    """,
    "posted": """
        post posted seed seeded submit submitted share shared been_posted put_up published linked discussed covered
    """,
    "promote": """
        promote advertise plug market hawk push pimp tout advertising promoting peddle publicize publicise sell
        selling promotion_of advertisement_for drum_up shill
    """,
    "source": """
        source publisher outlet paper messenger newspaper site sources publication media_outlet news_outlet website
        outlets network magazine journalist publishers the_author_of_the_article news_site fox_news domain journal
        broadcaster newspapers sites publications
    """,
    "content": """
        content argument facts substance claims article what_it_says information what_is_said report story evidence
        points text message arguments case
    """,
    "stick": """
        stick stay keep hew hold stuck confine limit keep_to remain restrict speak adhere focus concentrate
    """,
    "comments": """
        comment post reply discussion response remark comments posts replies contribution
    """,
    "moved": """
        move moved relocate relocated transfer transferred shift shifted split_off moving diverted rehoused redirect
        redirected taken_elsewhere take_it_elsewhere carried_over split
    """,
    "fits": """
        relevant fit match accurate appropriate related pertain belong apply suit relevance describe fitting
        pertinent relate accurately to_do_with suitable correspond reflect
    """,
    "title": """
        title headline titles headlines subject_line heading header
    """,
    "accurate": """
        accurate fact factual honest true neutral accurately accuracy truthful facts fair descriptive informative
        clear objective plain correct precise faithful truth fairly straight unbiased sober
    """,
    "misleading": """
        misleading clickbait sensational sensationalist sensationalized editorialized exaggerated mislead deceptive
        inaccurate false bait click_bait loaded spin slanted vague hyped deceive lie distort inflammatory biased
        hype exaggerate untrue editorialise overstated overstate lurid twist
    """,
    "say": """
        say state tell reflect describe support claim
    """,
    "match": """
        match same original identical as_published copy copied exact unchanged mirror verbatim correspond agree_with
        exactly word_for_word equal taken_from reproduce as_is source sources reproduced publishers actual
    """,
    "keep": """
        use keep copy retain leave preserve take give seed_under post_under quote carry_over
    """,
    "tagged": """
        tag tagged mark marked prefix label labeled labelled bracket brackets flair in_brackets prefixed begin_with
        start_with begins_with starts_with marker preface carry carries bear denote designate bracketed
        square_brackets
    """,
    "badsource": """
        blog blogs tabloid tabloids social_media twitter facebook youtube tweets tweet satire_site satire_sites press_release press_releases personal_blogs personal_blog wikipedia conspiracy_site conspiracy_sites content_farm content_farms parody forum_posts propaganda_site propaganda_sites propaganda_outlets reddit instagram tiktok aggregators opinion_blogs anonymous_blogs unreliable hoax_sites fake_news_sites advertorials gossip_sites screenshots podcasts
    """,
}
CUE_GROUPS: dict[str, tuple[str, ...]] = {
    name: tuple(each.replace("_", " ") for each in text.split()) for name, text in _WRITTEN.items()
}
"""Every choice of a group in words."""
