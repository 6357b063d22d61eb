"""What is talked about, and how it is brought up."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "cite-sources",
        "facts come with their source.",
        """
        cite|give|state|provide|back|support|link|have|bring|offer|supply|need|needs|require|requires|required|prove|substantiate|document|show|demand|include|name|post|add
        .. {evidence} /
        back .. up .. {claims}|with|by|what|your|it / back|support|substantiate|document|prove .. {claims} /
        {evidence} ..
        required|requested|needed|expected|please|for|must|should|when|or|welcome|appreciated|mandatory /
        {claims} .. {evidence} / {claims} .. without .. {evidence}|link /
        source|reference|references|footnote your|for .. {claims}|facts|figures|numbers|statistics|claim / cite /
        citation needed / where .. {claims} .. come|comes|from|got /
        fact|facts|figure|figures|statistic|statistics|claim|claims|number|numbers .. {evidence}|link|sourced|source
        """,
        unless="""
        attack|diss|bash|source .. instead / no evidence of / source .. no|not|only .. {older} /
        original .. source / headline .. of .. source|article / title .. source / cite .. rule|line|section /
        only .. source / {articles} .. reliable|reputable|credible / which rule / quote .. source .. {answering} /
        report|flag .. {evidence} / attack .. evidence
        """,
    ),
    Cue.of(
        "no-copyright",
        "no copying of what belongs to others.",
        """
        copyright|copyrighted|copyrights|plagiar|plagiarism|plagiarize|plagiarized|plagiarise|plagiarising|plagiarist|piracy|pirated|infring|infringement|dmca
        /
        blockquote|blockquotes / {words} .. not .. {poss}|own|yours / {words} .. arent|isnt .. {poss}|own|yours /
        pass|passing|passes .. off .. as .. own|yours /
        steal|stealing|stolen|theft|lift|lifting|lifted ..
        {words}|content|work|article|text|art|material|others|paragraph /
        credit|attribute|acknowledge ..
        source|author|artist|creator|writer|photographer|original|photo|quote|words|where|it|who /
        {others} .. work .. own / reproduce|republish|repost|copy .. {whole} .. article|text|story|articles /
        {whole} .. article|text|story .. copied|pasted|reproduced / quotation_marks|quote_marks .. words|around /
        in .. quotation|quotes marks? / paste|copy|reproduce|pasting .. {whole} .. article|text|story|piece
        """,
        unless="""
        vote|star|good writing / copy .. title|headline
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-copy-paste",
        "no long pasted text.",
        """
        copy|cut and|n|& paste|pasted|pasting|pastes / copy|cut paste|pasted|pasting|pastes /
        copypasta|copypaste|copypasted|copypastes|copypasting /
        wall|walls|block|reams|pages|slab|slabs|screenful|screens of ..
        text|quote|quotation|copied|pasted|words|stuff /
        {negative} .. paste|pasting|pasted|dump|dumping /
        boilerplate|canned|prefabricated .. text|{cm}|propaganda|talking|reply /
        long|lengthy|huge|endless|massive .. paste|pasted|quotation|quotations|quote|excerpts|passages /
        pasted .. text|essay|article|propaganda|screed|tract|material|from|speeches|{cm}
        """,
        unless="""
        {whole} .. article|text|story .. summary|seed / title|headline / own words .. {cm} .. link
        """,
        is_conduct=True,
    ),
    Cue.of(
        "link-explain",
        "a link or picture needs words of one’s own.",
        """
        {media} ... without|no|bare|naked|alone|by_itself|by_themselves|on_its_own|nothing_else ..
        {poss}|words|comment|commentary|explanation|context|description|word|summary|text|explain|saying|thought|intro|note
        /
        {media} ... explain|describe|summarize|summarise|introduce|accompan|accompanied|context|comment_of /
        explain|describe|summarize|summarise|introduce|accompany|say_what|say_why|tell_us .. {media} /
        bare|naked|plain|lone|unexplained|contextless|blind|drive_by .. {media} /
        {media} .. only|alone|by_itself|dump|dumps|dumping|drop|drops|dropping|is_not|are_not|isnt|arent /
        {media} .. {poss} .. words|word|comment|sentence|thoughts|opinion /
        just|only .. post|drop|a|posting|dropping|paste|throw|dump .. {media} / {poss} words .. {media} /
        why .. {media} .. matters|relevant|worth|posted|post|there|shows /
        {media} .. speak|stand .. itself|alone|themselves|own
        """,
        unless="""
        meme / {link} .. thread|comment|seed / original .. link / report|flag .. {link} / shorten
        """,
    ),
    Cue.of(
        "no-double-post",
        "one comment is edited rather than followed by another.",
        """
        post|posting|comment|commenting .. times|twice|two|three .. row .. edit / not .. post .. edit /
        use .. edit / edit|editing .. {poss} .. {cm}|first|last|earlier|old / when|if|since .. can edit /
        double|triple|multiple post|posts|posting|comment|comments|commenting|posted /
        doublepost|doubleposting|doubleposts /
        edit|editing|amend|update .. instead|rather|than .. {cm}|posting|another|second|new|add|adding|reply /
        {cm} .. twice|two|second .. row|edit /
        instead|rather .. of|than .. {cm}|posting|adding|second|another|two|new .. edit|use /
        use .. edit .. button|function|feature|link|instead /
        edit|add_to|correct|extend|amend .. {poss} .. {cm} .. instead|rather|not /
        one after .. other|another .. edit|same|yourself
        """,
        unless="""
        editing .. title|headline / same .. article|story|link
        """,
        absorbs="no-flooding",
        is_conduct=True,
    ),
    Cue.of(
        "no-repeat",
        "nobody posts the same again.",
        """
        repeat|repeating|repeats|repeated|repetitive|repetition|repetitious ..
        {cm}|yourself|themselves|himself|same|point|points|argument|claim|message|over|again|it|text|assertion|one|the|content|posting|question
        /
        same .. {cm}|thing|point|argument|text|message|link|words|claim|line|question|comment|paragraph|assertion ..
        again|twice|over|repeatedly|several|many|times|more_than|once|every|multiple|all /
        again and again / over and over / repetition|repetitive|repetitious|repeating /
        {negative} .. say|post|write|make|saying|posting it|something|things|point|anything ..
        twice|again|more_than_once /
        say|make it|something|your_point once / broken record / copies of .. {cm} / identical .. {cm}
        """,
        unless="""
        repeat .. offen|violat|breach|it .. {bar}|and_you|{rm} /
        repeat offender|offenders|violation|violator|violators|offence|offense|infraction / repeat it and you /
        same .. {articles}|story|headline / repeated .. violat|offen|breach|infraction|warning|flag
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-flooding",
        "not too many in a row.",
        """
        flood|flooding|floods / {many} ... in .. row|succession|hour|day|minutes|short|while|time|quick|once /
        in .. row /
        {number} .. {articles}|{cm}|comments|posts|seeds|articles .. per|a|each|every|in|within {period} /
        per|a|each|every|within {period} .. per|a|each .. member|person|user|seeder /
        monopoliz|monopolis|dominat|dominate|monopolize|crowd|clog|clogging|swamp|swamping|bury|drown|saturat|hog|hogging
        .. thread|discussion|page|front|column|group|conversation|feed|list|others|board /
        carpet bomb|bombing / {articles}|{cm} .. rapid|quick succession|fire / mass posting|seeding|posts|seed /
        wait .. {period} .. between|before .. {cm}|seed|article /
        space|spread .. out .. {articles}|{cm}|seeds|them / too many|often|frequently / machine gun
        """,
        unless="""
        {close} ... {period} / suspen|{bar} ... {period} / {number} .. flag|report / {articles} .. older / strike /
        in a row .. seats / too many cap|capitals|links|tags|words|emoji|smileys|quotes
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-memes",
        "no memes, no reaction pictures.",
        """
        meme|memes|macros / reaction|funny|silly .. picture|pictures|image|images|gif|gifs|pic|pics|photo /
        gif|gifs /
        cartoon|cartoons|captioned|demotivational|demotivator|image_macro .. picture|instead|reply|as|in /
        picture|pictures|image|images|photo .. instead .. of|argument|words|reply / animated .. picture|image|gif
        """,
        unless="""
        meme is fine
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-misinformation",
        "nothing false that is known to be.",
        """
        cant|cannot|not|never .. prove|proven|proved|true|verify|verified .. claim|say|it|post|dont /
        make|made|making things|facts|stuff|up up? / stick to .. facts|truth / tell .. truth /
        unproven|unverified|false|wrong .. rumors|rumours|claims|stories /
        misinformation|disinformation|misinform|disinform|misinforming|debunk|debunked|debunks|debunking|disproven|disproved|refuted|hoax|hoaxes|falsehood|falsehoods|untruth|untruths|fabricat|fabrication|fabrications|fabricated
        /
        {falsely}|fake|untrue|misleading|wrong|made_up|invented|deceptive|known ..
        claim|claims|information|info|story|stories|statement|fact|facts|news|rumor|rumour|content|quote|quotes|assertion|propaganda|statistics|material
        /
        conspiracy theory|theories|conspiracies|nonsense /
        spread|spreading|repeat|peddle|peddling|push .. lie|lies|rumor|rumors|rumours|hoax|myth|myths|conspiracy /
        lie|lies|lying .. about|deliberate|deliberately|knowingly|{rm}|as|fact|that|news /
        deliberate|deliberately|knowingly .. false|mislead|misleading|lie|lies|wrong|untrue|deceive /
        snopes|fact_check|factcheck|fact_checker|fact_checkers|politifact|proven ..
        false|wrong|lie|untrue|debunk|has|have|as|by|claim|checked /
        mislead|misleading|deceive|misrepresent / fake news
        """,
        unless="""
        misleading title|headline|titles|headlines / title|headline ... misleading / {call} .. liar|lie|lying /
        misleading tag / accus|label|calling / {falsely} .. flag|report /
        misrepresent .. {said}|{mem}|argument|position
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-politics",
        "no politics.",
        """
        no|avoid|without|not|never|leave|keep|free_of|nothing politics|political / non political /
        nonpolitical|apolitical /
        politics .. banned|forbidden|not|out|off_limits|stays|elsewhere|prohibited|unwelcome|have_no|has_no|will /
        leave|keep|check .. politics .. out|at|aside|away|elsewhere|home|off|door /
        political .. {articles}|comments|discussion|posts|seeds|content|talk|debate|rant ..
        not|will|are|banned|forbidden|belong|{rm}|elsewhere|is|unwelcome /
        no .. politics|political / politics free
        """,
        unless="""
        politics .. outside / political .. bash|attack|insult|jab|sniping|party / only politics|political /
        politics .. only
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-self-promotion",
        "no advertising of one’s own.",
        """
        self promotion|promo|promoting|promote|promotional|advertising|advertisement|serving|publicity /
        selfpromotion|selfpromo|selfpromoting /
        {promote} ..
        {poss}|yourself|themselves|himself|product|products|service|business|site|blog|website|channel|book|commercial
        /
        {poss} .. {ownthing} .. {negative}|not|promote|link|seed|advertis|is|are|may|once|sparingly|limit|spam /
        link|seed|post|post_links|submit|share|linking|seeding|posting .. to|from|your|their|own .. own ..
        {ownthing}|sites /
        seed|link|post .. {poss} {ownthing} /
        advertising|advertisement|advertisements|advert|adverts|ads|advertise|advertisers|commercials|solicit|soliciting|solicitation|shill_for|sales_pitch|sales_pitches|selling|sell|fundraising|affiliate|referral|marketing|blogspam
        /
        plug|plugging|plugs .. {poss}|your|book|blog|site|shameless|product /
        drum up|drumming|drive|driving|generate .. business|traffic|clicks|hits|customers|readers /
        commercial .. content|post|link|use|purpose|message|spam / {poss} .. commercial|business|product
        """,
        unless="""
        promote .. {articles} .. front / promot .. violence|hate|harm / own words / own .. account
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-self-reply",
        "nobody answers oneself.",
        """
        {answering}|answer|talk|reply|respond|replies .. {oneself} / {answering} .. {poss} {cm} /
        {cm} .. answer|under|below .. {poss} {cm} / conversation|talk|talking|chat with {oneself}
        """,
        unless="""
        not|dont answer .. {folk}
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-self-vote",
        "nobody votes for oneself.",
        """
        {vote} .. {oneself} /
        {vote} .. {poss} ..
        {cm}|seeds|articles|items|stuff|posts|work|seed|article|things|contributions|content|remarks /
        self voting|vote|votes|voted|upvote|upvoting / {vote} .. own
        """,
        unless="""
        {vote} .. {poss} opinion
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-source-dissing",
        "the argument counts, not its source.",
        """
        source|from|where|publisher|published|paper|outlet .. is_no|is_not|isnt|not_an|no
        argument|rebuttal|answer|reason /
        answer|argue|address|discuss .. what .. article|text|story .. says|say|reports|claims|not|instead /
        dismiss|reject|wave_away .. article|story|seed|piece .. because / {bash} .. {source} /
        {source} ..
        {bash}|attacks|is_not_an_argument|is_no_argument|isnt_an_argument|not_the_argument|rather_than|instead_of|not_rebuttal
        /
        {content} ... {negative} ... {source} / {negative} ... {source} ... {content} /
        shoot|kill|blame|attack messenger / shoot|kill|blame|attack the messenger / genetic fallacy /
        consider|considering the source /
        biased|unreliable|lying|liberal|fox|lamestream .. {source} .. is|as|not|dismiss /
        dismiss|reject|wave .. because|for|over .. where|who|source|from|it_came|published|printed /
        {content} .. whoever|no_matter|wherever .. {source}|published|printed|says|comes|wrote
        """,
        unless="""
        source .. reliable|reputable|credible / attack .. argument .. not .. person / original source /
        post|link|cite|name|give .. source
        """,
        is_conduct=True,
    ),
    Cue.of(
        "topic-ban",
        "a comparison is forbidden.",
        """
        isnt|arent|not|never .. discussed|debated|mentioned|a_topic|a_subject|talked_about|up_for_discussion ..
        here|in /
        no place|room for discussions|talk|debate|debates /
        compar|comparing|compare|comparison|comparisons|liken|likening|equate|equating|analogies|analogy|parallels
        .. to|with|between|of ..
        nazi|nazis|hitler|dictator|dictators|stalin|fascist|fascists|terrorist|terrorists|mao|holocaust|tyrant|tyrants|slavery|despot|despots|criminal|criminals
        /
        nazi|hitler|dictator|fascist|fascism|holocaust|stalin|tyrant ..
        comparison|comparisons|references|reference|analogies|analogy|parallel|parallels /
        godwin|godwins /
        {negative} .. mention|mentions|talk|discussion|discuss|seeds|articles|anything|comments|debate|posts|stories
        .. of|about|on ... /
        subject|topic .. of .. banned|forbidden|off_limits|closed|taboo
        """,
        unless="""
        {moderating}|moderation|{mod}|deletion|site|rules|each|members|{mem} / report / {media} .. only /
        nothing .. older / contrib / off topic / {poss}|yourself|private|privately|spoiler /
        no .. comments .. about .. person|people|poster|other
        """,
        is_conduct=True,
    ),
    Cue.of(
        "topic-only",
        "only the named subject belongs here.",
        """
        is|are {only} .. for|about /
        {only} .. for ..
        questions|remarks|feedback|discussion|news|stories|articles|fans|talk|posts|matters|those|topics /
        {only} .. {articles}|topics|subjects|matters|discussion|posts|stories|comments|content|seeds ..
        about|on|of|related|concerning|regarding|dealing|that_deal /
        {articles}|posts|topics only|exclusively /
        {only} .. {articles}|topics|matters|stories|discussion|content ..
        allowed|here|please|belong|welcome|accepted|permitted|wanted /
        must|should|have_to|has_to|need_to|needs_to .. be ..
        about|related|relate|concern|pertain|deal|have_to_do|on_the_subject /
        must|should|have_to|has_to|needs_to .. relate|pertain|concern|deal|relevant_to .. /
        {articles} .. anything|everything_else|else .. {rm}|elsewhere|not|belong /
        dedicated|devoted|reserved|restricted|limited|confined|exclusive|exclusively|intended|meant|strictly|purely|solely
        .. to|for|about /
        this .. group|place|seed|column|forum|area|nation|community is|exists .. for|about /
        {only} ..
        good|positive|happy|uplifting|local|science|nature|travel|sports|music|food|art|history|related|relevant /
        everything|anything .. else .. elsewhere|belongs|goes|{rm}|off
        """,
        unless="""
        quote / news .. only|articles|stories .. only / only .. news / english / members .. only / only .. members /
        only .. {boss} / tag|tags|title|titles|headline|headlines / excerpt|original|facts .. only /
        only .. excerpt|original|facts / politics|insult .. not / must .. be .. relevant .. {seed} /
        flag|report|delete_button|button / on topic / {only} .. {link}|picture|emoji|smileys /
        smiley|smileys|emoji|emojis|emoticon / source|sources .. only / only .. source|sources /
        {close} .. {period} / {older} / stay|stick|keep
        """,
    ),
    Cue.of(
        "on-topic",
        "comments keep to the subject.",
        """
        something|nothing|anything|little to .. do .. with / to do with / bear on /
        on|off topic|subject|point|thread|track|the_topic|the_subject|the_issue|theme|message / offtopic|ontopic /
        derail|derailing|derails|derailed|derailment / hijack|hijacking|hijacks|sidetrack|sidetracking /
        {stick} .. to|with|on .. topic|subject|article|point|theme|issue|matter|seed|hand|story|question /
        irrelevant|unrelated|irrelevance /
        relevant|related|relate|pertain|pertinent|germane .. to ..
        topic|subject|article|discussion|seed|thread|conversation|story|issue|matter|theme|column /
        nothing .. to_do .. with .. topic|subject|article|discussion|seed|thread|conversation|story|issue|it /
        change|changing|changes|switch|switching|wander|stray|strays|straying|drift|drifting|deviate|digress|divert|diverting|steer|drag|drags
        .. subject|topic|discussion|thread|there|conversation|away|from|elsewhere|off|article /
        tangent|tangents|tangential|digression|digressions|red_herring|red_herrings|whataboutism|whatabout|but_what_about|thread_jacking|threadjacking
        /
        discuss|comment|address .. article|topic|subject|the_seed .. only|itself|not|nothing|rather /
        about|on .. the .. article|seed|topic|subject_at|story_at /
        {comments} .. must|should|has|have|need .. about|on|concern|address|relate|deal ..
        article|seed|topic|subject|story
        """,
        unless="""
        cap|caps|capslock / tag|tags / title|headline|titles / post|cm .. on .. subject .. of .. only /
        insult|attack|subject_of .. the article / insult .. subject .. of / change .. title /
        group .. nothing|to_do / off topic .. move / read .. the .. article / opinion .. on .. topic
        """,
    ),
    Cue.of(
        "move-off-topic",
        "what is off topic is moved.",
        """
        off topic|subject ... {moved} / {moved} ... off topic|subject / offtopic ... {moved} /
        irrelevant|unrelated|tangent|digression|drift|wander|stray ... {moved} /
        {moved} .. rather|instead|not .. {rm}|than /
        {moved} .. to .. thread|place|seed|discussion|group|area|own|another|elsewhere|proper|right|general|open
        """,
        unless="""
        {moved} on / remove / front
        """,
    ),
    Cue.of(
        "quote-limit",
        "no more is quoted than needed.",
        """
        quote ... only|but|just .. relevant|bit|part|needed|necessary|lines|passage|sentence /
        quote|quoting|quotes|quotation|excerpt ..
        {only}|no_more|not_more|less|short|brief|sparingly|necessary|needed|relevant|minimum|at_most|as_much|as_little
        /
        {only}|no_more|sparingly|trim|cut|shorten|minimise|minimize|limit|keep|least ..
        quote|quotes|quoted|quoting|quotation|quotations /
        {negative} .. quote|quoting .. whole|entire|full|long|all|everything|complete / {whole} .. quoted|quote /
        overquot|overquoting|fullquote|full_quote / {negative} .. quote .. more
        """,
        unless="""
        quote .. person|member|whom|who|rule|line .. you / article|story|piece / {only} .. quote .. if /
        report|flag / accus
        """,
    ),
    Cue.of(
        "quote-parent",
        "who answers quotes what is answered.",
        """
        quote|cite|copy|blockquote|quoting ... {answering}|answer|reply|responding|response /
        when|while|if|in|whenever .. {answering} ... quote|quoting|cite|copy /
        {answering} .. must|should|please|remember|always|needs|need|begin|start .. quote|quoting|cite|copy /
        quote|cite .. person|poster|whom|parent|words_you|part_you|passage_you|comment_you|what_you
        """,
        unless="""
        {negative} .. quote / no|not more than|of / quote .. {only}|no_more|sparingly|whole / rule / troll|violat
        """,
    ),
    Cue.of(
        "read-first",
        "read, then comment.",
        """
        {cm}|commenting .. on|about .. headline|title|headlines / headline|headlines alone /
        open|click|follow .. link|article / read .. first|through|before /
        read .. before|first|prior ..
        {cm}|commenting|posting|you|replying|voting|flagging|answering|responding|speaking /
        before .. {cm}|commenting|posting|replying|voting|voicing|you|answering ... read /
        read .. article|piece|story|seed|link|source|whole|thread|text|comments|it ..
        before|first|then|and|or|please|completely|all|through|fully /
        {cm}|commenting|posting|reply|vote|judge ... without .. read|reading|having /
        not|havent|didnt|never|hasnt .. read .. article|piece|story|seed|it|link|source|text|beyond|past|more_than /
        rtfa / click|follow|open .. link|through|article .. before /
        read .. past|beyond|more_than|further_than .. headline|title / {only} .. headline|title .. read
        """,
        unless="""
        title .. must|should|match / {rule} .. read|reading /
        read|reading .. {rule}|this|these|guidelines|faq|sidebar / not .. read .. excuse
        """,
    ),
    Cue.of(
        "scope",
        "it holds only somewhere.",
        """
        front page|pages / frontpage /
        in|within|on|inside|throughout|of|from|for .. {onethread} .. only|directly|again|but|or|where|while /
        in|within|inside|throughout|across|on .. this|that|same|one|a_single|any_one
        thread|discussion|conversation|seed|debate /
        in|within the thread|discussion|conversation|seed /
        in|within|to|outside|for|of .. {place} .. area|section|room|category|zone|column /
        area|section|zone|subforum .. only|will|belong|is|are|outside /
        outside .. area|section|group|thread|category|zone|{place} / in|to .. the .. area|section|zone|category /
        site|sitewide|systemwide wide / sitewide|everywhere|siteside /
        whole|entire|all_over|across|all_of|anywhere|throughout .. site|website|platform /
        anywhere|everywhere|elsewhere .. site / group feed|feeds|wall / in .. feed|groups_feed /
        this|these .. rule|rules|policy|applies|apply|hold|holds .. only|to|in|on|for ..
        seed|seeds|thread|area|group|site|article|articles|page|discussion|column|my /
        only .. in .. {onethread}|area|section|group|titles|seeds|headlines|feed|column /
        in|for seeds|headlines|titles|articles|seed_titles only /
        on my|your column|seeds|threads|articles|seed|thread /
        in my|this|your|our column|seed|seeds|threads|articles|thread|nation|group|house
        """,
        unless="""
        preserve .. continuity / link .. to .. thread / part of .. discussion / join .. discussion /
        no .. place .. in / topic .. of .. thread
        """,
    ),
)
