"""The commands that look after translations, run as a person runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from handbook_cli.main import main
from handbook_cli.writing import write
from handbook_io.disk import MOST

PAGE = "playbooks/greet-a-guest"
ET, FA = f"docs/et/{PAGE}.md", f"docs/fa/{PAGE}.md"
LOCK = f"translations/fa/{PAGE}.lock"
DAY = ("--date", "2026-11-21")


def run(project: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project), *words])


def ok(project: Path, *words: str) -> str:
    result = run(project, *words)
    assert result.exit_code == 0, result.output
    return result.output


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), "utf-8")


def state(project: Path, name: str = PAGE, lang: str = "fa") -> str:
    facts = json.loads(run(project, "status", "--json").output)
    return str(next(page for page in facts["pages"] if page["name"] == name)["languages"][lang]["state"])


@pytest.fixture
def stamped(project: Path) -> Path:
    ok(project, "translations", "stamp", "--all", *DAY)
    ok(project, "sources", "review", *DAY)
    return project


COMMANDS = [
    ["status"],
    ["diff"],
    ["check"],
    ["explain"],
    ["translations", "stamp"],
    ["sources", "review"],
    ["new", "playbook"],
    ["new", "concept"],
    ["new", "site"],
    ["fix"],
    ["rename"],
    ["report"],
    ["glossary", "export"],
    ["glossary", "import"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help(project: Path, words: list[str]) -> None:
    assert "Usage:" in ok(project, *words, "--help")


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--lang", "xx"],
        ["diff", "nothing"],
        ["diff"],
        ["translations", "stamp"],
        ["translations", "stamp", PAGE, "--all"],
        ["translations", "stamp", PAGE, "--block", "nothing"],
        ["translations", "stamp", PAGE, "--meaning-unchanged"],
        ["translations", "stamp", PAGE, "--why", "so"],
        ["translations", "stamp", PAGE, "--date", "yesterday"],
        ["sources", "review", "nothing-001"],
        ["new", "playbook", "greet-a-guest", "--lang", "et"],
        ["new", "playbook", "Bad Name", "--lang", "et"],
        ["new", "playbook", "good", "--lang", "et", "--owner", "nobody"],
        ["new", "concept", "guest"],
        ["new", "site", ".", "--languages", "et"],
        ["new", "site", "there", "--languages", "zz"],
        ["new", "site", "there", "--languages", "FI"],
        ["new", "site", "there", "--languages", "en_GB"],
        ["new", "site", "there", "--languages", "fil"],
        ["new", "site", "there", "--languages", "pt-BR,pt-PT"],
        ["new", "site", "there", "--languages", " , "],
        ["new", "site", "hooks/there", "--languages", "fi"],
        ["rename", "nothing", "new"],
        ["rename", "greet-a-guest", "stay-safe"],
        ["rename", "greet-a-guest", "Bad Name"],
        ["rename", "greet-a-guest#nothing", "new"],
        ["rename", "about", "about-us"],
        ["rename", "greet-a-guest", "index"],
        ["new", "playbook", "index", "--lang", "et"],
        ["report", "--base", "nothing"],
        ["explain", "nothing"],
        ["build", "--part", ""],
        ["serve", "--address", "foo"],
        ["serve", "--address", "127.0.0.1:99999"],
        ["serve", "--address", "../../x:8000"],
        ["check", "--ui-lang", "xx"],
        ["check", "--format", "xx"],
        ["check", "docs/nothing.md"],
        ["check", ".."],
        ["fix", "docs", "docs/nothing.md"],
        ["new", "playbook", "x", "--lang", "et", "--title", "k\udce4"],
        ["translations", "stamp", "--all", "--meaning-unchanged", "--why", "k\udce4"],
        ["sources", "review", "--why", "k\udce4"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_status_2(project: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    result = run(project, *words)
    assert result.exit_code == 2, result.output
    assert "Error:" in result.output


@pytest.mark.parametrize(("code", "cure"), [("missing-id", "add { #short-name },"), ("bad-placeholder", "{{ policy.key }}\n")])
def test_a_code_is_explained_as_it_is_to_be_written(code: str, cure: str, project: Path) -> None:
    for words in ([code], ["--json", code]):
        said = ok(project, "explain", *words).replace('"', "\n")
        assert cure in said, said
        assert "what" not in said, said


@pytest.mark.parametrize("seconds", ["x", "", "9" * 20, "-5", "253402300799", "٥"])
def test_a_time_of_the_build_that_is_none_is_told(seconds: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    result = run(project, "check")
    assert (result.exit_code, "SOURCE_DATE_EPOCH must be" in result.output) == (2, True)


def test_paths_may_be_typed_in_any_way(project: Path) -> None:
    change(project, FA, "[@menu-001]\n\n##", "[@menu-002]\n\n##")
    change(project, ET, "\n\n##", "  \n\n##")
    for path in (".", "docs", "./docs/", "docs/../docs", str(project), str(project / "docs")):
        assert "citations-differ" in run(project, "check", path).output
        assert f"would write {ET}" in ok(project, "fix", "--dry-run", path)
    for path in ("glossary", "./glossary", str(project / "glossary")):
        assert "citations-differ" not in ok(project, "check", path)
        assert "would write" not in ok(project, "fix", "--dry-run", path)


def test_a_translator_s_day(stamped: Path) -> None:
    """The original changes; the translator sees what, translates, stamps; everything is fine again."""
    assert state(stamped) == "current"
    change(stamped, ET, "Ütle tere.", "Ütle tere 2 korda.")
    ok(stamped, "check")
    assert state(stamped) == "partly-stale"
    shown = run(stamped, "diff", "greet-a-guest")
    assert shown.exit_code == 1
    assert "stale: say-hello (line 16)" in shown.output
    refused = run(stamped, "translations", "stamp", FA)
    assert refused.exit_code == 1
    assert f"{FA}:16: say-hello" in refused.output
    change(stamped, FA, "سلام کنید.", "۲ بار سلام کنید.")
    assert "say-hello" in run(stamped, "diff", "greet-a-guest").output
    ok(stamped, "translations", "stamp", FA, "--block", "say-hello", "--date", "2026-12-01")
    assert state(stamped) == "current"
    assert "say-hello" in (stamped / LOCK).read_text()
    assert (stamped / LOCK).read_text().count("2026-12-01") == 1
    ok(stamped, "diff", "greet-a-guest")


def test_a_waiver_is_recorded(stamped: Path) -> None:
    change(stamped, ET, "Ütle tere.", "Ütle „tere“, palun.")
    ok(stamped, "translations", "stamp", PAGE, "--meaning-unchanged", "--why", "only  politer", "--date", "2026-12-01")
    assert "2026-11-21 # only politer" in (stamped / LOCK).read_text()
    assert state(stamped) == "current"


def test_nothing_is_written_with_dry_run(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    change(project, ET, "Ütle tere.", "Ütle tere. ")
    before[project / ET] = (project / ET).read_bytes()
    for words in (
        ("translations", "stamp", "--all"),
        ("sources", "review"),
        ("new", "playbook", "new-one", "--lang", "et", "--stubs"),
        ("new", "concept", "new-one"),
        ("new", "site", str(project.parent / "there"), "--languages", "et"),
        ("rename", "greet-a-guest", "welcome"),
        ("fix",),
    ):
        assert "would" in run(project, *words, "--dry-run").output, words
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    assert not (project.parent / "there").exists()


def test_a_changed_point_makes_blocks_suspect_until_reviewed(stamped: Path) -> None:
    (source,) = (path for path in (stamped / "sources").glob("*.yml") if path.name != "claims.yml")
    change(stamped, f"sources/{source.name}", "gist: Say hello.", "gist: Say hello twice.")
    result = run(stamped, "sources", "review")
    assert result.exit_code == 1
    assert f"{ET}:15" in result.output
    assert json.loads(run(stamped, "status", "--json").output)["suspects"]
    assert run(stamped, "sources", "review", "menu-002").exit_code == 2
    ok(stamped, "sources", "review", "menu-002", "--why", "still true")
    assert "still true" in (stamped / f"translations/sources/{source.stem}.lock").read_text()
    ok(stamped, "sources", "review")


def test_a_new_playbook_is_fine_and_its_stubs_wait(stamped: Path) -> None:
    ok(stamped, "new", "playbook", "serve-cake", "--lang", "et", "--title", "Paku: kooki", "--stubs", *DAY)
    ok(stamped, "check")
    assert state(stamped, "playbooks/serve-cake") == "stale"
    assert run(stamped, "translations", "stamp", "serve-cake", "--lang", "fa").exit_code == 1


def test_a_new_concept_is_fine(project: Path) -> None:
    ok(project, "new", "concept", "cake")
    ok(project, "check")


def test_fix_mends_what_is_safe_and_nothing_else(stamped: Path) -> None:
    change(stamped, ET, "[@menu-001]\n- [ ] Ütle tere.", "[@menu-001; @menu-002]   \n- [ ] U\u0308tle tere.")
    change(
        stamped,
        FA,
        "title: به مهمان خوشامد بگویید\ndescription: مهمان وارد می‌شود.",
        "description: مهمان وارد می‌شود.\ntitle: به مهمان خوشامد بگویید",
    )
    ok(stamped, "fix")
    ok(stamped, "fix")
    assert "Ütle tere." in (stamped / ET).read_text("utf-8")
    assert "نگاه کنید. { #look } [@menu-001; @menu-002]\n" in (stamped / FA).read_text("utf-8")
    assert (stamped / FA).read_text("utf-8").startswith("---\ntitle:")
    assert ok(stamped, "check", "--json") == "[]\n"
    before = (stamped / FA).read_bytes()
    assert "Files mended: 0" in ok(stamped, "fix")
    assert (stamped / FA).read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights are a matter of Unix")
def test_a_file_that_is_written_again_keeps_its_rights(project: Path) -> None:
    change(project, ET, "Ütle tere.", "U\u0308tle tere.")
    (project / ET).chmod(0o660)
    assert "Files mended: 1" in ok(project, "fix")
    assert (project / ET).stat().st_mode & 0o777 == 0o660


def test_fix_leaves_a_file_alone_that_is_not_read_to_its_end(project: Path) -> None:
    page = project / "docs/et/playbooks/stay-safe.md"
    page.write_text(page.read_text("utf-8") + "\nKohv.  \n" * 900_000, "utf-8")
    before = page.read_bytes()
    assert len(before) > MOST
    assert "Files mended: 0" in ok(project, "fix")
    assert page.read_bytes() == before


def test_a_rename_is_followed_wherever_the_old_name_stands(stamped: Path) -> None:
    change(
        stamped,
        "docs/et/about.md",
        "See on näidis.",
        "Vaata [siia](playbooks/stay-safe.md) ja [sinna](playbooks/stay-safe.md#leave).",
    )
    before = {path: path.read_text("utf-8") for path in stamped.rglob("*") if path.suffix in (".md", ".yml", ".lock")}
    ok(stamped, "rename", "stay-safe", "keep-safe")
    after = {path: path.read_text("utf-8") for path in stamped.rglob("*") if path.suffix in (".md", ".yml", ".lock")}
    gone = {path.relative_to(stamped).as_posix() for path in before.keys() - after.keys()}
    assert gone == {
        f"{folder}/playbooks/stay-safe.{end}"
        for lang in ("et", "fa")
        for folder, end in ((f"docs/{lang}", "md"), (f"translations/{lang}", "lock"))
    }
    came = {path: text for path, text in after.items() if path not in before}
    assert {path.name for path in came} == {"keep-safe.md", "keep-safe.lock"}
    for path, text in came.items():
        old = before[path.with_name(f"stay-safe{path.suffix}")]
        assert text == (
            old.replace("review_in: 3 months\n", "review_in: 3 months\naliases: [stay-safe]\n") if path.suffix == ".md" else old
        )
    changed = {path.relative_to(stamped).as_posix(): text for path, text in after.items() if before.get(path, text) != text}
    assert changed.keys() == {"handbook.yml", "docs/et/about.md", ET, FA}
    assert all(text == before[stamped / path].replace("stay-safe", "keep-safe") for path, text in changed.items())


@pytest.mark.parametrize(
    ("old", "new"), [("greet-a-guest", "welcome-a-guest"), ("greet-a-guest#greet", "hello"), ("greet-a-guest#look", "see")]
)
def test_renames_keep_translations_current_and_old_names_known(stamped: Path, old: str, new: str) -> None:
    """A playbook, a section and a step."""
    ok(stamped, "rename", old, new)
    assert ok(stamped, "check", "--json") == "[]\n"
    slug = "welcome-a-guest" if "#" not in old else "greet-a-guest"
    assert state(stamped, f"playbooks/{slug}") == "current"
    alias = f"{old.partition('#')[2]}={new}" if "#" in old else old
    for lang in ("et", "fa"):
        assert f"aliases: [{alias}]" in (stamped / f"docs/{lang}/playbooks/{slug}.md").read_text("utf-8")
    ok(stamped, "rename", f"{slug}#{new}" if "#" in old else slug, "third-name")
    assert ok(stamped, "check", "--json") == "[]\n"


def test_a_page_that_cannot_be_read_is_neither_stamped_nor_compared_in_silence(stamped: Path) -> None:
    change(stamped, FA, "\nowner: team", "\n<<<<<<< HEAD\nowner: team\n=======\nowner: team\n>>>>>>> other")
    for words in (["translations", "stamp", PAGE, "--lang", "fa"], ["diff", PAGE, "--lang", "fa"], ["diff", FA]):
        refused = run(stamped, *words)
        assert (refused.exit_code, "run handbook check" in refused.output) == (2, True), refused.output
    assert run(stamped, "translations", "stamp", PAGE).exit_code == 0


def test_byte_order_marks_are_mended_in_any_file(stamped: Path) -> None:
    for path in ("handbook.yml", ET, FA, "glossary/guest.yml"):
        (stamped / path).write_text((stamped / path).read_text("utf-8"), "utf-8-sig")
    assert "run: handbook fix" in run(stamped, "check").output
    assert "Files that would be mended: 4" in ok(stamped, "fix", "--dry-run")
    assert "Files mended: 4" in ok(stamped, "fix")
    assert ok(stamped, "check", "--json") == "[]\n"


def test_what_is_renamed_may_be_typed_as_a_path(stamped: Path) -> None:
    ok(stamped, "rename", ET, "welcome")
    assert (stamped / "docs/fa/playbooks/welcome.md").is_file()
    refused = run(stamped, "rename", "docs/et/about.md", "about-us")
    assert (refused.exit_code, "'about' is no playbook" in refused.output) == (2, True)


def test_a_rename_takes_no_file_s_place(stamped: Path) -> None:
    """What has mistakes is no playbook yet, but somebody's work."""
    broken = stamped / "docs/et/playbooks/welcome.md"
    broken.write_text("half written", "utf-8")
    refused = run(stamped, "rename", "greet-a-guest", "welcome")
    assert (refused.exit_code, "docs/et/playbooks/welcome.md exists already." in refused.output) == (2, True)
    assert broken.read_text("utf-8") == "half written"
    assert (stamped / ET).is_file()


def test_a_file_goes_only_when_the_others_are_written(project: Path) -> None:
    (project / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write(project, {ET: None, "taken": "new"}, dry_run=False)
    assert (project / ET).is_file()


@pytest.mark.parametrize("config", [b"\xff", b"- a", b"site_url: [1]", b"a: ["])
@pytest.mark.parametrize("words", [["check"], ["glossary", "export", "jsonld"]], ids=lambda words: words[0])
def test_what_mkdocs_can_not_read_gives_no_address(config: bytes, words: list[str], project: Path) -> None:
    (project / "mkdocs.yml").write_bytes(config)
    ok(project, *words)


def test_formats_of_check(project: Path) -> None:
    change(project, FA, "[@menu-001]\n\n##", "[@menu-002]\n\n##")
    for form in ("github", "sarif", "json", "text"):
        result = run(project, "check", "--format", form)
        assert result.exit_code == 1
        assert "citations-differ" in result.output
    sarif = json.loads(run(project, "check", "--format", "sarif").output)
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": FA}, "region": {"startLine": 11}}
    assert run(project, "check", "--format", "github").output.startswith(f"::error file={FA},line=11,title=citations-differ::")


def test_formats_of_check_name_the_column(project: Path) -> None:
    change(project, ET, "{ #look } [@menu-001]", "{ #look } [@menu-001; @menu-999]")
    found = next(one for one in json.loads(run(project, "check", "--json").output) if one["code"] == "unknown-point")
    assert (found["path"], found["line"], found["column"]) == (ET, 14, 53)
    assert f"file={ET},line=14,col=53,title=unknown-point::" in run(project, "check", "--format", "github").output
    (result,) = (
        result
        for result in json.loads(run(project, "check", "--format", "sarif").output)["runs"][0]["results"]
        if result["ruleId"] == "unknown-point"
    )
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 14, "startColumn": 53}


def git(folder: Path, *words: str) -> None:
    settings = (
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    )
    subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True)


def test_report_and_diff_read_git(stamped: Path) -> None:
    git(stamped, "init", "-q")
    git(stamped, "add", ".")
    git(stamped, "commit", "-q", "-m", "one")
    change(stamped, ET, "Vaata külalisele otsa.", "Naerata külalisele.")
    change(stamped, ET, "- [ ] Ütle tere.", "- [ ] Kuula. { #listen } [@menu-001]\n- [ ] Ütle tere.")
    assert "[-Vaata-]{+Naerata+} külalisele[- otsa-]." in run(stamped, "diff", "greet-a-guest").output
    text = ok(stamped, "report", "--base", "HEAD")
    assert text.startswith("<!-- handbook report -->")
    assert "- **fa**: 2 passages fall behind" in text
    assert "- [ ] Kuula. { #listen } [@menu-001]" in text
    assert "--block look --block listen" in text
    tree = json.loads(ok(stamped, "report", "--base", "HEAD", "--json"))
    assert [(task["state"], task["block"]) for task in tree["tasks"]] == [("stale", "look"), ("missing", "listen")]
    assert tree["checklists"] == [["et", "greet-a-guest"]]
    change(stamped, FA, "به مهمان نگاه کنید.", "لبخند بزنید.")
    change(stamped, FA, "[@menu-002]\n\n!!!", "[@menu-001]\n\n!!!")
    broken = run(stamped, "report", "--base", "HEAD", "--format", "json")
    assert broken.exit_code == 1
    assert json.loads(broken.output)["problems"]


def test_a_new_site_builds_at_once(tmp_path: Path, root: Path) -> None:
    from handbook_build.build import build_site

    ok(root, "new", "site", str(tmp_path / "new"), "--languages", "sv,fi")
    ok(tmp_path / "new", "check")
    build_site(tmp_path / "new", tmp_path / "new" / "site", lambda text: None)
    assert '<html lang="sv"' in (tmp_path / "new/site/index.html").read_text("utf-8")
    assert (tmp_path / "new/site/fi/playbooks/first-steps/index.html").is_file()


def test_former_addresses_lead_on(stamped: Path, tmp_path: Path) -> None:
    """A printed address of a renamed playbook, section or step still arrives."""
    from handbook_build.build import build_site

    for old, new in (("greet-a-guest", "welcome-a-guest"), ("welcome-a-guest#greet", "hello"), ("welcome-a-guest#look", "see")):
        ok(stamped, "rename", old, new)
    build_site(stamped, tmp_path / "site", lambda text: None, address="https://cafe.example/kohvik/")
    moved = (tmp_path / "site/playbooks/greet-a-guest/index.html").read_text("utf-8")
    assert 'content="0; url=../welcome-a-guest/"' in moved
    assert (tmp_path / "site/fa/checklists/greet-a-guest/index.html").is_file()
    rules = (tmp_path / "site/_redirects").read_text().splitlines()
    assert "/kohvik/playbooks/greet-a-guest/ /kohvik/playbooks/welcome-a-guest/ 301" in rules
    nginx = (tmp_path / "site/nginx-redirects.conf").read_text("utf-8").splitlines()
    assert 'rewrite "^/kohvik/playbooks/greet-a-guest/$" "/kohvik/playbooks/welcome-a-guest/" permanent;' in nginx
    page = (tmp_path / "site/playbooks/welcome-a-guest/index.html").read_text("utf-8")
    assert '<span id="greet"></span>' in page
    assert '<span id="look"></span>' in page


@pytest.fixture
def in_polish(stamped: Path, root: Path) -> Path:
    """The fixture handbook with a catalogue of ours, so that commands can speak Polish."""
    (stamped / "catalogues/pl.po").write_bytes((root / "catalogues/pl.po").read_bytes())
    return stamped


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["status"], "wszystkie fragmenty"),
        (["diff", PAGE], "nieaktualne: say-hello (wiersz 16)"),
        (["report", "--base", "HEAD"], "1 fragment traci aktualność"),
        (["check"], "żadne źródło nie ma punktu „menu-009”"),
    ],
    ids=lambda words: words[0],
)
def test_a_command_speaks_the_chosen_language(in_polish: Path, words: list[str], said: str) -> None:
    git(in_polish, "init", "-q")
    git(in_polish, "add", ".")
    git(in_polish, "commit", "-q", "-m", "one")
    change(in_polish, ET, "Ütle tere.", "Ütle tere 2 korda.")
    change(in_polish, ET, "[@menu-001]\n- [ ] Ütle", "[@menu-009]\n- [ ] Ütle")
    assert said in run(in_polish, *words, "--ui-lang", "pl").output


def test_the_codes_of_a_report_lead_to_their_explanation(project: Path) -> None:
    change(project, FA, "[@menu-001]\n\n##", "[@menu-002]\n\n##")
    (rule,) = json.loads(run(project, "check", "--format", "sarif").output)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://cafe.example/problems/#citations-differ"
    (found,) = json.loads(run(project, "check", "--json").output)
    assert found["help"] == rule["helpUri"]


@pytest.fixture
def history(stamped: Path) -> Path:
    """A repository whose last commit improves the original."""
    git(stamped, "init", "-q")
    for message, change_it in (("one", False), ("two", True)):
        if change_it:
            change(stamped, ET, "Vaata külalisele otsa.", "Naerata külalisele.")
        git(stamped, "add", ".")
        git(stamped, "commit", "-q", "-m", message)
    return stamped


def test_an_old_wording_is_found_behind_a_commit_that_removed_the_page(history: Path) -> None:
    page = (history / ET).read_text("utf-8")
    for message in ("gone", "back"):
        if message == "gone":
            (history / ET).unlink()
        else:
            (history / ET).write_text(page, "utf-8")
        git(history, "add", "-A")
        git(history, "commit", "-q", "-m", message)
    assert "[-Vaata-]{+Naerata+} külalisele[- otsa-]." in run(history, "diff", PAGE).output


def test_a_report_passes_over_other_repositories_in_the_handbook(history: Path) -> None:
    git(history, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},docs/theirs")
    git(history, "commit", "-q", "-m", "three")
    assert "- **fa**: 1 passage falls behind" in run(history, "report", "--base", "HEAD^^").output
    assert "No translation falls behind" in run(history, "report", "--base", "HEAD").output


def clone(origin: Path, target: Path, depth: int) -> Path:
    git(origin.parent, "clone", "-q", "--depth", str(depth), origin.as_uri(), str(target))
    return target


def test_a_clone_of_one_commit_knows_what_is_stale(history: Path, tmp_path: Path) -> None:
    """Freshness comes from hashes; only the old wording needs history."""
    shallow = clone(history, tmp_path / "one", 1)
    assert state(shallow) == "partly-stale"
    ok(shallow, "check")
    shown = run(shallow, "diff", PAGE)
    assert shown.exit_code == 1
    assert "stale: look (line 15)" in shown.output
    assert "Naerata külalisele." in shown.output
    assert run(shallow, "report", "--base", "HEAD^").exit_code == 2


def test_a_clone_of_two_commits_tells_what_a_change_means(history: Path, tmp_path: Path) -> None:
    shallow = clone(history, tmp_path / "two", 2)
    text = ok(shallow, "report", "--base", "HEAD^1")
    assert "- **fa**: 1 passage falls behind" in text
    assert "- [ ] Naerata külalisele. { #look } [@menu-001]" in text
    assert "[-Vaata-]{+Naerata+} külalisele[- otsa-]." in run(shallow, "diff", PAGE).output
