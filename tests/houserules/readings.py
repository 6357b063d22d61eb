"""Rule sentences with the readings wanted: `kind`, `kind(term)`, with `?` left to people, with `+` permitted."""

READINGS = {
    # The mixed lists the engine is for.
    "No Trump, Fascism References, Memes, Source Dissing": (
        "topic-ban(trump) comparison-ban(fascism) memes(memes) source-dissing?"
    ),
    "NO TRUMP,FASCISM REFERENCES,MEMES,SOURCE DISSING": (
        "topic-ban(trump) comparison-ban(fascism) memes(memes) source-dissing?"
    ),
    "No Mayor Dunmore, Dictator Comparisons, Memes, Source Dissing": (
        "topic-ban(mayor dunmore) comparison-ban(dictator) memes(memes) source-dissing?"
    ),
    "No talk of the mayor’s divorce, dictator comparisons, memes or source dissing.": (
        "topic-ban(mayor's divorce) comparison-ban(dictator) memes(memes) source-dissing?"
    ),
    "Members who vote up their own comments, repeat comments, respond to themselves, or continue to disrupt the "
    "conversation risk having all their comments deleted.": "self-vote repeat self-reply disruption?",
    "Trolling, taunting, spamming, and off-topic comments may be removed at the discretion of group mods.": (
        "trolling? taunting? spam? off-topic?"
    ),
    "Please remember to quote the person(s) you are replying to preserve the continuity of this seed.": "quote-parent",
    "Posting debunked lies will be subject to deletion": "debunked-claim?",
    # Votes.
    "Don’t upvote your own posts or reply to yourself.": "self-vote self-reply",
    "Voting for your own comments is prohibited.": "self-vote",
    "Self-voting is not tolerated": "self-vote",
    "No one may vote for their own comments.": "self-vote",
    "No one may vote twice": "",
    "You may vote for others’ comments": "",
    "Do not vote for your own comments on Mondays.": "self-vote?",
    "You can vote for your own comments.": "self-vote+",
    # Repeats and answers to oneself.
    "Please do not repeat yourself.": "repeat",
    "Comments that repeat an earlier one will be removed": "repeat",
    "Repeat offenders will be banned.": "",
    "Don’t repeat what others say.": "",
    "No need to repeat comments": "",
    "Anyone who replies to himself will be removed.": "self-reply",
    "It is not allowed to reply to your own comments.": "self-reply",
    "Nobody should respond to themselves.": "self-reply",
    "You may respond to others.": "",
    # Quoting.
    "Don’t forget to quote the person you’re replying to!": "quote-parent",
    "When replying, please quote the person you are answering.": "quote-parent",
    "Replies must quote the parent comment.": "quote-parent",
    "Quote who you’re answering so people can follow": "quote-parent",
    "Do not hesitate to quote": "",
    "No problem if you quote": "",
    "You don’t have to quote the person you reply to.": "",
    "You need not quote the comment you answer.": "",
    "Never quote the person you reply to.": "",
    "When you reply, quote no more of the earlier post than you need.": "",
    # Subjects.
    "no politics": "topic-ban(politics)",
    "Please, no politics or religion.": "topic-ban(politics) topic-ban(religion)",
    "Nothing about crypto": "topic-ban(crypto)",
    "Nothing about the mayor, the council, or crypto": "topic-ban(mayor) topic-ban(council) topic-ban(crypto)",
    "No Halvorsen": "topic-ban(halvorsen)",
    "Trump is not welcome here": "topic-ban(trump)",
    "Please don’t bring up the mayor’s divorce.": "topic-ban(mayor's divorce)",
    "There will be no discussion of Brexit.": "topic-ban(brexit)",
    "We do not allow memes or politics.": "memes(memes) topic-ban(politics)",
    "No talk of politics, doxxing or insults": "topic-ban(politics) personal-data personal-attack",
    "Talk of Trump is allowed in this seed.": "topic-ban(trump)+",
    "Trump cards are allowed": "",
    "No Insults": "personal-attack",
    "No Personal Attacks": "personal-attack",
    "No Trump supporters": "",
    "No discussion of other members": "",
    "No exceptions": "",
    "No halvorsenesque prose": "",
    "Attacks on people because of their race, religion or sex are forbidden.": "personal-attack?",
    # Comparisons.
    "No Hitler/Nazi comparisons": "comparison-ban(hitler) comparison-ban(nazi)",
    "No Trump and Biden references.": "comparison-ban(trump) comparison-ban(biden)",
    "Comparisons to Nazis and twisting words (“so you say”) will be removed.": "comparison-ban(nazis) strawman?",
    "No comparisons to Nazis or Stalin.": "comparison-ban(nazis) comparison-ban(stalin)",
    "No comparing anyone to dictators": "comparison-ban(dictators)",
    "No external references": "",
    # Pictures.
    "Posting memes is not allowed.": "memes(memes)",
    "Reaction gifs are banned.": "memes(gifs)",
    "No memes and images": "memes(images)",
    "No memes will be tolerated.": "memes(memes)",
    "You may not post images.": "memes(images)",
    "Memes are fine here": "memes(memes)+",
    "Feel free to post images.": "memes(images)+",
    "Memes are not allowed in titles": "memes(memes)?",
    "No memes unless they are funny": "memes(memes)?",
    "No political memes": "memes(memes)?",
    "Memes are only allowed on Fridays.": "",
    "Memes are allowed on Fridays": "",
    "Memes will not be removed.": "",
    "No memes will be removed.": "",
    "No more than three memes": "",
    "No memes (except cat memes).": "memes(memes)?",
    "No memes – unless they are funny!": "memes(memes)?",
    "No memes, but cat memes are fine.": "memes(memes)?",
    "Memes (funny or not) will be removed.": "memes(memes)",
    "No meme shaming": "",
    "I hate memes.": "",
    "“No memes” is not a rule here": "",
    # Recognised, kept by people.
    "Refrain from trolling, taunting and spamming.": "trolling? taunting? spam?",
    "Please don’t: troll, spam, or taunt": "trolling? spam? taunting?",
    "Do not feed the trolls.": "",
    "Mods may remove trolling, taunting, and spam.": "trolling? taunting? spam?",
    "Mods may not remove memes.": "",
    "Stay on the topic of the article.": "off-topic?",
    "Comments must be on topic.": "off-topic?",
    "No trolling or you will be banned.": "trolling?",
    "Members who upvote their own comments, repeat comments, reply to themselves, or keep disrupting the discussion "
    "risk losing everything they posted here.": "self-vote repeat self-reply disruption?",
    "No Mayor Pell, dictator comparisons, memes, or running down the source.": (
        "topic-ban(mayor pell) comparison-ban(dictator) memes(memes) source-dissing?"
    ),
    "Off-topic comments will not be removed.": "",
    "Debunked claims and misinformation will be deleted": "debunked-claim? debunked-claim?",
    # A heading governs its list.
    "Not allowed:\n- memes\n* politics\n\nWe like memes.": "memes(memes) topic-ban(politics)",
    # Other languages stay with people.
    "Keine Memes, bitte": "",
}
