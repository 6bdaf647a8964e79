"""An open page in, what axe finds on it out."""

from __future__ import annotations

from importlib import resources

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The only ones of them that look at colours."""

RUN = """([within, runOnly]) => axe.run(within ? { include: [within] } : document, { resultTypes: ['violations'], runOnly })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} ${node.target}`)))"""
OWN = """class Own {
  key = Symbol();
  has(one) { return this.key in one }
  get(one) { return one[this.key] }
  set(one, value) { one[this.key] = value; return this }
  add(one) { return this.set(one, true) }
  delete(one) { return delete one[this.key] }
}"""
"""What axe gets for WeakMap and WeakSet, in which it keeps every number of every colour: half of its time went there."""

AT_REST = "() => { for (const bar of document.querySelectorAll('.hb-header, .hb-run')) bar.style.position = 'static' }"


def axe_source() -> str:
    """The newer of the packages that bring axe."""
    for package in ("axe_playwright_python", "axe_core_python"):
        try:
            return (resources.files(package) / "axe.min.js").read_text("utf-8")
        except ModuleNotFoundError:
            continue
    raise LookupError("no axe: pip install axe-core-python")


def prepare(page: Page, source: str | None = None) -> None:
    """The bars that float over what scrolls are judged where they rest: beneath them, axe calls every target too small."""
    page.evaluate(AT_REST)
    page.evaluate(f"() => {{ {OWN}\n((WeakMap, WeakSet) => {{ {source or axe_source()} }})(Own, Own) }}")


def run(page: Page, within: str | None = None, *, colours_only: bool = False) -> list[str]:
    """`rule selector` for each violation on a prepared page, or only in what a selector names."""
    only = {"type": "rule", "values": COLOUR_RULES} if colours_only else {"type": "tag", "values": RULES}
    found: list[str] = page.evaluate(RUN, [within, only])
    return found


def violations(page: Page) -> list[str]:
    prepare(page)
    return run(page)
