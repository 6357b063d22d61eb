"""How people treat each other."""

from houserules.asides.cue import Cue

CUES = (
    Cue.of(
        "no-personal-attacks",
        "members are not attacked; arguments are.",
        """
        politicians|figures|celebrities|ideas|arguments .. fair game / fair game ... {mem} /
        members|people|persons .. arent|are_not|not fair|targets|target|subject|the_subject|punching /
        {abuse} .. {mem}|each / {idea} ... {negative} ... {thepersons} / {negative} ... {thepersons} ... {idea} /
        {thepersons} .. off_limits|not_the|is_not|are_not|isnt|arent .. topic|subject|issue|target /
        personal|personally .. {abuse}|remark|comment|abuse|insult|jab|invective|vitriol|shot|criticism|affront /
        {nofor} {abuse} / name calling|call|caller|calls / call .. name|names / namecalling /
        ad hominem|hominems|hom / libel|slander|defam|defamation|defamatory|libelous|libellous|vilify /
        get|getting|make|making|take|turn|turning|becomes|become|going|go .. personal / attack .. argument .. not /
        {abuse} .. will|may|get|gets|cost|costs / play .. ball / {cm} .. about .. {thepersons} /
        {seed} .. {abuse} .. {mem} / throw .. at {mem} / throw .. at him|her|them / {talkabout} .. {thepersons} /
        insult|insults|insulting|abusive
        """,
        unless="""
        {abuse} .. {mod} / {abuse} .. source|publisher|paper|outlet|messenger / {abuse} ... {category} /
        heart attack|attacks / terror .. attack / {partisan} .. attack
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-taunting",
        "nobody taunts another.",
        """
        {taunt} .. {mem}|each / {taunt} / {laughs} at .. {mem} / rub .. in|nose|it / push .. button|buttons /
        dont|not|never|no .. {poke}
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-bickering",
        "people do not bicker.",
        """
        argument|arguments|fights|disputes .. between|among .. two|same|members|people|each /
        endless|petty|pointless|personal .. argument|arguments|bickering|quarrelling|dispute / {bicker} /
        argue|argument|fight|fighting|insults .. back_and_forth|tit_for_tat /
        personal fight|quarrel|argument|dispute|feud|war|battle|grudge|vendetta /
        trading|trade|exchange|swap .. insult|barb|blow / flame war|wars / back and forth / tit for tat /
        last word .. contest|battle|fight / two|both .. of_you|members|sides .. {fight} /
        {fight} .. among|between|with .. each|members|yourselves|one_another|two|other /
        old .. grudge|feud|quarrel
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-accusing",
        "nobody accuses or labels another.",
        """
        say|claim .. somebody|someone|member|another .. broke|broken|violat|is|lied|lying / {accuse} ... {label} /
        {call} ... {label} / {accuse} .. {mem} / accusation|accusations|allegation|allegations /
        {mem} .. is|are|a|an .. {label} / {label} .. {accuse}|accusation|calling|label /
        label .. {mem}|people|each / {call} .. {mem} .. a|an|names .. {label} / cry .. troll|shill|bot /
        hint|imply|suggest|insinuate|claim .. {mem} .. {label} / who .. is|are .. {label}
        """,
        unless="""
        right|wrong .. say / dont|not|never feed
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-nicknames",
        "nobody is given a mocking name.",
        """
        {name}|use|write|spell|call .. name|names .. as|properly|they|correctly|right /
        peoples|members .. names .. as / funny|silly|cute|twisted versions|version /
        {mocking}? nickname|nicknames|moniker|monikers|epithet|epithets|sobriquet /
        {mocking} .. name|names|version|variation|spelling|term|label|play /
        {twist} .. {mem}|peoples|persons|username|screen|their|others|of|another|somebodys|someones|a ..
        name|names|handle|usernames|username /
        name|names|username|handle .. {twist}|joke|pun|mangled|twisted|spelled|misspelled|correct /
        pun|puns|play|plays|jokes .. on|of .. name|names|username /
        made_up|silly|funny|cute|pet|childish name|names /
        call|address|refer .. {mem} .. by|as .. name|username|own|handle|screen|chosen /
        libtard|libtards|repugs|rethuglican|rethuglicans|dimocrats|demonrats|drumpf|obummer|republicants|conservatards|teabagger
        """,
        unless="""
        rule
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-harassment",
        "nobody is harassed.",
        """
        harass|harassment|stalk|stalking|stalker|hound|hounding|pester|badger|persecute|bully|bullying|cyberbullying|doxx|dox|doxxing|doxing|brigade|brigading
        /
        follow|following|chase|chasing|pursue|pursuing|trail|trailing ... {mem} ..
        around|thread|from|about|other|seed /
        repeatedly|keep|continually .. {abuse}|message|contact|single / witch hunt|hunts /
        personal|private|identifying .. information|info|details|data|address /
        intimidat|unwanted .. contact|message|attention|advances / leave .. alone /
        target|targeting|gang_up|ganging_up|pile_on|piling_on .. {mem}
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-threats",
        "no threats.",
        """
        threat|threats|threaten|threatening|threatened / {promise} .. violence|harm /
        wish|wishing|hope|advocat|call|calling|incite|inciting|encourag|promot|glorif ..
        death|harm|violence|ill|injury|dead /
        violence against|toward|to
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-abuse-of-mods",
        "moderators are not abused.",
        """
        take .. out .. on .. {mod} / blame|yell|vent .. {mod} / {mod} .. abuse / {abuse} .. {mod} /
        {mod} .. {abuse}|abused|insulted|attacked|harassed|punching_bag|target|disrespect /
        {abuse} .. toward|towards|at|against|of|to .. {mod}|volunteers /
        disrespect|disrespectful|rude|respect|polite|kind|civil .. to|toward|towards|the .. {mod} /
        threaten|swear|yell|curse|scream|shout .. {mod} / {mod} .. volunteer|human|people|unpaid
        """,
        unless="""
        {mod} .. may|will|can|must|should .. {abuse} / {mod} ... {rm} .. {abuse} / {abuse} ... {rm} .. {mod} /
        {mod} .. discretion
        """,
        absorbs="no-personal-attacks",
        is_conduct=True,
    ),
    Cue.of(
        "no-group-insults",
        "no insults of a whole category.",
        """
        {abuse} ... {category} / {category} .. {abuse} / {allof} {category} /
        generaliz|generalis|generalization|generalizations|generalisation|stereotype|stereotypes|stereotyping|stereotypical|paint
        .. broad|brush /
        tar|tarring .. brush / broad brush / {allof} .. are / lump .. together /
        about .. {category} .. as_a_whole|in_general
        """,
        unless="""
        insult .. user
        """,
        absorbs="no-personal-attacks",
        is_conduct=True,
    ),
    Cue.of(
        "no-hate",
        "no hate, no slurs.",
        """
        because|basis|grounds|account|for of? ..
        race|religion|sex|gender|colour|color|origin|faith|nationality|ethnicity|orientation|disability /
        {hate} / hate .. speech|group|site|mongering|content|{cm}
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-partisan",
        "no partisan attacks.",
        """
        {partisan} ..
        {bash}|jab|sniping|attack|shot|point|rant|hackery|bickering|warfare|talking|cheap|cheerleading|slogan|insult|mud|propaganda|name|sneer|dig|hit
        /
        {bash} .. {partisan} / partisan|partisanship / talking points /
        party .. line|politics|slogans|propaganda|bashing / cheerleading|electioneering|campaigning /
        left .. right .. {bash}|attack|jab|sniping|blame|insult
        """,
        absorbs="no-group-insults",
        is_conduct=True,
    ),
    Cue.of(
        "no-skirting",
        "nobody insults sidelong.",
        """
        close|near|nearest|closest to .. line|limit|edge|rule|breaking / as close /
        wrapped|wrapping|dressed|dressing|hidden|hiding|disguised .. in|as|behind ..
        {abuse}|politeness|question|joke|irony|sarcasm|smile /
        skirt|skirting|skirts|skirted /
        {oblique} .. {abuse}|jab|remark|comment|dig|shot|swipe|reference|way|language|accusation|name|hint|put|slap
        /
        insinuat|innuendo|innuendos|insinuation|insinuations|double_entendre / {imply} .. {abuse}|{mem}|that /
        letter .. {rule}|spirit|law / spirit of the? {rule}|law|code /
        loophole|loopholes|technicality|technicalities|technically /
        {dance} .. {rule}|line|edge|filter|limits|code|around / read between|between_the_lines /
        passive aggressive|aggression|aggressiveness|aggressively /
        {just} short|inside|within|under|shy of? .. {rule}|line|breaking|insult|limit|attack /
        cleverly|craftily|subtly|slyly|politely|nicely|sweetly .. {abuse}|worded|disguised|phrased|hidden /
        {abuse} ..
        dressed|disguised|wrapped|hidden|veiled|cloaked|masked|phrased|worded|smile|put_as|posed|clothed|as_a_question|as_question
        /
        some_people|certain_people|people_like_you|if_the_shoe|if_the_shoe_fits|anyone_who /
        veiled|thinly|backhanded|sidelong|oblique|obliquely|snide|roundabout
        """,
        unless="""
        {filter}
        """,
        absorbs="no-personal-attacks civility",
        is_conduct=True,
    ),
    Cue.of(
        "no-mocking-emoji",
        "no mocking smileys at members.",
        """
        laughing|crying|clown|vomiting|rolling face|faces|eyes / {mock} .. {smiley} .. {mem}|on|at|to /
        {mock} {smiley} / {smiley} ... {mock}|{mem}|people|mockery|insult|answering|answer|fun|ridicule /
        {smiley} .. at|to|aimed|against .. {mem} / roll .. eye|{smiley} /
        lol|rofl|lmao|haha|eyeroll|facepalm .. at|to|as .. {mem}|reply|answer / {mem} .. {smiley}
        """,
        unless="""
        {smiley} only|alone
        """,
        absorbs="no-emoji-only",
        is_conduct=True,
    ),
    Cue.of(
        "no-profanity-at-members",
        "no swearing at members.",
        """
        {swear} ... {at} .. {mem}|each|me|us|him|her|them / {at} .. {mem} ... {swear} / {swear} .. {mem} /
        {mem} ... target|object|end .. {swear} / stfu|gfy|foad|f_off|f_you / fu /
        {tell} .. {mem} .. f_off|to_f|shut_up|go_to_hell / {swear} .. as .. insult|weapon
        """,
        absorbs="no-personal-attacks",
        is_conduct=True,
    ),
    Cue.of(
        "profanity-limit",
        "swearing is limited.",
        """
        bit|touch|little|some .. of .. {swear} /
        {swear} .. alright|all_right|no_problem|one_thing|may_pass|so_long|wont / {swear} ... {mild} /
        {mild} .. {swear} / {swear} .. not .. {rm}|{bar} /
        {swear} .. if|when|as_long|unless|only|but|is_one_thing|where / {limited} .. {swear} /
        {swear} .. {limited} / no more than .. {swear} / {swear} .. {fine} / may|can|allowed|free .. {swear}
        """,
        unless="""
        {swear} .. not|never|isnt|arent .. {fine} / no {swear} / {swear} .. at .. {mem}
        """,
    ),
    Cue.of(
        "civility",
        "people are civil.",
        """
        treat ... want|way|would / {civil} to|toward|with .. each|others|newcomers|people|one / be {civil} /
        be|stay|remain|keep|act|behave .. {civil} /
        {civil} .. discussion|debate|tone|conversation|please|at_all_times|to|with|toward|towards / {civilly} /
        act|behave|talk|write|grow .. adult|adults|grown|grownup|grownups|gentlemen|up|human|children|ladies /
        treat ... respect|courtesy|kindness|decency|dignity|as_you|fairly|well|politely|like|as /
        show .. respect|courtesy|kindness|decency|consideration /
        {rude}
        {cm}|behavior|behaviour|language|remark|conduct|tone|people|member|user|manner|and|or|off|irrelevant|stupid
        /
        no|not|never|dont|avoid|without|be .. {rude} / {rude} .. will|may|is|are|be /
        mind|watch .. manner|tone|language|tongue|mouth / good manner|manners|faith /
        remember .. human|human_being / agree to disagree /
        disagree .. respect|civil|polite|without|agreeabl|disagreeabl /
        keep .. civil|clean|friendly|polite|calm|cool|temper|head|classy|cordial|nice|respectful /
        dont|not be .. jerk|dick|ass|asshole|arse|douche|idiot|mean|rude|troll|a_hole /
        golden rule|reddiquette|netiquette|etiquette /
        civil|civility|civilly|courteous|courtesy|respectful|respectfully|respectfulness
        """,
        unless="""
        civil war|right|engineer|law|suit|servant / respectful of .. copyright
        """,
    ),
    Cue.of(
        "no-inflaming",
        "nothing that is meant to inflame.",
        """
        make|get|making|getting .. people|members|others|somebody|someone|readers ..
        angry|mad|upset|furious|going|worked_up|riled /
        {inflame} / {stir} .. pot|trouble|up|hatred|emotion|anger|controversy|drama|discord|strife|argument /
        flame|rage|hate .. bait|baiting /
        meant|designed|intended|solely|purpose|just|only|written|aim|posted .. to ..
        anger|upset|enrage|start_a_fight|fight|outrage|offend|annoy|rile|trouble|reaction|controversy|hurt|infuriate|flame
        /
        fan .. flames / pour .. oil|fuel|gasoline / start .. fight|fights|flame / fuel .. fire|flames
        """,
        unless="""
        {harmful} ... inflam
        """,
        is_conduct=True,
    ),
    Cue.of(
        "no-strawman",
        "nobody puts words into another’s mouth.",
        """
        tell|telling .. others|people|other|members|somebody|someone .. what ..
        think|mean|meant|believe|said|thinks|feel /
        mind reading|reader|read / read|reading .. minds / assume|presume .. what|motives|meaning|others|meant /
        motive|motives|intentions / strawman|strawmen|strawmanning / straw man|men|argument /
        put|putting .. word .. mouth / {twist} .. {said} / so you|youre .. saying|say|think|mean / what you mean /
        never|not|nobody .. {said} .. claim|argue|answer|attribute|as_if|said /
        {attribute} .. {said}|views|opinions|position|motives|words|argument|beliefs .. to|never|not|hold /
        invent|make_up|imagine|exaggerate|assume|guess ..
        {said}|opponent|position|what_others|what_another|others_think /
        answer|respond|reply|argue .. what .. {wrote}|said|says .. not|actually|really /
        {said} .. not .. what .. wish|want|imagine|think /
        paraphras|restate|rephrase .. unfair|worst|absurd|into|as|distort / you .. said .. didnt|not
        """,
        is_conduct=True,
    ),
)
