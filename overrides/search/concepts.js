// @ts-check
import { unpackedWords } from "./codec.js";
import { shared } from "./start.js";

const LONGEST_TERM = 4;
const SHORTEST_COMMON = 4;
const LONGEST_TAIL = 4;

/**
 * The terms of the glossary: own ones as keys, those of other languages as folded forms. A concept's key is "#" and its number.
 */
export class Concepts {
  /**
   * @param {import("./types.js").Core} core
   * @param {import("./vocabulary.js").Vocabulary} vocabulary
   */
  constructor(core, vocabulary) {
    this.vocabulary = vocabulary;
    /** @type {Map<string, string[]>} a term's keys with spaces between, and without */
    this.own = new Map();
    core.concepts.split("\n").forEach((line, number) => {
      const terms = line.split(",").map((term) => term.split(" ").map((name) => vocabulary.named(name)));
      for (const term of new Set(terms.flatMap((words) => [words.join(" "), words.join("")]))) this.own.set(term, [...(this.own.get(term) ?? []), `#${number}`]);
    });
    /** @type {[string, string][] | undefined} */
    this.foreign = undefined;
  }

  /** @param {import("./types.js").Foreign} shard */
  provide(shard) {
    this.foreign = unpackedWords(shard.forms);
    this.byForm = new Map(this.foreign);
  }

  /**
   * Adds the concepts that words of a query name, alone or together, to their groups.
   *
   * @param {string[]} words
   * @param {import("./group.js").Group[]} groups
   * @param {number} ownWeight
   * @param {number} foreignWeight
   */
  relate(words, groups, ownWeight, foreignWeight) {
    for (let start = 0; start < words.length; start++) {
      for (let end = Math.min(words.length, start + LONGEST_TERM); end > start; end--) {
        const part = words.slice(start, end);
        const own = this.own.get(part.map((word) => this.vocabulary.key(word) ?? word).join(" ")) ?? [];
        const isOwn = groups.slice(start, end).every((group) => [...group.values()].some((weight) => weight >= 1));
        const other = isOwn ? [] : this.abroad(part.join(" "), part.length === 1);
        for (const group of groups.slice(start, end)) {
          for (const id of own) group.set(id, Math.max(group.get(id) ?? 0, ownWeight));
          for (const id of other) group.set(id, Math.max(group.get(id) ?? 0, foreignWeight));
        }
        if (own.length || other.length) break;
      }
    }
  }

  /**
   * The share of words that another language's terms have.
   *
   * @param {string[]} words
   */
  known(words) {
    return words.filter((word) => this.byForm?.has(word)).length / (words.length || 1);
  }

  /**
   * The concepts of another language's term, also with an ending that isn't known.
   *
   * @param {string} term
   * @param {boolean} single
   * @returns {string[]}
   */
  abroad(term, single) {
    const exact = this.byForm?.get(term);
    if (exact) return this.numbered(exact);
    if (!single || term.length < SHORTEST_COMMON + 1) return [];
    let best = SHORTEST_COMMON;
    /** @type {string[]} */
    let found = [];
    for (const [form, numbers] of this.foreign ?? []) {
      const kept = shared(form, term);
      if (kept <= best || Math.max(form.length, term.length) - kept > LONGEST_TAIL || form.length - kept > 2) continue;
      best = kept;
      found = this.numbered(numbers);
    }
    return found;
  }

  /** @param {string} numbers in base 36 with commas between */
  numbered(numbers) {
    return numbers.split(",").map((number) => `#${parseInt(number, 36)}`);
  }
}
