// @ts-check
import { parts } from "./compounds.js";
import { oneSlip, twoSlips } from "./fuzzy.js";
import { raise, strength, WEIGHT } from "./group.js";

/**
 * @typedef {import("./group.js").Group} Group
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 */

const ONE_SLIP = 4;
const TWO_SLIPS = 5;
const STEM = 4;
const LONGER_WORDS = 16;

/**
 * Adds what a word may have been before somebody mistyped it, if it isn't a known word by itself; to a word put
 * together from known ones, or known by its endings, only what one slip makes a known word.
 *
 * @param {string} word
 * @param {Group} group
 * @param {Vocabulary} vocabulary
 * @returns {boolean} has it been given a meaning that it hadn't?
 */
export function repair(word, group, vocabulary) {
  if (word.length < ONE_SLIP || vocabulary.exact(word) || strength(group) > WEIGHT.form) return false;
  const isNew = !group.size;
  const isForm = strength(group) > WEIGHT.typing;
  const { exact, inflected } = oneSlip(word, vocabulary, !isForm);
  for (const key of exact) raise(group, key, isNew ? WEIGHT.slip : WEIGHT.slipTyping);
  if (isForm || exact.size || parts(word, vocabulary).length) return exact.size > 0 && isNew;
  for (const key of inflected) raise(group, key, isNew ? WEIGHT.slipInflected : WEIGHT.slipTyping);
  if (isNew && !inflected.size) {
    if (word.length >= TWO_SLIPS) for (const key of twoSlips(word, vocabulary)) raise(group, key, WEIGHT.slips);
    stems(word, group, vocabulary);
  }
  return isNew && group.size > 0;
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
