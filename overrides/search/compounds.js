// @ts-check
const SHORTEST_PART = 3;
const SHORTEST_HEAD_OF_PART = 4;
const SHORTEST_KNOWN = 5;

/**
 * A folded word in, the fewest known keys that it is put together from out (at least two), or nothing.
 *
 * @param {string} word
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {string[]}
 */
export function parts(word, vocabulary) {
  /** @type {(string[] | undefined)[]} best parts of the first n letters */
  const best = [[]];
  for (let end = SHORTEST_PART; end <= word.length; end++) {
    for (let start = 0; start <= end - SHORTEST_PART; start++) {
      const before = best[start];
      if (!before || end - start === word.length || before.length + 1 >= (best[end]?.length ?? Infinity)) continue;
      const piece = word.slice(start, end);
      const key = vocabulary.key(piece, SHORTEST_HEAD_OF_PART);
      if (key) best[end] = [...before, key];
    }
  }
  return best[word.length] ?? [];
}

/**
 * A compound of which only one part is known in, the longest key that it begins or ends with out, or nothing.
 *
 * @param {string} word
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {string[]}
 */
export function knownPart(word, vocabulary) {
  for (let length = word.length - SHORTEST_PART; length >= SHORTEST_KNOWN; length--) {
    const key = vocabulary.key(word.slice(0, length), SHORTEST_HEAD_OF_PART) ?? vocabulary.key(word.slice(-length), SHORTEST_HEAD_OF_PART);
    if (key) return [key];
  }
  return [];
}
