"""What may be brought in, and under which headline."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "excerpt-only",
        "excerpts, not whole articles.",
        """
        few|couple|two|three .. sentences|paragraphs|lines .. and|plus|with .. link /
        link .. and|plus|with .. few|short|brief|paragraph|sentence|summary /
        excerpt|excerpts|snippet|snippets|abstract only|and|not|or|please|with|rather /
        {only} .. excerpt|excerpts|snippet|few|short|brief|paragraph|part|summary|fair_use|extract /
        {negative} .. {whole} .. article|text|story|piece|column|articles|body|copy|post|report|stories /
        {whole} .. article|text|story|piece|articles .. {negative}|not|will|are|is|copied|pasted|reproduced /
        short|brief excerpt|excerpts|extract|extracts|quote|quotation|passage|passages /
        not|no more than .. paragraph|paragraphs|percent|sentences .. of|from / excerpt|excerpts|extract|extracts /
        fair use
        """,
        unless="""
        read .. whole|entire|full|article / {whole} {cm} / quote .. {answering} / no .. {cm} .. quote
        """,
    ),
    Cue.of(
        "no-duplicate",
        "no article twice.",
        """
        duplicate|duplicates|duplicated|dupe|dupes|duplication|duplicating .. {articles}|seeds|will|are|of /
        duplicate|dupe /
        {articles} ... already|before|twice|again|previously ... {posted}|there|here|exists|up|seed|been|discussed /
        already|previously|before|recently|been .. {posted} .. /
        same|identical .. {articles}|story|headline|link|news ..
        twice|again|once|already|by|more|second|two|{posted} /
        search|check|look|make_sure|see .. before|first|whether|if|isnt|hasnt|is_not|has_not ...
        {posted}|post|posting|submitting|seeding|seed|submit|article|already|link /
        repost|reposts|reposting|reposted / seed|post|submit|share .. same .. {articles}|story|link|url|news /
        one|single .. seed|thread|post|discussion|submission .. per|for ..
        story|article|event|topic|subject|news|incident /
        two|several|many|multiple .. seeds|threads|posts|copies|discussions .. same|one ..
        story|article|event|topic|subject|link
        """,
        unless="""
        published .. last|within|in .. {period} / {rm} .. twice / {cm} .. same|repeat|twice / double .. post /
        account / same comment / previously .. deleted
        """,
        is_conduct=True,
    ),
    Cue.of(
        "news-only",
        "news articles only.",
        """
        {only} .. news / news .. {only}|not / must|should|has|have|need .. be .. news /
        {negative} .. news .. will|belong|here|is|are|does / not .. news .. {rm}|belong|post|allowed|will /
        hard news / news .. articles|stories|reports .. {only} / straight news / actual|real|genuine|current news /
        news only
        """,
        unless="""
        isnt|not straight news / only .. while / fake .. news / news .. only .. while|when|as / facts only .. news /
        only news sources .. paywall / news source / good|positive|happy|uplifting news
        """,
    ),
    Cue.of(
        "no-opinion",
        "no opinion pieces.",
        """
        opinion|opinionated|editorial ..
        piece|pieces|column|columns|article|articles|blog|blogs|editorial|source|post|essay|op|seed|journalism /
        editorials|editorial|op_ed|op_eds|oped|opeds|opinion_pieces|commentaries /
        {negative} .. editorials|commentary|columns|columnists|blogs_or_opinion|blogs_and_opinion|punditry|opinion /
        report|news .. not .. opinion|commentary|editorial|views / columnist|columnists|pundit|pundits
        """,
        unless="""
        opinion .. welcome|differ|delet|conflict|disagree|{rm} / title|headline / {opinion} .. {rm} /
        because|for|over .. opinion / opinion .. {mod} / {mod} .. opinion / respect .. opinion / {poss} opinion /
        opinions
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-paywall",
        "no paywalled sources.",
        """
        paywall|paywalls|paywalled / pay wall|walls|walled /
        {articles} ..
        subscription|subscriber|subscribers|subscribe|registration|register|login|log_in|sign_up|paid|membership /
        subscription|subscriber|registration .. {articles}|only|required|wall|sites /
        behind .. wall|paywall|subscription /
        read .. free|without_paying|without_a_subscription|without_subscribing|without_logging|without_registering /
        freely accessible|available|readable / free .. to read
        """,
        unless="""
        membership .. group
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-seeds",
        "no linked articles.",
        """
        nothing|no|not .. linked|seeded|links .. in|from /
        write|writing .. own|original .. articles|pieces|stories|work / members|users .. write .. own /
        home grown|homegrown /
        {negative} .. seed|seeds|seeding|linked_articles|linked_article|link_seeds|external_articles /
        {negative} .. linked|seeded .. article|articles|content|stories|news /
        {only} .. original|own|self_written|your ..
        article|articles|writing|work|content|material|text|essays|words|pieces|posts /
        original|own .. article|articles|writing|content|material|work|pieces|only .. only|no|not /
        articles .. only .. no .. seeds|links / written .. by .. you|yourself|members|author|poster .. only|not /
        text|self post|posts only /
        seed|seeds|linked_articles .. {negative}|not|will|prohibited|elsewhere|banned|belong
        """,
        unless="""
        {older} /
        duplicate|same|already|off_topic|positive|paywall|tags|twice|attack|insult|that|which|about|from|without|with|per|in_a_row
        /
        seed .. your_own|own .. site|blog / no seed .. {number}
        """,
        absorbs="no-self-promotion link-limit",
        is_conduct=True,
    ),
    Cue.of(
        "original-source",
        "the original source is linked.",
        """
        newspaper|paper|publisher|author|agency|outlet .. own page|site|article|report|link|website /
        not .. blog|page|post|article|story .. about|quoting|on|citing it|them|the /
        own page|site .. not|rather|instead /
        original|primary|first|actual|direct
        source|article|report|story|publisher|publication|reporting|link|page|site|study|paper|outlet /
        link|seed|go|point|post .. direct|directly|straight .. to|from|the|source /
        {negative} ..
        aggregat|aggregator|aggregators|rehost|rehosted|second_hand|secondhand|scraper|scrapers|mirror|mirrors|summary_of|reposting_site|content_farm|content_farms
        /
        source .. where .. came|come|first|from|originat|appeared|published /
        not .. site|blog|page .. that|which ..
        copied|copies|quotes|reposted|repeats|rewrote|summarises|summarizes|quoted|reprinted|lifted|took /
        trace|follow|track .. back .. source|story|original /
        where .. it|story|article|news .. first|originally .. appeared|published|printed|reported|came / originat /
        rather than|not .. second|third hand
        """,
        unless="""
        title|headline / {negative} .. original article|content
        """,
        absorbs="no-source-dissing source-quality no-self-promotion",
    ),
    Cue.of(
        "recency",
        "how old an article may be.",
        """
        {older} / {articles}|news .. within|in|from .. last|past|previous {period} /
        within|from|in .. last|past|previous .. {period}|day|week|month / {period} old|older /
        recent|current|fresh|new|timely|latest|today|todays {articles}|events|only /
        {articles} .. recent|current|fresh|timely|new|dated_today|up_to_date|today|yesterday /
        outdated|stale|old news|{articles}|stories|story|article|links /
        old|ancient|stale news|story|stories|articles|article /
        published .. {period}|within|today|ago|more_than|last|this / while .. is .. new|fresh / news is new /
        more than .. {period} ago|old / no .. archive|archives|yesterdays|last_years
        """,
        unless="""
        account|member|user|members|accounts / {close} ... {period} / {rm}|gone .. within / years_old|eighteen /
        older .. {cm}|comments / recent .. comment / flag|report / yawn|boring|meh
        """,
    ),
    Cue.of(
        "source-quality",
        "what sources are accepted.",
        """
        reliable|reputable|credible|trustworthy|established|recognized|recognised|respected|known|legitimate|serious|verifiable|mainstream|quality|trusted|professional|accepted|approved|authoritative|independent
        .. {source}|news|newspapers|site|organization|organizations|outlets|agencies|journals /
        {source} ..
        reliable|reputable|credible|trustworthy|established|recognized|recognised|respected|known|quality|verifiable|legitimate|named|accountable|accepted|standing|byline|editorial_standards|editors|real|record|mainstream
        /
        {negative} .. {badsource} /
        {badsource} .. {negative}|not|are|is|do|does|dont ..
        source|sources|accepted|allowed|count|acceptable|{rm}|as|news|qualify|will /
        {source} .. not .. {badsource} /
        unreliable|dubious|questionable|unknown|anonymous|shady|disreputable|untrustworthy|junk|fringe|biased|hyperpartisan|tabloid|low_quality|satirical
        .. {source}|site|sites|outlets|blog|blogs /
        quality|choice of .. {source} /
        blacklisted|whitelisted|approved|banned|blocked .. {source}|domains|sites|list /
        {source} .. {only}|such_as|list|like|quality
        """,
        unless="""
        {bash} .. {source} / content .. not .. source / {poss} .. blog|site
        """,
        absorbs="no-partisan",
    ),
    Cue.of(
        "tags-relevant",
        "tags and groups fit.",
        """
        tag|tags|tagging|flair|flairs|hashtags|keywords|keyword ..
        {fits}|correct|right|misleading|spam|stuff|accurate|proper /
        {fits}|correct|right|proper|accurate|misleading|irrelevant|unrelated|wrong ..
        tag|tags|flair|group|groups|category|hashtag|keywords|tagging /
        publish|publishing|post|posting|send|add|share|cross_post|crosspost|seed|put .. to|in|into ..
        group|groups|nation|nations ..
        nothing|unrelated|relevant|fit|fits|belong|belongs|no|that|which|where|about|only|right|wrong /
        group|groups .. {fits}|nothing_to|unrelated|irrelevant / tag abuse|spam|stuffing /
        {negative} .. tag .. with|things|for|that /
        tag .. article|articles|seeds|seed|posts|properly|accurately|correctly|appropriately /
        group .. that .. fit|fits
        """,
        unless="""
        belong .. in .. this / flag / title|headline|titles .. tag / category .. of .. people|members|insult
        """,
    ),
    Cue.of(
        "title-accurate",
        "headlines are accurate.",
        """
        {title} .. {accurate} / {accurate} .. {title} / {title} ... {misleading} / {misleading} .. {title} /
        {title} .. {say}|reflect|describe|represent|tell|summarise|summarize ..
        article|what|content|contents|story|happened|it_is|is|truth|accurately /
        editorializ|editorialis|editorialize|editorializing|editorialized .. {title} /
        {title} .. opinion|opinions|spin|comment|editorial|commentary|exaggerat|slant|bias|hype|neutral /
        {negative} .. opinion|spin|comment|commentary|slant .. in|into .. {title} / clickbait /
        {title} .. not .. {say}|claim|promise .. article|story|what
        """,
        unless="""
        {title} .. match|same|original|identical / tag|bracket|prefix
        """,
    ),
    Cue.of(
        "title-match",
        "headlines are the source’s.",
        """
        {title} ... {match} / {match} .. {title} / {keep} .. {title} /
        {negative} .. {change}|reword|alter|editorialize|invent|write|embellish .. {title} /
        {title} .. {negative} .. {change}|changed|altered|edited|rewritten|reworded|embellished|modified /
        {title} ..
        unchanged|unaltered|unedited|untouched|as_published|as_is|as_printed|as_written|word_for_word|verbatim|letter_for_letter|of_the_source|of_the_article|the_source_gave|the_publisher
        /
        {title} .. must|should .. be .. the .. {source}|articles|one|publishers /
        same .. {title} .. as|article|source
        """,
        unless="""
        match .. tag / {title} .. match .. content|contents|facts|story|text|article_s_content
        """,
    ),
    Cue.of(
        "title-tag",
        "headlines carry a tag.",
        """
        {title} ... {tagged} / {tagged} .. {title} /
        {title} .. say|says|state|indicate|show|tell|announce .. whether|if|that|which|type|it /
        say|state|indicate|tell|put|write|add|announce|note .. in .. {title} /
        in .. {title} .. say|what|whether|as|put|write|add|state|include /
        {tagged} .. as .. opinion|satire|rumor|rumour|review|analysis|video|update|nsfw|spoiler|humor|breaking /
        start|begin|open|prefix|preface|end .. {title} .. with
        """,
        unless="""
        {title} .. match|same / all caps / tag|tags .. relevant / no opinion
        """,
        absorbs="source-quality title-accurate no-opinion news-only topic-only",
    ),
)
