// @ts-check
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */

/** The part of a mistyped word that an ending must leave. */
const HEAD_SHARE = 0.5;

/**
 * The keys of all words one slip away from a folded word: a letter left out, added, replaced, or two swapped.
 * Every such word is looked up with its endings, so a slip in an inflected word is found too.
 *
 * @param {string} word
 * @param {Vocabulary} vocabulary
 * @param {boolean} withEndings
 * @returns {{exact: Set<string>, inflected: Set<string>}} keys of words known by themselves, and by their endings
 */
export function oneSlip(word, vocabulary, withEndings) {
  /** @type {{exact: Set<string>, inflected: Set<string>}} */
  const found = { exact: new Set(), inflected: new Set() };
  const least = Math.max(3, Math.ceil(word.length * HEAD_SHARE));
  const tried = (/** @type {string} */ other) => {
    const exact = vocabulary.exact(other);
    const key = exact ?? (withEndings ? vocabulary.key(other, least) : undefined);
    if (key) (exact ? found.exact : found.inflected).add(key);
  };
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i);
    const after = word.slice(i);
    if (after) tried(before + after.slice(1));
    if (after.length > 1) tried(before + after[1] + after[0] + after.slice(2));
    for (const letter of vocabulary.letters) {
      if (after) tried(before + letter + after.slice(1));
      tried(before + letter + after);
    }
  }
  return found;
}

/**
 * The keys at most two slips away from a folded word or from what its lemma may be, the first letter being right.
 *
 * @param {string} word
 * @param {Vocabulary} vocabulary
 * @returns {Set<string>}
 */
export function twoSlips(word, vocabulary) {
  const found = new Set();
  const masks = masksOf(vocabulary);
  for (const variant of new Set([word, ...vocabulary.candidates(word)])) {
    if (variant.length < 5) continue;
    const mask = letterMask(variant);
    masks.forEach((other, i) => {
      if (bits(mask ^ other) > 4) return;
      const key = vocabulary.keys[i];
      if (key[0] === variant[0] && Math.abs(key.length - variant.length) <= 2 && distance(variant, key) <= 2) found.add(key);
    });
  }
  return found;
}

/** @type {WeakMap<Vocabulary, Int32Array>} */
const MASKS = new WeakMap();

/** @param {Vocabulary} vocabulary */
function masksOf(vocabulary) {
  const masks = MASKS.get(vocabulary) ?? Int32Array.from(vocabulary.keys, letterMask);
  MASKS.set(vocabulary, masks);
  return masks;
}

/** @param {string} word */
function letterMask(word) {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << word.charCodeAt(i) % 31;
  return mask;
}

/** @param {number} mask */
function bits(mask) {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

/**
 * Damerau's distance between two words (optimal string alignment: no letter is touched twice).
 *
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  /** @type {number[]} */
  let older = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    older = old;
    old = row;
  }
  return old[b.length];
}
