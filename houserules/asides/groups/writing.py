"""What is written, claimed, linked, and posted. `_` joins words of one choice."""

GROUPS = {
    "cm": """
        comment post reply response remark message posting answer contribution
    """,
    "negative": """
        no not never dont cannot cant nor none nobody without rather_than instead_of avoid isnt arent wont
        nothing neither refrain_from stop
    """,
    "opinion": """
        opinion view viewpoint disagree disagreement unpopular dissent dissenting point_of_view criticism
        differing opposing politics belief stance side disagreeing standpoint conviction what_you_think position
        minority
    """,
    "answering": """
        reply respond answer reply_to respond_to react engage retort replying responding answering response
        argue_with talk_to converse_with argue
    """,
    "vote": """
        vote upvote star like recommend rate voting upvoting thumbs_up downvote score votes liking
    """,
    "quality": """
        quality merit worth value contribution contribute well_written thoughtful well_argued good_writing
        interesting insight substance craft good_argument usefulness well_said constructive adds how_well
    """,
    "wrote": """
        wrote write written post posted said say comment commented contributed
    """,
    "idea": """
        idea argument issue topic content position point opinion view policy ball reasoning what_is_said
        what_was_said what_people_say what_someone_says what_somebody_says what_he_says the_post the_comment
        the_statement the_facts the_claim
    """,
    "seed": """
        seed article story piece post seeds articles
    """,
    "said": """
        said say saying word words statement argument position meant mean wrote view claim opinion point text
        comment meaning
    """,
    "attribute": """
        attribute ascribe impute assign credit put pin project
    """,
    "quote": """
        quote copy repeat cite requote quoting
    """,
    "talk": """
        talk discuss comment complain debate argue complaint discussion complaining commentary question meta
        gripe grumble grouse bellyache speculate criticism criticize criticise bring_up remark
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
        claim assertion statement opinion fact facts argument allegation assert contention charge view state
        belief verdict judgment judgement conclusion say dismissal objection denial
    """,
    "unsupported": """
        unsupported unsubstantiated baseless unfounded unproven groundless bare naked mere unargued unexplained
        unreasoned blanket bald empty
    """,
    "reason": """
        reason reasons support explanation why evidence grounds backing basis reasoning substantiation rationale
        justification
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
        source evidence proof citation reference references documentation sources citations footnote sourcing
        attribution where_you_got where_it_comes link_to_source link_to_the_source link_to_evidence
    """,
    "older": """
        older_than more_than_a_week_old no_older not_older older days_old hours_old weeks_old months_old
        week_old month_old day_old hour_old year_old out_of_date too_old
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
        too_many so_many several more_than many flood string series run dozens excessive no_more_than at_most
        two three four five six ten multiple
    """,
    "posted": """
        post posted seed seeded submit submitted share shared been_posted put_up published linked discussed
        covered
    """,
    "promote": """
        promote advertise plug market hawk push pimp tout advertising promoting peddle publicize publicise sell
        selling promotion_of advertisement_for drum_up shill
    """,
    "source": """
        source publisher outlet paper messenger newspaper site sources publication media_outlet news_outlet
        website outlets network magazine journalist publishers the_author_of_the_article news_site fox_news
        domain journal broadcaster newspapers sites publications
    """,
    "content": """
        content argument facts substance claims article what_it_says information what_is_said report story
        evidence points text message arguments case
    """,
    "stick": """
        stick stay keep hew hold stuck confine limit keep_to remain restrict speak adhere focus concentrate
    """,
    "comments": """
        comment post reply discussion response remark comments posts replies contribution
    """,
    "moved": """
        move moved relocate relocated transfer transferred shift shifted split_off moving diverted rehoused
        redirect redirected taken_elsewhere take_it_elsewhere carried_over split
    """,
    "fits": """
        relevant fit match accurate appropriate related pertain belong apply suit relevance describe fitting
        pertinent relate accurately to_do_with suitable correspond reflect
    """,
    "title": """
        title headline titles headlines subject_line heading header
    """,
    "accurate": """
        accurate fact factual honest true neutral accurately accuracy truthful facts fair descriptive
        informative clear objective plain correct precise faithful truth fairly straight unbiased sober
    """,
    "misleading": """
        misleading clickbait sensational sensationalist sensationalized editorialized exaggerated mislead
        deceptive inaccurate false bait click_bait loaded spin slanted vague hyped deceive lie distort
        inflammatory biased hype exaggerate untrue editorialise overstated overstate lurid twist
    """,
    "say": """
        say state tell reflect describe support claim
    """,
    "match": """
        match same original identical as_published copy copied exact unchanged mirror verbatim correspond
        agree_with exactly word_for_word equal taken_from reproduce as_is source sources reproduced publishers
        actual
    """,
    "keep": """
        use keep copy retain leave preserve take give seed_under post_under quote carry_over
    """,
    "tagged": """
        tag tagged mark marked prefix label labeled labelled bracket brackets flair in_brackets prefixed
        begin_with start_with begins_with starts_with marker preface carry carries bear denote designate
        bracketed square_brackets
    """,
    "badsource": """
        blog blogs tabloid tabloids social_media twitter facebook youtube tweets tweet satire_site satire_sites
        press_release press_releases personal_blogs personal_blog wikipedia conspiracy_site conspiracy_sites
        content_farm content_farms parody forum_posts propaganda_site propaganda_sites propaganda_outlets reddit
        instagram tiktok aggregators opinion_blogs anonymous_blogs unreliable hoax_sites fake_news_sites
        advertorials gossip_sites screenshots podcasts
    """,
}
