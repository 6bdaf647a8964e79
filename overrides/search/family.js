// @ts-check
import { raise, WEIGHT } from "./group.js";
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
 * Adds what people also call it: for the word itself, and for whatever no text has but a synonym.
 *
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 */
export function synonyms(group, vocabulary) {
  for (const [key, weight] of [...group]) {
    const occurs = vocabulary.occurs(key);
    if (occurs && weight < WEIGHT.form) continue;
    for (const other of vocabulary.synonyms.get(key) ?? []) raise(group, other, weight * (occurs ? WEIGHT.knownSynonym : WEIGHT.synonym));
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
  const isKnown = [...group].some(([key, weight]) => weight >= WEIGHT.form && vocabulary.occurs(key));
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
