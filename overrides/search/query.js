// @ts-check
import { knownPart, parts } from "./compounds.js";
import { relatives, synonyms } from "./family.js";
import { best, raise, scale, WEIGHT } from "./group.js";
import { retyped } from "./keyboard.js";
import { repair } from "./repair.js";
import { tokens } from "./tokens.js";

/**
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {import("./concepts.js").Concepts} Concepts
 * @typedef {import("./group.js").Group} Group
 * @typedef {{words: string[], groups: Group[], slips: (Group | undefined)[], unknown: boolean}} Query `slips`: what each word may have been, if it was
 *     mistyped; `unknown`: has it a word that is none of the index's?
 */

const LONGER_WORDS = 16;
const LONG = 9;
const STEM = 4;
const LONGEST = 60;
/** Words of a query that are read: as many as there are bits to remember them by. */
const MOST_WORDS = 31;

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
  const others = typed.length ? retyped(text, core.keyboards) : []; // signs alone are no mistyped word
  const likeliest = [typed, ...others.map((other) => folded(other, vocabulary))]
    .map((words, i) => ({ words, known: Math.max(known(words, vocabulary), concepts.known(words)), order: i }))
    .sort((a, b) => b.known - a.known || a.order - b.order)[0];
  const words = known(typed, vocabulary) >= 0.5 ? typed : likeliest.words;
  const light = words.map((word) => core.light.includes(vocabulary.key(word) ?? word));
  const groups = words.map((word, i) => ownWords(word, i === words.length - 1 && !light[i], vocabulary, core.compounds));
  join(words, groups, vocabulary);
  const unknown = groups.some((group) => !group.size);
  concepts.relate(words, groups, WEIGHT.concept, WEIGHT.foreign);
  const slips = groups.map((group, i) => (repair(words[i], group, vocabulary) || words !== typed ? group : undefined));
  groups.forEach((group, i) => relatives(words[i], group, vocabulary));
  groups.forEach((group) => synonyms(group, vocabulary));
  if (light.includes(false)) groups.forEach((group, i) => light[i] && scale(group, WEIGHT.light));
  return { words, groups: split(words, groups, vocabulary, core.compounds).map(best), slips, unknown };
}

/**
 * @param {string} text
 * @param {Vocabulary} vocabulary
 */
function folded(text, vocabulary) {
  return tokens(text.normalize("NFC")).slice(0, MOST_WORDS).map((token) => vocabulary.fold(token.text.slice(0, LONGEST))).filter(Boolean);
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
 * A word that stands for nothing, but is put together from known ones, becomes a group for each of them; where compounds
 * are written as one word, one known part is enough.
 *
 * @param {string[]} words
 * @param {Group[]} groups
 * @param {Vocabulary} vocabulary
 * @param {boolean} compounds
 * @returns {Group[]}
 */
function split(words, groups, vocabulary, compounds) {
  return groups.flatMap((group, i) => {
    if (group.size) return [group];
    const whole = parts(words[i], vocabulary);
    return (whole.length || !compounds ? whole : knownPart(words[i], vocabulary)).map((key) => new Map([[key, WEIGHT.part]]));
  });
}
