// @ts-check
/** A word that is linked to the glossary shows what it means: beside it for a mouse and the keyboard, in a sheet for a finger. */
import { Hint } from "./hint.js";
import { Sheet } from "./sheet.js";

const WORD = "a.hb-concept";
const PAUSE = 250;

export function glosses() {
  if (!("popover" in HTMLElement.prototype)) return;
  const hint = new Hint();
  const sheet = new Sheet();
  let byFinger = false;
  let timer = 0;
  const later = (/** @type {() => void} */ act) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, PAUSE);
  };
  document.addEventListener("pointerdown", (event) => (byFinger = event.pointerType === "touch"), true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || !(event.target instanceof Element)) return;
    const word = wordAt(event.target);
    if (word && word !== hint.word) later(() => hint.show(word, glossOf(word), event.clientY));
    else if (word || hint.holds(event.target)) clearTimeout(timer);
    else later(() => hint.word !== document.activeElement && hint.hide());
  });
  document.addEventListener("focusin", ({ target }) => {
    const word = target instanceof Element && target.matches(":focus-visible") ? wordAt(target) : null;
    if (word) hint.show(word, glossOf(word));
  });
  document.addEventListener("focusout", ({ target }) => target === hint.word && hint.hide());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hint.hide());
  document.addEventListener("click", (event) => {
    const word = event.target instanceof Element ? wordAt(event.target) : null;
    const found = word && byFinger && event.detail > 0 ? glossOf(word) : null;
    if (!word || !found) return;
    event.preventDefault();
    sheet.show(word, found);
  });
}

/** @param {Element} element @returns {HTMLAnchorElement | null} */
function wordAt(element) {
  return element.closest(WORD);
}

/**
 * The part of the page's template that explains a word: in the language of the text that the word stands in.
 *
 * @param {HTMLAnchorElement} word
 * @returns {{entry: Element, actions: Element} | null}
 */
function glossOf(word) {
  const lang = word.closest("[lang]")?.getAttribute("lang");
  const templates = [...document.querySelectorAll("template.hb-glosses")].filter((one) => one instanceof HTMLTemplateElement);
  const own = templates.find((one) => one.dataset.lang === lang)?.content;
  const entry = own?.querySelector(`[data-concept="${word.dataset.concept}"]`);
  const actions = own?.querySelector(".hb-actions");
  return entry && actions ? { entry: copy(entry), actions: copy(actions) } : null;
}

/** @param {Element} element */
function copy(element) {
  return /** @type {Element} */ (document.importNode(element, true));
}
