"""Who: members, moderators, authors, and whole categories of people. `_` joins words of one choice."""

GROUPS = {
    "several": """
        two three four five six seven eight nine ten twenty dozen several enough multiple many 2 3 4 5 6 7 8 10
        15 20
    """,
    "poss": """
        your their his her our my ones your_own their_own his_own her_own his_or_her_own his_or_her its ones_own
        my_own own a_members the_members the_authors that_members the_offenders
    """,
    "mod": """
        mod moderator admin administrator staff moderation_team mod_team moderating_team the_team management
        group_mod site_mod helper steward
    """,
    "mem": """
        member user person people poster commenter anyone someone somebody anybody other others another
        participant individual each_other one_another reader everyone somebody_else fellow opponent party
        contributor folks them whoever
    """,
    "boss": """
        author owner seeder host creator op thread_starter group_owner seed_author column_owner
        writer_of_the_seed the_poster_of_the_seed person_who_wrote one_who_wrote writer whoever_wrote
        who_wrote_the article_writer who_seeded member_who_seeded author_alone
    """,
    "all": """
        all every each all_of any_and_all every_one_of every_single the_whole_of
    """,
    "them": """
        them him her somebody someone a_member member you the_member people that_person
    """,
    "whole": """
        whole entire complete full all_of all_the all the_rest_of everything
    """,
    "one": """
        one single a_single even_one any even_a just_one a one_bad once
    """,
    "others": """
        other others another member members people somebody someone each_other fellow users user other_members
        anybody
    """,
    "category": """
        category whole_group entire_group group class_of_people race religion faith liberal liberals
        conservative conservatives christian christians muslim muslims jew jews republican republicans democrat
        democrats atheist atheists theist theists women men gender sex nationality ethnicity whole_party
        immigrants gays believers categories minority minorities ethnic sexual_orientation all_members_of
        orientation demographic generation boomers southerners americans foreigners communities nation region
        profession people_of
    """,
    "allof": """
        all every entire whole
    """,
    "partisan": """
        partisan republican democrat democratic left_wing right_wing liberal conservative political left right
        party the_other_party gop the_other_side candidates parties
    """,
    "thepersons": """
        person member user individual poster author commenter each_other writer speaker man personality
        one_another other_members who_says_it who_said_it who_wrote_it character individuals who_is_speaking
        messenger personalities who_posted_it whoever_said whoever_wrote the_other_person
    """,
    "offender": """
        troll trolls violator offender rule_breaker rule_breakers rule_breaking violation breaking abuse insult
        insults abuser bait attack attacks spam spammers offence offense violating breaks breach
        rule_breaking_comment trolling comments_that_violate that_violate that_break bad_comment bad_comments
        offending provocation provocations breaches
    """,
}
