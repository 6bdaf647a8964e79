// @ts-check
/** @typedef {Map<string, number>} Group what may satisfy one word of a query: key → how good that is, 0 to 1 */

/** How good it is to find instead of the word itself… */
export const WEIGHT = {
  form: 1,
  /** another lemma its endings allow */
  reading: 0.5,
  joined: 1,
  /** one part of a compound that nobody wrote */
  part: 0.9,
  /** one part of a compound that somebody wrote */
  knownPart: 0.35,
  /** another term of the same concept */
  concept: 0.6,
  foreign: 0.9,
  slip: 0.8,
  slipInflected: 0.7,
  slips: 0.6,
  /** a slip in what may also be the beginning of a longer word, or a form of another one */
  slipTyping: 0.6,
  /** a longer word that begins with it: the last word of a query may still be being typed */
  typing: 0.7,
  beginning: 0.4,
  /** another word of its family, such as the noun of a verb */
  family: 0.6,
  /** the same, when the word itself is known */
  knownFamily: 0.35,
  /** a synonym for a word that no text has, and for one that some have */
  synonym: 0.75,
  knownSynonym: 0.5,
  /** a word that begins in the same way */
  alike: 0.5,
  /** what a question word counts beside words that say more */
  light: 0.35,
};

const MOST = 16;

/**
 * @param {Group} group
 * @param {string} key
 * @param {number} weight
 */
export function raise(group, key, weight) {
  group.set(key, Math.max(group.get(key) ?? 0, weight));
}

/**
 * @param {Group} group
 * @param {number} share
 */
export function scale(group, share) {
  for (const [key, weight] of group) group.set(key, weight * share);
}

/**
 * The best keys of a group: the rest would add little but shards to load.
 *
 * @param {Group} group
 * @returns {Group}
 */
export function best(group) {
  return new Map([...group].sort((a, b) => b[1] - a[1]).slice(0, MOST));
}

/** @param {Group} group */
export function strength(group) {
  return Math.max(0, ...group.values());
}
