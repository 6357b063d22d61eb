"""How people write, where no clause is sure of it."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "no-caps",
        "no shouting.",
        """
        caps|cap lock|locked? / all caps|capitals|capital|uppercase / capslock|allcaps /
        shout|shouting|yell|yelling|scream|screaming /
        capital|capitals|uppercase|block_capitals|upper_case letter|letters?
        """,
        unless="""
        capital punishment|gains|city|cities|crime / yell|shout|scream .. {mod} / word limit cap / shouting match /
        capital city
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-backseat-moderation",
        "nobody plays moderator.",
        """
        dont|not|never lecture|scold|preach|correct|police|moderate|order /
        flag .. dont|not lecture|scold|comment|preach /
        {negative} .. lecture|lecturing|scold|scolding|police|policing /
        {play} .. {mod}|police|cop|cops|sheriff|hall_monitor|referee|judge|thread_police|policeman|traffic_cop /
        backseat|mini|armchair|vigilante .. {mod}|modding|moderating|police|moderate / leave .. {moderating} .. to /
        {moderating} .. leave|is|are .. my|our|mods|job|not_your|left|up_to|for /
        not|dont|never .. {moderates} .. {others}|yourself|each|the_thread|other|here|threads|discussion|this /
        tell|lecture|scold|order|instruct|admonish|remind .. {others} ..
        rule|how_to|what_to|off_topic|to_stop|to_leave|what_they|behave|on_the|they_are|when /
        you .. not .. {mod}|police / let .. {mod} .. {moderates}|do|their_job|handle /
        {moderates} .. is|are .. my|our|mods|the_mods .. job|work|task / dont|not|never .. take .. own hands|hand
        """,
        unless="""
        what .. think|mean|believe
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-emoji-only",
        "a comment is more than smileys.",
        """
        {smiley} .. only|alone|by_itself|by_themselves|on_its_own|without|and_nothing_else|is_not|are_not|arent|isnt
        /
        only|just|nothing_but|nothing_more|more_than|consist|solely|purely|single|merely|other_than|entirely|made_of|bare|besides|row_of|string_of
        .. {smiley}
        """,
        unless="""
        laughing|mock / {smiley} .. at|to|aimed .. {mem}
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-harmful-content",
        "no repugnant or harmful content.",
        """
        {harmful} ..
        content|material|post|{cm}|image|picture|video|link|stuff|language|media|matter|article|imagery|things|speech|topics|subject|thing
        /
        {harmful} / self harm /
        adult|sexual|explicit|graphic .. content|material|image|picture|video|imagery|media /
        content|material|stuff .. {harmful}|minors|harm|harms / in poor taste / bad taste
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-trolling",
        "no trolling.",
        """
        trolling / {negative} .. trolls /
        troll|trolls .. {rm}|{bar}|not_tolerated|not_welcome|unwelcome|will|be_banned|not_allowed / no troll
        """,
        unless="""
        {feed} .. troll / call|calling|accus|label|delete_button|for .. troll
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-spam",
        "no spam.",
        """
        spam|spammers|spammer .. get|gets|thrown|kicked|lose|out|second /
        no|not|never|avoid|without|dont|against spam|spamming /
        spam|spamming|spammer|spammers .. {rm}|{bar}|not|will|is|are|be|or
        """,
        unless="""
        for spam / spam .. filter|folder
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-sockpuppets",
        "one person, one account.",
        """
        sock|socks|sockpuppet|sockpuppets|puppet|puppets|sockpuppetry|sockpuppeting /
        {second}|multiple|several|more_than_one|alternate|alt|two|different|additional|duplicate|extra|fake|throwaway
        account|accounts|identity|identities|name|username|login|profile|handle /
        alts|alt / one account / {evade} .. {bar}|suspension / {bar}|suspension .. {evade}|evasion /
        come|coming|came|return|returning|back|reappear|rejoin|sneak .. under|with|as|using ..
        another|new|different|other|second /
        new account .. after|to|when|while / {number} account
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-disruption",
        "nobody goes on disrupting.",
        """
        {disrupt} / monopoli|hijack .. conversation|discussion|thread
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-filter-evasion",
        "odd spelling does not slip past.",
        """
        5hit|sht|fck|fuk|phuck|sh1t|a55|sh .. or|t|instead|for / {swear} .. {odd} /
        star|starred|bleep|asterisk|asterisks|symbols / changes nothing /
        spelled|spelt|spell|spelling|written|typed .. differently|wrong|backwards|creatively|way /
        spell|spelling|write|writing .. word .. with|differently|backwards|by|using /
        word .. with .. stars|numbers|asterisks|dashes|symbols|spaces|letters /
        stars|numbers|asterisks|dashes for|instead|in .. letters|place / {filter} / {odd} .. {spelling} /
        {spelling} .. {odd}|asterisk|asterisks|trick|tricks|counts_as|same|hide|mask|disguise|get_around|avoid /
        asterisk|asterisks|symbol|symbols|dollar|dashes|stars|hyphens|spaces|dots ..
        word|letter|letters|letters_with|swear|slip|hide|replace|mask|disguise|count|in|place|instead|between|for /
        {disguised} .. word|words|{swear}|slur|insult|name / leet|leetspeak|l33t /
        censored|bleeped|starred .. word|words|version|count|still /
        letters .. swapped|replaced|left_out|substitut|changed|missing|number|figures|digits /
        {evade} .. censor|automod|block|blocked|banned_word|list
        """,
        unless="""
        title / emoji / star .. quality|vote / {filter} .. comments_by_new
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-replies-to-violators",
        "rule-breaking is not answered.",
        """
        {feed} .. troll / {negative} .. {answering} ... {offender} / ignore .. {offender} /
        {negative} .. {answering} in_kind|back|them|it|such|insults|bait|abuse / {negative} .. {take} .. bait /
        {negative} .. {answering} .. rather|instead|just|simply|use .. flag|report|ignore /
        {flagit} .. {negative} .. {answering} / {flagit} .. instead|rather .. {answering} /
        {negative} .. {quote} .. {offender} /
        {negative} .. retaliate|retaliation|return|hit_back|strike_back|fire_back /
        {offender} .. {negative} .. {answering} / {negative} .. {engage} .. {offender}
        """,
        unless="""
        person .. {offender} impasse
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-meta",
        "moderation and the site are no subject here.",
        """
        {complain} .. about .. {moderating}|moderation|{mod} .. not|never /
        {moderating}|moderation|{complain} ... not .. in|into .. discussion|thread|comments|here /
        not|isnt .. place .. {talk} / {talk} .. belongs|belong|elsewhere ... not /
        how .. site|group .. is .. run|moderated / meta /
        {negative} ... {talk} .. about|of|on|over|regarding|the|concerning|with ..
        {moderating}|moderation|deletion|deletions|{mod}|site_policy|the_site|policy|removal|removals|{bar}|bans|suspension|suspensions|flags|flagging|votes|downvotes|rules|the_rules|group_rules|decisions|rulings|staff
        /
        {moderating}|moderation|deletion|deletions|flagging|bans|rulings|removals|policies|mod_decisions|site ..
        {negative} .. {talk}|subject|topic|matter /
        {negative} ... {complain} ..
        {moderating}|moderation|{mod}|deletion|flag|being_flagged|being|rules|ban|site|how /
        {mod} .. status|role|hat|badge|work|decision|job|action ..
        at|topic|drag|discuss|argument|bring|subject|thread|into|against /
        {drag} .. {mod}|moderation|site / ask|say|guess|speculate|demand .. who flagged|deleted|reported|voted /
        whin|whining|whinge|whine / not the place .. {talk}|complain|discuss
        """,
        unless="""
        if ... {decision} ... {mail} / {moderating} .. leave / not .. take|report .. to .. thread
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-low-value",
        "a comment has something to say.",
        """
        something of substance|value|worth|interest / first .. comments|posts|is|are|isnt / say nothing /
        say something|nothing / {empty} .. not|isnt|arent .. {cm}|comments / not|isnt|arent .. a? comment /
        low|little|no|zero .. effort|value|quality|content|substance|merit /
        {empty} ..
        {cm}|content|reaction|remark|noise|chatter|word|phrase|contribution|responses|one|agreement|reactions|joke|jokes
        /
        {cm} .. {add} .. nothing|little|something|to_the|value|discussion|new /
        {add} ..
        nothing|something|value|substance|to_the_discussion|to_the_conversation|meaningful|to_this|anything|new /
        nothing .. to .. {add}|say|contribute /
        me_too|metoo|plus_one|meh|boring|yawn|snooze|old_news|who_cares|so_what|ditto|bump|lol|lmao|agreed|w00t|tldr|first_post
        and|or|alone|only|comment|comments|post|posts|reply|is_not|is_no|isnt|will|are|boring|old|meh|yawn|lol|who_cares|so_what
        /
        meh|yawn|snooze|who_cares / one word|liner|liners / {drive} by / driveby / shitpost|shitposts|shitposting /
        more than .. one|single|few|two|a .. word|line|words / effort / content free / fluff|filler|noise /
        contribute|contributes|constructive|constructively|substance|substantive|thoughtful|productive|meaningful|meaningless|pointless|useless|worthwhile
        """,
        unless="""
        report|name .. say / best effort|efforts / contribute .. money / first comment|read|offense|offence /
        {smiley}
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-unsupported-claims",
        "claims have reasons.",
        """
        explain|say|tell|show .. what .. wrong|mistaken|false /
        isnt|not|no .. argument|an_argument .. explain|say|give|because|without /
        nonsense|rubbish|wrong|bullshit|no .. isnt|is_not|is_no|not .. argument|an_argument|enough|a_reply /
        why .. think|believe|disagree|wrong /
        {claims} ... without|no|lacking|lack|unless|unsupported|with_no .. {reason} /
        {unsupported} .. {claims}|opinion|accusation|statement|generali /
        {stateit} .. {why} .. {wrong}|agree|disagree|think|believe|dislike|you|not_just|object /
        {wrong} ... without|no|unless|not_just|is_not|give|needs|need|say|why|explain ..
        {reason}|why|argument|enough /
        {why} .. {wrong}|disagree / {reason} .. for .. {claims}|opinion|view|disagree /
        give|offer|state|provide|show|explain|bring|supply|add|needs|need|require .. {reason} /
        bare assertion|denial|contradiction|no|claim|dismissal|assertions /
        not .. just|simply .. {claims}|contradict|deny|disagree|say /
        disagree|disagreement .. {reason}|why|explain|say /
        just|simply .. saying|say|contradict|contradicting|gainsay /
        explain|argue
        yourself|your_position|your_view|your_reasoning|your_point|your_opinion|your_disagreement|your_stance|it
        """,
        unless="""
        disagree .. no|not .. ground|reason|cause / paste|link .. say / {rm} .. {reason}|explanation /
        {mod} ... {reason} / report|flag .. {reason} / {reason} .. title / link .. explain|explanation /
        evidence .. link .. source / no .. reason|reasons|explanation .. given_for|for_removal|for_a_ban
        """,
        is_conduct=True,
    ),
)
