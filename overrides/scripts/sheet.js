// @ts-check
/** What a word means, in a sheet at the lower edge of the screen: for fingers, with a way on to the glossary. */
import { made } from "./page.js";

export class Sheet {
  constructor() {
    this.dialog = /** @type {HTMLDialogElement} */ (made("dialog", "hb-sheet"));
    this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.dialog.close());
    this.dialog.addEventListener("close", () => this.dialog.remove());
  }

  /** @param {HTMLAnchorElement} word @param {{entry: Element, actions: Element}} gloss */
  show(word, { entry, actions }) {
    const inner = made("div", "hb-sheet-inner");
    inner.append(...entry.children, actions);
    inner.querySelector("a")?.setAttribute("href", word.href);
    inner.querySelector("button")?.addEventListener("click", () => this.dialog.close());
    this.dialog.setAttribute("aria-label", inner.querySelector(".hb-gloss-term")?.textContent || "");
    this.dialog.replaceChildren(inner);
    document.body.append(this.dialog);
    this.dialog.showModal();
  }
}
