// @ts-check
/** Two languages side by side, block by block: `?with=pl` in the page's address. */
import { aligned, units } from "./align.js";
import { filled, made } from "./page.js";
import { addCopyButton } from "./phrases.js";
import { closePopup } from "./popup.js";
import { twinAt } from "./twins.js";

const MARKS = ".hb-freshness, .hb-cite, .hb-cites, .hb-changed, .hb-copy, input, button";
const REFERENCES = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls"];

/** The language beside the page's own; empty if there is none. */
export function beside() {
  return new URL(location.href).searchParams.get("with") || "";
}

/** @returns {Promise<void>} when the twin that the address asks for stands on the page */
export async function parallel() {
  const menu = document.querySelector(".hb-with");
  const article = document.querySelector("article.hb-article");
  if (!(menu instanceof HTMLElement) || !article) return;
  const links = [...menu.querySelectorAll("a")];
  const said = /** @type {HTMLElement} */ (document.getElementById("hb-with-said"));
  let shown = "";
  const say = (/** @type {string | undefined} */ text, name = "hb-hidden") => {
    said.className = name;
    said.textContent = text || "";
  };
  const show = async (/** @type {string} */ lang) => {
    shown = lang;
    const link = links.find((one) => one.dataset.with === lang);
    for (const one of links) one.toggleAttribute("aria-current", false);
    restore(article);
    say("");
    if (!link || !lang) return;
    link.setAttribute("aria-current", "true");
    try {
      const twin = await twinAt(new URL(link.dataset.page || "", location.href).href);
      if (shown !== lang) return;
      pair(article, twin);
      say(filled(menu.dataset.shown || "", { language: link.textContent || "" }));
    } catch {
      if (shown === lang) say(menu.dataset.failed, "hb-notice");
    }
  };
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const url = new URL(location.href);
      if (link.dataset.with) url.searchParams.set("with", link.dataset.with);
      else url.searchParams.delete("with");
      history.pushState(null, "", url);
      closePopup(link);
      menu.querySelector("summary")?.focus();
      return show(link.dataset.with || "");
    });
  }
  addEventListener("popstate", () => (beside() === shown ? undefined : show(beside())));
  if (!beside()) return;
  await show(beside());
  document.querySelector(":target")?.scrollIntoView();
}

/** @param {Element} article @param {import("./twins.js").Twin} twin */
function pair(article, twin) {
  restore(article);
  const own = units(article);
  const { pairs, left } = aligned(own, units(twin.article));
  for (const { unit, twin: other } of pairs) if (other) stand(unit.element, side(other.element, twin));
  for (const unit of left) {
    const last = (own.filter(({ section }) => section === unit.section).at(-1) || own.at(-1))?.element;
    (last?.closest(".hb-pair") || last?.closest("ul, ol") || last)?.after(pairWith(side(unit.element, twin)));
  }
  const meanings = twin.article.querySelector("template.hb-glosses")?.cloneNode(true);
  if (meanings instanceof Element) {
    meanings.classList.add("hb-twin-glosses");
    article.append(meanings);
  }
  article.classList.add("hb-parallel");
}

/** Puts a twin beside its block: inside a list item, or in a pair with it. @param {Element} block @param {HTMLElement} twin */
function stand(block, twin) {
  const label = block.querySelector(":scope > label");
  if (label) {
    label.after(twin);
    twin.addEventListener("click", (event) => {
      if (!(event.target instanceof Element && event.target.closest("a"))) block.querySelector("input")?.click();
    });
  } else if (block.tagName === "LI") {
    block.append(twin);
  } else {
    const pair = pairWith(twin);
    block.replaceWith(pair);
    pair.prepend(block);
  }
}

/** @param {HTMLElement} twin */
function pairWith(twin) {
  const pair = made("div", "hb-pair");
  pair.append(twin);
  return pair;
}

/** A block of the other page, ready to stand on this one. @param {Element} block @param {import("./twins.js").Twin} twin */
function side(block, twin) {
  const result = made("div", `hb-twin hb-twin-${block.tagName.toLowerCase()} ${block.className.replace("hb-step", "")}`.trim());
  const spoken = block.closest("[lang]");
  result.lang = spoken?.getAttribute("lang") || twin.lang;
  result.dir = (spoken?.matches("html") ? "" : spoken?.getAttribute("dir")) || twin.dir;
  const copy = /** @type {Element} */ (document.importNode(block, true));
  for (const mark of copy.querySelectorAll(MARKS)) mark.remove();
  for (const label of copy.querySelectorAll("label")) label.replaceWith(...label.childNodes);
  for (const element of copy.querySelectorAll("*")) adapt(element, twin);
  result.append(...(block.tagName === "TABLE" ? [copy] : copy.childNodes));
  if (block.matches(".hb-phrase")) addCopyButton(result);
  return result;
}

/** Ids stay unique on the page; links lead where they led. @param {Element} element @param {import("./twins.js").Twin} twin */
function adapt(element, twin) {
  for (const name of REFERENCES) {
    const value = element.getAttribute(name);
    if (value) element.setAttribute(name, value.split(" ").map((id) => `${twin.lang}--${id}`).join(" "));
  }
  const href = element.getAttribute("href");
  if (href && element.tagName === "A") element.setAttribute("href", new URL(href, twin.url).href);
}

/** The page in one language again. @param {Element} article */
function restore(article) {
  article.classList.remove("hb-parallel");
  for (const twin of article.querySelectorAll(".hb-twin, .hb-twin-glosses")) twin.remove();
  for (const pair of article.querySelectorAll(".hb-pair")) pair.replaceWith(...pair.childNodes);
}
