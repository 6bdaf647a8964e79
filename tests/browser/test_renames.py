"""A playbook, a section and a step are renamed: what a reader ticked, pinned, bookmarked or printed still holds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect
from served import served

from handbook_build.build import build_site
from handbook_cli.main import main

OLD, NEW = "greet-a-guest", "welcome-a-guest"
RENAMES = ((OLD, NEW), (f"{NEW}#greet", "hello"), (f"{NEW}#look", "see"))


def device(chromium: Browser, address: str, scripts: bool = True) -> Page:
    """Without its own copy of the site, which would show the former pages until the next visit."""
    context = chromium.new_context(
        base_url=address, viewport={"width": 390, "height": 800}, java_script_enabled=scripts, service_workers="block"
    )
    return context.new_page()


@pytest.fixture
def address(project: Path, cafe: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The site before the renames, and the folder in which it can be exchanged for the one after."""
    folder = tmp_path / "served"
    shutil.copytree(cafe, folder)
    with served(folder) as where:
        yield where, folder


def rename_and_build(project: Path, folder: Path) -> None:
    for old, new in RENAMES:
        result = CliRunner().invoke(main, ["-C", str(project), "rename", old, new])
        assert result.exit_code == 0, result.output
    built = folder.with_name("after")
    build_site(project, built, lambda text: None)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    shutil.copytree(built, folder, dirs_exist_ok=True)


def test_ticks_pins_and_addresses_follow(project: Path, address: tuple[str, Path], chromium: Browser) -> None:
    where, folder = address
    page = device(chromium, where)
    page.goto(f"checklists/{OLD}/")
    page.locator("#look > label").click()
    page.goto(f"playbooks/{OLD}/")
    page.locator(".hb-pin").click()
    rename_and_build(project, folder)

    page.goto("")
    expect(page.locator("#hb-mine a")).to_have_attribute("data-slug", NEW)
    expect(page.locator("#hb-mine .hb-mine-note")).to_contain_text("1")

    page.goto(f"checklists/{OLD}/#print=0123abcd.aabb")
    expect(page).to_have_url(f"{where}checklists/{NEW}/#print=0123abcd.aabb")
    expect(page.locator("#tick_see")).to_be_checked()
    expect(page.locator(".hb-tick:checked")).to_have_count(1)
    expect(page.locator("article .hb-notice")).to_be_visible()

    page.goto(f"fa/playbooks/{OLD}/?with=et#look")
    expect(page).to_have_url(f"{where}fa/playbooks/{NEW}/?with=et#look")
    expect(page.locator("#look")).to_have_count(1)
    expect(page.locator("#tick_see")).to_be_checked()
    page.goto(f"playbooks/{NEW}/#greet")
    assert page.locator("#greet").evaluate("place => place.closest('h2').id") == "hello"
    assert set(json.loads(page.evaluate("localStorage.getItem('handbook.pinned')"))) == {NEW}
    page.context.close()

    plain = device(chromium, where, scripts=False)
    plain.goto(f"playbooks/{OLD}/")
    plain.wait_for_url(f"**/playbooks/{NEW}/")
    plain.context.close()
