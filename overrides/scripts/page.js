// @ts-check
/** What the page tells its scripts: language, kind, words. */

/**
 * @typedef {{
 *   lang: string, locale: string, kind: string, slug: string, base: string,
 *   aliases: string[], moved: Record<string, string>, shift: number, worker: boolean, alternates: string[], words: Record<string, string>, stamp: {version: string, marks: string} | null,
 * }} PageFacts
 */

/** @returns {PageFacts} */
export function pageFacts() {
  return JSON.parse(document.getElementById("hb-page")?.textContent || "{}");
}

/** The address of the site's root; on the 404 page, `base` alone is a slash. */
export function siteRoot() {
  return new URL(`${pageFacts().base.replace(/\/*$/, "")}/`, location.href);
}

/** A text with its {names} filled in. @param {string} text @param {Record<string, string | number>} values */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {string} tag @param {string} className @param {string} [text] @returns {HTMLElement} */
export function made(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** A page's address as this place spells it: read from a folder, it names its file. @param {string} url */
export function pageAt(url) {
  return location.protocol === "file:" ? url.replace(/\/(?=$|[?#])/, "/index.html") : url;
}
