// @ts-check
import { unpackedWords } from "./codec.js";
import { folder } from "./fold.js";

const SHORTEST_HEAD = 2;
const SHORTEST_UNTAILED = 4;

/** What the index knows of words: keys (folded lemmas), endings, and the forms that endings don't explain. */
export class Vocabulary {
  /** @param {import("./types.js").Core} core */
  constructor(core) {
    this.fold = folder(core.fold, core.squeeze);
    this.keys = unpackedWords(core.keys).map(([key]) => key);
    this.number = new Map(this.keys.map((key, i) => [key, i]));
    this.forms = new Map(unpackedWords(core.forms).map(([form, key]) => [form, this.keys[parseInt(key, 36)]]));
    this.letters = [...new Set(this.keys.join(""))];
    this.endings = new Map(rows(core.endings).flatMap((row) => unpackedWords(row.pop() ?? "").map(([ending]) => [ending, row])));
    this.tails = new Map(rows(core.tails).map(([tail, ...rests]) => [tail, rests]));
    this.longest = Math.max(0, ...Array.from(this.endings.keys(), (ending) => ending.length));
    this.families = exchanged(rows(core.families));
    this.synonyms = exchanged(rows(core.synonyms).map((ring) => ring.map((name) => this.named(name))));
    this.common = core.common;
  }

  /**
   * A key's number in base 36 in, the key out; or any other word behind "=".
   *
   * @param {string} name
   */
  named(name) {
    return name[0] === "=" ? name.slice(1) : this.keys[parseInt(name, 36)];
  }

  /**
   * The keys a folded word may stand for, the likeliest first.
   *
   * @param {string} word
   * @returns {string[]}
   */
  resolved(word) {
    const form = this.forms.get(word);
    const found = new Set(form ? [form] : []);
    if (this.number.has(word)) found.add(word);
    for (const lemma of this.candidates(word)) if (this.number.has(lemma)) found.add(lemma);
    return [...found];
  }

  /**
   * The key a folded word stands for, if there is one: the quick form of `resolved`.
   *
   * @param {string} word
   * @param {number} [least] letters that an ending must leave
   * @returns {string | undefined}
   */
  key(word, least = SHORTEST_HEAD) {
    const exact = this.exact(word);
    if (exact) return exact;
    for (const lemma of this.candidates(word, least)) if (this.number.has(lemma)) return lemma;
    return undefined;
  }

  /**
   * The key of a folded word that is a lemma or a form known by itself.
   *
   * @param {string} word
   * @returns {string | undefined}
   */
  exact(word) {
    return this.forms.get(word) ?? (this.number.has(word) ? word : undefined);
  }

  /**
   * What the lemma may be by the endings, known or not: the shortest ending taken off first, tails last.
   *
   * @param {string} word
   * @param {number} [least] letters that an ending must leave
   * @returns {Iterable<string>}
   */
  *candidates(word, least = SHORTEST_HEAD) {
    yield* this.headed(word, least);
    for (let cut = Math.max(least, SHORTEST_UNTAILED); this.tails.size && cut < word.length; cut++) {
      for (const rest of this.tails.get(word.slice(cut)) ?? []) {
        yield word.slice(0, cut) + rest;
        yield* this.headed(word.slice(0, cut) + rest, least);
      }
    }
  }

  /**
   * @param {string} word
   * @param {number} least
   * @returns {Iterable<string>}
   */
  *headed(word, least) {
    for (let cut = word.length; cut >= Math.max(least, word.length - this.longest); cut--) {
      const head = word.slice(0, cut);
      for (const ending of this.endings.get(word.slice(cut)) ?? []) yield head + ending;
    }
  }

  /**
   * The keys that begin with some letters, the shortest first.
   *
   * @param {string} start
   * @param {number} limit
   * @returns {string[]}
   */
  beginning(start, limit) {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.keys[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < this.keys.length && this.keys[low].startsWith(start)) found.push(this.keys[low++]);
    return found.sort((a, b) => a.length - b.length).slice(0, limit);
  }

  /** @param {string} key */
  frequency(key) {
    return Number(this.common[this.number.get(key) ?? 0] ?? 0);
  }

  /** Is it in a text, and not only a synonym of what is? @param {string} key */
  occurs(key) {
    return this.common[this.number.get(key) ?? -1] !== "-";
  }
}

/**
 * Rings of things that stand for one another in, each with all the others out.
 *
 * @param {string[][]} rings
 */
function exchanged(rings) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const ring of rings) {
    for (const one of ring) found.set(one, [...(found.get(one) ?? []), ...ring.filter((other) => other !== one)]);
  }
  return found;
}

/**
 * Lines of endings in, their parts out; "-" is an empty one.
 *
 * @param {string} text
 * @returns {string[][]}
 */
function rows(text) {
  return text.split("\n").filter(Boolean).map((line) => line.split(" ").map((part) => (part === "-" ? "" : part)));
}
