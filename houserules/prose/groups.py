"""Groups of words that stand for each other in phrasings: `{own}`, `{folk}`, `{atmost}`. `_` joins words of one choice."""

_WRITTEN = {
    "own": """
        your_own their_own his_own her_own his_or_her_own his_her_own ones_own one_own its_own my_own own your
    """,
    "oneself": """
        yourself yourselves themselves themself himself herself himself_or_herself oneself myself ourselves
    """,
    "items": """
        comment post reply answer message remark seed article thread content submission stuff behavior behaviour
    """,
    "answer": """
        reply_to respond_to answer_to answer react_to reply respond are_reply_to are_respond_to are_answer are_reply
        youre_reply_to youre_respond_to youre_answer youre_reply
    """,
    "whom": """
        the_person the_member the_user the_comment the_post the_people the_text the_words the_part the_one
        the_comments the_person_or_people the_member_or_members who whom whoever what whomever whatever those people
        the_author the_commenter the_poster the_passage the_bit the_sentence any_person any_comment persons
        the_persons the_lines
    """,
    "folk": """
        other others other_member other_user other_people another_member another_user another fellow_member
        fellow_user a_member a_user any_member any_user anyone anybody someone somebody people each_other
        one_another member user another_person a_person commenter other_commenter other_poster the_author the_poster
        the_person other_reader individual others_here one_of_us someone_else somebody_else any_other_member
        any_other_user any_person your_fellow_member your_fellow_user other_community_member community_member
        each_other_here anyone_else the_other_member the_op op other_posters_here participant other_participant
        any_individual everyone moderator other_redditor other_contributor them him the_member
    """,
    "ownthing": """
        blog site website channel video product book business company content work stuff page service youtube
        social_media podcast shop store youtube_channel subreddit discord server app project music link article
        writing patreon newsletter publication brand forum group twitch stream account etsy instagram profile
    """,
    "articles": """
        article seed source story stories news post link submission content thread news_story news_stories
        news_article site item news_source piece piece_of_news report
    """,
    "tongue": """
        english german french spanish italian dutch portuguese polish swedish russian japanese chinese arabic
        turkish danish norwegian finnish hindi greek korean
    """,
    "atmost": """
        no_more_than not_more_than at_most at_the_most maximum_of a_maximum_of maximum max max_of up_to limit_of
        a_limit_of not_longer_than no_longer_than not_exceed not_to_exceed under below less_than fewer_than
        no_greater_than shorter_than within a_max_of limited_to limit_to the_maximum_is not_over one_or the_limit_is
        not_be_longer_than not_have_more_than not_contain_more_than not_be_over no_over not_include_more_than
        not_be_more_than only
    """,
    "atleast": """
        at_least minimum_of a_minimum_of minimum min no_less_than not_less_than no_fewer_than not_fewer_than
        no_shorter_than not_shorter_than more_than over longer_than not_under not_be_shorter_than not_be_less_than
        older_than exceed a_min_of not_younger_than
    """,
    "cap": """
        maximum max limit at_most cap per_comment per_post a_comment tops or_less or_fewer
    """,
    "each": """
        per_comment per_post per_reply per_message in_one_comment in_a_comment in_one_post in_a_post in_a_single_comment
        in_your_comment in_each_comment in_any_comment in_any_one_comment in_a_single_post each_comment at_once
    """,
    "be": """
        be is are must_be should_be have_to_be has_to_be need_to_be can_be
    """,
    "requests": """
        request post link campaign comment
    """,
}
GROUPS: dict[str, tuple[str, ...]] = {
    name: tuple(each.replace("_", " ") for each in text.split()) for name, text in _WRITTEN.items()
}
"""Every choice of a group in words."""
