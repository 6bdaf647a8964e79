// @ts-check
import { raise, strength, WEIGHT } from "./group.js";
import { shared } from "./start.js";

/**
 * @typedef {import("./group.js").Group} Group
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 */

const LONGER_WORDS = 16;
const STEM = 4;
const STEM_SHARE = 0.5;
const SHORTEST_HEAD = 3;

/**
 * Adds what people also call it.
 *
 * @param {string} word
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 */
export function synonyms(word, group, vocabulary) {
  const known = [...group].filter(([, weight]) => weight === WEIGHT.form).map(([key]) => key);
  for (const lemma of known.length ? known : new Set([word, ...vocabulary.candidates(word)])) {
    for (const other of vocabulary.synonyms.get(lemma) ?? []) {
      if (vocabulary.number.has(other)) raise(group, other, known.length ? WEIGHT.knownSynonym : WEIGHT.synonym);
    }
  }
}

/**
 * Adds the words of a word's family, by the language's own table of endings that exchange for each other; and, less,
 * those that begin like the surest key: the more letters they share, the better.
 *
 * @param {string} word
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 */
export function relatives(word, group, vocabulary) {
  const sure = [...group].filter(([key, weight]) => weight >= WEIGHT.slips && !key.startsWith("#")).map(([key]) => key);
  const isKnown = strength(group) >= WEIGHT.form;
  const own = isKnown ? [] : [word, ...vocabulary.candidates(word)];
  for (const lemma of sure) for (const other of kin(lemma, vocabulary)) raise(group, other, WEIGHT.knownFamily);
  for (const lemma of new Set(own)) for (const other of kin(lemma, vocabulary)) raise(group, other, WEIGHT.family);
  const stem = sure.find((key) => key.length > STEM);
  if (!stem) return;
  for (const other of vocabulary.beginning(stem.slice(0, Math.max(STEM, Math.ceil(stem.length * STEM_SHARE))), LONGER_WORDS)) {
    raise(group, other, (WEIGHT.alike * shared(stem, other)) / Math.max(stem.length, other.length));
  }
}

/**
 * @param {string} lemma known or not
 * @param {Vocabulary} vocabulary
 * @returns {Iterable<string>}
 */
function* kin(lemma, vocabulary) {
  for (let cut = lemma.length; cut >= SHORTEST_HEAD; cut--) {
    for (const ending of vocabulary.families.get(lemma.slice(cut)) ?? []) {
      const other = lemma.slice(0, cut) + ending;
      if (vocabulary.number.has(other)) yield other;
    }
  }
}
