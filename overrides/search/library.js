// @ts-check
import { Engine } from "./engine.js";
import { suggestions } from "./suggest.js";

/**
 * @typedef {(lang: string, name: string, version: string) => Promise<any>} Load fetches one shard
 * @typedef {{method: "search" | "suggest", text: string, lang: string, limit: number}} Question
 */

/** The indexes of all languages, each loaded when it is first asked. */
export class Library {
  /** @param {Load} load */
  constructor(load) {
    this.load = load;
    /** @type {Map<string, Promise<Engine>>} */
    this.engines = new Map();
  }

  /**
   * @param {Question} question
   * @returns {Promise<any>}
   */
  async answer({ method, text, lang, limit }) {
    const engine = await this.engine(lang);
    for (;;) {
      const answer = method === "search" ? engine.search(text, limit) : suggestions(text, engine, limit);
      if (!("need" in answer)) return "hits" in answer ? answer.hits : answer;
      await Promise.all(answer.need.map(async (name) => engine.provide(name, await this.load(lang, name, engine.core.version))));
    }
  }

  /**
   * @param {string} lang
   * @returns {Promise<Engine>}
   */
  engine(lang) {
    const made = this.engines.get(lang) ?? this.load(lang, "core", "").then((core) => new Engine(core));
    this.engines.set(lang, made);
    made.catch(() => this.engines.delete(lang));
    return made;
  }
}
