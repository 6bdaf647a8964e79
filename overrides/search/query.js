// @ts-check
import { parts } from "./compounds.js";
import { oneSlip, twoSlips } from "./fuzzy.js";
import { retyped } from "./keyboard.js";
import { shared } from "./start.js";
import { tokens } from "./tokens.js";

/**
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {import("./concepts.js").Concepts} Concepts
 * @typedef {Map<string, number>} Group what may satisfy one word of a query: key → how good that is, 0 to 1
 * @typedef {{words: string[], groups: Group[], corrected: boolean, unknown: boolean}} Query `unknown`: has it a word that is none of the index's?
 */

/** How good it is to find instead of the word itself… */
const WEIGHT = {
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
  /** a slip in what may also be the beginning of a longer word */
  slipTyping: 0.6,
  /** a longer word that begins with it: the last word of a query may still be being typed */
  typing: 0.7,
  beginning: 0.4,
  /** a word with the same stem, such as the noun of a verb */
  family: 0.5,
  /** what a question word counts beside words that say more */
  light: 0.2,
};
const LONGER_WORDS = 16;
const ONE_SLIP = 4;
const TWO_SLIPS = 5;
const LONG = 9;
const STEM = 4;
const STEM_SHARE = 0.5;

/**
 * A text as somebody typed it in, what it may mean out.
 *
 * @param {string} text
 * @param {Vocabulary} vocabulary
 * @param {Concepts} concepts
 * @param {import("./types.js").Core} core
 * @returns {Query}
 */
export function query(text, vocabulary, concepts, core) {
  const typed = folded(text, vocabulary);
  const best = [typed, ...retyped(text, core.keyboards).map((other) => folded(other, vocabulary))]
    .map((words, i) => ({ words, known: known(words, vocabulary), order: i }))
    .sort((a, b) => b.known - a.known || a.order - b.order)[0];
  const words = known(typed, vocabulary) >= 0.5 ? typed : best.words;
  const light = words.map((word) => core.light.includes(vocabulary.key(word) ?? word));
  const groups = words.map((word, i) => ownWords(word, i === words.length - 1 && !light[i], vocabulary, core.compounds));
  join(words, groups, vocabulary);
  const unknown = groups.some((group) => !group.size);
  concepts.relate(words, groups, WEIGHT.concept, WEIGHT.foreign);
  const corrected = groups.map((group, i) => strength(group) <= WEIGHT.typing && repair(words[i], group, vocabulary)).some(Boolean);
  for (const group of groups) relatives(group, vocabulary);
  if (light.includes(false)) groups.forEach((group, i) => light[i] && scale(group, WEIGHT.light));
  return { words, groups: split(words, groups, vocabulary), corrected: corrected || words !== typed, unknown };
}

/**
 * @param {string} text
 * @param {Vocabulary} vocabulary
 */
function folded(text, vocabulary) {
  return tokens(text.normalize("NFC")).map((token) => vocabulary.fold(token.text)).filter(Boolean);
}

/**
 * The share of words that the vocabulary knows.
 *
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 */
function known(words, vocabulary) {
  return words.filter((word) => vocabulary.key(word) || (word.length >= STEM && vocabulary.beginning(word, 1).length)).length / (words.length || 1);
}

/**
 * @param {string} word
 * @param {boolean} last
 * @param {Vocabulary} vocabulary
 * @param {boolean} compounds
 * @returns {Group}
 */
function ownWords(word, last, vocabulary, compounds) {
  /** @type {Group} */
  const group = new Map();
  vocabulary.resolved(word).forEach((key, i) => raise(group, key, i ? WEIGHT.reading : WEIGHT.form));
  if (last || word.length >= STEM) {
    const good = last ? WEIGHT.typing : WEIGHT.beginning;
    for (const key of vocabulary.beginning(word, LONGER_WORDS)) raise(group, key, (good * (1 + word.length / key.length)) / 2);
  }
  if (compounds && word.length >= LONG && group.size) for (const key of parts(word, vocabulary)) raise(group, key, WEIGHT.knownPart);
  return group;
}

/**
 * Two neighbours that are one word when written together.
 *
 * @param {string[]} words
 * @param {Group[]} groups
 * @param {Vocabulary} vocabulary
 */
function join(words, groups, vocabulary) {
  for (let i = 1; i < words.length; i++) {
    const key = vocabulary.key(words[i - 1] + words[i]);
    if (key) for (const group of [groups[i - 1], groups[i]]) raise(group, key, WEIGHT.joined);
  }
}

/**
 * Adds what a word may have been before somebody mistyped it; of a word put together from known ones only a slip that
 * makes it a known word by itself.
 *
 * @param {string} word
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 */
function repair(word, group, vocabulary) {
  if (word.length < ONE_SLIP || vocabulary.key(word)) return false;
  const isNew = !group.size;
  const { exact, inflected } = oneSlip(word, vocabulary);
  for (const key of exact) raise(group, key, isNew ? WEIGHT.slip : WEIGHT.slipTyping);
  if (exact.size || parts(word, vocabulary).length) return exact.size > 0 && isNew;
  for (const key of inflected) raise(group, key, isNew ? WEIGHT.slipInflected : WEIGHT.slipTyping);
  if (isNew && !inflected.size) {
    if (word.length >= TWO_SLIPS) for (const key of twoSlips(word, vocabulary)) raise(group, key, WEIGHT.slips);
    stems(word, group, vocabulary);
  }
  return isNew && group.size > 0;
}

/**
 * Adds words with the stem of a group's surest key, such as the noun of a verb: the more letters they share, the better.
 *
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 */
function relatives(group, vocabulary) {
  const [own] = [...group].filter(([key, weight]) => weight >= WEIGHT.slips && key.length > STEM && !key.startsWith("#")).map(([key]) => key);
  if (!own) return;
  for (const other of vocabulary.beginning(own.slice(0, Math.max(STEM, Math.ceil(own.length * STEM_SHARE))), LONGER_WORDS)) {
    raise(group, other, (WEIGHT.family * shared(own, other)) / Math.max(own.length, other.length));
  }
}

/**
 * Words that begin like an unknown one with an ending taken off.
 *
 * @param {string} word
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 */
function stems(word, group, vocabulary) {
  for (let cut = word.length - 1; cut >= Math.max(STEM, word.length / 2); cut--) {
    if (!vocabulary.endings.has(word.slice(cut))) continue;
    const longer = vocabulary.beginning(word.slice(0, cut), LONGER_WORDS);
    for (const key of longer) raise(group, key, (WEIGHT.beginning * cut) / Math.max(key.length, word.length));
    if (longer.length) return;
  }
}

/**
 * A word that stands for nothing, but is put together from known ones, becomes a group for each of them.
 *
 * @param {string[]} words
 * @param {Group[]} groups
 * @param {Vocabulary} vocabulary
 * @returns {Group[]}
 */
function split(words, groups, vocabulary) {
  return groups.flatMap((group, i) => {
    if (group.size) return [group];
    return parts(words[i], vocabulary).map((key) => new Map([[key, WEIGHT.part]]));
  });
}

/**
 * @param {Group} group
 * @param {number} share
 */
function scale(group, share) {
  for (const [key, weight] of group) group.set(key, weight * share);
}

/** @param {Group} group */
export function strength(group) {
  return Math.max(0, ...group.values());
}

/**
 * @param {Group} group
 * @param {string} key
 * @param {number} weight
 */
export function raise(group, key, weight) {
  group.set(key, Math.max(group.get(key) ?? 0, weight));
}
