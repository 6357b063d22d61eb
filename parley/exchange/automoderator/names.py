"""The names that stand in AutoModerator's rules, and what can be said of each here."""

from parley.base.saying import say

FORBIDDING = {
    "remove": "here nothing is removed by software: the author is asked, or mods decide",
    "spam": "here nothing is removed by software: the author is asked, or mods decide",
    "filter": "here nothing waits for mods by this import: choose how the line is kept",
    "report": "here nothing is reported by this import: choose how the line is kept",
}
"""Values of `action` that are against something, each with what becomes of it."""
NOT_FORBIDDING = {"approve": "Approving is not carried over: nothing here waits to be approved."}

DOES = {
    "action_reason": "the reason for mods' log",
    "report_reason": "the reason for mods' log",
    "comment": "the answer that was posted",
    "comment_locked": "how the answer was posted",
    "comment_stickied": "how the answer was posted",
    "message": "the message to the author",
    "message_subject": "the message to the author",
    "modmail": "the message to mods",
    "modmail_subject": "the message to mods",
    "set_flair": "there is no flair here",
    "overwrite_flair": "there is no flair here",
    "set_sticky": "no such setting is changed by a rule here",
    "set_nsfw": "no such setting is changed by a rule here",
    "set_spoiler": "no such setting is changed by a rule here",
    "set_contest_mode": "no such setting is changed by a rule here",
    "set_original_content": "no such setting is changed by a rule here",
    "set_suggested_sort": "no such setting is changed by a rule here",
    "set_locked": "no such setting is changed by a rule here",
    "set_post_crowd_control_level": "no such setting is changed by a rule here",
}
"""What a rule does beside its action."""
BEHAVES = {
    "moderators_exempt": "mods are members like others here",
    "priority": "lines have no order here",
    "ignore_blockquotes": "quoted words count here as the line's kind says",
    "satisfy_any_threshold": "whether one of several figures is enough",
}

TEXTS = frozenset({"title", "body"})
LINKS = frozenset({"domain", "url"})
NO_SUCH_NAME = "no such name is known here"
NO_SUCH_POST = "no such sort of post is known here"
NOT_KNOWN = {
    "id": "names of single posts elsewhere",
    "name": "names of accounts elsewhere",
    "author": "names of accounts elsewhere",
    "flair_text": "there is no flair here",
    "flair_css_class": "there is no flair here",
    "flair_template_id": "there is no flair here",
    "media_author": "who made an embedded video is not known here",
    "media_author_url": "who made an embedded video is not known here",
    "media_title": "what an embedded video says is not known here",
    "media_description": "what an embedded video says is not known here",
    "poll_option_text": "there are no polls here",
    "poll_option_count": "there are no polls here",
    "crosspost_id": "there are no crossposts here",
    "crosspost_title": "there are no crossposts here",
    "crosspost_author": "there are no crossposts here",
    "crosspost_subreddit": "there are no crossposts here",
    "comment_karma": "there is no karma here",
    "post_karma": "there is no karma here",
    "link_karma": "there is no karma here",
    "combined_karma": "there is no karma here",
    "comment_subreddit_karma": "there is no karma here",
    "post_subreddit_karma": "there is no karma here",
    "combined_subreddit_karma": "there is no karma here",
    "has_verified_email": "whether a mail address is verified is shown to nobody here",
    "is_gold": "there is no such standing here",
    "is_contributor": "there is no such standing here",
    "is_moderator": "mods are members like others here",
    "contributor_quality": "there is no such figure here",
    "parent_submission": "what the discussion is about",
    "is_original_content": "seeds have no such mark here",
    "is_gallery": "seeds have no such mark here",
    "is_poll": "there are no polls here",
    "is_meta_discussion": "seeds have no such mark here",
    "past_archive_date": "discussions are not archived here",
    "discussion_type": "seeds have no such mark here",
}
"""Checks for which there is nothing here. What they ask is left out, and the line is kept by people."""
STATES = {
    "is_edited": ("the text was edited", "the text was not edited"),
    "is_top_level": ("the comment answers no other", "the comment answers another"),
    "is_submitter": ("the author seeded the article", "the author did not seed the article"),
    "author_is_submitter": ("the author seeded the article", "the author did not seed the article"),
}
"""What people can see, said when the value is true, and when it is false."""

STANDARDS = {
    "image hosting sites": "No links to image hosting sites",
    "direct image links": "No direct links to images",
    "video hosting sites": "No links to video hosting sites",
    "streaming sites": "No links to streaming sites",
    "crowdfunding sites": "No links to crowdfunding sites",
    "meme generator sites": "No links to meme generators",
    "facebook links": "No links to Facebook",
    "amazon affiliate links": "No affiliate links to Amazon",
}
TYPES = {
    "comment": "comments",
    "submission": "seeds",
    "text submission": "seeds that are only text",
    "link submission": "seeds that lead to a page",
    "crosspost submission": "seeds taken from another group",
    "poll submission": "seeds that are polls",
    "gallery submission": "seeds that are several pictures",
}
WAYS = {
    "includes-word": "mention",
    "includes": "mention",
    "starts-with": "begin with",
    "ends-with": "end with",
    "full-exact": "say only",
    "full-text": "say only",
}
"""How a text is searched, and the verb for it."""
MODIFIERS = frozenset({*WAYS, "regex", "case-sensitive"})
CHECKS = frozenset({
    *TEXTS, *LINKS, *NOT_KNOWN, *STATES, "type", "standard", "reports", "account_age", "body_longer_than",
    "body_shorter_than",
})  # fmt: skip
KNOWN = frozenset({*CHECKS, *DOES, *BEHAVES, "action"})


def because(said: str, why: str) -> str:
    """What stands in a rule, and what becomes of it (`why`: of the lists above, or a sentence)."""
    return say("“{words}”: {why}", words=said, why=say(why))
