"""The language that is written here."""

from houserules.detection.manner import other_language
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.language import language

ADA = Member(name="ada")

KIND = Kind(
    name="language",
    title="Language",
    asks="Comments are written in the language that the line names.",
    params={"which": "the language, in lower case"},
    phrasings=(
        Phrasing("language|languages other than {tongue}"),
        Phrasing("{items} in other|another|foreign|different language"),
        Phrasing("{items} in a|any language other than {tongue}"),
        Phrasing("foreign language|languages {items}?"),
        Phrasing("non {tongue} {items}"),
        Phrasing("not? {items} not in {tongue}"),
        Phrasing("languages? besides|except {tongue}"),
        Phrasing("post|write|comment|speak|be|submit|use|keep in|it? {tongue} only?", is_duty=True),
        Phrasing("{tongue} only", is_duty=True),
        Phrasing("only? {tongue} language|{items}? only?", is_duty=True),
        Phrasing("{items} be? in {tongue} only?", is_duty=True),
        Phrasing("be? written in {tongue} only?", is_duty=True),
    ),
    signals=(language,),
    judge=other_language,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="German",
            rule="Please write in English.",
            facts=Facts(author=ADA, text="Das ist nicht die Frage, die wir uns stellen, und ich bin nicht allein."),
            finds=True,
        ),
        Case(
            name="English",
            rule="Please write in English.",
            facts=Facts(author=ADA, text="That is not the question that we are asking, and I am not alone."),
            finds=False,
        ),
        Case(
            name="too short to say",
            rule="Please write in English.",
            facts=Facts(author=ADA, text="Guten Tag!"),
            finds=False,
        ),
        Case(name="asked for", rule="Please write in English.", finds=True),
        Case(name="only", rule="English only.", finds=True),
        Case(name="others", rule="No languages other than English.", finds=True),
        Case(name="a lesson", rule="English lessons are offered.", finds=False),
    ),
)
