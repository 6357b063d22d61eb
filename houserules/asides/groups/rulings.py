"""What is done about a breach, by whom, and what can be said against it. `_` joins words of one choice."""

GROUPS = {
    "rm": """
        remove removal delete deletion take_down taken_down took_down takes_down redact erase erased strike
        struck collapse zap wipe purge scrub pull trash hide hidden unpublish vanish disappear taken_off
        take_off cut gone take_out takes_out taken_away took_away taken_out takes_away not_stay_up
    """,
    "bar": """
        ban bar boot kick eject expel thrown_out throw_out throwing_out block banish evict barred banned exile
        excluded kicked_out shut_out booted lock_out locked_out
    """,
    "decision": """
        deletion removal decision ruling ban suspension moderation verdict sanction deleted removed suspended
        banned judgment penalty action warning redaction
    """,
    "complain": """
        discuss question complain complaint object objection dispute argue contest raise debate talk_about
        protest appeal challenge query discussion discussed grievance
    """,
    "place": """
        group thread area page feedback seed forum section feed lounge help_desk house column politics
    """,
    "mail": """
        mail email message pm private privately modmail dm letter private_message contact_form feedback
    """,
    "mailing": """
        mail email message pm write contact ask write_to talk_to speak_to go_to reach notify tell
    """,
    "discretion": """
        discretion whim judgment judgement sole own_judgment pleasure mood say_so taste liking opinion
        conscience
    """,
    "decide": """
        decide choose judge determine see_fit sees_fit may_decide deem decides chooses has_the_final
        have_the_final saw_fit consider
    """,
    "thread": """
        thread discussion seed conversation comment article debate comments topic column
    """,
    "onethread": """
        the_thread the_discussion the_seed the_conversation the_article this_thread this_discussion this_seed
        this_conversation this_article that_thread that_discussion that_seed that_conversation your_thread
        a_thread a_discussion one_thread one_discussion the_debate the_comments his_thread her_thread
        their_thread my_thread my_seed a_seed a_conversation
    """,
    "close": """
        close lock end shut archive expire freeze closed frozen over stop
    """,
    "name": """
        cite name quote say point_to state identify give specify point_out mention list note reference link_to
        provide include post
    """,
    "rule": """
        rule guideline code policy policies regulation house_rule provision
    """,
    "broken": """
        break broke broken violate violation violated breach offend contravene infringe
    """,
    "falsely": """
        false bad frivolous abusive bogus malicious spurious unjustified unfounded revenge baseless dishonest
        needless petty wrongful spiteful groundless knowingly_false falsely deliberately_false retaliatory
        vexatious mischievous
    """,
    "dislike": """
        dislike disagree disagreement do_not_like dont_like hate annoyed personal_dislike grudge spite
        disapprove
    """,
    "change": """
        change alter amend modify edit revise rewrite add altered adjust update replace
    """,
    "takepart": """
        take_part takes_part taking_part taken_part took_part argue participate party involved commented comment
        engage debate join discussing discuss side sides participant posts_in write_in posted posting writes
        interest stake conversation involvement combatant dispute
    """,
    "moderates": """
        moderate rule delete judge remove police decide enforce act_as_mod act_as_a_mod redact act_as_moderator
        wear_the_mod moderating
    """,
    "moderating": """
        moderating moderation policing modding enforcement enforcing judging rulings
    """,
    "restore": """
        restore reinstate come_back comes_back brought_back undone put_back undelete restored bring_back return
        returned reverse revive recover undo resurrect reposted repost republish
    """,
    "delete": """
        delete remove moderate flag deletion removal collapse ban suspend censor delete_button punish deleted
        removed silence hide redact report
    """,
    "tell": """
        report flag tell notify alert contact message use_the_flag inform hit_the_flag press_the_flag
        let_a_moderator_know let_us_know call_a_moderator call_a_mod
    """,
    "readrule": """
        read reading know knowing seen read_the_rules aware heard read_them read_it read_this knew see
    """,
    "first": """
        first top opening pinned initial number_one 1st topmost author_first authors_first
    """,
    "stated": """
        state post announce declare publish told tell set lay_out list make_known write written spell_out
        explain posted display set_out put laid_down laid_out made_clear stand disclosed shown say_at say
    """,
    "start": """
        start beginning up_front upfront before outset at_the_top in_advance opening at_the_head first ahead
        beforehand begin from_the_first
    """,
    "offence": """
        offense offence violation breach infraction time strike instance incident transgression infringement
        slip mistake warning occasion
    """,
    "second": """
        second third fourth 2nd 3rd next subsequent further repeat a_second additional
    """,
    "repeated": """
        repeat repeated repeatedly further continued continue subsequent multiple frequent chronic habitual
        persistent
    """,
    "longer": """
        longer double more twice harsher severe increase stiffer bigger heavier higher greater harder stricter
    """,
    "warning": """
        warning warn caution admonition admonish reminder warned yellow_card friendly_reminder strike
    """,
    "answers": """
        reply replies answers responses answer response replying quotation quotations citations quotes quote
        copies comments_below follow_ups followups child_comments everything_below anything_below comments_under
        retort whatever_answers
    """,
    "alsogo": """
        go_as_well go_too also_go will_go go_with may_go go_along also_be_removed also_be_deleted be_removed_too
        be_removed_as_well removed_with deleted_with deleted_too deleted_as_well removed_as_well removed_too
        fall_with goes_with goes_too vanish_with disappear_with go_down_with be_deleted_along be_removed_along
        will_vanish too are_removed_with
    """,
    "alsotoo": """
        too also as_well along likewise with_it with_them together alike in_turn with_the
    """,
    "modal": """
        will may can shall must might should could would gets get is are to
    """,
    "badpart": """
        bad_part offending_part offensive_part offending_words violating_part offending_passage
        objectionable_part insulting_part rule_breaking_part offending_sentence offending_line offensive_words
        offending_word bad_words bad_sentence bad_bit bad_bits offending_bit offending_bits offending_portion
        offending_phrase offending_remark offending_text bad_line parts part_that part_which words_that only_the
        just_the the_insult the_slur the_breach the_attack insult_itself offending worst_part worst
        poisonous_part personal_bits abusive_part sentence_that only_that passage_that
    """,
    "part": """
        part sentence word words bit portion passage line lines phrase piece paragraph bits spot clause
    """,
    "cut": """
        cut redact strike struck edit_out snip blank mask black_out excise trim blanked crossed_out taken_out
        replaced bracket censor xed_out be_removed is_removed be_deleted is_deleted are_removed are_deleted
        may_go will_go goes cut_out
    """,
    "make": """
        make have get force ask order tell
    """,
    "play": """
        play act pretend acting playing appoint_yourself impersonate being be act_like act_as self_appointed
        make_yourself set_yourself_up do_the
    """,
    "flagit": """
        flag report flag_it report_it flag_them report_them ignore flag_and use_the_flag scroll_past move_on
        walk_away
    """,
}
