// @ts-check
/** One 404 page serves every language: the address tells which text comes first, and what the reader may have looked for. */
import { siteRoot } from "./page.js";
import { load } from "./search.js";
import { twinAt } from "./twins.js";

/** @typedef {import("../search/types.js").Hit} Hit */
/** @typedef {{url: string, title: string}} Suggestion */

const MOST = 5;
const LIMIT = 20;
const NOISE = new Set(["playbooks", "checklists", "index", "html", "htm", "php", "www", "the", "and"]);

export async function missing() {
  const sections = [...document.querySelectorAll("section.hb-missing")].filter((section) => section instanceof HTMLElement);
  if (!sections.length) return;
  const root = siteRoot();
  const codes = sections.map((section) => section.dataset.lang || "");
  const path = location.pathname.slice(root.pathname.length);
  const found = sections[Math.max(0, codes.indexOf(path.split("/")[0]))];
  const lang = found.dataset.lang || "";
  document.documentElement.lang = lang;
  document.body.dir = found.dir;
  document.title = `${found.querySelector("h1")?.textContent} – ${found.dataset.title}`;
  const brand = document.querySelector(".hb-brand");
  if (brand instanceof HTMLAnchorElement) {
    brand.href = found.dataset.root || brand.href;
    brand.querySelector("span")?.replaceChildren(found.dataset.title || "");
  }
  for (const section of sections) section.hidden = section !== found;
  await suggest(found, root, wordsOf(path, codes), lang).catch(() => undefined); // the way home is enough
}

/** What the search finds for the words of the address. @param {HTMLElement} section @param {URL} root @param {string} words @param {string} lang */
async function suggest(section, root, words, lang) {
  const list = section.querySelector(".hb-suggested ul");
  if (!list || !words) return;
  const { search } = await load({ base: root.href.replace(/\/$/, ""), lang });
  const own = pages(await search(words, { lang, limit: LIMIT }));
  const found = own.length ? own : await translated(pages(await search(words, { lang: defaultLanguage(), limit: LIMIT })), section, root);
  for (const { url, title } of found) {
    const link = document.createElement("a");
    link.href = new URL(url, root).href;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  section.querySelector(".hb-suggested")?.toggleAttribute("hidden", !list.children.length);
}

/** The best pages among the results: each once, a term by its entry. @param {Hit[]} hits @returns {Suggestion[]} */
function pages(hits) {
  const found = new Map();
  for (const { url, title, kind, breadcrumb } of hits) {
    const page = kind === "term" ? url : url.split("#")[0];
    if (!found.has(page)) found.set(page, { url: page, title: breadcrumb[0] || title });
  }
  return [...found.values()].slice(0, MOST);
}

/** Addresses are written in the default language: the same pages in the reader's, by their own titles. @param {Suggestion[]} found @param {HTMLElement} section @param {URL} root @returns {Promise<Suggestion[]>} */
function translated(found, section, root) {
  return Promise.all(
    found.map(async ({ url, title }) => {
      const own = new URL(url, new URL(section.dataset.root || "", root)).href;
      const twin = await twinAt(own.split("#")[0]).catch(() => null);
      return { url: own, title: twin?.article.querySelector("h1")?.textContent || title };
    }),
  );
}

/** Of the text whose language stands at the root. */
function defaultLanguage() {
  const sections = [...document.querySelectorAll("section.hb-missing")].filter((section) => section instanceof HTMLElement);
  return sections.sort((a, b) => (a.dataset.root || "").length - (b.dataset.root || "").length)[0]?.dataset.lang || "";
}

/** The words of an address that can be searched for. @param {string} path @param {string[]} languages */
function wordsOf(path, languages) {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // a broken escape stays as it is
  }
  const words = text.split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 2 && !NOISE.has(word.toLowerCase()) && !languages.includes(word)).join(" ");
}
