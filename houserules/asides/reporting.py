"""What members do about each other: report, answer, vote, warn."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "request-only",
        "this is a request.",
        """
        please|kindly|pls / we|i .. ask|request|appreciate|encourage|prefer|hope|urge|suggest|recommend|invite /
        would .. nice|appreciated|good|prefer|helpful|kind|like|appreciate|love / try to|not|and /
        if .. possible|you_can / ideally|preferably / should try / consider / encouraged to / be so kind /
        good idea|practice to
        """,
        unless="""
        {rm}|{bar}|suspended|suspension / please .. report|flag / should .. considered
        """,
    ),
    Cue.of(
        "impasse",
        "two members stop answering each other.",
        """
        impasse
        """,
    ),
    Cue.of(
        "cite-rule",
        "who accuses names the rule.",
        """
        say|tell which one|rule / which one|rule .. broken|broke|violat /
        {name} .. which|what|the|exact|specific|particular|relevant .. {rule} / {name} .. {rule} .. {broken} /
        {accuse} ... {name} ... {rule} / {name} ... {rule} ... {accuse} / which|what {rule} .. {broken} /
        say which|what {rule} / {rule} .. number .. {accuse}|report /
        {accuse} ... {rule} ... quote|cite|named|number / {accuse} .. without .. {name} .. {rule} /
        unless .. {name} .. {rule} / {name} .. {rule} .. you .. think|believe
        """,
        unless="""
        report|flag .. must|should|with|include ... {rule}
        """,
    ),
    Cue.of(
        "false-report-penalty",
        "bad reports have consequences.",
        """
        flag|report ... without .. cause|reason|grounds /
        lose|loses|forfeit|lost .. report|flag|flagging|reporting .. button|right|privilege|rights|privileges /
        cost .. flag .. button|right / {poss} flags|reports .. ignored|count / {falsely} flag|report /
        {falsely} flagging|reporting|use .. flag|report / abuse|misuse|abusing|misusing .. flag|report /
        flag|report .. abuse|abuser|misuse / flag|report ... {dislike} /
        flag|report ... ignored|penalty|punish|penalised|penalized|discounted|cost /
        weaponize|weaponise .. flag|report / cry .. wolf /
        flag|report .. in_bad_faith|for_fun|out_of_spite|to_harass|for_revenge|to_silence /
        who flag|report .. too|wrongly|falsely|needlessly
        """,
        unless="""
        flag|report .. {falsely} .. news|claim|information
        """,
    ),
    Cue.of(
        "report-format",
        "what a report must contain.",
        """
        report|flag|complaint|send|reports|flags|message ...
        with|include|contain|must|needs|need|give|say|state|add|quote|attach|supply|provide|name|copy ...
        link|url|address|quote|quotation|number|reason|which|rule|words|screenshot|name|explanation|permalink|date|passage|sentence
        /
        when|if .. report|flag|reporting|flagging ... {name}|include|link|give|quote|paste|add|attach ...  /
        report|flag .. without .. link|reason|explanation|rule|quote|note|quotation /
        say|state|explain|tell .. why|which .. report|flag|flagging|reporting /
        one|separate report|flag|message .. per|for_each|each|for_every
        """,
        absorbs="cite-rule appeal-place cite-sources",
    ),
    Cue.of(
        "report-threshold",
        "so many reports trigger something.",
        """
        {several} .. flag|report|complaint|reporter|flagger|flagging /
        after|once|with|at|when .. several|enough|multiple|many .. flag|report|complaint /
        flag|report|flagged|reported by {several} /
        flag|reported .. {several} .. times|members|users|people|different /
        flagged|reported often|enough|repeatedly|several|enough_times
        """,
        unless="""
        {number} report|flag per|a|each|every {period} / one report .. per / report one
        """,
        absorbs="comment-removal",
    ),
    Cue.of(
        "report-violations",
        "breaches are reported, not answered.",
        """
        report|flag ..
        it|them|instead|rather|violation|violator|breach|abuse|offence|offense|insult|troll|spam|offender|bad|problem|any|anything|rule|{cm}|to_us|to_the
        /
        use|hit|press|click|push .. flag|report / flag|report it|them|and /
        send|bring|point .. me|{mod}|us .. only|what|anything|the|it|violation|problem /
        tell|notify|alert|contact|message|inform|call .. {mod}|me|us|author ..
        about|of|if|when|instead|violation|break|problem|see|and /
        if .. see .. {tell} / let .. {mod}|me|us|author .. know|handle|deal /
        {tell} .. instead|rather .. of|than .. reply|answer|respond|argue|retaliate|engage /
        dont|not|never|instead .. {answering} .. {tell} / leave .. it|them .. to .. {mod}|flag /
        flag .. and_move_on|and_move|and_leave|and_ignore|not_answer / please report|flag
        """,
        unless="""
        when|if|report .. report|flag .. paste|quote|give|say|include|state|name|copy|link|add|attach /
        did|original|good reporting / not|never|dont|nobody flag|report / {falsely} flag|report /
        report|flag ... because|dislike|disagree / {number} .. flag|report / opinion / cover /
        only .. {boss} ... flag / flag|report .. abuse|misuse
        """,
    ),
    Cue.of(
        "vote-on-quality",
        "votes go to quality, not to agreement.",
        """
        {vote} ... {quality} /
        {vote} ... not|never|because|whether ... agree|disagree|agreement|opinion|side|like|friend|share /
        {quality} ... {vote} / not|never|dont {vote} ... because|just|agree|disagree|opinion|side|like|friend
        """,
        unless="""
        {vote} .. own|yourself|themselves|himself
        """,
    ),
)
