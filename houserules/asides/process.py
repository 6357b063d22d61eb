"""Who decides by which rules, and what somebody can do about it."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "exception",
        "part of it is allowed.",
        """
        fair game / feel free / alright|all_right so_long|as_long|if|when / so|as long as / may ... but /
        unless|except|excepting|exempt|exempted|excepted / is|are for ... not|never /
        exception|exceptions .. is|are|may|for|made|can / not apply|applies|cover .. to|when|if /
        only .. if|when .. may / with the exception / apart|aside from / does not mean / is|are|be {fine} /
        other than
        """,
        unless="""
        i|we|mod may|can / swear|profanity / vote|star / may ask .. {mem} / i|we|mod may / comments .. {mod} may /
        no exceptions / cannot|cant .. {fine} / no exceptions|exception / not|never|isnt|arent|no .. {fine} /
        opinion .. {fine} / only .. {fine} / nothing .. {fine} / zero / other than {tongue}
        """,
    ),
    Cue.of(
        "appeal",
        "there is a way to appeal.",
        """
        ask|have|get ... another|second|different|other {mod} .. look|review|decide|check|see /
        look|looked at it|them|that again / look again / {decision} .. reviewed /
        may|can|could|free|entitled|right|allowed ... appeal|contest|dispute /
        appeal ... to|with|by|goes|go|within|must|will|should|are|is / appeal {decision} /
        contest|dispute|challenge|object ... {decision} /
        ask|request ... review|reconsider|second_look|second_opinion /
        reviewed|reconsidered|looked_at|review ... by|another {mod} / to appeal /
        think|believe|feel ... {decision} ... mistake|wrong|unfair|error / second_opinion|second_look
        """,
        unless="""
        no appeal / not|cannot|cant|never|nor|without .. appeal / decision ... final / appeal .. not|never|denied /
        no way|right .. appeal
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "no-appeal",
        "there is no appeal.",
        """
        thats|that_is|is final / dont|not .. ask|beg|argue|bother|plead /
        decided|decision|ruling|said .. stays|stands|remains|stay|stand decided|final|said|as /
        end of .. it|story|matter|discussion / settles .. it|matter / no ifs|second_guessing / take|leave it or /
        no appeal / not|cannot|cant|never|nor|without .. appeal|contest /
        {decision}|word|say|judgment|judgement .. is|are|be|stand final / final say|word|decision / last word /
        not .. up_for|open_to debate|discussion|negotiation|dispute|argument / no way|right|chance .. appeal /
        no .. recourse|review / not|never|no .. negotiable|negotiation|reconsider /
        {decision} ... not|never .. reviewed|overturned|reversed|disputed|discussed|argued /
        end_of_story|end_of_discussion / appeal .. not|never|denied /
        no arguing|argument|debate|discussion .. {decision}
        """,
        unless="""
        not ask .. personal|for|who / argue .. {mem}|with / dont|not .. ask .. private / not|dont argue .. person /
        rule ... final
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "appeal-place",
        "where a removal may be talked about.",
        """
        {complain} .. about .. {moderating}|moderation|{decision} .. go|belong|to|in /
        {complain} .. {moderating} .. {place} /
        {complain} ... {decision} ... in|at|by|to|via|through|belong|go|only|take|happen ... {place} /
        {complain} ... in|at|by|to|via|with|elsewhere|through ... {mail} /
        if|when ... {decision} ... {mailing} ... {mod}|me|us|author / {mailing} ... {mod}|me|us ... {decision} /
        {decision} ... {complain} ... {place} / appeal ... {place} /
        {decision} ... question|questions|complaint ... {mail}|{place} /
        {complain} .. {decision} .. elsewhere|privately|private|in_the / take .. up .. {mail}|privately|{mod} /
        talk|discuss .. deletion|removal|deletions|removals in|at|on|by ...
        """,
        unless="""
        no|not|never|dont .. {complain}
        """,
        absorbs="comment-removal appeal",
    ),
    Cue.of(
        "author-discretion",
        "the author or owner decides.",
        """
        what i {rm} / i {rm} whatever|what|anything|as|when / i .. owe|explain /
        i .. consider|find|think|deem|judge .. {rm}|off / {boss} .. {rm} .. any|whatever|anything|as|what /
        what stays .. goes / any reason or none|no / for any reason / {boss} ... {discretion} /
        {discretion} ... of|by {boss} / my .. {discretion}|call|rule|decision|seed|column|thread|house my|is|are? /
        depend .. on my / as .. i .. fit|please|like|want|choose /
        i .. {rm} ... i .. like|want|please|choose|fit|feel / i .. {rm} ... any|no|whatever reason / i {decide} /
        {boss} {decide} / i .. reserve .. right / {boss} .. reserve .. right / i .. sole|only judge /
        {boss} alone|himself|herself decides|decide|judges|chooses /
        my house|thread|seed|column|blog|place my rule / {boss} .. judge|discretion|final_say|last_word|the_say /
        up_to {boss}|me / i|author|owner|seeder .. sees_fit|see_fit|likes|pleases /
        {boss} may|can {rm} .. any|whatever|anything / {boss} ... without .. reason
        """,
        unless="""
        {mod} ... {discretion} / no|not|never .. {discretion}
        """,
    ),
    Cue.of(
        "mod-discretion",
        "the moderators decide.",
        """
        {mod} .. may|can|could {cut}|edit|choose|decide|leave|keep|pick / {mod} ... {discretion} /
        {discretion} ... {mod} / {mod} .. {decide} /
        {mod} ... so chooses|so_chooses|so_choose|so_decide|so_wish|wishes / {mod} .. reserve .. right /
        {mod} .. judgment|judgement|judgement_call / in the opinion|view|eyes|judgment of the? {mod} /
        judgment|judgement|judgment_call|decided|decide|determined|deemed|opinion|up|eyes|left .. by|to|of|with
        {mod} /
        {mod} .. final .. say|word / we .. reserve .. right / at our|moderator .. discretion /
        {mod} ... thinks|feels|deems|considers|finds|believe|wish|please
        """,
        unless="""
        {mod} .. not|never|cannot {decide}
        """,
    ),
    Cue.of(
        "author-flag-only",
        "only the author’s flag counts.",
        """
        only .. flags|flag|reports|report .. author|seeder|owner|writer /
        flag|report .. count|matter|work .. only|when|if ... {boss} / flag|report .. only .. come .. {boss} /
        only .. {boss} ... flag|report|ask|complain / {boss} ... only .. {boss} ... flag|report /
        flag|report ... only .. {boss} / {boss} .. flag|report ... only|alone|nobody_elses /
        nobody|no_one|noone|none but|except|other .. {boss} ... flag|report /
        only .. {boss} .. flag|report ... count / flag|report|flags .. from|by|of .. {boss} alone|only|count /
        only .. flag|flags|report .. by|from|of .. {boss} / {boss} alone .. flag|report /
        flag|report .. anyone|somebody|others|other|else .. not|ignored .. count?
        """,
        unless="""
        news
        """,
    ),
    Cue.of(
        "auto-close",
        "the discussion closes after a time.",
        """
        {thread} .. {close} ... {period} / {thread} ... stay|remain|is|are open ... {period} /
        after|within {period} ... {thread} ... {close} / after|within {period} ... {close} /
        {close} ... after|within|following {period} / automatic .. {close} / {close} .. automatic /
        {period} .. after ... {close} / {thread} older than {period} ... {close} /
        {thread} .. {close} .. after|when|once / open for {period} / no {cm} .. after {period} /
        {period} later .. {close}
        """,
        unless="""
        {articles} older than / account
        """,
    ),
    Cue.of(
        "fixed-rules",
        "the rules cannot be changed later.",
        """
        not|cannot|cant|never .. added|changed|invented|altered|add .. later|afterwards|after|midway|once|halfway /
        later .. rules|changes|additions .. not / {rule} ... cant|cannot|not .. {change}|added /
        {rule} .. not|never|cannot|cant .. {change} /
        {rule} .. fixed|final|set_in_stone|stay_as|frozen|permanent|binding /
        no .. new|later|further .. {rule} .. after|later|midway|once|during|halfway / no .. {change} .. {rule} /
        not|never|cannot|cant .. {change}|add|invent|make_up .. {rule} / {rule} .. may .. not .. {change} /
        {rule} .. hold|stand|apply|stay|remain|same .. until|throughout|for_the_whole|to_the_end|as_long|unchanged /
        moving|move .. goalposts|goal_posts / {rule} .. {change} .. not|never .. apply|retroactively|back|count
        """,
        unless="""
        title|headline
        """,
    ),
    Cue.of(
        "mod-recusal",
        "a moderator who takes part does not moderate there.",
        """
        if|when|who .. {takepart}|argument|in|involved ... let|leave|somebody_else|someone_else|others ..
        {moderates}|moderate /
        somebody|someone|another|other else .. {moderates}|moderate|decide|rule /
        {mod} .. not|never|cannot|dont .. {moderates}|moderate .. own /
        {mod} ... {takepart} ...
        not|cannot|another|other|different|recuse|never|leave|neutral|step_aside|hands_off|uninvolved /
        recuse / {mod} .. not|never|cannot|dont .. {moderates} ... {takepart} /
        {mod} .. not|never|cannot .. {moderates} ... own|himself|themselves|they|he|friend|where /
        another|different|other|second|neutral|uninvolved|impartial {mod} ...
        must|should|will|has|decide|handle|called|rule|step|take|to_decide|act /
        not|never|no_one|nobody|cannot .. {moderates} .. own|where|dispute|discussion|thread|argument ...
        own|himself|part|they|he|themselves /
        call|bring .. another|different|other|second|neutral|uninvolved {mod} /
        {mod} ... party|side|involved ... not|never|cannot|may_not|hands /
        not|never|cannot .. be .. both judge|player|party /
        left|leave|pass .. to|over .. another|different|other|neutral|uninvolved {mod} /
        no {mod} .. {moderates} .. own|where|dispute|discussion|thread|argument|conversation
        """,
        absorbs="no-meta mod-discretion no-personal-attacks no-backseat-moderation",
    ),
    Cue.of(
        "no-explanation",
        "no reason will be given.",
        """
        owe .. nobody|no_one|anyone|you .. explanation|reason|nothing /
        nobody|no_one .. owed|entitled .. explanation|reason / explanation|explanations .. not|never /
        not|dont|wont|never|need_not|no_one .. tell|say|told|owe|learn|hear|explain .. why|reason|explanation /
        no|without .. reason|explanation|explaining|justification ..
        will|need|is|be|given|owed|required|necessary|provided|offered /
        without .. giving|stating|saying|offering|further .. reason|explanation|why /
        not|never|wont|dont|need_not|no ..
        explain|justify|give_reasons|give_a_reason|say_why|state_why|owe|justified|explained /
        no|without explanation|reason / dont|not .. ask|expect .. why|explanation|reason / no questions asked /
        not .. obliged|required|have .. explain|justify|reason / reasons .. not .. given
        """,
        unless="""
        say|tell us why / disagree /
        claim|assertion|wrong|disagree|statement|link|opinion ... no|without ... reason|explanation /
        without|no .. reason .. {mem} / not explain .. joke
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "no-record",
        "no record is kept.",
        """
        no|not .. note|notes|file|files|books|trace|list|memory .. of|kept|on|against /
        not .. remember|held_against|count_against|on_file / keep|keeps no /
        not|arent|isnt|never|nowhere .. written|noted|counted|remembered|held .. down|anywhere|against /
        no .. record|log|trace|tally|history .. kept|keep|made|of|exist? /
        not|never|dont .. keep|kept .. record|log|track|score|tally|count|history|file /
        not .. recorded|logged|tracked|noted_down|counted_against / leave|leaves no .. record|trace|mark /
        off the record / record .. not .. kept / wiped clean|clean slate|forgotten|slate .. clean
        """,
    ),
    Cue.of(
        "no-restore",
        "what was removed does not come back.",
        """
        not|never|cannot|no|wont|nothing .. {restore} /
        {rm} ... stay|stays|remain|gone for good|forever|gone|deleted|removed|down|out /
        gone|deleted|removed .. for_good|forever|permanently|irreversibly /
        {rm} .. final|permanent|irreversible|cannot_be_undone /
        once {rm} ... not|never|no|stay|gone|lost|forever|dont|good /
        no .. undelete|undo|restoring|restoration|reinstatement|way_back /
        dont|not ask|request|beg|demand .. {restore}
        """,
        unless="""
        you .. gone / {mem} .. gone / member|user|account|you .. {restore}
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "no-viewpoint-deletion",
        "nothing is removed for its opinion.",
        """
        {negative} ... {delete} ... {opinion} / {negative} ... {opinion} ... {delete} /
        {opinion} ... {negative} ... {delete} / {delete} ... {negative} ... {opinion} /
        {delete} .. because .. {opinion} / {delete} ... just|merely|only|simply .. because ... /
        {delete} ... because ... {dislike} / {opinion} .. is|are .. no|not|never .. reason|ground|cause /
        not .. {delete} .. side|party|politics|belief
        """,
        unless="""
        {negative} .. flag|report / profanity
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "rules-apply-unread",
        "not having read the rules is no excuse.",
        """
        responsib .. know|knowing|read|reading /
        responsible|obliged|expected|up_to|duty|must .. know|knowing|read|reading|learn .. {rule} / know .. rules /
        before .. {cm} .. read .. {rule} /
        not|without|never|havent|didnt|dont|failing|failure .. {readrule} ... no|not ..
        excuse|defense|defence|reason|help|matter|protect|exempt|save /
        {readrule} .. not|no|never ... excuse|defense|defence / ignorance .. {rule} /
        ignorance .. not|no .. excuse|defense|defence / no excuse / not .. excuse / whether .. {readrule} /
        apply|bind|hold|bound|count .. even|whether|to_everyone|regardless ... {readrule} /
        by|posting|commenting ... agree|accept|you_agree .. {rule} / i|we didnt|did_not|dont know /
        assumed|presumed|expected|deemed .. to_have_read|to_know|read|known .. {rule}? /
        responsib .. know|read .. {rule}
        """,
    ),
    Cue.of(
        "rules-in-first-comment",
        "the rules stand in the first comment.",
        """
        {rule} .. comment|post .. pinned|top|first / pinned|top|sticky|stickied .. comment|post /
        {rule} ... {first} .. {cm} / {rule} .. {first} {cm} / {first} {cm} ... {rule} /
        {rule} ... in|as|at ... {first} {cm} / see|read .. {first} {cm} /
        {first} {cm} .. code|terms|conditions
        """,
        absorbs="rules-up-front",
    ),
    Cue.of(
        "rules-up-front",
        "the rules are stated at the start.",
        """
        {rule} .. {stated} ... {start} / {stated} .. {rule} ... {start} / {start} .. {stated} ... {rule} /
        {rule} ... {start} / {start} ... {rule} .. {stated} /
        only .. {rule} .. {stated} .. apply|count|enforced|hold|may /
        {rule} .. not .. {stated} .. not|cannot|cant|dont|never .. apply|enforced|count|enforce|hold /
        unannounced|unwritten|hidden|unstated|secret|surprise {rule} /
        state|post|announce|set|lay|spell|publish|declare .. {rule} ..
        before|out|first|beginning|advance|openly|clearly
        """,
        unless="""
        read|see .. {rule} .. before|first
        """,
    ),
    Cue.of(
        "rule-reference",
        "this refers to other rules.",
        """
        {rule}|section|point|item|clause|number|paragraph no?|number? {digit} /
        {rule}|section|point|item|clause {digit} and|or|to {digit} / {rule} above|below /
        above|previous|preceding|following|same .. {rule} .. apply|as|above|hold|goes? /
        see|per|under|according_to .. {rule}|section|point {digit} / both|all of the? above
        """,
    ),
    Cue.of(
        "warn-first",
        "a warning comes first.",
        """
        {warning} .. first|before|beforehand|initially|once / first .. {warning} / {first} {offence} ... {warning} /
        one|a|single|two|three|fair|friendly|private|initial {warning} ...
        before|then|first|after|and|next|followed|only|will /
        {warning} ... then|before|after|next|followed_by|and_if|only_then /
        no|not|nobody|never ... without|until|unless|before .. {warning} / start|begin .. with .. {warning} /
        get|receive|given|issued|gets|deserves|entitled a|one|two|fair {warning} / {warning} .. comes|come first /
        always {warning}
        """,
        unless="""
        {warning} .. not .. given|required|needed
        """,
    ),
    Cue.of(
        "no-warning",
        "a sanction may come without warning.",
        """
        without .. {warning}|notice /
        no|not .. {warning} .. given|will|required|needed|need|necessary|issued|first|be|before / no {warning} /
        dont|not .. expect .. {warning} / {warning} .. not .. given|required|needed|necessary /
        immediately|instantly|at_once .. banned|suspended|ban|suspension|removed_from /
        instant|immediate ban|suspension
        """,
        unless="""
        nobody|no_one|never|not ... without .. {warning} /
        no|not|nobody|never .. {rm}|ban|banned|suspended .. without .. {warning}
        """,
    ),
)
