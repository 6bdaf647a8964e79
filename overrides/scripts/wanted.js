// @ts-check
/** Which language a reader would rather have than the page's. */
import { recall } from "./memory.js";

/**
 * The language to offer; empty if the page's own is right, or if the reader has declined.
 *
 * @param {string[]} known the handbook's languages
 * @param {string} lang the page's
 */
export function wanted(known, lang) {
  const wish = recall("language") || preferred(known);
  return !wish || wish === lang || !known.includes(wish) || recall("offer.closed") === lang ? "" : wish;
}

/** The first of the browser's languages that the handbook has. @param {string[]} known */
function preferred(known) {
  const wishes = (navigator.languages || []).map((wish) => wish.toLowerCase().split("-")[0]);
  return wishes.find((wish) => known.includes(wish)) || "";
}
