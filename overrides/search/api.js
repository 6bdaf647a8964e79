// @ts-check
import { Engine } from "./engine.js";
import { Library } from "./library.js";
import { scripting } from "./load.js";
import { suggestions } from "./suggest.js";
import { tokens } from "./tokens.js";
import { employed, work } from "./worker.js";

const LIMIT = 10;

/**
 * What other scripts call:
 *
 *     handbook.search(text, {lang, limit}) → Promise of results, best first
 *     handbook.suggest(text, {lang, limit}) → Promise of {completions, correction}
 *
 * `lang` defaults to the page's. Results are `Hit`s of types.js. `handbook.searchEngine(core)` is the engine by itself.
 *
 * @param {Record<string, any>} handbook
 */
function publish(handbook) {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const base = new URL("../../search/", script).href;
  const onPage = () => {
    const library = new Library(scripting(base, handbook));
    return (/** @type {import("./library.js").Question} */ question) => library.answer(question);
  };
  /** @type {((question: import("./library.js").Question) => Promise<any>) | undefined} */
  let ask;
  const asked = (/** @type {"search" | "suggest"} */ method) => (/** @type {string} */ text, { lang = pageLanguage(), limit = LIMIT } = {}) => {
    ask ??= location.protocol.startsWith("http") && "Worker" in globalThis ? employed(script, () => (ask = undefined)) : onPage();
    return ask({ method, text, lang, limit });
  };
  handbook.search = asked("search");
  handbook.suggest = asked("suggest");
}

function pageLanguage() {
  return document.documentElement.lang.split("-")[0];
}

/** @type {any} */
const scope = globalThis;
if ("document" in scope) publish((scope.handbook ??= {}));
else if ("WorkerGlobalScope" in scope) work();
else scope.handbook = { searchEngine: (/** @type {import("./types.js").Core} */ core) => new Engine(core), suggestions, tokens };
