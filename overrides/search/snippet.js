// @ts-check
import { WEIGHT } from "./group.js";
import { tokens } from "./tokens.js";

/**
 * @typedef {import("./group.js").Group} Group
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {import("./types.js").Block} Block
 * @typedef {{start: number, end: number, at: number, groups: number, good: number, exact: boolean}} Match `at`: the number of the word in its block, `good`: how good it is instead of the word asked for
 * @typedef {{block: Block, matches: Match[], groups: number}} Matched
 */

const LENGTH = 160;
const BEFORE = 50;
const SHORTEST_INSIDE = 4;
/** Words that stand together are at most so many words apart. */
const WINDOW = 12;

/**
 * The block of a record that satisfies most of a query, with the places that do.
 *
 * @param {Block[]} blocks
 * @param {Group[]} groups
 * @param {string[]} words the query's words, folded
 * @param {Vocabulary} vocabulary
 * @returns {{best: Matched, all: number}} `all`: the groups satisfied anywhere, as bits
 */
export function bestBlock(blocks, groups, words, vocabulary) {
  const matched = blocks.map((block) => {
    const matches = places(block[0], groups, words, vocabulary);
    return { block, matches, groups: matches.reduce((bits, match) => bits | match.groups, 0) };
  });
  /** @type {(one: Matched) => number} */
  const value = (one) => ones(one.groups) * 4 + Math.max(0, ...one.matches.map((match) => match.good)) * 2 + one.matches.filter((match) => match.exact).length / (1 + one.matches.length);
  const best = matched.reduce((a, b) => (value(b) > value(a) ? b : a), matched[0] ?? { block: ["", "text", ""], matches: [], groups: 0 });
  return { best, all: matched.reduce((bits, one) => bits | one.groups, 0) };
}

/**
 * @param {string} text
 * @param {Group[]} groups
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 * @returns {Match[]}
 */
function places(text, groups, words, vocabulary) {
  return tokens(text).flatMap(({ start, end, text: word }, at) => {
    const folded = vocabulary.fold(word);
    const key = vocabulary.key(folded) ?? folded;
    const bits = groups.reduce((sum, group, bit) => sum | (satisfies(group, key, folded) ? 1 << bit % 31 : 0), 0);
    return bits ? [{ start, end, at, groups: bits, good: Math.max(...groups.map((group) => group.get(key) ?? 0)), exact: words.includes(folded) }] : [];
  });
}

/**
 * Does a word of a text satisfy a group, as itself or as a compound of one of its keys?
 *
 * @param {Group} group
 * @param {string} key
 * @param {string} folded
 */
function satisfies(group, key, folded) {
  if (group.has(key)) return true;
  for (const [wanted, weight] of group) {
    if (weight >= 0.8 && wanted.length >= SHORTEST_INSIDE && folded.length > wanted.length && folded.includes(wanted)) return true;
  }
  return false;
}

/**
 * @param {number} bits
 * @returns {number}
 */
export function ones(bits) {
  return bits ? (bits & 1) + ones(bits >>> 1) : 0;
}

/**
 * How much of a query stands together somewhere in a block, by how much each of its words says.
 *
 * @param {Match[]} matches
 * @param {number[]} rarities
 */
export function near(matches, rarities) {
  const windows = matches.map(({ at }) => matches.reduce((bits, other) => (other.at >= at && other.at < at + WINDOW ? bits | other.groups : bits), 0));
  return Math.max(0, ...windows.map((bits) => said(bits, rarities)));
}

/**
 * How much of a query some of its words are, by how much each of them says.
 *
 * @param {number} bits
 * @param {number[]} rarities
 */
export function said(bits, rarities) {
  const sum = (/** @type {number[]} */ row) => row.reduce((a, b) => a + b, 0);
  return sum(rarities.filter((_, bit) => bits & (1 << bit % 31))) / (sum(rarities) || 1);
}

/**
 * How many pairs of words that follow each other in the query do so in a block.
 *
 * @param {Match[]} matches
 */
export function neighbours(matches) {
  const pairs = matches.map((match, i) => (i && match.at === matches[i - 1].at + 1 ? (matches[i - 1].groups << 1) & match.groups : 0));
  return ones(pairs.reduce((bits, pair) => bits | pair, 0));
}

/**
 * The matches to mark: words that say little, such as “the”, stay plain beside others.
 *
 * @param {Match[]} matches
 */
export function telling(matches) {
  const found = matches.filter((match) => !match.exact || match.good > WEIGHT.light);
  return found.length ? found : matches;
}

/**
 * The part of a block worth showing.
 *
 * @param {Matched} matched
 * @returns {import("./types.js").Snippet}
 */
export function snippet({ block: [text], matches }) {
  const first = matches[0]?.start ?? 0;
  const from = text.length <= LENGTH || first < BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
  const end = text.length - from <= LENGTH ? text.length : Math.max(text.lastIndexOf(" ", from + LENGTH), from + 1);
  const open = from ? "… " : "";
  const close = end < text.length ? " …" : "";
  return {
    text: open + text.slice(from, end) + close,
    marks: telling(matches)
      .filter((match) => match.start >= from && match.end <= end)
      .map((match) => [match.start - from + open.length, match.end - from + open.length]),
  };
}
