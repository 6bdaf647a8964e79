// @ts-check
/** The search: a dialog with a box and its results. Nothing is loaded before it is opened. */
import { due, inFigures, isPast } from "./times.js";
import { filled, made, pageAt, pageFacts } from "./page.js";

const LIMIT = 12;
const PAUSE = 80;

/** @typedef {import("../search/types.js").Hit} Hit */

export function search() {
  const opener = document.querySelector(".hb-search-open");
  const dialog = document.getElementById("hb-search");
  if (!(opener instanceof HTMLButtonElement) || !(dialog instanceof HTMLDialogElement)) return;
  const box = new Box(dialog);
  opener.addEventListener("click", () => box.open(""));
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      box.open("");
    }
  });
  addEventListener("popstate", () => box.follow());
  box.follow();
}

class Box {
  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    this.list = /** @type {HTMLElement} */ (dialog.querySelector("[role=listbox]"));
    this.count = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
    this.help = /** @type {HTMLElement} */ (dialog.querySelector(".hb-search-help"));
    this.meant = /** @type {HTMLElement} */ (dialog.querySelector(".hb-search-meant"));
    this.words = JSON.parse(dialog.querySelector("script")?.textContent || "{}");
    this.facts = pageFacts();
    this.asked = 0;
    this.active = -1;
    /** What the results answer, and what Enter was pressed on before they did. */
    this.shown = "";
    this.entered = "";
    let timer = 0;
    this.input.addEventListener("input", () => {
      this.entered = "";
      clearTimeout(timer);
      timer = window.setTimeout(() => this.ask(), PAUSE);
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    dialog.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    dialog.querySelector(".hb-search-close")?.addEventListener("click", () => this.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) this.close();
    });
    dialog.addEventListener("close", () => {
      clearTimeout(timer);
      this.asked++; // what is on its way is wanted no more
      this.entered = "";
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
  }

  /** Opens the dialog; the address remembers that it is open. @param {string} text */
  open(text) {
    if (this.dialog.open) return;
    if (!new URLSearchParams(location.search).has("q")) history.pushState({ search: true }, "", address(text));
    this.show(text);
  }

  /** @param {string} text */
  show(text) {
    load(this.facts).catch(() => undefined);
    this.dialog.showModal();
    this.input.value = text;
    this.input.focus();
    this.ask();
  }

  close() {
    if (!this.dialog.open) return;
    if (history.state?.search) history.back();
    else {
      history.replaceState(null, "", address(null));
      this.dialog.close();
    }
  }

  /** Shows what the address says: `?q=` is an open search. */
  follow() {
    const text = new URLSearchParams(location.search).get("q");
    if (text === null) this.dialog.close();
    else if (!this.dialog.open) this.show(text);
  }

  async ask() {
    const turn = ++this.asked;
    const text = this.input.value.trim();
    history.replaceState(history.state, "", address(text));
    if (!text) return this.draw([], "", text);
    const found = await this.found(text).catch(() => null);
    if (turn !== this.asked) return;
    this.draw(found?.hits || [], found?.correction || "", text);
    if (!found) this.count.textContent = this.words.failed;
  }

  /** @param {string} text @returns {Promise<{hits: Hit[], correction: string}>} */
  async found(text) {
    const handbook = await load(this.facts);
    const [hits, { correction }] = await Promise.all([
      handbook.search(text, { lang: this.facts.lang, limit: LIMIT }),
      handbook.suggest(text, { lang: this.facts.lang, limit: 0 }),
    ]);
    return { hits, correction };
  }

  /** @param {Hit[]} hits @param {string} correction @param {string} text */
  draw(hits, correction, text) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-expanded", String(hits.length > 0));
    this.list.replaceChildren(...hits.map((hit, at) => this.row(hit, at)));
    this.help.hidden = hits.length > 0;
    this.count.textContent = text ? (hits.length === 1 ? this.words.one : filled(hits.length ? this.words.many : this.words.none, { count: hits.length })) : "";
    this.meant.replaceChildren();
    if (correction && correction !== text) {
      const button = made("button", "hb-link-button", correction);
      button.addEventListener("click", () => {
        this.input.value = correction;
        this.input.focus();
        this.ask();
      });
      this.meant.append(`${this.words.meant} `, button);
    }
    this.shown = text;
    if (text && text === this.entered) this.enter();
  }

  /** @param {Hit} hit @param {number} at */
  row(hit, at) {
    const row = made("a", "hb-hit");
    row.id = `hb-hit-${at}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.setAttribute("href", pageAt(`${this.facts.base}/${hit.url}`));
    row.tabIndex = -1;
    const top = made("span", "hb-hit-top");
    top.append(marked("hb-hit-title", hit.title, hit.titleMarks), made("span", `hb-kind hb-kind-${hit.kind}`, this.words.kinds[hit.kind]));
    if (hit.lang !== this.facts.lang) top.append(made("span", "hb-kind hb-kind-language", hit.lang.toUpperCase()));
    row.append(top);
    if (hit.breadcrumb.length) row.append(made("span", "hb-hit-crumbs", hit.breadcrumb.join(" › ")));
    if (hit.definition) row.append(made("span", "hb-hit-text", hit.definition));
    else if (hit.snippet.text) row.append(marked("hb-hit-text", hit.snippet.text, hit.snippet.marks));
    for (const text of row.querySelectorAll(".hb-hit-title, .hb-hit-crumbs, .hb-hit-text")) text.setAttribute("lang", hit.lang);
    if (hit.owner) row.append(this.about(hit));
    row.addEventListener("mousemove", () => this.choose(at));
    return row;
  }

  /** Owner and last review. @param {Hit} hit */
  about(hit) {
    const date = inFigures(hit.reviewed, this.words.date);
    const line = made("span", "hb-hit-meta", `${this.words.owners[hit.owner] || hit.owner} · ${filled(this.words.reviewed, { date })}`);
    if (isPast(due(hit.reviewed, `${hit.reviewIn} months`), new Date())) line.append(made("strong", "hb-overdue", this.words.overdue));
    return line;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.isComposing) return;
    const rows = this.list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && rows) {
      event.preventDefault();
      this.choose((this.active + step + rows + (this.active < 0 && step < 0 ? 1 : 0)) % rows);
    } else if (event.key === "Enter") {
      this.entered = this.input.value.trim();
      if (this.entered === this.shown && rows) this.enter();
      else if (this.entered === this.shown) this.ask(); // it may have failed for want of a connection
    }
  }

  /** Follows the chosen result, or the best one. */
  enter() {
    this.entered = "";
    const row = this.list.children[Math.max(this.active, 0)];
    if (row instanceof HTMLElement) row.click();
  }

  /** @param {number} at */
  choose(at) {
    if (at === this.active) return;
    this.active = at;
    [...this.list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    this.input.setAttribute("aria-activedescendant", `hb-hit-${at}`);
    this.list.children[at]?.scrollIntoView({ block: "nearest" });
  }
}

/** The address of this page with or without a search. @param {string | null} text */
function address(text) {
  const url = new URL(location.href);
  if (text === null) url.searchParams.delete("q");
  else url.searchParams.set("q", text);
  return url.href;
}

/** @param {string} name @param {string} text @param {[number, number][]} marks */
function marked(name, text, marks) {
  const line = made("span", name);
  let at = 0;
  for (const [start, end] of marks) {
    line.append(text.slice(at, start), made("mark", "", text.slice(start, end)));
    at = end;
  }
  line.append(text.slice(at));
  return line;
}

/** @type {Promise<any> | undefined} */
let loaded;

/** The engine, fetched when it is first needed, and again if that fails. @param {{base: string, lang: string}} page @returns {Promise<any>} */
export function load(page) {
  const made = (loaded ??= engine(page));
  made.catch(() => (loaded = undefined));
  return made;
}

/** The language's index names the engine's file: a page that has been open for long finds the one that is there now. @param {{base: string, lang: string}} page */
async function engine({ base, lang }) {
  const handbook = (/** @type {any} */ (window).handbook ??= {});
  let address = "";
  handbook.searchShard = (/** @type {string} */ _lang, /** @type {string} */ _name, /** @type {{engine: string}} */ index) => (address = index.engine);
  await run(`${base}/search/${lang}.js`);
  await run(`${base}/${address}`);
  if (!handbook.search) throw new Error(`no engine: ${base}/${address}`); // a network that asks for a password answers with pages
  return handbook;
}

/** @param {string} address @returns {Promise<void>} */
function run(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(address)));
    document.head.append(script);
  });
}
