"""The glossary goes to other programs and comes back without loss."""

from __future__ import annotations

import csv
import json
import shutil
import time
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from golden import GOLDEN, assert_part
from lxml import etree
from paths import CAFE, ROOT

from handbook.exchange.cells import FORMULA, cell, value
from handbook.exchange.from_csv import MOST, from_csv
from handbook.site import Site
from handbook_cli.main import main

HERE = Path(__file__).parent
IMPORT = GOLDEN / "exchange/import.txt"
TBX = "{urn:iso:std:iso:30042:ed-2}"
HEAD = '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="et">'


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "glossary", *words])


def ok(root: Path, *words: str) -> str:
    result = run(root, *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def exported(root: Path, form: str, to: Path) -> bytes:
    ok(root, "export", form, "--to", str(to))
    return to.read_bytes()


def imported(project: Path, name: str, text: str, *options: str) -> Result:
    file = project / name
    file.write_text(text, "utf-8", newline="")
    result = run(project, "import", str(file), *options)
    file.unlink()
    return result


@pytest.fixture
def handbook_copy(tmp_path: Path) -> Path:
    """What of the real handbook a glossary needs."""
    for name in ("glossary", "sources", "words", "docs", "translations", "rules", "catalogues"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("handbook.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_tbx_is_valid_by_the_dialect(handbook_site: Site, site: Path) -> None:
    schema = etree.RelaxNG(etree.parse(HERE / "tbx-basic.rng"))
    document = etree.parse(site / "glossary.tbx")
    assert schema.validate(document), schema.error_log
    assert len(document.findall(f".//{TBX}conceptEntry")) == len(handbook_site.handbook.concepts)
    terms = [(n, s) for c in handbook_site.handbook.concepts.values() for s in c.entry.languages.values() for n in s.deprecated]
    deprecated = [note for note in document.iter(f"{TBX}termNote") if note.text == "deprecatedTerm-admn-sts"]
    assert len(deprecated) == len(terms)


def test_csv_opens_in_excel_and_no_cell_is_a_formula(handbook_site: Site, site: Path) -> None:
    data = (site / "glossary.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(handbook_site.handbook.concepts)
    row = next(row for row in rows if row["concept"] == "complaint")
    assert (row["fi preferred"], row["pl preferred"], row["kk preferred"]) == ("valitus", "skarga", "шағым")
    assert not [text for row in rows for text in row.values() if text[:1] in {"=", "+", "-", "@"}]


@pytest.mark.parametrize("text", ["=1+1", "+358", "-x", "@SUM(A1)", "'=1", "''+", "＝1", "plain", "'quoted'", "a=b"])
def test_a_cell_is_guarded_and_comes_back(text: str) -> None:
    assert value("en preferred", cell(text)) == text
    assert cell(text).startswith("'") == bool(FORMULA.match(text) or text.startswith("'"))


def test_skos_names_every_concept_by_its_address(handbook_site: Site, site: Path) -> None:
    graph = json.loads((site / "glossary.jsonld").read_text("utf-8"))["@graph"]
    concepts = {row["notation"]: row for row in graph if row["type"] == "skos:Concept"}
    assert set(concepts) == set(handbook_site.handbook.concepts)
    assert concepts["complaint"]["prefLabel"] == {"en": "complaint", "fi": "valitus", "pl": "skarga", "kk": "шағым"}
    assert concepts["complaint"]["id"].endswith("/glossary/#complaint")
    ids = {row["id"] for row in graph}
    assert {id for row in concepts.values() for id in row.get("related", ())} <= ids


@pytest.mark.parametrize("page", ["glossary", "terms", "kk/glossary"])
def test_the_files_are_linked_where_the_glossary_is(page: str, site: Path) -> None:
    html = (site / page / "index.html").read_text("utf-8")
    up = "../" * (page.count("/") + 1)
    assert all(f'href="{up}glossary.{ending}"' in html for ending in ("csv", "tbx", "jsonld"))


@pytest.mark.parametrize("form", ["csv", "tbx"])
@pytest.mark.parametrize("name", ["handbook_copy", "project"])
def test_export_import_export_is_byte_identical(form: str, name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root: Path = request.getfixturevalue(name)
    file = tmp_path / f"out.{form}"
    first = exported(root, form, file)
    before = {path.name: path.read_bytes() for path in (root / "glossary").iterdir()}
    assert "0 values in 0 files" in run(root, "import", str(file)).output
    assert {path.name: path.read_bytes() for path in (root / "glossary").iterdir()} == before
    shutil.rmtree(root / "glossary")
    ok(root, "import", str(file))
    assert exported(root, form, tmp_path / f"again.{form}") == first


def test_what_a_spreadsheet_program_makes_of_the_table_is_read(project: Path, tmp_path: Path) -> None:
    text = exported(project, "csv", tmp_path / "out.csv").decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    as_excel = StringIO(newline="")
    csv.writer(as_excel, delimiter=";", lineterminator="\r\n").writerows([*row, "", ""] for row in rows)
    assert "0 values" in imported(project, "out.csv", as_excel.getvalue()).output


GUEST = """# the guest
pos: noun
sources: [menu]  # where from
languages:
  et:
    preferred: külaline
    # one sentence
    definition: Inimene, kes tuleb kohvikusse.
    attested: true
    forms:
      - külalise
      - külalist  # partitive
  fa: {preferred: مهمان, definition: کسی که به کافه می‌آید.}
"""
TABLE = (
    "concept,sources,et preferred,et definition,et admitted,et forms,fa note,fa admitted\r\n"
    'guest,menu,klient,"Inimene: ""ostab"", # vist","a, b\nc",külalise,"yes, no",مشتری\r\n'
)


def test_an_import_changes_values_and_nothing_else(project: Path) -> None:
    path = project / "glossary/guest.yml"
    path.write_text(GUEST, "utf-8")
    shown = imported(project, "in.csv", TABLE, "--dry-run")
    assert path.read_text("utf-8") == GUEST
    assert_part(IMPORT, "shown", shown.output)
    assert imported(project, "in.csv", TABLE).exit_code == 0
    assert_part(IMPORT, "edited", path.read_text("utf-8"))


def test_values_can_be_taken_away(project: Path) -> None:
    path = project / "glossary/guest.yml"
    path.write_text(GUEST.replace("مهمان,", "مهمان, note: x, admitted: [y],"), "utf-8")
    table = "concept,sources,et forms,et attested,fa admitted,fa note,fa preferred\nguest,,,no,,,مهمان\n"
    assert imported(project, "in.csv", table).exit_code == 0
    assert_part(IMPORT, "taken away", path.read_text("utf-8"))


FLOW = """pos: noun
languages: {et: {preferred: külaline, definition: Tulija., forms: [külalise], note: x}, fa: {
  preferred: مهمان, # the usual word
  definition: کسی.}}
"""
COMMENTED = """pos: noun
languages:
  et:
    preferred: # the usual word
      külaline
    definition: Tulija.
    forms: # all of them
      - külalise
  fa: # not checked yet
    preferred: مهمان
    definition: کسی."""
STYLES = {
    "braces": (FLOW, "concept,et preferred,et forms,et note,fa admitted,sources\nguest,klient,,,مشتری,menu\n"),
    "braces, the first gone": (
        FLOW.replace("preferred: مهمان,", "note: x, preferred: مهمان,"),
        "concept,fa preferred,fa note\nguest,مهمان,\n",
    ),
    "comments between": (COMMENTED, "concept,et preferred,et forms,fa definition,fa note\nguest,klient,a,keegi,uus\n"),
    "nothing else in the file": (COMMENTED, "concept,related,et preferred,et forms\nguest,guest-room,külaline,\n"),
}


@pytest.mark.parametrize("style", STYLES)
def test_however_a_file_is_written_it_keeps_its_style(style: str, project: Path) -> None:
    text, table = STYLES[style]
    path = project / "glossary/guest.yml"
    path.write_text(text, "utf-8")
    (project / "glossary/guest-room.yml").write_text(text.replace("külaline", "tuba").replace("مهمان", "اتاق"), "utf-8")
    result = imported(project, "in.csv", table)
    assert result.exit_code == 0, result.output
    assert_part(IMPORT, style, path.read_text("utf-8"))
    assert imported(project, "in.csv", table).output == "0 values in 0 files changed.\n"


def test_json_tells_the_same(project: Path) -> None:
    table = "concept,et definition\nguest,Tulija.\n"
    facts = json.loads(imported(project, "in.csv", table, "--json", "--dry-run").stdout)
    change = {"concept": "guest", "language": "et", "field": "definition"}
    assert facts == {
        "changes": [{**change, "old": "Inimene, kes tuleb kohvikusse.", "new": "Tulija."}],
        "files": ["glossary/guest.yml"],
        "problems": [],
    }


def test_a_new_concept_gets_a_file(project: Path) -> None:
    table = "concept,pos,related,et preferred,et definition,fa preferred,fa definition\ntea-pot,noun,guest,kann,Nõu.,قوری,ظرف.\n"
    assert imported(project, "in.csv", table).exit_code == 0
    assert (project / "glossary/tea-pot.yml").read_text("utf-8") == (
        "pos: noun\nrelated: [guest]\nlanguages:\n  et:\n    preferred: kann\n    definition: Nõu.\n    attested: false\n"
        "  fa:\n    preferred: قوری\n    definition: ظرف.\n    attested: false\n"
    )


def test_the_other_style_of_tbx_is_read(project: Path) -> None:
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
{HEAD.replace("dca", "dct")[:-1]} xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="guest"><langSec xml:lang="et">
<descripGrp><basic:definition>Inimene,
  kes tuleb <hi>kohvikusse</hi>.</basic:definition></descripGrp>
<termSec><term>külaline</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<basic:source>menu</basic:source></termSec>
<termSec><term>käija</term></termSec>
<termSec><term>tüüp</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>"""
    shown = imported(project, "in.tbx", text, "--dry-run").stdout
    assert shown == "guest\n  et admitted\n    + käija\n  et deprecated\n    + tüüp\n  sources\n    - menu\n"


MISTAKES = {
    "an empty file": ("in.csv", ""),
    "a column that is not known": ("in.csv", "concept,et prefered\nguest,x\n"),
    "no column for the concept": ("in.csv", "et preferred\nx\n"),
    "a row that is too short": ("in.csv", 'concept,et preferred,et note\nguest,"külaline\n"\n'),
    "a quotation mark that is not closed": ("in.csv", 'concept,et preferred\nguest,"külaline\n'),
    "a column that stands twice": ("in.csv", "concept,et note,et note\nguest,a,b\n"),
    "a mistake below empty rows": ("in.csv", "concept,et note\n\n,\n\nguest,kоhv\n"),
    "a concept that stands twice": ("in.csv", "concept,et note\nguest,a\nguest,b\n"),
    "a name that cannot be an address": ("in.csv", "concept,et note\n../../x,a\n"),
    "no definition": ("in.csv", "concept,et definition,et note\nguest,,a\n"),
    "a new concept that lacks a language": ("in.csv", "concept,pos,et preferred,et definition\ntea,noun,tee,Jook.\n"),
    "a part of speech that is not known": ("in.csv", "concept,pos\nguest,thing\n"),
    "a relation to nothing": ("in.csv", "concept,related,sources\nguest,gest,menu\n"),
    "letters of two scripts": ("in.csv", "concept,et note\nguest,kоhv\n"),
    "bytes of a code page": ("in.csv", b"concept,et note\nguest,k\xfclaline\n"),
    "broken XML": ("in.tbx", f"{HEAD}<text>"),
    "an XML bomb": ("in.tbx", f'<!DOCTYPE x [<!ENTITY a "b">]>\n{HEAD}&a;</tbx>'),
    "TBX of 2008": ("in.tbx", "<martif/>"),
    "TBX without concepts": ("in.tbx", f"{HEAD}<text/></tbx>"),
    "TBX with a concept twice": ("in.tbx", f'{HEAD}\n<conceptEntry id="guest"/>\n<conceptEntry id="guest"/></tbx>'),
    "TBX without end": ("in.tbx", f"{HEAD}\n{'<text>' * 200}"),
    "a language that we do not have": (
        "in.tbx",
        f'{HEAD}\n<conceptEntry id="guest"><langSec xml:lang="sv">'
        "<termSec><term>gäst</term></termSec></langSec></conceptEntry></tbx>",
    ),
}


def test_a_file_with_mistakes_changes_nothing_and_says_why(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for name, (file, text) in MISTAKES.items():
        (project / file).write_bytes(text if isinstance(text, bytes) else text.encode())
        result = run(project, "import", str(project / file))
        (project / file).unlink()
        assert result.exit_code == 1, name
        assert_part(GOLDEN / "exchange/mistakes.txt", name, result.stdout.replace(f"{project}/", ""))
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_table_of_thousands_of_other_columns_is_told_in_time() -> None:
    started = time.process_time()
    _, problems = from_csv("in.csv", ",".join(f"column {number}" for number in range(20_000)), ("et", "fa"))
    assert len(problems) == MOST + 1
    assert time.process_time() - started < 4


def test_other_files_are_refused(project: Path) -> None:
    assert imported(project, "in.xlsx", "x").exit_code == 2
    assert run(CAFE, "import", "nothing.csv").exit_code == 2
