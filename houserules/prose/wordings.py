"""The wordings that frame a list, as patterns over folded words (each after one space; see `words.Stretch`).

Heads are matched at the beginning of a segment, tails are searched in it. A wording that could be meant otherwise
is a puzzle and frames nothing.
"""

import re


def _pattern(*choices: str) -> "re.Pattern[str]":
    return re.compile(f"(?:{'|'.join(choices)})(?= |$)")


PEOPLE = (
    r"(?: (?:the|all|our|any|every))?(?: \w+)? (?:members?|users?|people|commenters?|posters?|readers?|authors?|"
    r"participants?|contributors?)"
)
YOU = rf"(?: you| everyone| everybody| anyone| anybody| we| i|{PEOPLE})"
NOT_DO = r"(?: do not| dont| never)"
ADVERBS = (
    r"(?: (?:strictly|absolutely|expressly|always|also|generally|simply|just|still|of course|all|ever|perfectly|quite|"
    r"totally|immediately|promptly|be))*"
)
FINE = r" (?:allowed|permitted|tolerated|accepted|acceptable|welcome|welcomed|ok|okay|fine|appreciated|wanted)"
BARRED = r" (?:forbidden|banned|prohibited|barred|off limits|unwelcome|verboten|disallowed|against the rules|taboo)"
GONE = (
    r" (?:removed|deleted|collapsed|redacted|hidden|moderated|taken down|purged|cut|struck|locked|banned|suspended|"
    r"ticketed|warned)"
)
LOSS = r" (?:deletion|removal|moderation|redaction|suspension|being (?:removed|deleted|hidden|banned|suspended))"

OPENING = _pattern(
    r"^ (?:please|pls|kindly|note that|note|remember that|reminder|also|and|or|again|so|well|then|finally|"
    r"just|as always|ok|warning|important|reminder that|in short|be aware that|be advised that|once again|but)",
    r"^ (?:here|(?:in|on|within|for) (?:this|the|my|our) (?:\w+ )?(?:seed|group|thread|discussion|article|"
    r"site|forum|place|page))",
)
WHEN_ANSWERING = _pattern(
    r"^ (?:when|if|while|whenever|before) (?:you )?(?:are |re )?(?:reply|replying|respond|responding|answer|answering)"
    r"(?: to)?(?: (?:somebody|someone|another|other|a|an|the|any))?(?: (?:else|member|user|comment|person|"
    r"people|others?))?",
    r"^ in (?:your|a|every|each) (?:reply|response|answer)",
)
PUZZLES = _pattern(
    r"^ no (?:problems?|need|doubt|matter|longer|worry|worries|reasons?|exceptions?|excuses?|later|less|fewer|idea|"
    r"offen[cs]e|wonder|way|harm|issues?|obligation|limits?|restrictions?|warnings?|appeals?|hard|big|such|sooner|rush|"
    r"pressure|shame|luck|one (?:is|was|will|has|likes|wants|cares)|more than|real|good|right|rules?|thanks|further)",
    rf"^{YOU}?{NOT_DO} (?:hesitate|be (?:afraid|shy|surprised|scared)|worry|feel|mind|need|have to|expect|take|assume|"
    r"let|confuse|get|fear|think|delete|remove|ban|moderate|allow me|hold back|only|just|stop|refrain|avoid)",
    rf"^{YOU} (?:need not|neednt|may only|can only|may not only)",
    r"^ (?:not only|not all|not every|not everything|never mind|stop worrying|not necessarily)",
)
NOT_FORGET = _pattern(rf"^{YOU}?{NOT_DO} (?:forget|fail|neglect|omit) to")
FORBIDDING_ACTS = _pattern(
    r"^ (?:no one|nobody|no (?:member|user|person|commenter|poster|participant|reader|author|mod)s?|none of you)"
    r" (?:may|can|should|shall|must|is (?:allowed|permitted) to|gets to|are (?:allowed|permitted) to)(?: ever)?",
    rf"^{YOU} (?:may|can|must|should|shall|are|will|is)(?: absolutely| strictly)? (?:not|never)"
    r"(?: (?:allowed|permitted|supposed|expected) to)?(?: ever)?",
    rf"^{YOU} (?:cannot|cant|mustnt|shouldnt|arent allowed to|may never)(?: ever)?",
    rf"^(?: it is| its)(?: not|nt)(?: {FINE.strip()}) to",
    rf"^(?: it is| its)(?: strictly)?{BARRED} to",
    rf"^{NOT_DO}(?: ever)?(?: you)?",
    r"^ (?:must|may|should|shall) not",
)
FORBIDDING = _pattern(
    r"^ (?:we|i)(?: do not| dont| will not| wont) (?:allow|tolerate|accept|permit|want)(?: any)?",
    r"^ there (?:is|are|will be|shall be|should be|must be)(?: to be)? (?:no|zero)(?: more)?",
    r"^ (?:absolutely |strictly |positively )?(?:no|zero)(?: more)?",
    r"^ nothing(?= (?:about|on|related|regarding|concerning|to do))",
    r"^ (?:avoid|refrain from|abstain from|stop|quit|cease|keep away from|stay away from)",
    rf"^(?: strictly)?(?:{BARRED}| not{FINE})(?: here)?",
)
REMOVING = _pattern(
    r"^(?: the| our| group| site)* (?:mods?|moderators?|admins?|owners?|seeders?|staff|we|i)"
    r" (?:may|will|can|shall|reserve the right to)(?: also)?"
    r" (?:remove|delete|redact|hide|take down|cut|moderate)",
)
ALLOWING = _pattern(
    rf"^{YOU} (?:may|can|are (?:{FINE.strip()}|free|welcome|encouraged) to)(?: of course| still| also| always)?",
    r"^ (?:allowed|permitted|acceptable)(?: here)?$",
    rf"^ (?:feel free to|go ahead and|by all means|it is{FINE} to|its{FINE} to)",
)
ASKING = _pattern(
    r"^ (?:always|remember to|be sure to|be sure you|make sure to|make sure you|make sure that you|do|dont forget to|"
    r"try to|take care to)",
    rf"^{YOU} (?:must|should|shall|need to|have to|has to|ought to|will|are (?:asked|required|requested|expected|"
    r"encouraged|kindly asked) to)(?: always| please)?",
    rf"^ (?:we|i)(?: kindly)? ask(?: that)?(?:{YOU})?(?: to)?",
    r"^(?: all| every| each| a| your)? (?:repl(?:y|ies)|comments?|posts?|discussions?)"
    r" (?:must|should|needs? to|ha(?:s|ve) to)",
)

TAIL_NOT_FINE = _pattern(
    rf"(?: is| are| r| will be| shall be| will| shall| can| should)?(?: not| never|nt)(?: be)?{ADVERBS}{FINE}",
    rf" (?:isnt|arent|wont be|cannot be|cant be|shouldnt be){ADVERBS}{FINE}",
    rf"(?:(?: is| are| remains?)(?: strictly| also| all)*|(?<! be)(?<! gets)(?<! get)){BARRED}",
    r" (?:has|have) no place",
    r" (?:must|may|should|can|shall|are to|is to) (?:not|never) be (?:posted|used|shared|submitted|linked|seeded)",
)
TAIL_COSTS = _pattern(
    rf" (?:may|will|can|could|shall|should|must|might|are|is|gets?|would)(?: also| simply| just| all|"
    rf" always| get| be| likely"
    rf"| then| probably| immediately| promptly)*{GONE}",
    rf"(?: is| are| will be| may be| shall be| can be) (?:subject to|grounds for|liable to)(?: immediate)?{LOSS}",
    r" risks?", r" risking",
    rf" (?:will|may|can)? ?(?:leads?|results?|ends?) (?:to|in)(?: \w+)?{LOSS}",
)  # fmt: skip
TAIL_FINE = _pattern(rf"(?: is| are| will be| shall be| remains?){ADVERBS}{FINE}")
TAIL_AFTER_NO = _pattern(rf"(?: is| are| will be| shall be| be)?{ADVERBS}{FINE}(?: here)?")
NEGATED_TAIL = _pattern(
    rf" (?:not|never|wont|isnt|arent|cannot|cant|nt)(?: be)?{ADVERBS}(?:{GONE}|{BARRED}| subject to)",
    rf" only{ADVERBS}{FINE}", r"(?: is| are| be) only",
)  # fmt: skip
WHOEVER = _pattern(
    r"^(?: all| any| the| our)?(?: \w+){0,2} (?:members?|users?|people|those|persons?|commenters?|"
    r"posters?) (?:who|that|which)",
    r"^ (?:anyone|anybody|everyone|whoever|he) (?:who|that)", r"^ whoever",
    r"^(?: all| any| the)?(?: (?:comments?|posts?|replies|anything|stuff|content|seeds?|messages?|submissions?|threads?)"
    r"(?: and| or)?){1,3} (?:that|which|with|containing|consisting of|including)"
    r"(?: are| is| contains?| includes?| only| (?:intended|meant|designed) to)*",
)  # fmt: skip
VIOLATORS = _pattern(
    r"^(?: or| and| then| all| any| repeat| such| these| those)*(?: violators?| offenders?| violations?|"
    r" you| they| it| comments?| posts?"
    r"| rule breakers?| breaches| either| both)?$"
)
STARTS_SEGMENT = re.compile(
    r"^ (?:no|dont|do not|never|please|always|you (?:may|can|must|should|cannot|cant|will)|refrain|nothing about|"
    r"feel free|remember|violators|offenders|there|we|they|theyre|it|its|this|thats|youre|were|any other)(?= |$)"
)
LIMIT_FIRST = re.compile(
    r"^ (?:at (?:the )?(?:most|least)|(?:no|not) (?:more|fewer|less) than|(?:a )?(?:max|maximum|minimum)(?: of)?|up to) "
    r"(?:\d|an?(?= )|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)"
)
"""“Three links per comment, and at most 400 words” states two limits."""
VERB_FIRST = re.compile(r"^ (?:avoid|stay|keep|be)(?= |$)")
BREAKS = frozenset(';:.!?—–…()[]|•"“”„«»')
QUOTES = frozenset('"“”„«»')
