// @ts-check
import { unpackedWords } from "./codec.js";
import { folder } from "./fold.js";

const SHORTEST_HEAD = 2;

/** What the index knows of words: keys (folded lemmas), endings, and the forms that endings don't explain. */
export class Vocabulary {
  /** @param {import("./types.js").Core} core */
  constructor(core) {
    this.fold = folder(core.fold, core.squeeze);
    this.keys = unpackedWords(core.keys).map(([key]) => key);
    this.number = new Map(this.keys.map((key, i) => [key, i]));
    this.forms = new Map(unpackedWords(core.forms).map(([form, key]) => [form, this.keys[parseInt(key, 36)]]));
    this.letters = [...new Set(this.keys.join(""))];
    /** @type {Map<string, string[]>} */
    this.endings = new Map();
    this.longest = 0;
    for (const line of core.endings.split("\n").filter(Boolean)) {
      const [ending, ...lemmas] = line.split(" ").map((part) => (part === "-" ? "" : part));
      this.endings.set(ending, lemmas);
      this.longest = Math.max(this.longest, ending.length);
    }
    this.common = core.common;
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
   * What the lemma may be by the endings, known or not: the shortest ending taken off first.
   *
   * @param {string} word
   * @param {number} [least] letters that an ending must leave
   * @returns {Iterable<string>}
   */
  *candidates(word, least = SHORTEST_HEAD) {
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
}
