"""What a finding says of the comment agrees with the words that it marks."""

import pytest

from houserules import Facts, Member, Picture, Said, judge, read

ADA, BOB, KIT = Member(name="ada"), Member(name="bob"), Member(name="kit")
ANSWERED = {"parent": Said(author=KIT, text="The bridge is late.")}


@pytest.mark.parametrize(
    ("rule", "text", "facts", "marks", "says"),
    [("No personal attacks.", "You are a stupid liar.", {}, ["stupid liar"], "on the person who is addressed"),
     ("No personal attacks.", "Thanks for the stupid bridge. You are an idiot.", {}, ["idiot"], "on the person who is addressed"),
     ("No personal attacks.", "Bob is an idiot.", {}, ["idiot"], "on “Bob”"),
     ("No personal attacks.", "You know it, Bob is an idiot.", {}, ["idiot"], "on “Bob”"),
     ("No personal attacks.", "Bob is an idiot. You are a liar.", {}, ["idiot", "liar"], "on “Bob”"),
     ("No personal attacks.", "Idiot.", ANSWERED, ["Idiot"], "on the person who is answered"),
     ("No personal attacks.", "Pell is a fool. You are an idiot.", {}, ["idiot"], "on the person who is addressed"),
     ("No profanity.", "Shit. That is bu11shit.", {}, ["Shit", "bu11shit"], "rude word"),
     ("No profanity.", "So sh&#105;t.", {}, ["sh&#105;t"], "rude word"),
     ("No racism.", "All immigrants are filthy scum, wetback.", {}, ["immigrants are filthy scum, wetback"], "whole category"),
     ("No attacking the source.", "Lies, this paper is garbage.", {}, ["Lies, this paper is garbage"], "the source"),
     ("No Trump.", "Tr*mp or Trump.", {}, ["Tr*mp", "Trump"], "stands for “trump”"),
     ("No Trump.", "So Tr*mp.", {"pictures": (Picture(address="a.png", text="TRUMP"),)}, ["Tr*mp"], "stands for “trump”"),
     ("No doxxing.", "a@b.example or +49 170 5550123", {}, ["a@b.example", "+49 170 5550123"], "e-mail")],
)  # fmt: skip
def test_the_note_names_the_first_marked_words(rule, text, facts, marks, says):
    book = read(rule).all_confirmed().with_keeping({"1.1": "ask"})
    [finding] = judge(Facts(author=ADA, text=text, members=(BOB, KIT), **facts), book).findings
    assert [text[start:end] for start, end in finding.spans] == marks
    assert says in finding.note
    assert "“" not in finding.note or marks[0] in finding.note or rule == "No doxxing."


@pytest.mark.parametrize(
    ("text", "is_said"),
    [("![a boat](https://a.example/boat.png)", True), ("[a boat](https://a.example/boat.png)", False),
     ("see https://a.example/boat.png", False), ("![a boat](/boat.png) https://a.example", False)],
)  # fmt: skip
def test_a_picture_that_counts_as_a_link_is_explained(text, is_said):
    [finding] = judge(Facts(author=ADA, text=text), read("No links.").all_confirmed()).findings
    assert ("A picture is shown as a link" in finding.note) == is_said
