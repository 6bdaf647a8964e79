// @ts-check
/** One 404 page serves every language: the address tells which text comes first, and what the reader may have looked for. */
import { nearest, wordsOf } from "./nearest.js";
import { pageFacts } from "./page.js";

const MOST = 5;

export async function missing() {
  const sections = [...document.querySelectorAll("section.hb-missing")].filter((section) => section instanceof HTMLElement);
  if (!sections.length) return;
  const root = new URL(`${pageFacts().base.replace(/\/*$/, "")}/`, location.href);
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
  await suggest(found, root, wordsOf(path, codes), lang);
}

/** @param {HTMLElement} section @param {URL} root @param {string[]} wanted @param {string} lang */
async function suggest(section, root, wanted, lang) {
  const list = section.querySelector(".hb-suggested ul");
  if (!list || !wanted.length) return;
  const answer = await fetch(new URL("handbook.json", root)).catch(() => null);
  if (!answer?.ok) return;
  for (const target of nearest(wanted, targets(await answer.json(), lang), MOST)) {
    const link = document.createElement("a");
    link.href = new URL(target.url, root).href;
    link.textContent = target.title;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  section.querySelector(".hb-suggested")?.toggleAttribute("hidden", !list.children.length);
}

/** Playbooks and terms in one language; their words in all. @param {any} handbook @param {string} lang */
function targets(handbook, lang) {
  const all = (/** @type {any} */ languages, /** @type {string} */ key) => Object.values(languages).map((one) => one[key]).join(" ");
  return [
    ...handbook.playbooks.map((/** @type {any} */ { id, languages }) => ({ ...languages[lang], words: `${id} ${all(languages, "title")}` })),
    ...handbook.concepts
      .filter((/** @type {any} */ { languages }) => languages[lang])
      .map((/** @type {any} */ { id, languages }) => ({ title: languages[lang].preferred, url: languages[lang].url, words: `${id} ${all(languages, "preferred")}` })),
  ];
}
