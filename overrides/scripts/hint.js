// @ts-check
/** A box beside a word, above everything else: it moves nothing, and the pointer may travel into it. */
import { made } from "./page.js";

const GAP = 6;
const MARGIN = 8;

export class Hint {
  constructor() {
    /** @type {HTMLElement | null} the word that the box explains */
    this.word = null;
    this.box = made("div", "hb-gloss");
    this.box.id = "hb-gloss";
    this.box.popover = "manual";
    this.box.setAttribute("role", "tooltip");
  }

  /** @param {Node} node */
  holds(node) {
    return this.box.contains(node);
  }

  /** @param {HTMLElement} word @param {{entry: Element} | null} gloss @param {number} [y] where the pointer is */
  show(word, gloss, y) {
    this.hide();
    if (!gloss) return;
    this.word = word;
    this.box.replaceChildren(...gloss.entry.children);
    (document.getElementById("hb-main") || document.body).append(this.box);
    this.box.showPopover();
    this.place(lineAt(word, y));
    word.setAttribute("aria-describedby", this.box.id);
  }

  hide() {
    this.word?.removeAttribute("aria-describedby");
    this.word = null;
    this.box.remove();
  }

  /** Under the word; above it where there is more room. @param {DOMRect} line */
  place(line) {
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const view = document.documentElement.clientWidth;
    const start = getComputedStyle(this.box).direction === "rtl" ? line.right - width : line.left;
    const fits = line.bottom + GAP + height <= innerHeight || line.top - GAP - height < 0;
    const top = fits ? line.bottom + GAP : line.top - GAP - height;
    this.box.style.left = `${Math.max(MARGIN, Math.min(start, view - width - MARGIN)) + scrollX}px`;
    this.box.style.top = `${top + scrollY}px`;
  }
}

/** Of a word that is broken over lines, the part under the pointer. @param {HTMLElement} word @param {number} [y] */
function lineAt(word, y = -1) {
  const lines = [...word.getClientRects()];
  return lines.find((line) => line.top <= y && y <= line.bottom) || lines[0];
}
