// @ts-check
import { unpackedPostings } from "./codec.js";
import { Concepts } from "./concepts.js";
import { query } from "./query.js";
import { ranked, spread } from "./rank.js";
import { bestBlock, near, neighbours, ones, said, snippet, telling } from "./snippet.js";
import { tokens } from "./tokens.js";
import { Vocabulary } from "./vocabulary.js";

/** A word found exactly as it was typed counts a little more… */
const EXACT = 0.15;
/** …and so do words of the query that stand together, in one block or in the title. */
const TOGETHER = 0.3;
/** …most of all next to each other, as in the query. */
const NEXT = 0.8;
/** The query is the whole title, or another name of the place; less, if it says more than that. */
const WHOLE = 0.6;
/** Results that are read besides those asked for, since reading them may raise them. */
const SPARE = 4;

/**
 * One language's index. It never waits: asked with shards missing, it answers with their names, and is asked again
 * when they have been provided; so it runs the same in a page, in a worker and in a terminal.
 */
export class Engine {
  /** @param {import("./types.js").Core} core */
  constructor(core) {
    this.core = core;
    this.vocabulary = new Vocabulary(core);
    this.concepts = new Concepts(core, this.vocabulary);
    /** @type {Map<string, any>} */
    this.shards = new Map();
    let page = -1;
    let next = 0;
    this.firsts = Array.from(core.records, (count) => (next += parseInt(count, 36)) - parseInt(count, 36));
    this.pages = Array.from(core.pages, (char) => (char === "p" ? ++page : page));
  }

  /**
   * @param {string} name
   * @param {any} shard
   */
  provide(name, shard) {
    this.shards.set(name, shard);
    if (name === "foreign") this.concepts.provide(shard);
  }

  /**
   * @param {string} text
   * @param {number} limit
   * @returns {{hits: import("./types.js").Hit[]} | import("./types.js").Need}
   */
  search(text, limit) {
    const { words, groups, unknown } = query(text, this.vocabulary, this.concepts, this.core);
    const keys = groups.flatMap((group) => [...group.keys()].filter((key) => this.vocabulary.occurs(key)));
    const needed = keys.map((key) => this.shardOf(key));
    if (unknown) needed.push("foreign");
    const need = this.missing(needed);
    if (need.length) return { need };
    const { all, rarities } = ranked(groups, (key) => this.postings(key), this.pages.length);
    const best = spread(all, (record) => this.pages[record], limit + SPARE);
    const needRecords = this.missing(best.map(({ record }) => `records-${this.place(this.firsts, record)}`));
    if (needRecords.length) return { need: needRecords };
    const hits = best.map(({ record, score }) => this.hit(record, score, { groups, words, rarities }));
    return { hits: hits.sort((a, b) => b.score - a.score).slice(0, limit) };
  }

  /** @param {string[]} names */
  missing(names) {
    return [...new Set(names)].filter((name) => name && !this.shards.has(name));
  }

  /** @param {string} key */
  shardOf(key) {
    if (key.startsWith("#")) return "concepts";
    return `postings-${this.place(this.core.postings, this.vocabulary.number.get(key) ?? 0)}`;
  }

  /**
   * @param {string} key
   * @returns {[number, number][]}
   */
  postings(key) {
    if (!this.vocabulary.occurs(key)) return [];
    const shard = this.shards.get(this.shardOf(key));
    if (key.startsWith("#")) return unpackedPostings(shard[Number(key.slice(1))]);
    const first = this.core.postings[this.place(this.core.postings, this.vocabulary.number.get(key) ?? 0)];
    return unpackedPostings(shard[(this.vocabulary.number.get(key) ?? 0) - first]);
  }

  /**
   * The number of the shard that holds something, the shards' first numbers given.
   *
   * @param {number[]} firsts
   * @param {number} number
   */
  place(firsts, number) {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * @param {number} number
   * @param {number} score
   * @param {{groups: import("./group.js").Group[], words: string[], rarities: number[]}} asked
   * @returns {import("./types.js").Hit}
   */
  hit(number, score, { groups, words, rarities }) {
    const shard = this.place(this.firsts, number);
    /** @type {import("./types.js").StoredRecord} */
    const record = this.shards.get(`records-${shard}`)[number - this.firsts[shard]];
    const title = bestBlock([[record.t, "title", ""]], groups, words, this.vocabulary).best;
    const { best, all } = bestBlock(record.b, groups, words, this.vocabulary);
    const isUnit = best.block[2] !== "" && best.groups !== 0 && ones(best.groups) === ones(all | title.groups);
    const asked = bestBlock((record.a ?? []).map((name) => [name, "", ""]), groups, words, this.vocabulary).best;
    const places = [best.matches, title.matches, asked.matches];
    const together = groups.length > 1 ? Math.max(...places.map((matches) => near(matches, rarities))) : 0;
    const next = Math.max(...places.map(neighbours)) / Math.max(1, groups.length - 1);
    const whole = Math.max(...[title, asked].map((name) => wholeness(name, rarities)));
    const exact = [...title.matches, ...best.matches].some((match) => match.exact);
    return {
      url: isUnit ? `${record.u.split("#")[0]}#${best.block[2]}` : record.u,
      title: record.t,
      titleMarks: telling(title.matches).map(({ start, end }) => [start, end]),
      kind: isUnit ? best.block[1] : record.k,
      lang: record.l ?? this.core.lang,
      score: score * (1 + (exact ? EXACT : 0) + TOGETHER * together + NEXT * next + WHOLE * whole),
      snippet: snippet(best),
      breadcrumb: record.p,
      owner: record.o ?? "",
      reviewed: record.r ?? "",
      reviewIn: record.m ?? 0,
      fallback: record.f === 1,
      definition: record.d ?? "",
    };
  }
}

/**
 * How much of a query a name of a place is, squared, if all of the name is in the query; a name of one word must be all of it.
 *
 * @param {import("./snippet.js").Matched} name
 * @param {number[]} rarities
 */
function wholeness(name, rarities) {
  if (name.matches.length !== tokens(name.block[0]).length) return 0;
  const part = said(name.groups, rarities);
  return name.matches.length > 1 || part === 1 ? part * part : 0;
}
