"""An open page in, what can be opened on it out, one by one: menus, folded parts, drawer, search, a word's meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from playwright.sync_api import Locator, Page, expect
from site_served import WORDS

PAUSE = 30_000
"""Milliseconds after which something has not opened, however busy the machine."""

State = Callable[[Page], AbstractContextManager[str]]
"""Opens a thing, gives a selector of it, and closes it again; gives "" where the page has no such thing."""

FINGER = """word => {
  word.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
  word.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
}"""


def has(page: Page, selector: str) -> bool:
    return page.locator(selector).filter(visible=True).count() > 0


@contextmanager
def whole(page: Page) -> Iterator[str]:
    """The page as it opens."""
    yield "html"


def popup(name: str) -> State:
    @contextmanager
    def state(page: Page) -> Iterator[str]:
        selector = f"details.{name}"
        if not has(page, selector):
            yield ""
            return
        page.locator(selector).evaluate("one => { one.open = true }")
        yield selector
        page.locator(selector).evaluate("one => { one.open = false }")

    return state


@contextmanager
def unfolded(page: Page) -> Iterator[str]:
    """Every folded part of the text at once."""
    folded = "article details:not(.hb-popup)"
    if not has(page, folded):
        yield ""
        return
    page.locator(folded).evaluate_all("all => { for (const one of all) one.open = true }")
    yield folded
    page.locator(folded).evaluate_all("all => { for (const one of all) one.open = false }")


@contextmanager
def drawer(page: Page) -> Iterator[str]:
    """The menu of a narrow screen, with every part of it unfolded."""
    if not has(page, ".hb-menu"):
        yield ""
        return
    page.locator(".hb-menu").click()
    shut = page.locator("#hb-nav details:not([open])").element_handles()
    for one in shut:
        one.evaluate("one => { one.open = true }")
    yield "#hb-nav"
    for one in shut:
        one.evaluate("one => { one.open = false }")
    page.locator(".hb-nav-close").click()


@contextmanager
def search_help(page: Page) -> Iterator[str]:
    with _searching(page, "") as dialog:
        yield dialog


@contextmanager
def search_hits(page: Page) -> Iterator[str]:
    with _searching(page, WORDS[page.evaluate("document.documentElement.lang")]) as dialog:
        if dialog:
            expect(page.locator(".hb-hit").first).to_be_visible(timeout=PAUSE)
        yield dialog


@contextmanager
def _searching(page: Page, words: str) -> Iterator[str]:
    if not has(page, ".hb-search-open"):
        yield ""
        return
    page.locator(".hb-search-open").click()
    page.locator("#hb-search input").fill(words)
    yield "#hb-search"
    page.keyboard.press("Escape")
    expect(page.locator("#hb-search")).to_be_hidden(timeout=PAUSE)


@contextmanager
def hint(page: Page) -> Iterator[str]:
    """The meaning of the page's first linked word, as the keyboard shows it."""
    with _meaning(page, ".hb-gloss", by_keyboard) as part:
        yield part


@contextmanager
def sheet(page: Page) -> Iterator[str]:
    """The same, as a finger shows it."""
    with _meaning(page, ".hb-sheet", lambda word: word.evaluate(FINGER)) as part:
        yield part


def by_keyboard(word: Locator) -> None:
    word.page.keyboard.press("Tab")
    word.focus()


@contextmanager
def _meaning(page: Page, part: str, show: Callable[[Locator], object]) -> Iterator[str]:
    if not has(page, "a.hb-concept"):
        yield ""
        return
    show(page.locator("a.hb-concept").filter(visible=True).first)
    expect(page.locator(part)).to_be_visible(timeout=PAUSE)
    yield part
    page.keyboard.press("Escape")


@contextmanager
def ticked(page: Page) -> Iterator[str]:
    """A checklist that is begun."""
    if not has(page, "#hb-run"):
        yield ""
        return
    page.locator(".hb-tick").first.check()
    yield ".hb-step, #hb-run"
    page.locator(".hb-tick").first.uncheck()


STATES: dict[str, State] = {
    "as it opens": whole,
    **{f"{name} open": popup(f"hb-{name}") for name in ("languages", "with", "pdfs", "run-more")},
    "unfolded": unfolded,
    "drawer": drawer,
    "search": search_help,
    "search with hits": search_hits,
    "word by keyboard": hint,
    "word by finger": sheet,
    "ticked": ticked,
}
