// @ts-check
/**
 * Which pages somebody may have meant who came to a wrong address.
 *
 * @typedef {{title: string, url: string, words: string}} Target words: the title and the address, in one line
 */
import { folded } from "./filter.js";

const NOISE = new Set(["playbooks", "checklists", "index", "html", "htm", "php", "www", "the", "and"]);
const LIKE = 0.55;

/** The words of an address that can be searched for. @param {string} path @param {string[]} languages */
export function wordsOf(path, languages) {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // a broken escape stays as it is
  }
  return split(text).filter((word) => word.length > 2 && !NOISE.has(word) && !languages.includes(word));
}

/** @param {string} text */
function split(text) {
  return folded(text).split(/[^\p{L}\p{N}]+/u);
}

/**
 * The best targets first.
 *
 * @param {string[]} wanted
 * @param {Target[]} targets
 * @param {number} limit
 */
export function nearest(wanted, targets, limit) {
  const rated = targets.map((target) => {
    const words = split(target.words);
    const hits = wanted.map((word) => Math.max(0, ...words.map((other) => likeness(word, other)))).filter((value) => value >= LIKE);
    return { target, value: hits.reduce((sum, value) => sum + value, 0) / (wanted.length || 1) };
  });
  const good = rated.filter(({ value }) => value >= LIKE / 2).sort((a, b) => b.value - a.value);
  return good.slice(0, limit).map(({ target }) => target);
}

/** How alike two words are, 0 to 1: their common pairs of letters (Dice’s coefficient). @param {string} one @param {string} other */
export function likeness(one, other) {
  if (one === other) return 1;
  if (one.length < 3 || other.length < 3) return 0;
  const pairs = pairsOf(one);
  const common = pairsOf(other).filter((pair) => pairs.includes(pair) && pairs.splice(pairs.indexOf(pair), 1));
  return (2 * common.length) / (one.length + other.length - 2);
}

/** @param {string} word */
function pairsOf(word) {
  return [...word.slice(1)].map((letter, at) => word[at] + letter);
}
