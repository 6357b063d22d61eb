"""What the transparency database takes, written down a second time from its documents: see `parley/exchange/reasons.py`."""

import re

REQUIRED = {
    "decision_ground", "category", "content_type", "content_date", "territorial_scope", "application_date", "decision_facts",
    "source_type", "automated_detection", "automated_decision", "puid",
}  # fmt: skip
DECISIONS = ("decision_visibility", "decision_monetary", "decision_provision", "decision_account")
WORDS = {
    "decision_visibility": {
        f"DECISION_VISIBILITY_{word}"
        for word in (
            "CONTENT_REMOVED", "CONTENT_DISABLED", "CONTENT_DEMOTED", "CONTENT_AGE_RESTRICTED", "CONTENT_INTERACTION_RESTRICTED",
            "CONTENT_LABELLED", "OTHER",
        )
    },
    "decision_provision": {
        f"DECISION_PROVISION_{how}_{what}" for how in ("PARTIAL", "TOTAL") for what in ("SUSPENSION", "TERMINATION")
    },
    "decision_account": {"DECISION_ACCOUNT_SUSPENDED", "DECISION_ACCOUNT_TERMINATED"},
    "decision_ground": {"DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT"},
    "content_type": {
        f"CONTENT_TYPE_{word}" for word in ("APP", "AUDIO", "IMAGE", "PRODUCT", "SYNTHETIC_MEDIA", "TEXT", "VIDEO", "OTHER")
    },
    "category": {
        f"STATEMENT_CATEGORY_{word}"
        for word in (
            "ANIMAL_WELFARE", "CONSUMER_INFORMATION", "CYBER_VIOLENCE", "CYBER_VIOLENCE_AGAINST_WOMEN",
            "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "ILLEGAL_OR_HARMFUL_SPEECH", "INTELLECTUAL_PROPERTY_INFRINGEMENTS",
            "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "NOT_SPECIFIED_NOTICE", "OTHER_VIOLATION_TC",
            "PROTECTION_OF_MINORS", "RISK_FOR_PUBLIC_SECURITY", "SCAMS_AND_FRAUD", "SELF_HARM", "UNSAFE_AND_PROHIBITED_PRODUCTS",
            "VIOLENCE",
        )
    },
    "source_type": {
        "SOURCE_ARTICLE_16", "SOURCE_TRUSTED_FLAGGER", "SOURCE_TYPE_OTHER_NOTIFICATION", "SOURCE_VOLUNTARY",
    },
    "automated_detection": {"Yes", "No"},
    "automated_decision": {f"AUTOMATED_DECISION_{word}" for word in ("FULLY", "PARTIALLY", "NOT_AUTOMATED")},
}  # fmt: skip
LONGEST = {
    "decision_visibility_other": 500, "incompatible_content_ground": 500, "incompatible_content_explanation": 2000,
    "decision_facts": 5000, "puid": 500,
}  # fmt: skip
LISTS = {"decision_visibility", "content_type", "territorial_scope"}


def check(record: dict) -> None:
    """Fails with the field that the database would refuse."""
    assert all(record.get(name) for name in REQUIRED), REQUIRED - {name for name in record if record[name]}
    assert any(record.get(name) for name in DECISIONS)
    for name, words in WORDS.items():
        said = record.get(name) or []
        assert set(said if isinstance(said, list) else [said]) <= words, (name, said)
    assert all(isinstance(record[name], list) for name in LISTS)
    assert all(re.fullmatch("[A-Z]{2}", each) for each in record["territorial_scope"])
    assert len(set(record["territorial_scope"])) == 30  # the European Economic Area
    for name, most in LONGEST.items():
        assert len(record.get(name, "")) <= most, name
    for name in ("incompatible_content_ground", "incompatible_content_explanation"):
        assert bool(record.get(name)) == (record["decision_ground"] == "DECISION_GROUND_INCOMPATIBLE_CONTENT")
    assert bool(record.get("decision_visibility_other")) == ("DECISION_VISIBILITY_OTHER" in record["decision_visibility"])
    for name in [name for name in record if "date" in name and record[name]]:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", record[name]), name
        assert name == "content_date" or record[name] >= record["application_date"]
    assert re.fullmatch(r"[A-Za-z0-9_-]+", record["puid"])
