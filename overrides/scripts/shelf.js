// @ts-check
/** The playbooks that this device's readers have pinned or used last. */
import { keep, kept } from "./memory.js";
import { filled, made, pageFacts } from "./page.js";
import { runOf } from "./ticks.js";

const PINNED = "pinned";
const RECENT = "recent";
const MOST_RECENT = 4;

/** @param {string} key @returns {string[]} */
function slugs(key) {
  const found = kept(key);
  return Array.isArray(found) ? found.filter((slug) => typeof slug === "string") : [];
}

/** Remembers the visit, and lets the reader pin the playbook. */
export function shelf() {
  const { slug } = pageFacts();
  if (slug) keep(RECENT, [slug, ...slugs(RECENT).filter((other) => other !== slug)].slice(0, MOST_RECENT + 1));
  const button = document.querySelector(".hb-pin");
  if (button instanceof HTMLElement) pinButton(button, slug);
  const mine = document.getElementById("hb-mine");
  if (mine) fill(mine);
}

/** @param {HTMLElement} button @param {string} slug */
function pinButton(button, slug) {
  const draw = () => button.setAttribute("aria-pressed", String(slugs(PINNED).includes(slug)));
  button.addEventListener("click", () => {
    const others = slugs(PINNED).filter((other) => other !== slug);
    keep(PINNED, others.length === slugs(PINNED).length ? [...others, slug] : others);
    draw();
  });
  draw();
}

/** The list on the home page: each playbook as its card there names it. @param {HTMLElement} mine */
function fill(mine) {
  const list = /** @type {HTMLElement} */ (mine.querySelector("ul"));
  const pinned = slugs(PINNED);
  const recent = slugs(RECENT).filter((slug) => !pinned.includes(slug));
  for (const slug of [...pinned, ...recent.slice(0, MOST_RECENT)]) {
    const link = document.querySelector(`.hb-situation a[data-slug="${CSS.escape(slug)}"]`);
    if (link) list.append(entry(mine, slug, link, pinned.includes(slug)));
  }
  show(mine, list.children.length > 0);
  mine.querySelector("button")?.addEventListener("click", () => {
    keep(PINNED, null);
    keep(RECENT, null);
    show(mine, false);
    document.getElementById("hb-main")?.focus();
  });
}

/** start.js has kept room for the list. @param {HTMLElement} mine @param {boolean} wanted */
function show(mine, wanted) {
  mine.hidden = !wanted;
  if (!wanted) document.documentElement.classList.remove("hb-has-mine");
}

/** @param {HTMLElement} mine @param {string} slug @param {Element} link @param {boolean} pinned */
function entry(mine, slug, link, pinned) {
  const item = document.createElement("li");
  item.append(link.cloneNode(true));
  const run = runOf(slug);
  const notes = [pinned ? mine.dataset.pinned : "", run ? filled(mine.dataset.done || "", { done: Object.keys(run.steps).length, total: run.total }) : ""];
  const text = notes.filter(Boolean).join(" · ");
  if (text) item.append(made("span", "hb-mine-note", text));
  return item;
}
