// @ts-check
import { Engine } from "./engine.js";
import { suggestions } from "./suggest.js";

/**
 * @typedef {(lang: string, name: string, version: string) => Promise<any>} Load fetches one shard, or the index that names their version
 * @typedef {{method: "search" | "suggest", text: string, lang: string, limit: number}} Question
 */

/** The indexes of all languages, each loaded when it is first asked. */
export class Library {
  /** @param {Load} load */
  constructor(load) {
    this.load = load;
    /** @type {Map<string, Promise<{engine: Engine, version: string}>>} */
    this.opened = new Map();
  }

  /**
   * Asks again from the beginning if a file can't be had: the site may have been renewed while the page was open.
   *
   * @param {Question} question
   * @returns {Promise<any>}
   */
  answer(question) {
    return this.found(question).catch(() => {
      this.opened.delete(question.lang);
      return this.found(question);
    });
  }

  /**
   * @param {Question} question
   * @returns {Promise<any>}
   */
  async found({ method, text, lang, limit }) {
    const { engine, version } = await this.open(lang);
    for (;;) {
      const answer = method === "search" ? engine.search(text, limit) : suggestions(text, engine, limit);
      if (!("need" in answer)) return "hits" in answer ? answer.hits : answer;
      await Promise.all(answer.need.map(async (name) => engine.provide(name, await this.load(lang, name, version))));
    }
  }

  /**
   * @param {string} lang
   * @returns {Promise<{engine: Engine, version: string}>}
   */
  open(lang) {
    const made = this.opened.get(lang) ?? this.loaded(lang);
    this.opened.set(lang, made);
    return made;
  }

  /**
   * @param {string} lang
   * @returns {Promise<{engine: Engine, version: string}>}
   */
  async loaded(lang) {
    const { version } = await this.load(lang, "index", "");
    return { engine: new Engine(await this.load(lang, "core", version)), version };
  }
}
