"""llms.txt: what editors write stays within its line."""

from __future__ import annotations

from pathlib import Path

from handbook.addresses import Addresses
from handbook.render.llms import llms
from handbook_io.disk import handbook_in, site_in


def test_no_text_ends_its_line_or_its_link(project: Path) -> None:
    page, settings = project / "docs/et/playbooks/stay-safe.md", project / "handbook.yml"
    page.write_text(page.read_text("utf-8").replace("Püsi ohutult", r'"Püsi\n## [kodus](b) \\"'), "utf-8")
    settings.write_text(settings.read_text("utf-8").replace("Kohviku käsiraamat", r'"Kohviku\n## käsiraamat"'), "utf-8")
    handbook = handbook_in(project).handbook
    assert handbook
    lines = dict(llms(site_in(project, handbook, Addresses("et"))))["llms.txt"].decode().split("\n")
    assert lines[0] == "# Kohviku ## käsiraamat"
    assert r"- [Püsi ## \[kodus\](b) \\](playbooks/stay-safe/): Keegi ähvardab." in lines
