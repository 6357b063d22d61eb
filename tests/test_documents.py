"""Documents fail the build: links lead somewhere, and what the program has stands where people look for it, and the reverse."""

import re
import subprocess
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from houserules import Keeping, Standing, kinds
from houserules.shell import commands as houserules_commands
from parley.groups.models import Cuts, NewMay, Role, Show, Visibility
from parley.inbox.models import Mail, Topic, What
from parley.ledger.models import Told
from parley.moderation import recusal
from parley.moderation.actions import actions
from parley.moderation.models import Basis, Happened, Reach, Sort
from parley.moderation.services import decider_of
from parley.ops import commands
from parley.people.models import Inviters, SiteRole, Trace, Way
from parley.rulebooks.models import Book
from parley.seeds.rankings import rankings

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("demo/*.md")])
DECISIONS = sorted(DOCS.glob("decisions/*.md"))
SUBSYSTEMS = sorted(path.name for path in (ROOT / "parley").iterdir() if (path / "__init__.py").is_file())
QUESTIONS = ["What it is for", "How data flows", "What is always true", "How it fails", "Where to start reading"]
SETTING = re.compile(r"PARLEY_[A-Z_]*[A-Z]\b")
WITH_DOCUMENT = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def read(name: str) -> str:
    return (ROOT / name).read_text()


def headings(text: str, level: int = 2) -> list[str]:
    return re.findall(rf"^#{{{level}}} (.+)$", text, re.MULTILINE)


def anchors(text: str) -> set[str]:
    """As the usual renderers of Markdown name headings."""
    return {
        re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@WITH_DOCUMENT
def test_links_lead_somewhere(document):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", document.read_text(), flags=re.DOTALL)
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (document.parent / path).resolve() if path else document
        assert found.exists(), f"{document.name} links to {target}"
        assert ROOT in found.parents, f"{document.name} links out of the repository: {target}"
        if anchor:
            assert anchor in anchors(found.read_text()), f"{document.name} links to {target}"


@WITH_DOCUMENT
def test_no_document_names_our_machines(document):
    assert not re.search(r"/work/|/home/|/root/|/tmp/", document.read_text())


def test_no_link_leads_out_of_what_is_kept():
    """A picture that was drawn and not committed is a broken link everywhere else."""
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not kept:
        pytest.skip("not a checkout of git")
    for name in ("README.md", "docs/members.md", "docs/mods.md", "docs/owners.md"):
        for picture in re.findall(r"!\[[^\]]*\]\(([^):]+)\)", read(name)):
            assert str(((ROOT / name).parent / picture).resolve().relative_to(ROOT)) in kept


# Settings, commands, targets


def settings_of_the_site() -> set[str]:
    """What `settings.py` reads through its reader, which adds the prefix."""
    found = re.findall(r"\benv\.\w+\(\s*\"([A-Z_]+)\"", read("parley/config/settings.py"))
    return {f"PARLEY_{name}" for name in found}


def settings_named() -> set[str]:
    """What programs and scripts call by its whole name."""
    folders = [*(ROOT / "parley").rglob("*.py"), *(ROOT / "bench").glob("*.py"), *(ROOT / "scripts").iterdir()]
    texts = [path.read_text() for path in [*folders, ROOT / "Makefile"] if path.is_file()]
    return {re.sub(r"_FILE$", "", name) for text in texts for name in SETTING.findall(text)}


def test_every_setting_is_documented_and_the_reverse():
    documented = {re.sub(r"_FILE$", "", name) for name in SETTING.findall(read("docs/operators.md"))}
    assert settings_of_the_site() | settings_named() == documented


def test_every_setting_of_the_site_has_its_row():
    rows = set(re.findall(r"^\| `(PARLEY_\w+)` \| [^|]+ \| [^|]+ \|$", read("docs/operators.md"), re.MULTILINE))
    assert rows == settings_of_the_site()


def test_every_target_named_exists_and_every_target_explains_itself():
    targets = set(re.findall(r"^([a-z][a-z-]*):", read("Makefile"), re.MULTILINE))
    explained = set(re.findall(r"^([a-z][a-z-]*):.*## \S", read("Makefile"), re.MULTILINE))
    assert targets == explained
    for document in DOCUMENTS:
        code = "\n".join(re.findall(r"`[^`\n]+`|^ {4}.*$", document.read_text(), re.MULTILINE))
        assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) <= targets, document.name


def commands_of_houserules() -> set[str]:
    return {module.name for module in iter_modules(houserules_commands.__path__)}


def test_every_command_is_documented_and_the_reverse():
    exist = {f"parley {module.name}" for module in iter_modules(commands.__path__)}
    exist |= {f"houserules {name}" for name in commands_of_houserules()}
    assert set(re.findall(r"^\| `((?:parley|houserules) \w+)` \|", read("docs/operators.md"), re.MULTILINE)) == exist


def test_the_files_that_operators_copy_exist():
    for name in re.findall(r"deploy/[\w.-]+", read("docs/operators.md")):
        assert (ROOT / name.rstrip(".")).is_file()


# Subsystems and decisions


@pytest.mark.parametrize("name", SUBSYSTEMS)
def test_every_subsystem_answers_five_questions(name):
    text = read(f"docs/subsystems/{name}.md")
    assert headings(text) == QUESTIONS
    assert text.count("\n") <= 40
    assert f"(subsystems/{name}.md)" in read("docs/subsystems.md")


def test_no_page_is_left_of_a_subsystem_that_went():
    assert sorted(path.stem for path in DOCS.glob("subsystems/*.md")) == SUBSYSTEMS


@pytest.mark.parametrize("name", SUBSYSTEMS)
def test_files_that_a_subsystem_names_exist(name):
    folder = ROOT / "parley" / name
    for found in re.findall(r"`((?:[\w-]+/)*[\w-]+\.(?:py|html|txt))`", read(f"docs/subsystems/{name}.md")):
        assert any((base / found).is_file() for base in (folder, ROOT / "parley", ROOT)), found


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_context_choice_and_price(decision):
    text = decision.read_text()
    assert text.count("\n") <= 60
    places = [text.find(f"**{word}.**") for word in ("Context", "Choice", "Price")]
    assert -1 not in places
    assert places == sorted(places)
    assert text.startswith(f"# {decision.name[:4]} ")


def test_decisions_are_numbered_on():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_status_is_short_and_readme_names_the_two_commands():
    assert read("docs/status.md").count("\n") < 100
    assert {"make demo", "make test"} <= set(re.findall(r"^ {4}(make \w+)", read("README.md"), re.MULTILINE))


def test_every_document_is_reached_from_the_readme():
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in seen:
            continue
        seen.add(document)
        targets = [(document.parent / each).resolve() for each in re.findall(r"\]\(([^)#\s]+)", document.read_text())]
        waiting += [each for each in targets if each.suffix == ".md" and each.is_file()]
        waiting += [page for each in targets if each.is_dir() for page in each.glob("*.md")]
    assert set(DOCS.rglob("*.md")) <= seen


# Words that people meet, where they look for them


@pytest.mark.parametrize(("name", "words"), [
    ("mods", {*Told, *actions(), *recusal.SENTENCES}),
    ("owners", {*Keeping, *kinds(), *NewMay.values, *Visibility.values, *Show.values, *Role.values, *rankings()}),
    ("subsystems/seeds", set(rankings())),
    ("subsystems/moderation", set(actions())),
    ("subsystems/groups", {*Visibility.values, *Show.values, *Role.values}),
    ("subsystems/people", set(SiteRole.values)),
])  # fmt: skip
def test_words_are_explained_where_they_belong(name, words):
    text = read(f"docs/{name}.md")
    assert {word for word in map(str, words) if f"`{word}`" not in text and f"*{word}*" not in text} == set()


def test_members_are_told_how_each_line_is_kept():
    """Every phrase that can stand beside a line today."""
    from parley.rulebooks.services import WAYS

    text = read("docs/members.md")
    said = {kind.kept[keeping] for kind in kinds().values() for keeping in kind.allowed if keeping in WAYS}
    assert {phrase for phrase in said if f"| {phrase} |" not in text} == set()


def test_every_right_is_explained_and_the_reverse():
    """Whatever gives a `Decision` is a right: it is asked for by pages and services alike."""
    asked = re.compile(r"^def may_(\w+)\([^)]*(?:\)[^)]*)??\) -> Decision:", re.MULTILINE)
    exist = {name for path in (ROOT / "parley").rglob("*.py") for name in asked.findall(path.read_text())}
    assert set(re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \|$", read("docs/rights.md"), re.MULTILINE)) == exist


def test_members_mods_and_owners_find_what_they_look_for():
    assert {"How the rules are kept", "When something was done to you: ask, appeal"} <= set(headings(read("docs/members.md")))
    assert read("docs/mods.md").startswith("# For mods: a first hour\n")
    assert read("docs/owners.md").startswith("# For owners of groups: writing rules\n")


def test_every_kind_has_its_heading():
    assert headings(read("docs/rules/kinds.md")) == sorted(kinds())


# Stored words are closed lists


def stored_words() -> set[str]:
    scopes = [word for word, _ in Book._meta.get_field("scope").choices]
    found = {
        "told": Told, "action": actions(), "reach": Reach.values,
        "role": Role.values, "site-role": SiteRole.values, "visibility": Visibility.values,
        "show": Show.values, "scope": scopes, "keeping": Keeping, "standing": Standing, "kind": kinds(),
        "decider": {*deciders(), "seeder"}, "step": Happened.values, "basis": Basis.values, "ticket": Sort.values,
        "notice": What.values, "cuts": Cuts.values, "mail": Mail.values, "topic": Topic.values, "way": Way.values,
        "inviters": Inviters.values, "new-may": NewMay.values, "trace": Trace.Of.values,
    }  # fmt: skip
    return {f"{list_} {word}" for list_, words in found.items() for word in words}


def deciders() -> set[str]:
    """What `decider_of` can say, by asking it for every role."""
    from types import SimpleNamespace as Any

    roles = [(role, "member") for role in Role.values if role != "member"]
    found = set()
    for role, site_role in [*roles, *((None, each) for each in SiteRole.values if each != "member")]:
        actor = Any(group_roles={1: role} if role else {}, site_role=site_role)
        found.add(decider_of(actor, Any(pk=1)))
    return found


def released() -> set[str]:
    return {line for line in read("tests/released_words.txt").splitlines() if line and not line.startswith("#")}


def test_no_stored_word_disappears():
    assert released() - stored_words() == set(), "rows hold these words; they cannot be taken back"


def test_new_stored_words_are_on_the_list():
    assert stored_words() - released() == set(), "add them to tests/released_words.txt: from their release on they stay"


def test_told_words_are_made_of_area_thing_and_happening():
    assert all(re.fullmatch(r"[a-z-]+:[a-z-]+:[a-z-]+", told) for told in Told)


def test_every_action_can_be_undone():
    for name in actions():
        module = import_module(f"parley.moderation.actions.{name.replace('-', '_')}")
        assert callable(module.undo)
