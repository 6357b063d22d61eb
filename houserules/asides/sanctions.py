"""What a breach costs, and what goes along with it."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "ban",
        "a breach may bar somebody for good.",
        """
        you|he|they|youre .. gone|out .. good|forever / out .. they|you|he go|goes / no second chance /
        both|account|accounts .. {close} .. for_good|permanently / we {bar} / {close} .. for good / {bar} without /
        kicked|thrown|tossed|shown out / {bar} .. permanent|forever|life|good|indefinitely|once_and_for_all /
        permanent|lifetime|instant|outright|immediate|perma|permanently|indefinite|life .. {bar} /
        will|may|can|shall|be|get|got|gets|getting|risk|means|become|earn|earns|result|results|are|is|grounds|lead|leads|face|subject
        .. {bar} /
        you|he|they|account|member will|may be? {rm} /
        lose|loses .. account|posting_privileges|privileges|access|right_to_post / permaban|permabanned /
        shown .. door / account .. {close}|deleted|terminated|{rm}|disabled / you .. gone|out for_good|forever /
        {bar} .. from .. site|here|everything|posting  / {bar} you /
        {bar} .. repeat .. offender|violators / never .. post|come|return .. again
        """,
        unless="""
        {thread} .. {close} / after .. {bar} / how long .. {bar} / length of .. {bar} / {bar} .. last /
        leave .. discussion / not|never|wont {bar} / {bar} .. not / {bar} .. for|of .. {period} /
        temporary|temporarily|temp|short|brief .. {bar} /
        {bar} .. from|in .. the|this|that|a|one|our|its|my
        thread|discussion|seed|group|nation|front|conversation|article /
        {bar} .. for_a .. while|time|bit / to .. cool / topic .. banned / {bar} .. from .. front
        """,
    ),
    Cue.of(
        "bulk-removal",
        "all comments of a member may go.",
        """
        everything|all .. wrote|written|posted|said|comment ... {rm}|go|deleted|removed|vanish /
        every|all trace|traces / {all} {poss} .. {cm} ... {rm}|go|lost / {rm} .. {all} {poss}? .. {cm} /
        {all} {cm} .. by|of|from|made .. {mem}|you|him|them|offender|author|violator ... {rm}|go /
        {rm}|lose|losing .. everything|all .. {mem}|posted|written|wrote|said|you|they|he /
        have|having {all} {poss} .. {cm} /
        everything .. you|they|he|member .. {wrote} .. {rm}|go|gone|lost|disappear /
        lose|losing {all} {poss}? .. {cm} / mass|bulk deletion|delete|removal|remove / wipe .. {poss} {cm}|history /
        {rm} .. entire|whole .. history|record|contribution|comments_by
        """,
        unless="""
        {all} replies / all .. {cm} .. that|which|with|containing
        """,
        absorbs="comment-removal whole-comment-removal scope",
    ),
    Cue.of(
        "cascade-removal",
        "replies or quotations go along.",
        """
        {rm} .. together|along|with .. whatever|everything|anything|what|the|all ..
        answers|said|reply|replies|quote|quotes|answer /
        whatever|everything|what .. said|posted|written .. in|as .. reply|answer /
        with .. replies|answers|responses|quotes / {answers} .. {alsogo} /
        {answers} ... {rm}|go|vanish|disappear|cut|fall|removal .. {alsotoo} /
        {rm}|go .. with|including|along|plus|and|together .. {answers} /
        and .. {answers} .. to .. it|them|such|that|those|{rm} /
        {answers} .. to|of|quoting|below|under|beneath|containing .. {rm}|it|them|deleted|offending|removed|rule|bad
        ... {rm}|go|goes|vanish|fall /
        {rm} .. {alsotoo} .. {answers} /
        whole|entire .. thread|chain|branch|subthread|exchange|string|conversation .. below|beneath|under|{rm}|goes
        /
        anything|everything .. under|below|beneath|hang|attached|quoting|quotes ... {rm}|go|goes|too|with /
        takes .. {answers} .. with|along|down|too
        """,
        unless="""
        {cm} .. by|of .. member / both sides
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "comment-removal",
        "a breach may cost the comment.",
        """
        not|wont|never|isnt stay|stand|last|survive|remain up? / not .. stay .. up / {modal} .. {rm} /
        take|pull it|them|that|those|such down|off / {cm} removed|deleted|gone|cut|go|pulled /
        is|are|be|get|gets|being|was|were|been {rm} /
        risk|face|mean|means|grounds|cause|result|lead|subject|end .. {rm} / {mod}|i|we|{boss} {rm} /
        {mod}|i|we|{boss} .. will|may|can|{rm} .. {rm} /
        not|never .. be .. let_through|published|approved|shown|posted|stand|survive|allowed_to_stand|kept|stay /
        not .. stand|last|survive|stay|remain / {cm} .. will|may|can|shall|must|might .. go|goes|disappear|vanish /
        {cm} .. goes|vanishes|disappear|gone / {rm} .. {cm} / be gone / {rm} it|them|those|such|the /
        deletion|removal|deleted / {rm} .. on_sight|at_once|immediately|without /
        on_sight|the_bin|in_the_trash|the_chop
        """,
        unless="""
        why .. {rm} / {rm} .. {cm} .. not|never|are_not|wont / {bar} .. member / {rm} .. {mem} from /
        not|never .. be? {rm} / {negative} {rm} .. {opinion} / {modal} .. not .. {rm} /
        {rm} .. tag|link|your_own|own|button|flair|personal / from {rm} /
        after|once|before|when|if .. {rm} ... dont|do|not|never|may|you|message|appeal|ask|contact|write /
        haven|hasnt .. {rm} / {rm} .. {poss} {cm}|seed
        """,
    ),
    Cue.of(
        "escalation",
        "the steps grow with each breach.",
        """
        at .. {second} / if .. again|continues|goes_on|carries_on .. then|longer|suspended|suspension|{bar} /
        {first} .. {offence} ... {second}|then|next|further|{number} /
        {second} .. {offence} ..
        {bar}|suspen|longer|double|mean|bring|lead|result|is|are|week|month|day|{number}|will /
        {repeated} .. {offence} ..
        {bar}|suspen|longer|double|mean|bring|lead|result|more|severe|increas|harsher|face|risk|will|may /
        {repeated} offender|violator / each|every|with|next|new|further .. {offence}|time .. {longer} /
        {longer} .. each|every|with .. time|{offence}|further /
        {several} strike|strikes|warning|warnings|chances|offences|breaches / {number} strike|strikes /
        strike {number}|one|two|three /
        escalat|progressively|increasingly|incremental|increments|doubles|doubled|graduated|stepwise /
        third|fourth|fifth|second {offence}|time|strike|ban|suspension /
        {warning} .. then .. {bar}|suspen|suspension|suspended|{rm} /
        {warning} .. followed .. {bar}|suspension|{rm} / then .. {period} ... then /
        carry|carries|keep|persist|repeat .. and|or .. {bar}|suspended|longer
        """,
        unless="""
        {number} strike .. news
        """,
    ),
    Cue.of(
        "group-ban",
        "a breach may bar somebody from the group.",
        """
        {bar}|expel|throw|leave|suspended|excluded|expulsion .. from|of|in .. group|nation|community|club|membership
        /
        you|member|members|they|he .. {rm} .. from|of .. group|nation|community /
        lose|loses|forfeit|cost|revoke|revoked .. membership|group|seat / group {bar} /
        membership .. {rm}|revoked|cancel|ended|end|lost|terminated / out .. of .. group|nation|community /
        {bar} .. the? group|nation
        """,
        unless="""
        {rm} .. from .. group .. feed / {cm}|seed|article ... {rm} .. from .. group / racial|ethnic
        """,
    ),
    Cue.of(
        "partial-redaction",
        "only the bad part is cut.",
        """
        {badpart} ... {cut} / {cut} .. {badpart} / {cut} .. just|only .. {part}|words|what /
        only .. {part} .. {cut}|goes|go|is|will / redact|redaction|redacted|snip|snipped|blanked|masked|blacked /
        {cut} out / edit|edited|editing out|down /
        rest .. {cut}? .. stay|stays|stands|remain|remains|kept|left|untouched|survive|survives /
        {part} .. replaced .. with|by / {part} .. not .. whole|entire|all .. {cm}
        """,
        unless="""
        whole|entire|all {cm} / dont|not|never .. you .. {cut} / paste / rest of us
        """,
        absorbs="comment-removal no-personal-attacks",
    ),
    Cue.of(
        "suspension",
        "a breach may suspend somebody for a term.",
        """
        suspend|suspended|suspension|suspensions / posting .. privilege .. {period} / suspension .. of? {period}
        """,
        unless="""
        around|evade|get|escape|dodge .. suspension / nobody|no_one .. suspended .. without /
        not|never .. suspended / suspend .. disbelief
        """,
    ),
    Cue.of(
        "takedown",
        "it must be gone within a time.",
        """
        {rm}|down|changed|fixed|corrected|off|moved .. within|in|after|inside|before {period} /
        within|in|inside|under {period} ... {rm}|down|gone|off /
        {period} to .. {rm}|take|fix|correct|change|edit|move / {rm} .. at|by .. latest|midnight|end_of /
        {rm} .. no_later_than|not_later_than .. {period}
        """,
        unless="""
        {close} ... {period} / {cm} .. edited .. within
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "temp-ban",
        "a breach may bar somebody for a while.",
        """
        temporary|temporarily|short|brief|timed|temp|limited|cooling ..
        {bar}|exclusion|exile|break|removal_from|suspension_of /
        tempban|tempbans|tempbanned / {bar} .. for|of|lasting .. {period}|while|time|day|bit|week|period /
        {period} .. {bar} / timeout|timeouts / time out|outs / cool off|down|cooling / cooling off / sin bin /
        sit .. out .. for|{period} / {bar} .. until|till / stay .. away .. for .. {period}|while / kept out .. for /
        {period} off|away|outside|on_the_bench / posting .. blocked .. {period}|while|time / bench|benched
        """,
        unless="""
        for good|ever / forever / suspension|suspended .. {period} / permanent .. ban .. after /
        {articles} .. older
        """,
    ),
    Cue.of(
        "thread-ban",
        "a breach may bar somebody from one discussion.",
        """
        {bar}|leave|excluded|removed|remove|out|ejected|expelled|exclude|exclusion|thrown|throw|blocked|off|kicked
        ... from|of|in .. {onethread} /
        leave|exit|quit {onethread} / {make} {them} leave /
        asked|told|ordered|made|request .. to leave|stay_out|stop_posting|go|withdraw / asked|told to .. leave /
        stay|keep .. out of {onethread} /
        not|never|no_longer .. {cm} .. in|on {onethread} .. again|anymore|further|any_more / thread {bar} /
        not|no_longer .. welcome .. in|on {onethread} / {onethread} .. without you|them|him
        """,
        unless="""
        {cm}|link|article .. {rm} .. from / off topic
        """,
    ),
    Cue.of(
        "whole-comment-removal",
        "one bad part costs the whole comment.",
        """
        {whole} .. {cm} ... {rm}|go|goes|lost|gone|down|vanish|disappear /
        {rm}|lose|loses|lost|cost|costs|takes|kill|sinks|sink|condemn|doom|spoils .. {whole} .. {cm} /
        {one} .. {part}|insult|slur|attack|word|swearword|violation|line ... {whole}|rest|everything|all /
        {rm} .. in_full|as_a_whole|completely|in_its_entirety|entirely|whole / {rm} as|in a? whole|entirety|full /
        not|never|dont|wont .. {cut}|edit|trim|pick|sort|salvage|separate ..
        {part}|out|good|bad|pieces|around|comments|through /
        no .. partial|editing|redaction|surgery / good .. goes|go|lost|removed|deleted .. with .. bad
        """,
        unless="""
        paste|copy|quote .. whole / not|never .. {whole} .. {cm} / all .. {cm} .. by|of
        """,
        absorbs="comment-removal partial-redaction no-personal-attacks",
    ),
)
