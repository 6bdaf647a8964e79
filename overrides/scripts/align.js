// @ts-check
/**
 * Which block of a page is which block of its twin in another language.
 *
 * @typedef {{key: string, section: string, element: Element}} Unit
 */

const UNIT = "h1, h2, h3, p, li, blockquote, figure, .admonition, .hb-table-scroll, table, .hb-term";
const SKIP = ".hb-page-end, .hb-freshness, .hb-freshness-note, .hb-facts-line, .hb-notice, .hb-actions, .hb-letters, .hb-twin, nav, form, footer, details, svg";
const LETTER = ".hb-letter > h2";

/**
 * The blocks of an article in order, each with a key that is the same in every language: its id or, without one, the id of its
 * section, its kind, and its place among the blocks of that kind there.
 *
 * @param {Element} article
 * @returns {Unit[]}
 */
export function units(article) {
  /** @type {Unit[]} */
  const found = [];
  /** @type {Map<string, number>} */
  const counts = new Map();
  let section = "";
  const visit = (/** @type {Element} */ parent) => {
    for (const element of parent.children) {
      if (element.matches(SKIP) || element.matches(LETTER)) continue;
      if (!element.matches(UNIT)) {
        visit(element);
        continue;
      }
      if (/^H[23]$/.test(element.tagName) && element.id) section = element.id;
      const place = `${section} ${element.tagName}`;
      counts.set(place, (counts.get(place) || 0) + 1);
      found.push({ key: element.id || `${place} ${counts.get(place)}`, section, element });
    }
  };
  visit(article);
  return found;
}

/**
 * Each block with its twin, and the twins that have no block here, by the section they belong to.
 *
 * @param {Unit[]} own
 * @param {Unit[]} other
 */
export function aligned(own, other) {
  const twins = new Map(other.map((unit) => [unit.key, unit]));
  const pairs = own.map((unit) => ({ unit, twin: twins.get(unit.key) }));
  const used = new Set(pairs.map(({ twin }) => twin));
  return { pairs, left: other.filter((unit) => !used.has(unit)) };
}
