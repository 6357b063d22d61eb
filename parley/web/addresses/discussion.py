"""Addresses of seeds, comments, rulings, and entries of the log."""

from typing import Any

from django.urls import path

from parley.web.pages import (
    case,
    coach,
    cutting,
    edit,
    entry,
    flag,
    held,
    history,
    reply,
    seed_rules,
    statement,
    thread,
    votes,
)

addresses: list[Any] = [
    path("s/<int:seed_id>", thread.short_address, name="seed_short"),
    path("s/<int:seed_id>/reply", reply.to_seed, name="seed_reply"),
    path("s/<int:seed_id>/coach", coach.coach, name="coach"),
    path("s/<int:seed_id>/vote", votes.seed_vote, name="seed_vote"),
    path("s/<int:seed_id>/flag", flag.flag_seed, name="seed_flag"),
    path("s/<int:seed_id>/rules", seed_rules.seed_rules, name="seed_rules"),
    path("s/<int:seed_id>/<slug:slug>", thread.seed_page, name="seed"),
    path("c/<int:comment_id>", thread.comment_page, name="comment"),
    path("c/<int:comment_id>/reply", reply.to_comment, name="comment_reply"),
    path("c/<int:comment_id>/edit", edit.edit, name="comment_edit"),
    path("c/<int:comment_id>/append", edit.append, name="comment_append"),
    path("c/<int:comment_id>/history", history.history, name="comment_history"),
    path("c/<int:comment_id>/vote", votes.comment_vote, name="comment_vote"),
    path("c/<int:comment_id>/cut", cutting.cut, name="cut"),
    path("c/<int:comment_id>/flag", flag.flag_comment, name="comment_flag"),
    path("c/<int:comment_id>/show", flag.show_again, name="comment_show"),
    path("held/<int:held_id>", held.held, name="held"),
    path("cases/<int:case_id>", case.case, name="case"),
    path("rulings/<int:ruling_id>", statement.statement, name="ruling"),
    path("rulings/<int:ruling_id>/talk", statement.talk_, name="ruling_talk"),
    path("rulings/<int:ruling_id>/appeal", statement.appeal, name="ruling_appeal"),
    path("rulings/<int:ruling_id>/undo", cutting.undo, name="ruling_undo"),
    path("log/<int:entry_id>", entry.entry, name="log_entry"),
]
